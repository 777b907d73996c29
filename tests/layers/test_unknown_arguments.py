"""Layers of which nothing is known but the name."""

from __future__ import annotations

import pytest

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer, layer_modules
from keras_lint.layers.schema import LayerSchema, argument_names, required_fields
from keras_lint.shapes import InvalidShape, Shape, TensorSpec, Unknown

FAMILIES = ("core", "activations", "normalization", "regularization", "preprocessing")
NAMES = sorted(
    name.removeprefix("keras.layers.")
    for name, module in layer_modules().items()
    if module.split(".")[-2] in FAMILIES and name.startswith("keras.layers.")
)
RANKS = {
    "CenterCrop": (3, 4),
    "Dense": (2, 3, 4, 5),
    "HashedCrossing": (),
    "Highway": (2,),
    "MaxoutDense": (2,),
    "MelSpectrogram": (1, 2, 3, 4, 5),
    "RandomColorDegeneration": (3, 4),
    "RandomCrop": (2, 3, 4, 5),
    "Resizing": (2, 3, 4, 5),
    "STFTSpectrogram": (3,),
    "SpectralNormalization": (1, 2, 3, 4, 5),
    "SpatialDropout1D": (3,),
    "SpatialDropout2D": (4,),
    "SpatialDropout3D": (5,),
    "TimeDistributedDense": (3,),
}
"""The ranks that these layers take with one argument or the other; all others take any."""
WHY = Unknown("nobody knows")


def schema_of(name: str) -> type[LayerSchema]:
    schema = find_layer(f"keras.layers.{name}")
    assert schema is not None
    return schema


def apply(layer: LayerSchema, shape: Shape) -> None:
    arguments = CallArguments((TensorSpec(shape),))
    layer.call(arguments)
    layer.call_weights(arguments)
    layer.check_rebuild(arguments, arguments)


@pytest.mark.parametrize("name", NAMES)
def test_unknown_arguments_on_unknown_sizes(name: str) -> None:
    """No argument is refused, and no rank that fits with one argument or the other."""
    schema = schema_of(name)

    layer, refusals = bind(schema, [WHY] * len(argument_names(schema)), {})

    assert refusals == []
    for rank in range(6):
        shape = Shape.unknown_dims(rank, "nobody knows")
        if rank in RANKS.get(name, range(6)):
            apply(layer, shape)
        else:
            with pytest.raises(InvalidShape):
                apply(layer, shape)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"HashedCrossing"}))
def test_unknown_arguments_on_an_unknown_rank(name: str) -> None:
    """Nothing is refused where not even the number of axes is known."""
    schema = schema_of(name)
    layer, _ = bind(schema, [WHY] * len(argument_names(schema)), {})

    apply(layer, Shape.unknown("nobody knows"))


@pytest.mark.parametrize("name", NAMES)
def test_one_unknown_argument_beside_defaults(name: str) -> None:
    """An argument that may be anything is never refused itself."""
    schema = schema_of(name)
    for argument in argument_names(schema):
        given = dict.fromkeys(required_fields(schema), WHY)

        _, refusals = bind(schema, [], {**given, argument: WHY})

        assert [refusal for refusal in refusals if refusal.argument == argument] == []
