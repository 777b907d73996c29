"""The activations that Keras knows by name, and the check of an ``activation`` argument."""

from __future__ import annotations

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


def check_activation(argument: Argument, name: str = "activation") -> None:
    """Check an activation as ``keras.activations.get`` does.

    Keras 2 also looks among the registered custom objects, so there no name is surely wrong.

    Raises:
        InvalidArgument: it is a name that Keras 3 does not know, or nothing callable.
    """
    if isinstance(argument, str):
        if argument not in ACTIVATION_NAMES:
            expected = "the name of an activation in keras.activations, or a function"
            raise InvalidArgument(name, expected, show(argument), keras=(3,))
    elif isinstance(argument, int | float | bytes | list | tuple | NumpyInteger | Dynamic):
        raise InvalidArgument(name, "the name of an activation or a function", show(argument))
