"""Canonical names: every way of spelling a Keras name becomes Keras's own public one."""

from __future__ import annotations

import re
from functools import cache

from keras_lint.layers.registry import layer_modules

_ROOTS = (
    ("tensorflow.keras", None),
    ("tensorflow.python.keras", None),
    ("tensorflow.compat.v1.keras", None),
    ("tensorflow.compat.v2.keras", None),
    ("tensorflow.contrib.keras", 2),
    ("tf_keras", 2),
    ("keras._tf_keras.keras", 3),
    ("keras.api._v2.keras", 2),
    ("keras.api", None),
    ("keras.src", None),
)
_MODEL_CLASSES = {"Sequential", "Model"}
_LEGACY_MODULES = {
    "keras.engine.topology", "keras.engine.training", "keras.engine.base_layer",
    "keras.engine.input_layer", "keras.engine", "keras.models", "keras.engine.sequential",
    "keras.engine.functional", "keras.models.model", "keras.models.sequential",
    "keras.models.functional",
}  # fmt: skip
_LEGACY_NAMES = {
    "keras.models.Functional": "keras.Model",
    "keras.Functional": "keras.Model",
    "keras.layers.Layer": "keras.layers.Layer",
    "keras.Layer": "keras.layers.Layer",
    "keras.layers.Input": "keras.Input",
    "keras.layers.convolutional_recurrent": "keras.layers",
    "keras.layers.InputSpec": "keras.InputSpec",
}
_NUMPY_UTILS = re.compile(r"^keras\.utils\.(np_utils|numerical_utils)\.")


def canonical(name: str) -> tuple[str, int | None]:
    """Give the canonical form of a library name, and the Keras version it implies, if any.

    ``tensorflow.keras.layers.MaxPool2D`` gives ``keras.layers.MaxPool2D`` (aliases are
    resolved by the layer registry), ``tf_keras.Sequential`` gives ``keras.Sequential``, 2.
    """
    version: int | None = None
    for root, implied in _ROOTS:
        if name == root or name.startswith(root + "."):
            name, version = "keras" + name[len(root) :], implied
            break
    if name.startswith(("tensorflow.compat.v1.", "tensorflow.compat.v2.")):
        name = "tensorflow." + name.split(".", 3)[3]
    if name.startswith("keras."):
        name = _canonical_keras(name)
    return name, version


@cache
def _canonical_keras(name: str) -> str:
    name = name.replace("keras.layers.experimental.preprocessing.", "keras.layers.")
    name = _NUMPY_UTILS.sub("keras.utils.", name)
    name = name.replace("keras.preprocessing.sequence.", "keras.utils.").replace(
        "keras.preprocessing.image_dataset", "keras.utils.image_dataset"
    )
    if name in _LEGACY_NAMES:
        return _LEGACY_NAMES[name]
    module, _, last = name.rpartition(".")
    if last in _MODEL_CLASSES and (module == "keras" or module in _LEGACY_MODULES):
        return f"keras.{last}"
    if last == "Layer" and module in _LEGACY_MODULES:
        return "keras.layers.Layer"
    if last in ("Input", "InputLayer") and (module in _LEGACY_MODULES or module == "keras"):
        return "keras.Input" if last == "Input" else "keras.layers.InputLayer"
    if module.startswith("keras.layers.") and f"keras.layers.{last}" in layer_modules():
        return f"keras.layers.{last}"
    if module.startswith("keras.layers.") and last == "Input":
        return "keras.Input"
    if module.startswith("keras.applications.") and last[:1].isupper():
        return f"keras.applications.{last}"
    if module.startswith("keras.layers.") and last[:1].islower() and last in _FUNCTIONAL_MERGES:
        return f"keras.layers.{last}"
    return name


_FUNCTIONAL_MERGES = {
    "add", "subtract", "multiply", "average", "maximum", "minimum", "concatenate", "dot",
}  # fmt: skip

IMPORTED_ROOTS = {"keras", "tf_keras"}


def is_keras_source(text: str) -> bool:
    """Tell by a look at the text whether a file may concern Keras at all."""
    return "keras" in text or "Keras" in text


_GUESSED = {
    "np": "numpy",
    "numpy": "numpy",
    "tf": "tensorflow",
    "keras": "keras",
    "layers": "keras.layers",
    "Sequential": "keras.Sequential",
    "Model": "keras.Model",
    "Input": "keras.Input",
}


def guessed_name(name: str) -> str | None:
    """Give what an unbound name means in a posted snippet that imports nothing."""
    if name in _GUESSED:
        return _GUESSED[name]
    layer = f"keras.layers.{name}"
    return layer if layer in layer_modules() else None
