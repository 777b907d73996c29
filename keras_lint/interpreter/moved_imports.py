"""Imports from modules that Keras 3 no longer has, recorded with where the names are now."""

from __future__ import annotations

from astroid import nodes

from keras_lint.interpreter.context import Context
from keras_lint.model import Misuse
from keras_lint.public_names import is_in_keras_3
from keras_lint.source import Span

_LAYER_MODULES = frozenset(
    ("advanced_activations", "attention", "convolutional", "convolutional_recurrent", "core",
     "cudnn_recurrent", "embeddings", "experimental.preprocessing", "local", "merge", "merging",
     "noise", "normalization", "pooling", "preprocessing", "recurrent", "reshaping", "rnn",
     "wrappers")
)  # fmt: skip
_UTIL_MODULES = frozenset(
    ("np_utils", "generic_utils", "data_utils", "vis_utils", "layer_utils", "io_utils")
)
_ENGINE_MODULES = frozenset(
    ("keras.engine", "keras.engine.topology", "keras.engine.base_layer",
     "keras.engine.training", "keras.engine.input_layer", "keras.engine.sequential")
)  # fmt: skip
_FUNCTIONS = frozenset(
    ("Input", "Layer", "add", "subtract", "multiply", "average", "maximum", "minimum",
     "concatenate", "dot")
)  # fmt: skip
_UTILS = frozenset(
    ("CustomObjectScope", "Progbar", "Sequence", "custom_object_scope",
     "deserialize_keras_object", "get_custom_objects", "get_file", "get_source_inputs",
     "model_to_dot", "normalize", "plot_model", "register_keras_serializable",
     "serialize_keras_object", "to_categorical")
)  # fmt: skip
_ENGINE = {
    "Input": "keras.layers", "InputSpec": "keras.layers", "Layer": "keras.layers",
    "Model": "keras.models", "Sequential": "keras.models",
}  # fmt: skip
_GONE = {
    "keras.wrappers.scikit_learn": "write keras.wrappers.SKLearnClassifier or SKLearnRegressor",
    "keras.preprocessing.text": "write keras.layers.TextVectorization",
    "keras.backend.tensorflow_backend": "write keras.ops, or tensorflow itself",
}


def check_import(run: Context, node: nodes.ImportFrom, span: Span) -> None:
    """Record ``from keras.layers.core import Dense``, which Keras 3 refuses."""
    if span.path != run.path or isinstance(node.parent, nodes.If):
        return  # the condition may ask which Keras it is
    root = "tensorflow." if node.modname.startswith("tensorflow.keras") else ""
    module = node.modname.removeprefix(root)
    names = [name for name, _ in node.names]
    detail: dict[str, str] | None = None
    if module == "keras.utils":
        if "np_utils" in names:
            detail = {"member": "np_utils", "new": f"{root}keras.utils"}
    elif module == "keras.layers":
        if "merge" in names:
            remedy = "apply layers.Concatenate(), layers.Add() and the like to a list of tensors"
            detail = {"member": "merge", "remedy": remedy}
    elif module in _GONE:
        # `tensorflow.keras` keeps what the text module had.
        detail = None if root and module.endswith(".text") else {"remedy": _GONE[module]}
    else:
        found = _now(module, names)
        if found is not None:
            detail = {"new": root + found} if found else {}
    if detail is not None:
        run.facts.misuses.append(
            Misuse(
                "removed-import", run.place(span), node.modname, detail, chain=run.chain,
                guarded=run.guard_depth > 0, keras=(3,),
            )
        )  # fmt: skip


def _now(module: str, names: list[str]) -> str | None:
    """Give where all names of a removed module are now, empty where not all are in one place.

    None for a module that Keras 3 has.
    """
    if module.startswith("keras.layers.") and module[len("keras.layers.") :] in _LAYER_MODULES:
        there = all(is_in_keras_3("keras.layers", name) or name in _FUNCTIONS for name in names)
        return "keras.layers" if there else ""
    if module.startswith("keras.utils.") and module[len("keras.utils.") :] in _UTIL_MODULES:
        return "keras.utils" if set(names) <= _UTILS else ""
    if module in _ENGINE_MODULES:
        places = {_ENGINE.get(name, "") for name in names}
        return places.pop() if len(places) == 1 else ""
    return None
