"""Labels: one-hot encodings of class numbers."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.ops.operands import (
    dim_argument,
    dtype_argument,
    integer_argument,
    tensor,
    unknown_tensor,
)
from keras_lint.ops.operation import operation
from keras_lint.shapes import (
    Content,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_known,
    surely_below,
)


@operation(
    "keras.ops.one_hot(x, num_classes, axis, dtype, sparse)",
    "tensorflow.one_hot(indices: x, depth: num_classes, on_value, off_value, axis, dtype, name)",
    "keras.backend.one_hot(indices: x, num_classes)",
)
def one_hot(
    x: Argument,
    num_classes: Argument,
    axis: Argument = -1,
    dtype: Argument = None,
) -> TensorSpec:
    """Give a row of zeros with a single one for each number: ``(...) -> (..., classes)``.

    Keras: ``OneHot.compute_output_spec``.
    """
    spec, count = tensor(x), dim_argument(num_classes)
    name = dtype_argument(dtype, "float32")
    place = integer_argument(-1 if axis is None else axis)
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why, name)
    rank = len(spec.shape) + 1
    if surely_below(count, 0):
        raise InvalidArgument("num_classes", "a number that is not negative", str(count))
    if isinstance(place, Unknown):
        return TensorSpec(Shape.unknown_dims(rank, place.why), name)
    if not -1 <= place < rank:
        raise InvalidShape(f"an axis between -1 and {rank - 1}", f"axis {place}")
    last = place in (-1, rank - 1)
    content = Content(0, 1, one_hot=last or None)
    return TensorSpec(spec.shape.with_inserted(place, count), name, content=content)


@operation(
    "keras.utils.to_categorical(x, num_classes, *, y: x, dtype)",
)
def to_categorical(x: Argument, num_classes: Argument = None) -> TensorSpec:
    """Give one-hot rows; a last axis of size 1 goes first.

    Without ``num_classes`` there are as many as the greatest label plus one.
    """
    spec = tensor(x)
    count: Dim
    if num_classes is None or num_classes == 0:
        count = _greatest(spec) + 1
    else:
        count = dim_argument(num_classes)
    content = Content(0, 1, one_hot=True)
    shape = spec.shape
    if shape.dims is None:
        return unknown_tensor(shape.why, None)
    if len(shape) > 1:
        if shape[-1] == 1:
            shape = shape.without_axis(-1)
        elif not is_known(shape[-1]):
            return unknown_tensor("a last axis of size 1 would be dropped", None)
    elif not len(shape):
        # numpy makes one row of a single number.
        return TensorSpec(Shape((count,)), None, content=content)
    return TensorSpec(Shape((*shape.known, count)), None, content=content)


def _greatest(spec: TensorSpec) -> Dim:
    content = spec.content
    if content and content.attained and content.maximum is not None:
        return int(content.maximum)
    if content and content.elements and all(is_known(one) for one in content.elements):
        return max(one for one in content.elements if is_known(one))
    return Unknown("the greatest label is unknown")
