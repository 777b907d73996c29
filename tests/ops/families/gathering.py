"""How to call the functions of ``keras_lint.ops.gathering``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import (
    Draw,
    axes_of,
    flags,
    indices,
    once_in,
    perturbed,
    shapes,
    sizes,
    tensors,
)
from tests.ops.libraries import T


@st.composite
def _taken(draw: Draw) -> Arguments:
    x = draw(tensors())
    chosen: Any = draw(once_in(4, st.sampled_from([0, [0, 0], [[0], [0]]]), indices(0, 3)))
    arguments: dict[str, Any] = {"x": x, "indices": chosen}
    if draw(st.integers(0, 3)):
        arguments["axis"] = draw(once_in(6, st.none(), axes_of(len(x.shape))))
    return arguments


@st.composite
def _gathered(draw: Draw) -> Arguments:
    arguments = dict(draw(_taken()))
    if draw(flags):
        x = draw(tensors(1, 4))
        # TensorFlow aborts the process where there are more batch axes than axes.
        shared = draw(st.integers(0, len(x.shape) - 1))
        leading = list(x.shape[:shared])
        if leading and not draw(st.integers(0, 3)):
            leading[-1] = draw(sizes)
        chosen = T((*leading, *draw(shapes(0, 2))), "int32", "zeros")
        arguments = {"x": x, "indices": chosen}
        arguments["batch_dims"] = shared
        if draw(flags):
            arguments["axis"] = draw(axes_of(len(x.shape)))
    return arguments


@st.composite
def _gathered_nd(draw: Draw) -> Arguments:
    x = draw(tensors(1, 4))
    shared = draw(st.integers(0, 1))
    depth = draw(once_in(6, st.integers(0, 6), st.integers(0, len(x.shape) - shared)))
    chosen = T((*x.shape[:shared], *draw(shapes(0, 2)), depth), "int32", "zeros")
    arguments: dict[str, Any] = {"x": x, "indices": chosen}
    return {**arguments, "batch_dims": shared} if shared or draw(flags) else arguments


@st.composite
def _taken_along(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4))
    rank = len(x.shape)
    axis = draw(axes_of(rank))
    shape = list(draw(once_in(3, perturbed(x.shape), st.just(x.shape))))
    if -len(shape) <= axis < len(shape):
        shape[axis] = draw(sizes)
    arguments: dict[str, Any] = {"x": x, "indices": T(tuple(shape), "int32", "zeros")}
    if draw(st.integers(0, 5)):
        arguments["axis"] = axis
    else:
        arguments["indices"] = draw(indices(1, 1))
        arguments["axis"] = None
    return arguments


@st.composite
def _masked(draw: Draw) -> Arguments:
    x = draw(tensors(1, 4))
    rank = len(x.shape)
    depth = draw(st.integers(1, rank))
    axis = draw(st.integers(0, rank - depth))
    shape = x.shape[axis : axis + depth]
    mask = T(draw(once_in(4, perturbed(shape), st.just(shape))), "bool")
    if not axis and draw(flags):
        return {"x": x, "mask": mask}
    return {"x": x, "mask": mask, "axis": axis - rank if draw(flags) else axis}


@st.composite
def _cut(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4))
    begin, size = [], []
    for dim in x.shape:
        start = draw(st.integers(0, dim or 0))
        rest = (2 if dim is None else dim) - start
        begin.append(start)
        size.append(draw(st.integers(0, max(rest, 0))))
        match draw(st.integers(0, 11)):
            case 0:
                size[-1] = -1
            case 1:
                size[-1] = rest + draw(st.integers(0, 2))
    if not draw(st.integers(0, 9)):
        begin, size = [*begin, 0], [*size, 1]
    return {"x": x, "begin": begin, "size": draw(st.sampled_from([tuple, list]))(size)}


@st.composite
def _best(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4))
    size = (x.shape[-1] if x.shape else None) or 2
    return {"x": x, "k": draw(once_in(4, st.integers(-1, 8), st.integers(1, size)))}


@st.composite
def _in_best(draw: Draw) -> Arguments:
    rows, classes = draw(sizes), draw(st.integers(1, 5))
    targets = T((draw(once_in(5, sizes, st.just(rows))),), "int32", "zeros")
    return {"targets": targets, "predictions": T((rows, classes)), "k": 2}


@st.composite
def _sorted(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4))
    return {"x": x, "axis": draw(axes_of(len(x.shape)))} if draw(flags) else {"x": x}


@st.composite
def _unique(draw: Draw) -> Arguments:
    arguments: dict[str, Any] = {"x": draw(tensors(0, 3))}
    for name in ("return_index", "return_inverse", "return_counts"):
        if draw(flags):
            arguments[name] = draw(flags)
    return arguments


@st.composite
def _deleted(draw: Draw) -> Arguments:
    x = draw(tensors(0, 3))
    arguments: dict[str, Any] = {"x": x, "obj": draw(st.sampled_from([0, 1, -1, 5, [0, 1], [0]]))}
    return {**arguments, "axis": draw(axes_of(len(x.shape)))} if draw(flags) else arguments


_x = st.fixed_dictionaries({"x": tensors(0, 4)})
INDEXED = ("float32", "float32", "float16", "int32")
FAMILIES = {
    "take": Family(
        _taken(),
        dtypes=INDEXED,
        silent=(
            "cannot do a non-empty take from an empty axes",
            "with size 0",
        ),
    ),
    "gather": Family(_gathered(), dtypes=INDEXED, left_open=("more batch axes than there are",)),
    "gather_rows": Family(_taken(), dtypes=INDEXED),
    "gather_nd": Family(_gathered_nd(), dtypes=INDEXED),
    "take_along_axis": Family(
        _taken_along(),
        dtypes=INDEXED,
    ),
    "take_along_axis_in_numpy": Family(_taken_along(), dtypes=INDEXED, silent=("with size 0",)),
    "boolean_mask": Family(
        _masked(),
        silent=(r"Shapes \(.*are incompatible", "Shape must be at least rank"),
        left_open=("a mask on axes that are counted from the end",),
    ),
    "cut": Family(_cut()),
    "top_k": Family(
        _best(),
        dtypes=INDEXED,
        silent=(
            "Dimension size, given by scalar input",
            r"to a shape\. Negative dimensions are not allowed",
        ),
    ),
    "in_top_k": Family(
        _in_best(), dtypes=("float32",), refuses=(), left_open=("the number of targets",)
    ),
    "sort": Family(_sorted()),
    "argsort": Family(
        _sorted(),
        silent=(
            "for an array with dimension 0",
            "of dimension 0 out of bounds",
            "for array of dimension 1",
        ),
        left_open=("the order of a single number",),
    ),
    "unique": Family(
        _unique(),
        refuses=(),
        left_open=("the number of different values", "the inverse of an array"),
    ),
    "unique_in_tensorflow": Family(_x, dtypes=INDEXED),
    "nonzero": Family(
        _x,
        refuses=(),
        silent=("Calling nonzero on 0d arrays",),
        left_open=("the number of values that are not zero",),
    ),
    "delete": Family(
        _deleted(),
        silent=(
            "for axis 0 with size 0",
            "for axis 0 with size 1",
        ),
        left_open=("how many entries are left out",),
    ),
}
EXTRAS: dict[str, Any] = {
    "keras.ops.argpartition": lambda _arguments: {"kth": 0},
}
