"""The activations that Keras knows by name, and the check of an ``activation`` argument."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from typing import Final

from keras_lint.layers.arguments import Argument, NumpyInteger, show
from keras_lint.shapes import Dynamic, InvalidArgument

ACTIVATION_NAMES: Final = frozenset(
    {
        "celu", "elu", "exponential", "gelu", "glu", "hard_shrink", "hard_sigmoid", "hard_silu",
        "hard_swish", "hard_tanh", "leaky_relu", "linear", "log_sigmoid", "log_softmax", "mish",
        "relu", "relu6", "selu", "sigmoid", "silu", "soft_shrink", "softmax", "softplus",
        "softsign", "sparse_plus", "sparse_sigmoid", "sparsemax", "squareplus", "swish", "tanh",
        "tanh_shrink", "threshold",
    }
)  # fmt: skip
"""Keras 3: the keys of ``keras.src.activations.ALL_OBJECTS_DICT``."""


def nearest_name(value: str, names: Collection[str]) -> str | None:
    """Give the name that is surely meant by one that is none."""
    swapped = [name for name in names if sorted(name) == sorted(value.lower())]
    near = swapped or get_close_matches(value, sorted(names, reverse=True), 1, _SURELY_MEANT)
    return near[0] if near else None


_SURELY_MEANT: Final = 0.75


def check_activation(argument: Argument, name: str = "activation") -> None:
    """Check an activation as ``keras.activations.get`` does.

    Keras 2 also looks among the registered custom objects, so there no name is surely wrong.

    Raises:
        InvalidArgument: it is a name that Keras 3 does not know, or nothing callable.
    """
    if isinstance(argument, str):
        if argument not in ACTIVATION_NAMES:
            expected = "the name of an activation in keras.activations, or a function"
            near = nearest_name(argument, ACTIVATION_NAMES)
            remedy = None if near is None else f'write "{near}"'
            raise InvalidArgument(name, expected, show(argument), keras=(3,), remedy=remedy)
    elif isinstance(argument, int | float | bytes | list | tuple | NumpyInteger | Dynamic):
        raise InvalidArgument(name, "the name of an activation or a function", show(argument))
