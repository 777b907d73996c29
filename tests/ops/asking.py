"""One call of an operation, put to the library and to the shape function."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from keras_lint.layers.arguments import NumpyInteger, Opaque
from keras_lint.ops.registry import find_operation
from keras_lint.shapes import Content, Refusal, Shape, TensorSpec
from tests.ops import libraries
from tests.ops.libraries import T, answers, resolve

ARRAYS = ("numpy.", "keras.utils.")
TRACED = ("tensorflow.", "keras.backend.", "keras.activations.")
EAGER = (
    "keras.random.", "keras.ops.convert_to_numpy", "keras.ops.ndim", "tensorflow.Variable",
    "keras.backend.variable", "keras.backend.get_value", "keras.backend.eval",
    "keras.backend.eye", "keras.backend.zeros", "keras.backend.ones",
)  # fmt: skip
"""What is called with arrays, under ``tf.function``, and with eager tensors, because it makes
variables or needs values. The rest of ``keras.ops`` is called with symbolic tensors."""


def library_of(name: str) -> str:
    """Name the library that a spelling belongs to."""
    return "backend" if name.startswith("keras.backend.") else name.partition(".")[0]


def theirs(name: str, positional: list[Any], keywords: dict[str, Any]) -> Any:
    """Ask the library; give its answers, or the exception that it raises."""
    function = resolve(name)
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            eager = name.startswith(EAGER)
            if name.startswith(TRACED) and not eager:
                return libraries.traced(function, positional, keywords)
            make: Callable[[T], Any] = T.eager if eager else T.symbolic
            make = T.array if name.startswith(ARRAYS) else make
            written = libraries.replace((positional, keywords), make)
            return answers(function(*written[0], **written[1]))
    except Exception as error:
        return error


def executed(name: str, positional: list[Any], keywords: dict[str, Any]) -> Any:
    """Make the call with arrays in the place of all tensors; axes that are None get a size."""
    make: Callable[[T], Any] = T.array if name.startswith(ARRAYS) else T.eager
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            written = libraries.replace((positional, keywords), make)
            return answers(resolve(name)(*written[0], **written[1]))
    except Exception as error:
        return error


def predicted(name: str, positional: list[Any], keywords: dict[str, Any]) -> Any:
    """Ask the shape function; give its result, or its refusal."""
    operation = find_operation(name)
    assert operation is not None
    try:
        return operation.apply(name, positional, keywords)
    except Refusal as refusal:
        return refusal


def argument_for(name: str, value: Any) -> Any:
    """Give a value in the form in which the interpreter hands it to a shape function."""
    match value:
        case T():
            return _spec(name, value)
        case list() | tuple():
            return type(value)(argument_for(name, one) for one in value)
        case dict():
            return {key: argument_for(name, one) for key, one in value.items()}
        case bool() | int() | float() | str() | bytes() | None | slice():
            return value
        case np.integer():
            return NumpyInteger(int(value))
    kind = value if hasattr(value, "__qualname__") else type(value)
    return Opaque(f"{kind.__module__}.{kind.__qualname__}")


def _spec(name: str, tensor: T) -> TensorSpec:
    content = None
    if name.startswith(ARRAYS):
        array = tensor.array()
        vector = array.ndim < 2 and array.size <= 16 and array.dtype.kind in "iu"
        elements = tuple(int(one) for one in array.ravel()) if vector else None
        if array.size:
            ends = (float(array.min()), float(array.max()))
            content = Content(*ends, elements=elements, attained=True)
    return TensorSpec(Shape.of(*tensor.shape), tensor.dtype, content=content)
