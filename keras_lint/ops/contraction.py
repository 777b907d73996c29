"""Products that name their axes: einsum, tensordot, batch_dot."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.layers.arguments import Argument, show
from keras_lint.ops.elementwise import binary_dtype
from keras_lint.ops.operands import (
    axes_argument,
    canonical_axes,
    common_dtype,
    integer_argument,
    tensor,
    unknown_tensor,
)
from keras_lint.ops.operation import operation
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    is_unknown,
    product,
    surely_differ,
)
from keras_lint.shapes.arithmetic import broadcast


@operation(
    "tensorflow.einsum(equation: subscripts, *inputs: operands, ...)",
    "tensorflow.linalg.einsum(equation: subscripts, *inputs: operands, ...)",
    "numpy.einsum(subscripts, *operands, ...)",
)
def einsum(subscripts: Argument, operands: tuple[Argument, ...] = ()) -> TensorSpec:
    """Multiply and add up over named axes: ``"...ij,jk->...ik"``.

    Keras: ``Einsum.compute_output_spec``.
    """
    specs = [tensor(one) for one in operands]
    dtype = common_dtype(*(one.dtype for one in specs))
    if not isinstance(subscripts, str):
        return unknown_tensor("the equation of this einsum is unknown", dtype)
    inputs, arrow, output = subscripts.replace(" ", "").partition("->")
    terms = inputs.split(",")
    if len(terms) != len(specs):
        raise InvalidArgument("subscripts", f"{len(specs)} terms", show(subscripts))
    if not arrow:
        output = _implied_output(inputs)
    sizes: dict[str, Dim] = {}
    leading = Shape(())
    for term, spec in zip(terms, specs, strict=True):
        rest = _bind(term, spec.shape, sizes)
        leading = broadcast(leading, rest)
    if leading.dims is None and "..." in output:
        return unknown_tensor(leading.why, dtype)
    dims: list[Dim] = []
    for label in output.replace("...", "."):
        if label == ".":
            dims.extend(leading.known)
        elif label in sizes:
            dims.append(sizes[label])
        else:
            raise InvalidArgument("subscripts", f"an input with `{label}`", show(subscripts))
    return TensorSpec(Shape(tuple(dims)), dtype)


@operation(
    "keras.ops.einsum(subscripts, *operands, ...)",
)
def einsum_in_keras(subscripts: Argument, operands: tuple[Argument, ...] = ()) -> TensorSpec:
    """Multiply and add up over named axes; Keras orders an implied output in ways of its own."""
    result = einsum(subscripts, operands)
    if isinstance(subscripts, str) and "->" not in subscripts and (result.shape.rank or 0) > 1:
        why = "an output that is implied"
        return TensorSpec(Shape.unknown_dims(len(result.shape), why), result.dtype)
    return result


def _implied_output(inputs: str) -> str:
    labels = inputs.replace(",", "").replace(".", "")
    once = sorted(label for label in set(labels) if labels.count(label) == 1)
    return ("..." if "..." in inputs else "") + "".join(once)


def _bind(term: str, shape: Shape, sizes: dict[str, Dim]) -> Shape:
    """Note the size of each label of one term; give what its ellipsis stands for."""
    head, ellipsis, tail = term.partition("...")
    labels = head + tail
    if shape.dims is None:
        for label in labels:
            sizes.setdefault(label, Unknown(shape.why))
        return Shape.unknown(shape.why) if ellipsis else Shape(())
    rank = len(shape)
    if rank < len(labels) or (rank > len(labels) and not ellipsis):
        least = "at least " if ellipsis else ""
        raise InvalidShape(f"{least}{len(labels)} axes for `{term}`", str(shape))
    extent = rank - len(labels)
    start = len(head)
    for label, dim in zip(labels, shape.dims[:start] + shape.dims[start + extent :], strict=True):
        sizes[label] = _agreed(label, sizes[label], dim) if label in sizes else dim
    return Shape(shape.dims[start : start + extent])


def _agreed(label: str, left: Dim, right: Dim) -> Dim:
    if is_known(left) and is_known(right) and left != right:
        if 1 in (left, right):
            # numpy broadcasts a 1 here, TensorFlow and Keras do not agree on it.
            return Unknown(f"`{label}` is 1 in one operand")
        raise InvalidShape(f"{left} for `{label}`", str(right))
    if is_known(left) or is_known(right):
        size = left if is_known(left) else right
        # A 1 gives way to the size that is not seen.
        return size if left == right or size != 1 else Unknown(f"`{label}` is 1 in one operand")
    # An unknown size may be one that wins over None.
    if is_unknown(left) or is_unknown(right):
        return left if is_unknown(left) else right
    if left == right or is_dynamic(right):
        return left
    return right if is_dynamic(left) else Unknown(f"`{label}` may be 1 in one operand")


@operation(
    "keras.ops.tensordot(x1, x2, axes)",
    "tensorflow.tensordot(a: x1, b: x2, axes, name)",
    "tensorflow.linalg.tensordot(a: x1, b: x2, axes, name)",
    "numpy.tensordot(a: x1, b: x2, axes)",
)
def tensordot(x1: Argument, x2: Argument, axes: Argument = 2) -> TensorSpec:
    """Multiply and add up over pairs of axes. Keras: ``Tensordot.compute_output_spec``."""
    left, right = tensor(x1), tensor(x2)
    dtype = binary_dtype(x1, x2)
    if left.shape.dims is None or right.shape.dims is None:
        return unknown_tensor(left.shape.why or right.shape.why, dtype)
    pair = _paired_axes(axes, len(left.shape))
    if isinstance(pair, Unknown):
        return unknown_tensor(pair.why, dtype)
    if len(pair[0]) != len(pair[1]):
        raise InvalidArgument("axes", "as many axes of either operand", show(axes))
    first = canonical_axes(pair[0], len(left.shape))
    second = canonical_axes(pair[1], len(right.shape))
    sides = ((left.shape, first), (right.shape, second))
    # TensorFlow multiplies what is summed over into one axis, and compares nothing else.
    summed = [product(shape[axis] for axis in axes) for shape, axes in sides]
    for one, two in zip(first, second, strict=True):
        if surely_differ(left.shape[one], right.shape[two]) and surely_differ(*summed):
            raise InvalidShape(
                f"{left.shape[one]} on axis {two} of the right operand",
                f"{left.shape} and {right.shape}",
            )
    dims = _without(left.shape, first) + _without(right.shape, second)
    return TensorSpec(Shape(dims), dtype)


def _paired_axes(axes: Argument, rank: int) -> tuple[tuple[int, ...], tuple[int, ...]] | Unknown:
    if isinstance(axes, list | tuple):
        if len(axes) != 2:
            raise InvalidArgument("axes", "a number or a pair", show(axes))
        first, second = axes_argument(axes[0]), axes_argument(axes[1])
        if first is None or isinstance(first, Unknown) or second is None:
            return Unknown("axes that are unknown")
        return second if isinstance(second, Unknown) else (first, second)
    count = integer_argument(axes)
    if isinstance(count, Unknown):
        return count
    if count > rank:
        raise InvalidArgument("axes", f"at most {rank}", str(count))
    return tuple(range(rank - count, rank)), tuple(range(count))


def _without(shape: Shape, axes: Sequence[int]) -> tuple[Dim, ...]:
    return tuple(dim for index, dim in enumerate(shape) if index not in axes)


@operation(
    "keras.backend.batch_dot(x, y, axes)",
)
def batch_dot(x: Argument, y: Argument, axes: Argument = None) -> TensorSpec:
    """Multiply sample by sample over one axis each; a result of rank 1 gets an axis.

    ``(batch, a, k), (batch, k, b) -> (batch, a, b)``. Keras 2: ``K.batch_dot``.
    """
    left, right = tensor(x), tensor(y)
    dtype = binary_dtype(x, y)
    if left.shape.dims is None or right.shape.dims is None:
        return unknown_tensor(left.shape.why or right.shape.why, dtype)
    ranks = (len(left.shape), len(right.shape))
    if min(ranks) < 2:
        raise InvalidShape("tensors with at least 2 axes", f"{left.shape} and {right.shape}")
    if axes is None:
        pair: Argument = (ranks[0] - 1, ranks[1] - 1 if ranks[1] == 2 else ranks[1] - 2)
    else:
        pair = axes if isinstance(axes, list | tuple) else (axes, axes)
    found = axes_argument(pair)
    if found is None or isinstance(found, Unknown) or len(found) != 2:
        return unknown_tensor("axes that are unknown", dtype)
    one = canonical_axes(found[:1], ranks[0])[0]
    two = canonical_axes(found[1:], ranks[1])[0]
    if 0 in (one, two):
        raise InvalidArgument("axes", "axes other than the batch", show(axes))
    if surely_differ(left.shape[one], right.shape[two]):
        raise InvalidShape(
            f"{left.shape[one]} on axis {two} of the right operand",
            f"{left.shape} and {right.shape}",
        )
    dims = _without(left.shape, (one,)) + _without(right.shape, (0, two))
    if max(ranks) > 3:
        # Keras 2 flattens what is between and forgets the sizes.
        return TensorSpec(Shape.unknown_dims(len(dims), "a batch_dot of many axes"), dtype)
    return TensorSpec(Shape(dims if len(dims) > 1 else (*dims, 1)), dtype)
