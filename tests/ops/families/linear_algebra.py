"""How to call the functions of ``keras_lint.ops.linear_algebra``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, axes_of, flags, once_in, pairs, shapes, sizes, tensors
from tests.ops.libraries import T

NUMBERS = ("float32", "float32", "float64", "float16", "int32")
FLOATS = ("float32", "float32", "float64")


@st.composite
def _matrices(draw: Draw, low: int = 0) -> tuple[T, T]:
    """Draw two operands whose inner sizes fit, mostly, vectors and numbers among them."""
    leading = draw(pairs(0, 2))
    rows, inner, columns = draw(sizes), draw(sizes), draw(sizes)
    other = draw(once_in(8, sizes, st.just(inner)))
    left: Any = (*leading[0], rows, inner)
    right: Any = (*leading[1], other, columns)
    match draw(st.integers(0, 9)):
        case 0:
            left = (inner,)
        case 1:
            right = (other,)
        case 2:
            left, right = draw(shapes(low, 1)), draw(shapes(low, 3))
    return T(left), T(right)


@st.composite
def _product(draw: Draw) -> Arguments:
    left, right = draw(_matrices())
    return {"x1": left, "x2": right, "x": left, "y": right}


@st.composite
def _in_tensorflow(draw: Draw) -> Arguments:
    left, right = draw(_matrices())
    arguments: dict[str, Any] = {"a": left, "b": right}
    flag_a = draw(st.sampled_from([None, None, None, "transpose_a", "adjoint_a"]))
    flag_b = draw(st.sampled_from([None, None, None, "transpose_b", "adjoint_b"]))
    for key, name in (("a", flag_a), ("b", flag_b)):
        if name is None:
            continue
        arguments[name] = draw(st.sampled_from([True, True, False]))
        shape = arguments[key].shape
        if arguments[name] and len(shape) > 1 and draw(st.integers(0, 5)):
            arguments[key] = T((*shape[:-2], shape[-1], shape[-2]))
    return arguments


@st.composite
def _matvec(draw: Draw) -> Arguments:
    leading = draw(pairs(0, 2))
    rows, inner = draw(sizes), draw(sizes)
    other = draw(once_in(5, sizes, st.just(inner)))
    arguments: dict[str, Any] = {"a": T((*leading[0], rows, inner)), "b": T((*leading[1], other))}
    if not draw(st.integers(0, 9)):
        arguments["b"] = T(())
    if draw(flags):
        arguments["transpose_a"] = draw(flags)
    return arguments


@st.composite
def _inner(draw: Draw) -> Arguments:
    left, right = list(draw(shapes(0, 3))), list(draw(shapes(0, 3)))
    if left and right and draw(st.integers(0, 5)):
        right[-1] = left[-1]
    return {"x1": T(tuple(left)), "x2": T(tuple(right))}


@st.composite
def _flat(draw: Draw) -> Arguments:
    size = draw(sizes)
    first = T((size,))
    second = draw(st.sampled_from([T((size,)), T((1, size)), T((2, size)), T((2, 3)), T(())]))
    return {"x1": first, "x2": second}


@st.composite
def _crossed(draw: Draw) -> Arguments:
    left, right = draw(pairs(0, 2))
    depth = draw(once_in(6, st.sampled_from([2, 4, 1, None]), st.just(3)))
    arguments: dict[str, Any] = {"x1": T((*left, 3)), "x2": T((*right, depth))}
    return {**arguments, "axis": -1} if draw(flags) else arguments


@st.composite
def _traced(draw: Draw) -> Arguments:
    x = draw(tensors())
    rank = len(x.shape)
    arguments: dict[str, Any] = {"x": x}
    if draw(flags):
        arguments |= {"axis1": draw(axes_of(rank)), "axis2": draw(axes_of(rank))}
    if draw(flags):
        arguments["offset"] = draw(st.integers(-1, 1))
    return arguments


@st.composite
def _square(draw: Draw) -> Arguments:
    size = draw(st.sampled_from([1, 2, 3, 4, None]))
    other = draw(once_in(6, sizes, st.just(size)))
    shape = draw(once_in(8, shapes(0, 1), st.just((*draw(shapes(0, 2)), size, other))))
    return {"x": T(shape, fill="eye" if len(shape) > 1 else "ones")}


@st.composite
def _diagonal(draw: Draw, low: int = 0, high: int = 3) -> Arguments:
    x = draw(tensors(low, high))
    return {"x": x, "k": draw(st.integers(-3, 3))} if draw(flags) else {"x": x}


_two = st.builds(lambda one, two: {"x1": one, "x2": two}, tensors(0, 3), tensors(0, 3))
_rectangular = tensors(1, 4, st.sampled_from([1, 2, 3, None])).map(lambda x: {"x": x})
FAMILIES = {
    "matmul": Family(
        _product(),
        dtypes=NUMBERS,
    ),
    "matmul_in_tensorflow": Family(_in_tensorflow(), dtypes=NUMBERS),
    "matvec": Family(
        _matvec(),
        dtypes=NUMBERS,
    ),
    "dot": Family(
        _product(), dtypes=NUMBERS, silent=("Shape must match on the last axis of .*None",)
    ),
    "dot_in_backend": Family(
        _product(),
        dtypes=("float32",),
        silent=("Dimensions must be equal, but are",),
        left_open=("a product with a vector",),
    ),
    "vdot": Family(_flat(), dtypes=NUMBERS),
    "inner": Family(_inner(), dtypes=NUMBERS),
    "outer": Family(_two, dtypes=NUMBERS, refuses=()),
    "cross": Family(
        _crossed(),
        dtypes=NUMBERS,
        left_open=("a vector product that is not along a last axis of 3",),
        silent=(
            "must be either 2 or 3, but received: 1",
            "incompatible dimensions for cross product",
        ),
    ),
    "cross_in_tensorflow": Family(_crossed(), dtypes=NUMBERS),
    "trace": Family(_traced(), dtypes=NUMBERS),
    "trace_in_tensorflow": Family(tensors().map(lambda x: {"x": x}), dtypes=NUMBERS),
    "of_square": Family(
        _square(),
        dtypes=FLOATS,
        silent=(
            "non-square input with shape .*None",
            "'SymbolicTensor' object has no attribute 'concatenate'",
        ),
        left_open=("a side of a matrix that is square",),
    ),
    "determinant": Family(_square(), dtypes=FLOATS, silent=("non-square input with shape .*None",)),
    "pseudo_inverse": Family(_rectangular, dtypes=FLOATS),
    "diag": Family(
        _diagonal(),
        dtypes=NUMBERS,
        left_open=("the shorter side of a matrix", "the length of a diagonal"),
    ),
    "diag_in_tensorflow": Family(
        _diagonal(0, 4), dtypes=NUMBERS, left_open=("diagonals beside the main one",)
    ),
    "diag_part": Family(
        _diagonal(0, 4),
        dtypes=NUMBERS,
        silent=("lower_diag_index is out of bound",),
        left_open=("diagonals beside the main one", "the shorter side of a matrix"),
    ),
    "l2_loss": Family(tensors().map(lambda x: {"t": x}), dtypes=FLOATS, refuses=()),
}
EXTRAS: dict[str, Any] = {}
