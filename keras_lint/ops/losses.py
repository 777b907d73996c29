"""Losses as functions: one value for each row, or for each value."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.ops.operands import integer_argument, tensor, unknown_tensor
from keras_lint.ops.operation import operation
from keras_lint.shapes import (
    InvalidShape,
    TensorSpec,
    Unknown,
    join_shape,
    shapes_surely_differ,
)
from keras_lint.shapes.arithmetic import canonical_axis


@operation(
    "tensorflow.nn.softmax_cross_entropy_with_logits(labels, logits: output, axis, name)",
    "keras.ops.categorical_crossentropy(target, output, from_logits, axis)",
    "keras.backend.categorical_crossentropy(target, output, from_logits, axis)",
    "keras.ops.sparse_categorical_crossentropy(target, output, from_logits, axis)",
)
def per_row(output: Argument, axis: Argument = -1) -> TensorSpec:
    """Give one loss for each row: ``(..., classes) -> (...)``."""
    spec, place = tensor(output), integer_argument(axis)
    if spec.shape.dims is None or isinstance(place, Unknown):
        return unknown_tensor(spec.shape.why or "the axis of the classes", spec.dtype)
    if not len(spec.shape):
        raise InvalidShape("a tensor with at least one axis", str(spec.shape))
    place = canonical_axis(place, len(spec.shape))
    rest = spec.shape.without_axis(place)
    # Keras: CategoricalCrossentropy.compute_output_spec shows the first axes whatever ``axis`` is.
    why = "the shape that Keras shows for classes on this axis"
    return TensorSpec(join_shape(rest, spec.shape.without_axis(-1), why), spec.dtype)


@operation(
    "keras.backend.sparse_categorical_crossentropy(target, output, from_logits, axis, ...)",
)
def sparse_per_row_in_backend(output: Argument, axis: Argument = -1) -> TensorSpec:
    """Give one loss for each row; Keras 2 counts any axis modulo the rank."""
    spec, place = tensor(output), integer_argument(axis)
    if spec.shape.rank == 1:
        return unknown_tensor("the loss of a single row", spec.dtype)
    if spec.shape.rank == 2 and isinstance(place, int) and place % 2 == 0:
        return unknown_tensor("as many losses as there are targets", spec.dtype)
    if spec.shape.dims and isinstance(place, int):
        return TensorSpec(spec.shape.without_axis(place % len(spec.shape)), spec.dtype)
    return per_row(spec, axis)


@operation(
    "tensorflow.nn.sparse_softmax_cross_entropy_with_logits(labels, logits, name)",
)
def sparse_per_row(logits: Argument) -> TensorSpec:
    """Give one loss for each row of the last axis."""
    return per_row(logits)


@operation(
    "tensorflow.nn.sigmoid_cross_entropy_with_logits(labels: target, logits: output, name)",
)
def per_logit(output: Argument, target: Argument) -> TensorSpec:
    """Give one loss for each logit.

    Raises:
        InvalidShape: the labels have another shape.
    """
    if shapes_surely_differ(tensor(target).shape, tensor(output).shape):
        raise InvalidShape(f"labels of shape {tensor(output).shape}", str(tensor(target).shape))
    return per_value(output, target)


@operation(
    "keras.backend.binary_crossentropy(target, output, from_logits)",
)
def per_value(output: Argument, target: Argument = None) -> TensorSpec:
    """Give one loss for each value; Keras 2 broadcasts the two."""
    spec = tensor(output)
    shape = spec.shape
    if target is not None:
        shape = join_shape(shape, tensor(target).shape, "targets of another shape")
    return TensorSpec(shape, spec.dtype)


@operation(
    "keras.ops.binary_crossentropy(target, output, from_logits)",
)
def binary_crossentropy(target: Argument, output: Argument) -> TensorSpec:
    """Give one loss for each value. Keras: ``BinaryCrossentropy.compute_output_spec``."""
    if shapes_surely_differ(tensor(target).shape, tensor(output).shape):
        raise InvalidShape(f"targets of shape {tensor(output).shape}", str(tensor(target).shape))
    return per_value(output)
