"""Random layers on random shapes, built by Keras and by the schemas, and compared.

``compare`` does one draw, ``differential`` many. Nothing is trained and, in the usual size of
a run, nothing is allocated: Keras is called on ``KerasTensor`` objects.

The environment variable ``KERAS_LINT_DIFFERENTIAL=full`` multiplies the quotas by ten and lets
Keras allocate every weight.
"""

from __future__ import annotations

import math
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import numpy as np
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy
from keras.src.backend.common import global_state

from keras_lint.layers.arguments import CallArguments, NumpyInteger, Opaque
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Refusal, Shape, TensorSpec, Unknown, is_dynamic, is_known

FULL = os.environ.get("KERAS_LINT_DIFFERENTIAL") == "full"
DRAWS_PER_QUOTA = 30
"""A run gives up after this many draws for each draw that it owes."""


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


def compare(name: str, draw: Draw) -> str:
    """Build one layer both ways; give ``accepted`` or ``refused``.

    Raises:
        AssertionError: the two disagree; the message holds both answers.
    """
    theirs = _keras_answer(name, draw)
    ours = _schema_answer(name, draw)
    problem = _difference(theirs, ours, draw.unknown_allowed)
    if problem:
        raise AssertionError(f"{name}: {problem}\n  {draw}\n  Keras:  {theirs}\n  schema: {ours}")
    return "accepted" if theirs.refusal is None else "refused"


