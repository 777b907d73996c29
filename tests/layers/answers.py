"""What Keras and what a schema say of one random layer on random shapes.

The environment variable ``KERAS_LINT_DIFFERENTIAL=full`` lets Keras allocate every weight.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import numpy as np
import tensorflow as tf
import tf_keras
from keras.src.backend.common import global_state

from keras_lint.layers.arguments import CallArguments, NumpyInteger, Opaque
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Refusal, Shape, TensorSpec, Unknown

FULL = os.environ.get("KERAS_LINT_DIFFERENTIAL") == "full"


@dataclass(frozen=True)
class Nested:
    """A layer among the arguments of another one, such as the cell of ``RNN``."""

    name: str
    keywords: Mapping[str, object] = field(default_factory=dict)
    positional: tuple[object, ...] = ()


@dataclass(frozen=True)
class Tensor:
    """A tensor among the arguments of a call: its shape with ``None`` for dynamic axes."""

    shape: tuple[int | None, ...]
    dtype: str = "float32"


@dataclass(frozen=True)
class Draw:
    """One layer and what it is applied to.

    ``positional`` and ``keywords`` go to the constructor. ``inputs`` is a shape with its batch
    axis, or lists, tuples and dicts of shapes; ``dtype`` is one dtype or the same structure.
    ``call_keywords`` go to the call, tensors among them written as ``Tensor``.
    ``unknown_allowed`` lets the schema leave things unknown although Keras knows them.
    """

    keywords: Mapping[str, object]
    inputs: object
    dtype: object = "float32"
    positional: tuple[object, ...] = ()
    call_keywords: Mapping[str, object] = field(default_factory=dict)
    unknown_allowed: bool = False


@dataclass(frozen=True)
class Answer:
    """What came of a draw: a refusal, or tensors (``(shape, dtype)``, nested) and weights."""

    refusal: str | None
    outputs: object = None
    total: object = None
    trainable: object = None

    def __str__(self) -> str:
        if self.refusal is not None:
            return f"refused: {self.refusal}"
        return f"{self.outputs}, {self.total} weights, {self.trainable} trainable"


# -- Keras's answer -----------------------------------------------------------------------


def keras_answer(name: str, draw: Draw) -> Answer:
    """Build a layer with Keras 3, and with weights only where it cannot do without."""
    if FULL:
        return _keras_attempt(keras, name, draw)
    with keras.StatelessScope(initialize_variables=False):
        answer = _keras_attempt(keras, name, draw)
    global_state.set_global_attribute("uninitialized_variables", [])
    # A layer may fail because of the scope alone; only a failure outside it is a refusal.
    return answer if answer.refusal is None else _keras_attempt(keras, name, draw)


def keras_2_answer(name: str, draw: Draw) -> Answer:
    """Build a layer with Keras 2."""
    return _keras_attempt(tf_keras, name, draw)


def _keras_attempt(framework: Any, name: str, draw: Draw) -> Answer:
    try:
        layer = _keras_value(framework, Nested(name, draw.keywords, draw.positional))
        keywords = {key: _keras_value(framework, one) for key, one in draw.call_keywords.items()}
        inputs = _map_shapes(draw.inputs, draw.dtype, lambda one: _keras_tensor(framework, one))
        outputs = layer(inputs, **keywords)
    except Exception as error:
        return Answer(refusal=f"{type(error).__name__}: {error}")
    return Answer(
        refusal=None,
        outputs=_plain(outputs),
        total=_count(layer.weights),
        trainable=_count(layer.trainable_weights),
    )


def _count(weights: Sequence[Any]) -> int | None:
    """Count values; None where Keras 2 made a variable without a size.

    In Keras 2 the vocabulary of a lookup layer is among them, which has no shape.
    """
    shapes = [tuple(one.shape) for one in weights if hasattr(one, "shape")]
    return None if any(None in shape for shape in shapes) else sum(map(math.prod, shapes))


def _keras_value(framework: Any, value: Any) -> Any:
    match value:
        case Nested():
            return getattr(framework.layers, value.name)(
                *(_keras_value(framework, item) for item in value.positional),
                **{key: _keras_value(framework, item) for key, item in value.keywords.items()},
            )
        case Tensor():
            return _keras_tensor(framework, value)
        case list() | tuple():
            return type(value)(_keras_value(framework, item) for item in value)
        case dict():
            return {key: _keras_value(framework, item) for key, item in value.items()}
    return value


def _keras_tensor(framework: Any, tensor: Tensor) -> Any:
    if framework is keras:
        return keras.KerasTensor(tensor.shape, dtype=tensor.dtype)
    return tf_keras.Input(type_spec=tf.TensorSpec(tensor.shape, tensor.dtype))


def _plain(outputs: Any) -> Any:
    match outputs:
        case keras.KerasTensor():
            return (tuple(outputs.shape), outputs.dtype)
        case Mapping():
            return {key: _plain(value) for key, value in outputs.items()}
        case list() | tuple():
            return [_plain(value) for value in outputs if value is not None]
    if tf_keras.backend.is_keras_tensor(outputs):
        rank = outputs.shape.rank
        return (None if rank is None else tuple(outputs.shape), outputs.dtype.name)
    return f"{type(outputs).__name__} of shape {getattr(outputs, 'shape', None)}"


# -- the schema's answer ------------------------------------------------------------------


class _Refused(Exception):
    """An argument of the layer or of one inside it is refused."""


def schema_answer(name: str, draw: Draw, major: int | None = 3) -> Answer:
    """Make a layer of the schema, for a major version of Keras or for whichever is meant."""
    try:
        layer = _schema_layer(Nested(name, draw.keywords, draw.positional), major)
        arguments = CallArguments(
            (_map_shapes(draw.inputs, draw.dtype, _spec),),
            {key: schema_value(value, major) for key, value in draw.call_keywords.items()},
        )
        outputs = layer.call(arguments)
        weights = layer.call_weights(arguments)
    except _Refused as refused:
        return Answer(refusal=str(refused))
    except Refusal as refusal:
        if _holds(refusal, major):
            return Answer(refusal=str(refusal))
        assert major != 3, f"{name} raises what holds for another Keras: {refusal}"
        why = Unknown(f"not every Keras takes this: {refusal}")
        return Answer(None, (None, None), why, why)
    if isinstance(weights, Unknown):
        return Answer(None, _plain_specs(outputs), weights, weights)
    total: object = 0
    trainable: object = 0
    for weight in weights:
        total = total + weight.size
        trainable = trainable + (weight.size if weight.trainable else 0)
    if layer.common.get("trainable") is False:
        trainable = 0
    return Answer(None, _plain_specs(outputs), total, trainable)


def _holds(refusal: Refusal, major: int | None) -> bool:
    return refusal.keras == (2, 3) if major is None else major in refusal.keras


def _schema_layer(nested: Nested, major: int | None) -> LayerSchema:
    canonical = f"keras.layers.{nested.name}"
    schema = find_layer(canonical)
    assert schema is not None, f"{canonical} has no schema"
    layer, refusals = bind(
        schema,
        [schema_value(item, major) for item in nested.positional],
        {key: schema_value(item, major) for key, item in nested.keywords.items()},
        keras=major,
        data_format=keras.config.image_data_format(),
    )
    for refusal in refusals:
        if _holds(refusal, major):
            raise _Refused(f"{refusal.argument}: {refusal}")
    return layer


def schema_value(value: Any, major: int | None = 3) -> Any:
    """Give a Python value in the form in which the interpreter hands it to a schema."""
    match value:
        case Nested():
            return _schema_layer(value, major)
        case Tensor():
            return _spec(value)
        case bool() | int() | float() | str() | bytes() | None:
            return value
        case np.integer():
            return NumpyInteger(int(value))
        case list() | tuple():
            return type(value)(schema_value(item, major) for item in value)
        case dict():
            return {key: schema_value(item, major) for key, item in value.items()}
    made = type(value) if not callable(value) or not hasattr(value, "__qualname__") else value
    return Opaque(f"{made.__module__}.{made.__qualname__}")


def _spec(tensor: Tensor) -> TensorSpec:
    return TensorSpec(Shape.of(*tensor.shape), tensor.dtype)


def _map_shapes(inputs: Any, dtype: Any, make: Any) -> Any:
    match inputs:
        case Tensor():
            return make(inputs)
        case Mapping():
            return {
                key: _map_shapes(value, dtype if isinstance(dtype, str) else dtype[key], make)
                for key, value in inputs.items()
            }
        case tuple() if all(size is None or isinstance(size, int) for size in inputs):
            return make(Tensor(inputs, dtype))
        case Sequence():
            return type(inputs)(
                _map_shapes(value, dtype if isinstance(dtype, str) else dtype[index], make)
                for index, value in enumerate(inputs)
            )
    raise AssertionError(f"{inputs} is no shape and holds none")


def _plain_specs(outputs: Any) -> Any:
    match outputs:
        case TensorSpec():
            return (outputs.shape.dims and tuple(outputs.shape.dims), outputs.dtype)
        case Mapping():
            return {key: _plain_specs(value) for key, value in outputs.items()}
        case Sequence():
            return [_plain_specs(value) for value in outputs]
    return outputs
