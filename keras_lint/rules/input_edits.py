"""Edits that put an ``Input`` in front of a model, for what its first layer says of it."""

from __future__ import annotations

from keras_lint.diagnostics import Edit
from keras_lint.model import Construction, LayerCall, SemanticModel
from keras_lint.rules.call_edits import spelling
from keras_lint.rules.layer_edits import (
    argument_value,
    insert_before,
    layer_spelling,
    remove_argument,
    stands_once,
)

DESCRIBING = (
    "batch_input_shape", "input_shape", "input_dim", "input_length", "batch_size", "input_dtype",
)  # fmt: skip
"""The arguments of a first layer that say what goes into the model."""


def input_in_front(
    model: SemanticModel, made: Construction
) -> tuple[str, tuple[Edit, ...], frozenset[str]] | None:
    """Give an ``Input`` as code, the edits that put it there, and the arguments that it takes.

    None where the layer is not the first of a Sequential, or the code makes it elsewhere.
    """
    call = _first_call(model, made)
    spelled = _spelling(model)
    if call is None or spelled is None:
        return None
    given = [name for name in DESCRIBING if name in made.arguments]
    if hasattr(made.schema, "input_dim"):
        # An argument of the layer's own, as in Embedding.
        given = [name for name in given if name != "input_dim"]
    values = {name: argument_value(model, call, name) for name in given}
    shape = _shape(values)
    if shape is None or not all(values.values()):
        return None
    parts = [shape]
    if "batch_size" in values and "batch_input_shape" not in values:
        parts.append(f"batch_size={values['batch_size']}")
    if "input_dtype" in values:
        parts.append(f"dtype={values['input_dtype']}")
    name, imported = spelled
    code = f"{name}({', '.join(parts)})"
    inserted = insert_before(model, call, code)
    removed = remove_argument(model, call, *given)
    if inserted is None or removed is None:
        return None
    return code, (*imported, *inserted, *removed), frozenset(given)


def _shape(values: dict[str, str]) -> str | None:
    if "batch_input_shape" in values:
        return f"batch_shape={values['batch_input_shape']}"
    if "input_shape" in values:
        return values["input_shape"]
    if "input_dim" not in values:
        return None
    if "input_length" in values:
        return f"({values['input_length']}, {values['input_dim']})"
    return f"({values['input_dim']},)"


def _first_call(model: SemanticModel, made: Construction) -> LayerCall | None:
    """Give the application of a layer that is the first of a Sequential, and of one only."""
    found = [
        model.layer_calls[graph.layers[0]]
        for graph in model.models
        if graph.kind == "sequential"
        and graph.layers
        and not any(one.explicit for one in graph.inputs)
        and model.layer_calls[graph.layers[0]].construction.index == made.index
    ]
    return found[0] if len(found) == 1 and stands_once(model, made) else None


def _spelling(model: SemanticModel) -> tuple[str, tuple[Edit, ...]] | None:
    spelled = spelling(model, "keras.Input")
    return (spelled, ()) if spelled is not None else layer_spelling(model, "Input")
