"""Backbones of real Keras, built without weights, and the same facts of ours."""

from __future__ import annotations

import itertools
import math
import os
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import keras

from keras_lint.applications import Backbone, find_application
from keras_lint.layers.arguments import Argument
from keras_lint.shapes import Refusal, Shape, TensorSpec

NAMES = [name for name in dir(keras.applications) if name[0].isupper()]

FULL = os.environ.get("KERAS_LINT_DIFFERENTIAL") == "full"
ROTATION = int(os.environ.get("KERAS_LINT_ROTATION", date.today().toordinal()))
"""Which configurations CI takes; the ids of the tests show them."""

TOPPED: list[dict[str, Any]] = [
    {},
    {"input_shape": (139, 200, 1), "classes": 7},
    {"input_shape": (97, 98, 4), "classifier_activation": None},
    {"input_shape": (224, 224, 3), "classes": 2},
    {"input_shape": [128, 128, 3]},
]
SIZES = [
    None,
    (96, 96, 3),
    (97, 140, 3),
    (151, 107, 4),
    (None, None, 1),
    (None, 150, 3),
    (224, 224, 2),
]
HEADLESS: list[dict[str, Any]] = [
    {"include_top": False, "input_shape": size, "pooling": pooling}
    for size, pooling in itertools.product(SIZES, (None, "avg", "max"))
]


def configurations(name: str) -> list[dict[str, Any]]:
    """The configurations of one backbone: all of them, or today's."""
    own = [*_options(name), *TOPPED]
    if FULL:
        return own + HEADLESS
    turn, rest = divmod(ROTATION + NAMES.index(name), 2)
    chosen = HEADLESS if rest else own
    return [chosen[turn % len(chosen)]]


def _options(name: str) -> list[dict[str, Any]]:
    headless: dict[str, Any] = {"include_top": False}
    if name == "MobileNet":
        widths = ({"alpha": 0.25}, {"alpha": 1.4, "depth_multiplier": 2}, {"dropout": 0})
        return [{**headless, **width} for width in widths]
    if name == "MobileNetV2":
        return [{**headless, "alpha": alpha} for alpha in (0.1, 0.35, 0.5, 0.75, 1.3, 1.4)]
    if name.startswith("MobileNetV3"):
        plain = {"minimalistic": True, "include_preprocessing": False}
        widths = [{"alpha": 0.75}, {"alpha": 1.5, "dropout_rate": 0}, {"alpha": 0.5, **plain}]
        return [*widths, plain, {**headless, **plain}]
    if name.startswith(("VGG", "ResNet", "EfficientNetB")):
        return [{"name": None}, {**headless, "name": "backbone"}]
    if name.startswith(("ConvNeXt", "EfficientNetV2")):
        return [{"include_preprocessing": False}, {**headless, "include_preprocessing": False}]
    return []


class Row(NamedTuple):
    """One layer."""

    name: str
    class_name: str
    shape: str
    params: int
    trainable: int


class Facts(NamedTuple):
    """What is compared."""

    name: str | None
    output: str
    params: int
    trainable: int
    rows: list[Row]


def real(name: str, /, **arguments: Any) -> Facts | Exception:
    """Build with Keras; give what it raises."""
    model = real_model(name, **arguments)
    return model if isinstance(model, Exception) else facts_of(model)


def real_model(name: str, /, **arguments: Any) -> Any:
    # Automatic names count from the start.
    keras.utils.clear_session(free_memory=False)
    with keras.StatelessScope(initialize_variables=False):
        try:
            return getattr(keras.applications, name)(**arguments)
        except Exception as error:
            return error


def facts_of(model: Any) -> Facts:
    rows = [
        Row(
            layer.name,
            type(layer).__name__,
            str(Shape.of(*layer.output.shape)),
            layer.count_params(),
            _size(layer.trainable_weights),
        )
        for layer in model.layers
    ]
    output = str(Shape.of(*model.output.shape))
    return Facts(model.name, output, model.count_params(), _size(model.trainable_weights), rows)


def _size(weights: Any) -> int:
    return sum(math.prod(weight.shape) for weight in weights)


def backbone(name: str, /, **arguments: Any) -> Backbone:
    application = find_application(f"keras.applications.{name}")
    assert application is not None
    return application.build({key: _argument(value) for key, value in arguments.items()})


def ours(name: str, /, **arguments: Any) -> Facts | Refusal:
    """Build with keras_lint; give what it refuses."""
    try:
        return facts_of_ours(backbone(name, **arguments))
    except Refusal as refusal:
        return refusal


def facts_of_ours(built: Backbone) -> Facts:
    rows = [
        Row(
            layer.name,
            layer.class_name,
            str(layer.output.shape),
            layer.params,
            layer.trainable_params,
        )
        for layer in built.layers
    ]
    name = built.name if isinstance(built.name, str) else None
    return Facts(name, str(built.output.shape), built.params, built.trainable_params, rows)


def _argument(value: Any) -> Argument:
    if isinstance(value, keras.KerasTensor):
        return TensorSpec(Shape.of(*value.shape), value.dtype)
    return value


def assert_same(name: str, arguments: Mapping[str, Any]) -> None:
    """Assert that Keras and keras_lint build the same layers, or both refuse."""
    theirs, mine = real(name, **arguments), ours(name, **arguments)
    if isinstance(theirs, Exception) or isinstance(mine, Refusal):
        assert isinstance(theirs, Exception) and isinstance(mine, Refusal), (theirs, mine)
        return
    if mine.name is None:
        theirs = theirs._replace(name=None)
    assert mine == theirs
