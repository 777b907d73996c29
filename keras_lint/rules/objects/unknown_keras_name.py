"""A name that Keras does not have."""

from __future__ import annotations

import re
from difflib import get_close_matches
from io import StringIO
from token import NAME
from tokenize import TokenError, generate_tokens

from keras_lint.diagnostics import Applicability, Edit, Fix
from keras_lint.layers.registry import find_layer, layer_modules
from keras_lint.model import Misuse, SemanticModel
from keras_lint.public_names import is_in_keras_3, namesake
from keras_lint.rules.misuses import MisuseRule
from keras_lint.rules.places import short
from keras_lint.source import Span

WITHOUT_SCHEMA = {
    "InputSpec": (2, 3),
    "SpectralNormalization": (2, 3),
    "Wrapper": (2, 3),
    "AbstractRNNCell": (2,),
    "DenseFeatures": (2,),
    "Deconvolution3D": (2,),
}
"""Classes of ``keras.layers`` that have no schema, with the major versions that have them."""

MODERN = {
    "AbstractRNNCell": "derive the cell from layers.Layer",
    "AtrousConvolution1D": "write layers.Conv1D(..., dilation_rate=...)",
    "AtrousConvolution2D": "write layers.Conv2D(..., dilation_rate=...)",
    "CuDNNGRU": "write layers.GRU(...), which runs on cuDNN where it can",
    "CuDNNLSTM": "write layers.LSTM(...), which runs on cuDNN where it can",
    "Deconvolution2D": "write layers.Conv2DTranspose(...)",
    "Deconvolution3D": "write layers.Conv3DTranspose(...)",
    "DenseFeatures": "write keras.utils.FeatureSpace(...)",
    "Merge": "apply layers.Concatenate(), layers.Add() and the like to a list of tensors",
    "RandomHeight": "write layers.RandomZoom(...), which keeps the size",
    "RandomWidth": "write layers.RandomZoom(...), which keeps the size",
    "ThresholdedReLU": "write layers.ReLU(threshold=...)",
    "TimeDistributedDense": "write layers.Dense(...), which works on each step",
}
"""How Keras 3 writes what it no longer has."""

_ENDS = "read .input and .output of the layer; build the model again where it has several of them"

METHODS = {
    "add_update": "assign to the variable in `call`",
    "evaluate_generator": "write evaluate(...), which takes a generator as it is",
    "fit_generator": "write fit(...), which takes a generator as it is",
    "get_input_at": _ENDS,
    "get_input_shape_at": _ENDS,
    "get_output_at": _ENDS,
    "get_output_shape_at": _ENDS,
    "get_updates_for": "leave it out: variables are updated in `call`",
    "predict_classes": "write np.argmax(model.predict(x), axis=-1), or "
    "(model.predict(x) > 0.5).astype(int) for one sigmoid unit",
    "predict_generator": "write predict(...), which takes a generator as it is",
    "predict_proba": "write predict(...), which gives the probabilities",
    "reset_states": "call reset_states() of each recurrent layer instead",
    "to_yaml": "write to_json()",
}
"""How Keras 3 writes the methods of models and layers that it no longer has."""


class UnknownKerasName(MisuseRule):
    """
    ## What it does

    Finds layers that Keras does not have, and names of its other modules that no Keras has
    and that come near one that exists: `keras.layrs`, `keras.losses.MeanSquareError`. In Keras 3
    also methods that models had before: `fit_generator`, `predict_classes`, `reset_states`.

    ## Why is this bad?

    Python raises `AttributeError` or `ImportError`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.MaxPoolling2D(),  # [unknown-keras-name]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.MaxPooling2D(),
    ])
    ```

    ## When it is silent

    For names that some Keras has, where it is not known which one is meant, for names outside
    of `keras.layers` that come near no other, which a newer Keras may have, and where the
    name stands in a `try` that may catch the error.

    ## Fix safety

    The nearest name is a guess, so the fix is unsafe.
    """

    code = "E7115"
    name = "unknown-keras-name"
    summary = "a name that Keras does not have"
    kind = "unknown-keras-name"

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Name what does not exist, and the nearest that does."""
        if "method" in misuse.detail:
            method, of = misuse.detail["method"], misuse.detail["of"]
            note = f"Python raises AttributeError at this line; {of} of Keras 2 had it"
            return f"{of} of Keras 3 have no `{method}`", note, METHODS[method]
        canonical = misuse.detail.get("canonical", misuse.found)
        if not _is_layer(canonical):
            return (
                f"Keras has no `{canonical}`",
                "Python raises when it reaches the name",
                _instead(canonical, misuse.detail["near"], model.keras),
            )
        name = short(canonical)
        layer = find_layer(f"keras.layers.{name}")
        majors = WITHOUT_SCHEMA.get(name) if layer is None else layer.in_keras
        if majors and (model.keras is None or model.keras in majors):
            return None
        note = "Python raises when it reaches the name"
        own = "write it as a layer of its own"
        if majors is not None:
            meant = 2 if 2 not in majors else 3
            return (f"Keras {meant} has no layer `{name}`", note, MODERN.get(name, own))
        existing = sorted({short(one) for one in layer_modules() if _is_in(one, model.keras)})
        near = get_close_matches(name, existing, 1, 0.5)
        remedy = f"the nearest that exists is layers.{near[0]}" if near else own
        return f"Keras has no layer `{name}`", note, remedy

    def fixes(self, model: SemanticModel, misuse: Misuse, remedy: str) -> tuple[Fix, ...]:
        """Write the nearest name, in the import where the name is imported."""
        near = re.fullmatch(r"the nearest that exists is [\w.]+\.(\w+)", remedy)
        name = short(misuse.detail.get("canonical", misuse.found))
        if near is None or misuse.span.path != model.source.path:
            return ()
        edits = tuple(
            Edit(place, near[1])
            for place in _places(model, name)
            # Where the name is imported, every use of it must follow.
            if model.imports.names.get(name) or misuse.span.contains(place)
        )
        return (Fix(remedy, edits, Applicability.UNSAFE),) if edits else ()


def _instead(canonical: str, near: str, keras: int | None) -> str:
    """Name what is meant, if the Keras that is meant has it: a namesake, or the nearest name."""
    module, _, name = canonical.rpartition(".")
    elsewhere = namesake(name)
    if keras != 2 and elsewhere is not None:
        return f"use {elsewhere}"
    if keras == 2 or is_in_keras_3(module, near):
        return f"the nearest that exists is {module}.{near}"
    return f"no name in {module} of Keras 3 comes near"


def _is_in(layer: str, keras: int | None) -> bool:
    schema = find_layer(layer)
    return schema is not None and (keras or 3) in schema.in_keras


def _places(model: SemanticModel, name: str) -> list[Span]:
    """List the places of a name in the code, outside of strings and comments."""
    path, lines = model.source.path, model.source.lines()
    code = "\n".join(lines)
    try:
        tokens = list(generate_tokens(StringIO(code).readline))
    except (TokenError, SyntaxError):
        return []
    return [
        Span(path, *token.start, *token.end)
        for token in tokens
        if token.type == NAME and token.string == name
    ]


def _is_layer(name: str) -> bool:
    return name.startswith("keras.layers.") and short(name)[:1].isupper()
