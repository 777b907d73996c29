"""Initializers, regularizers, constraints and activations by name, in Keras 2 and Keras 3."""

from __future__ import annotations

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

from dataclasses import fields
from typing import Any

import keras
import pytest
import tf_keras
from keras.src import constraints, initializers, regularizers

from keras_lint import engine
from keras_lint.layers.activations.names import ACTIVATION_NAMES
from keras_lint.layers.objects import NAMES
from keras_lint.layers.registry import find_layer, layer_modules
from keras_lint.settings import Settings
from keras_lint.source import SourceText
from tests.layers.versions.test_keras_2_arguments import bound, made, plain_call
from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import diagnose, program

FRAMEWORKS: dict[int, Any] = {2: tf_keras, 3: keras}
FAMILIES = ("initializer", "regularizer", "constraint")


def object_arguments() -> list[tuple[str, str]]:
    found = []
    for name in layer_modules():
        schema = find_layer(name)
        assert schema is not None
        layer = schema.keras_name.removeprefix("keras.layers.")
        if hasattr(tf_keras.layers, layer) and name == schema.keras_name:
            found += [(layer, f.name) for f in fields(schema) if f.name.endswith(FAMILIES)]  # type: ignore[arg-type]
    return found


def raises(major: int, name: str, keywords: dict[str, object]) -> bool:
    try:
        getattr(FRAMEWORKS[major].layers, name)(**keywords)
    except (TypeError, ValueError):
        return True
    return False


def test_the_names_are_those_of_keras_3() -> None:
    for family, module in zip(FAMILIES, (initializers, regularizers, constraints), strict=True):
        assert NAMES[3, family] == set(module.ALL_OBJECTS_DICT)


@pytest.mark.parametrize("family", [*FAMILIES, "activation"])
def test_the_names_of_keras_2_are_taken_by_it(family: str) -> None:
    get = getattr(tf_keras, f"{family}s").get
    for name in NAMES.get((2, family), ()):
        assert get(name) is not None
    if family == "regularizer":
        assert get("no_such") is not None
        return
    ours = NAMES.get((3, family), ACTIVATION_NAMES)
    for name in ours - NAMES[2, family]:
        with pytest.raises(ValueError, match=r"Unknown|Could not"):
            get(name)


@pytest.mark.parametrize(("name", "argument"), object_arguments())
def test_each_argument_is_checked_where_the_layer_is_made(name: str, argument: str) -> None:
    """A number is refused, and a misspelled name where the version has no such name."""
    family = argument.rpartition("_")[2]
    near = {"initializer": "he_norml", "regularizer": "l2_", "constraint": "max_nrm"}[family]
    majors = (2, 3) if hasattr(keras.layers, name) else (2,)
    for major in majors:
        keywords = plain_call(name)
        if major == 3:
            keywords = {k: made_in_keras_3(one) for k, one in keywords.items()}
        for value in (near, 0.01):
            refusals = bound(name, {argument: value}, major)

            assert raises(major, name, {**keywords, argument: value}) == bool(refusals)


def made_in_keras_3(value: object) -> object:
    kind = type(value).__name__
    return getattr(keras.layers, kind)(2) if hasattr(tf_keras.layers, kind) else made(value)


def test_a_misspelled_name_is_refused() -> None:
    refused("""
        layer = layers.Dense(4, kernel_initializer="he_norml")  # [invalid-argument]
        """)
    refused("""
        layer = layers.Dense(4, kernel_regularizer="l1_l2")  # [invalid-argument]
        """)
    refused("""
        layer = layers.Dense(4, kernel_constraint="maxnorm")  # [invalid-argument]
        """)
    refused("""
        layer = layers.Dense(4, kernel_regularizer=0.01)  # [invalid-argument]
        """)


def test_shapes_are_known_behind_a_misspelled_name() -> None:
    """Shapes do not depend on it."""
    text = program('x = layers.Dense(4, activation="rleu")(keras.Input((8,)))')
    report = engine.analyze(SourceText("example.py", text), Settings(version="3"))

    assert [str(call.output.shape) for call in report.model.layer_calls] == ["(None, 4)"]


CUSTOM = """
    def he_norml(shape, dtype=None):
        return keras.ops.ones(shape, dtype)

    with keras.utils.custom_object_scope({"he_norml": he_norml}):
        layer = layers.Dense(4, kernel_initializer="he_norml")
    """


def test_the_name_of_a_custom_object_is_taken() -> None:
    accepted(CUSTOM)


@pytest.mark.parametrize("name", ["zzz", "my_init", "Custom>he_norml"])
def test_a_name_that_may_be_registered_elsewhere_is_silent(name: str) -> None:
    assert bound("Dense", {"kernel_initializer": name}, 3) == []
    assert bound("Dense", {"kernel_initializer": name}, 2) == []


def test_names_of_keras_2_alone() -> None:
    """``maxnorm`` is a name in Keras 2; where nobody knows which Keras is meant, it may be."""
    source = 'layer = layers.Dense(4, kernel_constraint="maxnorm")'
    assert tf_keras.layers.Dense(4, kernel_constraint="maxnorm").kernel_constraint is not None

    assert diagnose(source, version="2") == []
    assert [one.rule for one in diagnose(source)] == ["invalid-argument"]
