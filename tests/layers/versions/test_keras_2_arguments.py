"""The arguments of layers in Keras 2: names, order, and what each version refuses."""

from __future__ import annotations

import inspect
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import pytest
import tf_keras

from keras_lint.layers.binding import KERAS_2_KEYWORDS, REMOVED_IN_KERAS_3, bind
from keras_lint.layers.registry import find_layer, layer_modules
from keras_lint.layers.schema import LayerSchema, keras_2_argument_names, required_fields
from keras_lint.shapes import InvalidArgument, Unknown

KEYWORDS_ALONE = {"dropout", "dtype", "epsilon", "keepdims", "name", "seed"}
"""What Keras 3 added at the end and Keras 2 takes by ``**kwargs``."""
VALUES = {
    "axes": 1, "bin_boundaries": [1.0, 2.0], "cell": "SimpleRNNCell", "cells": ["SimpleRNNCell"],
    "cropping": 1, "dims": (1,), "equation": "ab,bc->ac", "factor": 0.1, "filters": 2,
    "function": abs, "height": 4, "height_factor": 0.1, "input_dim": 5, "kernel_size": 2,
    "key_dim": 2, "layer": "SimpleRNN", "n": 2, "num_bins": 4, "num_heads": 2, "num_tokens": 4,
    "output_dim": 3, "output_shape": 3, "rate": 0.1, "scale": 2.0, "stddev": 0.1,
    "target_shape": (1,), "units": 3, "width": 4, "width_factor": 0.1,
}  # fmt: skip


def layers_of_both() -> list[str]:
    names = (name.removeprefix("keras.layers.") for name in layer_modules())
    return sorted(
        name
        for name in names
        if isinstance(getattr(tf_keras.layers, name, None), type) and name != "InputSpec"
    )


NAMES = layers_of_both()


def schema_of(name: str) -> type[LayerSchema]:
    schema = find_layer(f"keras.layers.{name}")
    assert schema is not None
    return schema


def keras_2_arguments(name: str) -> dict[str, inspect.Parameter]:
    parameters = list(
        inspect.signature(getattr(tf_keras.layers, name).__init__).parameters.values()
    )
    return {
        one.name: one
        for one in parameters[1:]
        if one.kind not in (one.VAR_KEYWORD, one.VAR_POSITIONAL)
    }


def made(value: object) -> object:
    if isinstance(value, list):
        return [made(one) for one in value]
    if isinstance(value, str) and hasattr(tf_keras.layers, value):
        return getattr(tf_keras.layers, value)(2)
    return value


def plain_call(name: str) -> dict[str, object]:
    """Give what Keras 2 needs to make a layer."""
    if name in ("CategoryEncoding", "Discretization"):
        needed = {"CategoryEncoding": "num_tokens", "Discretization": "bin_boundaries"}[name]
        return {needed: VALUES[needed]}
    required = [k for k, one in keras_2_arguments(name).items() if one.default is one.empty]
    return {key: made(VALUES[key]) for key in required}


def refuses(name: str, keywords: dict[str, object]) -> bool:
    try:
        getattr(tf_keras.layers, name)(**keywords)
    except (TypeError, ValueError) as error:
        assert "not understood" in str(error) or "Unrecognized" in str(error), error
        return True
    return False


def bound(name: str, keywords: dict[str, object], keras: int) -> list[InvalidArgument]:
    schema = schema_of(name)
    needed = {key: Unknown("any") for key in required_fields(schema) if key not in keywords}
    _, refusals = bind(schema, [], {**needed, **keywords}, keras=keras)
    return [one for one in refusals if keras in one.keras]


@pytest.mark.parametrize("name", NAMES)
def test_the_order_is_that_of_keras_2(name: str) -> None:
    """Positions mean what they mean there; the rest are keywords that Keras 3 put behind."""
    ours, theirs = keras_2_argument_names(schema_of(name)), list(keras_2_arguments(name))

    assert ours[: len(theirs)] == theirs
    assert set(ours[len(theirs) :]) <= KEYWORDS_ALONE


@pytest.mark.parametrize(
    ("name", "argument"), [(name, one) for name in NAMES for one in schema_of(name).added]
)
def test_what_keras_3_added_is_refused_by_keras_2(name: str, argument: str) -> None:
    """An argument that Keras 2 does not know is an error there, and none in Keras 3."""
    given = {argument: Unknown("any")}

    assert refuses(name, {**plain_call(name), argument: None})
    assert [one.kind for one in bound(name, given, 2)] == ["unknown"]
    assert bound(name, given, 3) == []


@pytest.mark.parametrize(
    ("name", "argument"),
    [(n, one) for n in NAMES for one in schema_of(n).removed if one in keras_2_arguments(n)],
)
def test_what_keras_3_removed_is_taken_by_keras_2(name: str, argument: str) -> None:
    """An argument of Keras 2 is none of Keras 3, whatever it is."""
    assert bound(name, {argument: Unknown("any")}, 2) == []
    assert [one.kind for one in bound(name, {argument: Unknown("any")}, 3)] == ["removed"]


@pytest.mark.parametrize("argument", [*REMOVED_IN_KERAS_3, *KERAS_2_KEYWORDS])
def test_what_every_layer_took_in_keras_2(argument: str) -> None:
    """``Layer.__init__`` of Keras 2 takes more than that of Keras 3."""
    value = {"batch_input_shape": (None, 3), "batch_size": 2, "dynamic": False}.get(argument)

    assert refuses("Dense", {"units": 3, argument: value}) == (
        argument in ("input_length", "input_dtype")
    )
    assert bound("Dense", {argument: value}, 2) == []
    assert [one.kind for one in bound("Dense", {argument: value}, 3)] == ["removed"]


@pytest.mark.parametrize("name", NAMES)
def test_defaults_that_keras_3_dropped(name: str) -> None:
    """What Keras 3 requires and Keras 2 does not has a default there."""
    arguments = keras_2_arguments(name)
    dropped = {
        key: arguments[key].default
        for key in required_fields(schema_of(name))
        if key in arguments and arguments[key].default is not inspect.Parameter.empty
    }

    assert dict(schema_of(name).keras_2_defaults) == {
        key: 2 if key == "pool_size" else one for key, one in dropped.items()
    }
