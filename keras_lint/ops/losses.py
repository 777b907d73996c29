"""Losses as functions: one value for each row, or for each value."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.ops.operands import integer_argument, tensor, unknown_tensor
from keras_lint.ops.operation import operation
from keras_lint.shapes import TensorSpec, Unknown
from keras_lint.shapes.arithmetic import canonical_axis


@operation(
    "tensorflow.nn.softmax_cross_entropy_with_logits(labels, logits: output, axis, name)",
    "keras.ops.categorical_crossentropy(target, output, from_logits, axis)",
    "keras.backend.categorical_crossentropy(target, output, from_logits, axis)",
    "keras.ops.sparse_categorical_crossentropy(target, output, from_logits, axis)",
    "keras.backend.sparse_categorical_crossentropy(target, output, from_logits, axis, ...)",
)
def per_row(output: Argument, axis: Argument = -1) -> TensorSpec:
    """Give one loss for each row: ``(..., classes) -> (...)``."""
    spec, place = tensor(output), integer_argument(axis)
    if spec.shape.dims is None or isinstance(place, Unknown) or not len(spec.shape):
        return unknown_tensor(spec.shape.why or "the axis of the classes", spec.dtype)
    place = canonical_axis(place, len(spec.shape))
    return TensorSpec(spec.shape.without_axis(place), spec.dtype)


@operation(
    "tensorflow.nn.sparse_softmax_cross_entropy_with_logits(labels, logits, name)",
)
def sparse_per_row(logits: Argument) -> TensorSpec:
    """Give one loss for each row of the last axis."""
    return per_row(logits)


@operation(
    "tensorflow.nn.sigmoid_cross_entropy_with_logits(labels, logits: output, name)",
    "keras.ops.binary_crossentropy(target, output, from_logits)",
    "keras.backend.binary_crossentropy(target, output, from_logits)",
)
def per_value(output: Argument) -> TensorSpec:
    """Give one loss for each value."""
    spec = tensor(output)
    return TensorSpec(spec.shape, spec.dtype)