def differential(
    name: str, draws: SearchStrategy[Draw], *, accepted: int = 100, refused: int = 30
) -> None:
    """Compare draws until at least so many were accepted and refused; the same ones each time.

    Raises:
        AssertionError: a draw disagrees, or the strategy does not reach a quota.
    """
    factor = 10 if FULL else 1
    quota = {"accepted": accepted * factor, "refused": refused * factor}
    limit = DRAWS_PER_QUOTA * sum(quota.values())
    seen: Counter[str] = Counter()

    def owed() -> bool:
        return any(seen[verdict] < wanted for verdict, wanted in quota.items())

    for number in range(limit // 50):
        if not owed():
            break

        @seed(number)
        @settings(
            max_examples=50,
            database=None,
            deadline=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(draws)
        def round_of_draws(draw: Draw) -> None:
            seen[compare(name, draw)] += 1

        round_of_draws()
    total = sum(seen.values())
    print(f"{name}: {total} draws, {seen['accepted'] / max(total, 1):.0%} accepted, {dict(seen)}")
    assert not owed(), f"{name}: {dict(seen)} in {total} draws, wanted {quota}"


# -- Keras's answer -----------------------------------------------------------------------


def _keras_answer(name: str, draw: Draw) -> Answer:
    if FULL:
        return _keras_attempt(name, draw)
    with keras.StatelessScope(initialize_variables=False):
        answer = _keras_attempt(name, draw)
    global_state.set_global_attribute("uninitialized_variables", [])
    # A layer may fail because of the scope alone; only a failure outside it is a refusal.
    return answer if answer.refusal is None else _keras_attempt(name, draw)


def _keras_attempt(name: str, draw: Draw) -> Answer:
    try:
        layer = _keras_value(Nested(name, draw.keywords, draw.positional))
        outputs = layer(
            _keras_tensors(draw.inputs, draw.dtype),
            **{key: _keras_value(value) for key, value in draw.call_keywords.items()},
        )
    except Exception as error:
        return Answer(refusal=f"{type(error).__name__}: {error}")
    return Answer(
        refusal=None,
        outputs=_plain(outputs),
        total=sum(math.prod(weight.shape) for weight in layer.weights),
        trainable=sum(math.prod(weight.shape) for weight in layer.trainable_weights),
    )


def _keras_value(value: Any) -> Any:
    match value:
        case Nested():
            return getattr(keras.layers, value.name)(
                *(_keras_value(item) for item in value.positional),
                **{key: _keras_value(item) for key, item in value.keywords.items()},
            )
        case Tensor():
            return keras.KerasTensor(value.shape, dtype=value.dtype)
        case list() | tuple():
            return type(value)(_keras_value(item) for item in value)
        case dict():
            return {key: _keras_value(item) for key, item in value.items()}
    return value


def _keras_tensors(inputs: Any, dtype: Any) -> Any:
    return _map_shapes(inputs, dtype, lambda one: keras.KerasTensor(one.shape, dtype=one.dtype))


def _plain(outputs: Any) -> Any:
    match outputs:
        case keras.KerasTensor():
            return (tuple(outputs.shape), outputs.dtype)
        case Mapping():
            return {key: _plain(value) for key, value in outputs.items()}
        case list() | tuple():
            return [_plain(value) for value in outputs if value is not None]
    return f"{type(outputs).__name__} of shape {getattr(outputs, 'shape', None)}"


# -- the schema's answer ------------------------------------------------------------------


class _Refused(Exception):
    """An argument of the layer or of one inside it is refused."""


def _schema_answer(name: str, draw: Draw) -> Answer:
    try:
        layer = _schema_layer(Nested(name, draw.keywords, draw.positional))
        arguments = CallArguments(
            (_specs(draw.inputs, draw.dtype),),
            {key: schema_value(value) for key, value in draw.call_keywords.items()},
        )
        outputs = layer.call(arguments)
        weights = layer.call_weights(arguments)
    except _Refused as refused:
        return Answer(refusal=str(refused))
    except Refusal as refusal:
        assert 3 in refusal.keras, f"{name} raises what holds for another Keras: {refusal}"
        return Answer(refusal=str(refusal))
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


def _schema_layer(nested: Nested) -> LayerSchema:
    canonical = f"keras.layers.{nested.name}"
    schema = find_layer(canonical)
    assert schema is not None, f"{canonical} has no schema"
    layer, refusals = bind(
        schema,
        [schema_value(item) for item in nested.positional],
        {key: schema_value(item) for key, item in nested.keywords.items()},
        keras=3,
        data_format=keras.config.image_data_format(),
    )
    for refusal in refusals:
        if 3 in refusal.keras:
            raise _Refused(f"{refusal.argument}: {refusal}")
    return layer


def schema_value(value: Any) -> Any:
    """Give a Python value in the form in which the interpreter hands it to a schema."""
    match value:
        case Nested():
            return _schema_layer(value)
        case Tensor():
            return _spec(value)
        case bool() | int() | float() | str() | bytes() | None:
            return value
        case np.integer():
            return NumpyInteger(int(value))
        case list() | tuple():
            return type(value)(schema_value(item) for item in value)
        case dict():
            return {key: schema_value(item) for key, item in value.items()}
    made = type(value) if not callable(value) or not hasattr(value, "__qualname__") else value
    return Opaque(f"{made.__module__}.{made.__qualname__}")


def _specs(inputs: Any, dtype: Any) -> Any:
    return _map_shapes(inputs, dtype, _spec)


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


# -- the comparison -----------------------------------------------------------------------


def _difference(theirs: Answer, ours: Answer, unknown_allowed: bool) -> str:
    """Say in what the answers differ, or nothing."""
    if (theirs.refusal is None) != (ours.refusal is None):
        return "only Keras refuses it" if theirs.refusal else "only the schema refuses it"
    if theirs.refusal is not None:
        return ""
    problem = _output_difference(theirs.outputs, ours.outputs, unknown_allowed)
    for what in ("total", "trainable"):
        expected, found = getattr(theirs, what), getattr(ours, what)
        if unknown_allowed and isinstance(found, Unknown):
            continue
        if expected != found:
            problem = problem or f"another number of weights ({what})"
    return problem


def _output_difference(theirs: Any, ours: Any, unknown_allowed: bool) -> str:
    if isinstance(theirs, dict):
        if not isinstance(ours, dict) or set(theirs) != set(ours):
            return "another structure of outputs"
        pairs = [(theirs[key], ours[key]) for key in theirs]
    elif isinstance(theirs, list):
        if not isinstance(ours, list) or len(theirs) != len(ours):
            return "another structure of outputs"
        pairs = list(zip(theirs, ours, strict=True))
    elif not isinstance(ours, tuple):
        return "another structure of outputs"
    else:
        return _tensor_difference(theirs, ours, unknown_allowed)
    problems = (_output_difference(a, b, unknown_allowed) for a, b in pairs)
    return next((problem for problem in problems if problem), "")


def _tensor_difference(theirs: Any, ours: Any, unknown_allowed: bool) -> str:
    (shape, dtype), (dims, our_dtype) = theirs, ours
    if dims is None:
        return "" if unknown_allowed else "an output of unknown rank"
    if len(shape) != len(dims):
        return "another rank"
    for size, dim in zip(shape, dims, strict=True):
        same = is_dynamic(dim) if size is None else is_known(dim) and dim == size
        if not same and not (unknown_allowed and isinstance(dim, Unknown)):
            return "another shape"
    return "another dtype" if our_dtype is not None and our_dtype != dtype else ""
