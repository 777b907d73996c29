"""Asking the libraries: what an operation gives for symbolic tensors or real arrays.

``keras.ops`` and its like are called on ``KerasTensor`` objects, ``tensorflow``, the
backend of Keras 2 and activations under ``tf.function``, numpy on arrays.
"""

from __future__ import annotations

import math
import os
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import numpy as np
import tensorflow as tf
import tf_keras

from keras_lint.ops.operation import canonical_name
from keras_lint.ops.registry import find_operation
from keras_lint.shapes import (
    DYNAMIC,
    Polynomial,
    Refusal,
    Shape,
    TensorSpec,
    Unknown,
    is_known,
)


@dataclass(frozen=True)
class T:
    """A tensor among the arguments, by its shape with ``None`` where it is not known."""

    shape: tuple[int | None, ...]
    dtype: str = "float32"
    fill: str = "ones"

    def array(self) -> Any:
        """Make an array of ones, of zeros, that counts from 0, or of identity matrices."""
        sizes = tuple(2 if size is None else size for size in self.shape)
        match self.fill:
            case "zeros":
                return np.zeros(sizes, self.dtype)
            case "range":
                return np.arange(math.prod(sizes)).reshape(sizes).astype(self.dtype)
            case "eye":
                return np.broadcast_to(np.eye(*sizes[-2:], dtype=self.dtype), sizes).copy()
        return np.ones(sizes, self.dtype)

    def eager(self) -> tf.Tensor:
        """Make a tensor with the values of the array."""
        return tf.constant(self.array())

    def symbolic(self) -> keras.KerasTensor:
        """Make a symbolic tensor."""
        return keras.KerasTensor(self.shape, self.dtype)


REFUSED = "refused"
"""The answer of a library that raises, or of an operation that refuses."""


@dataclass(frozen=True)
class Answer:
    """The shape and dtype of one tensor, as a library shows it."""

    shape: tuple[int | None, ...] | None
    dtype: str | None
    value: Any = field(default=None, compare=False)


def resolve(name: str) -> Callable[..., Any]:
    """Find a public function by its canonical name."""
    head, _, rest = name.partition(".")
    if name.startswith("keras.backend."):
        found: Any = tf_keras
    else:
        found = {"keras": keras, "tensorflow": tf, "numpy": np}[head]
    for part in rest.split("."):
        found = getattr(found, part)
    return found


def replace(value: Any, make: Callable[[T], Any]) -> Any:
    """Put something in the place of every tensor in nested arguments."""
    if isinstance(value, T):
        return make(value)
    if isinstance(value, list | tuple):
        return type(value)(replace(one, make) for one in value)
    if isinstance(value, Mapping):
        return {key: replace(one, make) for key, one in value.items()}
    return value


def theirs(name: str, *arguments: Any, **keywords: Any) -> Any:
    """Ask the library: answers, nested as it nests them, or ``REFUSED``."""
    function = resolve(name)
    if name.startswith(("tensorflow.", "keras.backend.", "keras.activations.")):
        try:
            return traced(function, arguments, keywords)
        except Exception:
            return REFUSED
    if name.startswith(("numpy.", "keras.utils.")):
        make: Callable[[T], Any] = T.array
    else:
        make = T.symbolic
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return answers(function(*replace(arguments, make), **replace(keywords, make)))
    except Exception:
        return REFUSED


def traced(function: Callable[..., Any], arguments: Any, keywords: Any) -> Any:
    """Ask a function under ``tf.function``, where axes may be None; raise what it raises."""
    given: list[T] = []
    replace((arguments, keywords), given.append)
    shown: list[Any] = []

    def body(*tensors: Any) -> None:
        remaining = list(tensors)
        positional = replace(arguments, lambda _one: remaining.pop(0))
        named = replace(keywords, lambda _one: remaining.pop(0))
        shown.append(answers(function(*positional, **named)))

    signature = [tf.TensorSpec(one.shape, one.dtype) for one in given]
    tf.function(body, input_signature=signature, autograph=False).get_concrete_function()
    return shown[-1]


