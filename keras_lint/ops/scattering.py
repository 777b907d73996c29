"""Functions that put values where indices say: segments, scattered updates, partitions."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.ops.operands import dim_argument, integer_argument, tensor, unknown_tensor
from keras_lint.ops.operation import operation
from keras_lint.ops.shape_arguments import made_shape
from keras_lint.shapes import DYNAMIC, Dim, Shape, TensorSpec, Unknown, is_dynamic


def _segments(x: Argument, segment_ids: Argument, count: Dim) -> TensorSpec:
    spec, ids = tensor(x), tensor(segment_ids)
    if spec.shape.dims is None or ids.shape.rank is None:
        return unknown_tensor(spec.shape.why or ids.shape.why, spec.dtype)
    if len(ids.shape) > len(spec.shape):
        return unknown_tensor("more axes of segments than of values", spec.dtype)
    return TensorSpec(Shape((count, *spec.shape.dims[len(ids.shape) :])), spec.dtype)


def _open_count(*specs: TensorSpec) -> Dim:
    """Give a size that values decide: in a graph, where it shows, TensorFlow has None."""
    for spec in specs:
        if spec.shape.dims is not None and any(is_dynamic(dim) for dim in spec.shape.dims):
            return DYNAMIC
    return Unknown("the number of values that are found")


@operation(
    "tensorflow.math.unsorted_segment_sum(data: x, segment_ids, num_segments, name)",
    "tensorflow.math.unsorted_segment_mean(data: x, segment_ids, num_segments, name)",
    "tensorflow.math.unsorted_segment_max(data: x, segment_ids, num_segments, name)",
    "tensorflow.math.unsorted_segment_min(data: x, segment_ids, num_segments, name)",
    "tensorflow.math.unsorted_segment_prod(data: x, segment_ids, num_segments, name)",
    "tensorflow.math.unsorted_segment_sqrt_n(data: x, segment_ids, num_segments, name)",
)
def unsorted_segments(x: Argument, segment_ids: Argument, num_segments: Argument) -> TensorSpec:
    """Reduce by segments: ``(n, ...), ids (n,) -> (num_segments, ...)``."""
    return _segments(x, segment_ids, dim_argument(num_segments))


@operation(
    "tensorflow.math.{segment_sum,segment_mean,segment_max}(data: x, segment_ids, name)",
    "tensorflow.math.{segment_min,segment_prod}(data: x, segment_ids, name)",
)
def sorted_segments(x: Argument, segment_ids: Argument) -> TensorSpec:
    """Reduce by segments in order; the last id says how many there are."""
    return _segments(x, segment_ids, _open_count(tensor(x), tensor(segment_ids)))


@operation(
    "keras.ops.{segment_sum,segment_max}(data: x, segment_ids, num_segments, sorted)",
    "keras.ops.{segment_min,segment_prod}(data: x, segment_ids, num_segments, sorted)",
)
def segments(x: Argument, segment_ids: Argument, num_segments: Argument = None) -> TensorSpec:
    """Reduce by segments. Keras: ``SegmentReduction.compute_output_spec``."""
    if num_segments is None:
        return sorted_segments(x, segment_ids)
    return _segments(x, segment_ids, dim_argument(num_segments))


@operation(
    "keras.ops.scatter(indices, values, shape)",
    "tensorflow.scatter_nd(indices, updates: values, shape, ...)",
)
def scatter(indices: Argument, values: Argument, shape: Argument) -> TensorSpec:
    """Write values into zeros of a given shape. Keras: ``Scatter.compute_output_spec``."""
    return TensorSpec(made_shape(shape), tensor(values).dtype)


@operation(
    "keras.ops.scatter_update(inputs: x, indices, updates, reduction)",
    "keras.ops.slice_update(inputs: x, start_indices: indices, updates)",
    "tensorflow.tensor_scatter_nd_update(tensor: x, indices, updates, name)",
    "tensorflow.tensor_scatter_nd_{add,sub,max,min}(tensor: x, indices, updates, ...)",
)
def scatter_update(x: Argument, indices: Argument, updates: Argument) -> TensorSpec:
    """Write values into a tensor, whose shape stays. Keras: ``ScatterUpdate``."""
    return TensorSpec(tensor(x).shape, tensor(x).dtype)


@operation("tensorflow.dynamic_partition(data: x, partitions, num_partitions, name)")
def dynamic_partition(
    x: Argument, partitions: Argument, num_partitions: Argument
) -> list[TensorSpec] | Unknown:
    """Split by a number for each row: ``(n, ...) -> [(None, ...), ...]``."""
    count = integer_argument(num_partitions)
    if isinstance(count, Unknown):
        return count
    part = _segments(x, partitions, _open_count(tensor(x), tensor(partitions)))
    return [part] * count
