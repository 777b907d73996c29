"""The layers that compute something outside Keras."""

from __future__ import annotations

import pytest

from keras_lint.layers.arguments import CallArguments, Opaque
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import Shape, TensorSpec, Unknown

LAYERS = {
    "FlaxLayer": [Opaque("module")],
    "JaxLayer": [Opaque("call_fn")],
    "TFSMLayer": ["path"],
    "TorchModuleWrapper": [Opaque("module")],
    "Layer": [],
}


@pytest.mark.parametrize("name", sorted(LAYERS))
def test_output_and_weights_are_unknown(name: str) -> None:
    """Neither the shape nor the weights can be known, and the reason names the layer."""
    schema = find_layer(f"keras.layers.{name}")
    assert schema is not None
    layer, refusals = bind(schema, LAYERS[name], {}, keras=3)
    arguments = CallArguments((TensorSpec(Shape.of(None, 3)),))

    output = layer.call(arguments)

    assert refusals == []
    assert isinstance(output, TensorSpec)
    assert output.shape.why == f"what `{name}` computes is unknown"
    assert layer.call_weights(arguments) == Unknown(f"what `{name}` computes is unknown")
