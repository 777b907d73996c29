"""Shapes as Python sees them."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.interpreter.conversion import dim_value
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Dict, List, Tuple, Value
from keras_lint.shapes import TensorSpec, Unknown


def shape_tuple(spec: TensorSpec) -> Value:
    """Give ``x.shape`` as the tuple that Python sees."""
    if spec.shape.dims is None:
        return Unknown(spec.shape.why or "a shape that is not known", spec.origin)
    return Tuple(tuple(dim_value(dim) for dim in spec.shape.dims))


def array_shape(spec: TensorSpec) -> Value:
    """Give ``x.shape`` of an array, whose sizes are integers even where nobody knows which."""
    shape = shape_tuple(spec)
    if not isinstance(shape, Tuple):
        return shape
    return Tuple(
        tuple(replace(one, whole=True) if isinstance(one, Unknown) else one for one in shape.items)
    )


def shape_of(value: Value) -> Value:
    """Give the shape of a tensor, or of every tensor in a list or dict."""
    match value:
        case Tensor(spec):
            return shape_tuple(spec)
        case List(items=items) if not isinstance(items, Unknown):
            return List([shape_of(item) for item in items])
        case Tuple(items):
            return Tuple(tuple(shape_of(item) for item in items))
        case Dict(items=entries) if not isinstance(entries, Unknown):
            return Dict({key: shape_of(item) for key, item in entries.items()})
    return value if isinstance(value, Unknown) else Unknown("a shape that is not known")
