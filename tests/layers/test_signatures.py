"""Schemas against the signatures of Keras's own classes."""

from __future__ import annotations

import inspect
from dataclasses import MISSING, fields

import keras
import pytest

from keras_lint.layers.registry import find_layer, layer_modules
from keras_lint.layers.schema import LayerSchema


def public_layers() -> dict[str, type]:
    """Every layer class under ``keras.layers``, by each of its names."""
    return {
        name: member
        for name, member in vars(keras.layers).items()
        if isinstance(member, type) and issubclass(member, keras.layers.Layer)
    }


def modelled_layers() -> list[str]:
    """The names that both Keras and the registry have."""
    names = (name.removeprefix("keras.layers.") for name in layer_modules())
    return sorted(set(names) & set(public_layers()))


def schema_of(name: str) -> type[LayerSchema]:
    schema = find_layer(f"keras.layers.{name}")
    assert schema is not None
    return schema


def keras_arguments(layer: type) -> list[tuple[str, object]]:
    parameters = list(inspect.signature(layer.__init__).parameters.values())[1:]
    return [
        (one.name, MISSING if one.default is one.empty else one.default)
        for one in parameters
        if one.kind not in (one.VAR_KEYWORD, one.VAR_POSITIONAL)
    ]


@pytest.mark.parametrize("name", modelled_layers())
def test_arguments_are_those_of_keras(name: str) -> None:
    """A schema has Keras's arguments in Keras's order with Keras's defaults."""
    ours = [(one.name.rstrip("_"), one.default) for one in fields(schema_of(name))]

    assert ours == keras_arguments(public_layers()[name])


@pytest.mark.parametrize("name", modelled_layers())
def test_every_name_leads_to_the_class_of_keras(name: str) -> None:
    """A name and the canonical name of its schema are names of one class in Keras."""
    canonical = schema_of(name).keras_name.removeprefix("keras.layers.")

    assert public_layers().get(canonical) is public_layers()[name]


def test_every_public_layer_has_a_schema() -> None:
    """The registry knows each public name of each layer of Keras."""
    assert sorted(set(public_layers()) - set(modelled_layers())) == []


def test_every_schema_of_keras_3_is_a_public_layer() -> None:
    """A canonical name that Keras 3 does not have says so by ``in_keras``.

    The classes of Keras 1 among them are compared with it in ``tests/layers/keras_1``.
    """
    schemas = {find_layer(name) for name in layer_modules() if name.startswith("keras.layers.")}
    extra = {
        schema.keras_name
        for schema in schemas
        if 3 in schema.in_keras and schema.keras_name.startswith("keras.layers.")
    } - {f"keras.layers.{name}" for name in public_layers()}

    assert extra == set()
