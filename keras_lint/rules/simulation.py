"""What layers would give on another input: the shapes and weights that a remedy has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from keras_lint.layers.arguments import Argument, CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, Refusal, Shape, TensorSpec, Unknown, is_known


@dataclass(frozen=True)
class Applied:
    """A layer on an input that it has not got yet: the output and the number of weights."""

    shape: Shape
    params: Dim


def make(name: str, arguments: Mapping[str, Argument] | None = None) -> LayerSchema:
    """Make a layer of Keras with arguments that are known to be right."""
    schema = find_layer(name)
    assert schema is not None, f"{name} is a layer of Keras"
    return bind(schema, [], arguments or {})[0]


def apply(layer: LayerSchema, shape: Shape) -> Applied | None:
    """Apply a layer to an input; None where Keras raises or the output is no single tensor."""
    given = CallArguments((TensorSpec(shape, "float32"),))
    try:
        output = layer.call(given)
        weights = layer.call_weights(given)
    except Refusal:
        return None
    if not isinstance(output, TensorSpec):
        return None
    params: Dim = 0
    if isinstance(weights, Unknown):
        params = weights
    else:
        for weight in weights:
            params = params + weight.size
    return Applied(output.shape, params)


def apply_all(layers: Sequence[LayerSchema], shape: Shape) -> list[Applied] | None:
    """Apply layers one after the other; None where one of them would refuse."""
    found: list[Applied] = []
    for layer in layers:
        one = apply(layer, shape)
        if one is None:
            return None
        found.append(one)
        shape = one.shape
    return found


def weight_count(params: Dim) -> str:
    """Write a number of weights: ``460,864 weights``, nothing where it is not known."""
    if not is_known(params):
        return ""
    return f"{params:,} weight" if params == 1 else f"{params:,} weights"