def answers(result: Any) -> Any:
    """Describe what a library gave, nested as it was."""
    if isinstance(result, keras.KerasTensor):
        return Answer(tuple(result.shape), result.dtype)
    if tf.is_tensor(result):
        shape = result.shape
        dims = None if shape.rank is None else tuple(shape.as_list())
        eager = isinstance(result, tf.Tensor) and hasattr(result, "numpy")
        return Answer(dims, result.dtype.name, result.numpy() if eager else None)
    if isinstance(result, np.ndarray | np.generic):
        return Answer(result.shape, result.dtype.name, result)
    if isinstance(result, float | int | bool):
        return Answer((), None, result)
    if isinstance(result, list | tuple):
        return [None if one is None else answers(one) for one in result]
    raise AssertionError(f"no answer is understood from {result!r}")


def ours(name: str, *arguments: Any, **keywords: Any) -> Any:
    """Ask the declared operation: answers that may hold ``Unknown``, or ``REFUSED``."""
    operation = find_operation(name)
    assert operation is not None, f"{canonical_name(name)} is not declared"
    make = lambda one: TensorSpec(Shape.of(*one.shape), one.dtype)  # noqa: E731
    try:
        result = operation.apply(name, replace(arguments, make), replace(keywords, make))
    except Refusal:
        return REFUSED
    return result


def described(result: Any) -> Any:
    """Write an operation's result as an answer; ``?`` stands for what is unknown."""
    if isinstance(result, TensorSpec):
        if result.shape.dims is None:
            return Answer(None, result.dtype)
        sizes = tuple(_size(dim) for dim in result.shape)
        return Answer(sizes, result.dtype)
    if isinstance(result, Unknown):
        return "?"
    if isinstance(result, Sequence) and not isinstance(result, str):
        return [described(one) for one in result]
    return result


def _size(dim: Any) -> Any:
    if dim is DYNAMIC:
        return None
    assert is_known(dim) or isinstance(dim, Unknown | Polynomial), f"{dim!r} is no dim"
    return dim if is_known(dim) else "?"


def contradiction(mine: Any, library: Any) -> str:
    """Say where an answer claims what the library does not show; empty where it does not."""
    if isinstance(library, list) and isinstance(mine, list):
        if len(mine) != len(library):
            return f"{len(mine)} results, not {len(library)}"
        both = zip(mine, library, strict=True)
        return next(filter(None, (contradiction(one, two) for one, two in both)), "")
    if mine == "?":
        return ""
    if not isinstance(mine, Answer) or not isinstance(library, Answer):
        return "" if mine == library else f"{mine}, not {library}"
    if mine.dtype is not None and library.dtype is not None and mine.dtype != library.dtype:
        return f"dtype {mine.dtype}, not {library.dtype}"
    if mine.shape is None:
        return ""
    if library.shape is None:
        settled = [size for size in mine.shape if size != "?"]
        return f"{mine.shape}, which is not shown" if settled else ""
    fits = len(mine.shape) == len(library.shape) and all(
        one in ("?", two) for one, two in zip(mine.shape, library.shape, strict=True)
    )
    return "" if fits else f"{mine.shape}, not {library.shape}"


def assert_same(name: str, *arguments: Any, **keywords: Any) -> None:
    """Check that the operation knows the whole shape, and that the library shows it."""
    library = theirs(name, *arguments, **keywords)
    assert library != REFUSED, f"{name} refuses"
    mine = described(ours(name, *arguments, **keywords))
    assert contradiction(mine, library) == ""
    assert shapes(mine) == shapes(library)


def shapes(answer: Any) -> Any:
    """Leave the dtypes out of nested answers."""
    if isinstance(answer, list):
        return [shapes(one) for one in answer]
    return answer.shape if isinstance(answer, Answer) else answer


def assert_never_wrong(name: str, *arguments: Any, **keywords: Any) -> None:
    """Check that the operation claims nothing that the library contradicts."""
    library = theirs(name, *arguments, **keywords)
    mine = described(ours(name, *arguments, **keywords))
    if mine == REFUSED:
        assert library == REFUSED
    elif library != REFUSED:
        assert contradiction(mine, library) == ""


def assert_both_refuse(name: str, *arguments: Any, **keywords: Any) -> None:
    """Check that the library raises, and that the operation says so."""
    assert theirs(name, *arguments, **keywords) == REFUSED
    assert ours(name, *arguments, **keywords) == REFUSED
