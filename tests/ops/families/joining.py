"""How to call the functions of ``keras_lint.ops.joining``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import (
    Draw,
    axes_of,
    flags,
    once_in,
    perturbed,
    shapes,
    sizes,
    tensors,
)
from tests.ops.libraries import T


@st.composite
def alike(draw: Draw, low: int = 0, high: int = 4, free: int | None = None) -> list[T]:
    """Draw tensors of one shape but for the axis ``free``, mostly."""
    shape = draw(shapes(low, high))
    found = []
    for _ in range(draw(st.integers(1, 3))):
        dims = list(shape)
        if free is not None and -len(dims) <= free < len(dims):
            dims[free] = draw(sizes)
        for index in range(len(dims)):
            if not draw(st.integers(0, 9)):
                dims[index] = None
        found.append(T(draw(once_in(12, perturbed(tuple(dims)), st.just(tuple(dims))))))
    return found


@st.composite
def _joined(draw: Draw, low: int = 0) -> Arguments:
    rank = draw(st.integers(low, 4))
    axis = draw(axes_of(rank))
    values: Any = draw(alike(rank, rank, axis))
    values = draw(st.sampled_from([list, tuple]))(values)
    if not draw(st.integers(0, 15)):
        values = draw(tensors(1, 4))
    return {"values": values, "axis": axis} if draw(st.integers(0, 5)) else {"values": values}


@st.composite
def _flattened(draw: Draw) -> Arguments:
    arguments = dict(draw(_joined()))
    if not draw(st.integers(0, 5)):
        arguments["axis"] = None
    return arguments


@st.composite
def _stacked(draw: Draw) -> Arguments:
    rank = draw(st.integers(0, 4))
    values = draw(st.sampled_from([list, tuple]))(draw(alike(rank, rank)))
    axis = once_in(6, st.sampled_from([-7, 6]), st.integers(-rank - 1, rank))
    return {"values": values, "axis": draw(axis)} if draw(flags) else {"values": values}


@st.composite
def _widened(draw: Draw, axis: int, low: int = 0) -> Arguments:
    return {"values": draw(alike(low, 4, axis))}


@st.composite
def _appended(draw: Draw) -> Arguments:
    rank = draw(st.integers(0, 3))
    axis = draw(axes_of(rank))
    first, second = [*draw(alike(rank, rank, axis)), *draw(alike(rank, rank, axis))][:2]
    arguments: dict[str, Any] = {"x1": first, "x2": second}
    if draw(flags):
        arguments["axis"] = draw(once_in(3, st.none(), st.just(axis)))
    return arguments


_each = st.fixed_dictionaries({"values": st.lists(tensors(0, 4), min_size=1, max_size=3)})

FAMILIES = {
    "concatenate": Family(_flattened(), silent=("zero-dimensional arrays cannot be concatenated",)),
    "concatenate_in_keras": Family(
        _joined(),
        silent=(
            "A symbolic KerasTensor cannot be used as a boolean",
            "is out of bounds for an array with dimension",
        ),
        left_open=("an axis that a single tensor does not have",),
    ),
    "concatenate_in_tensorflow": Family(
        _joined().filter(lambda one: "axis" in one),
        left_open=("an axis that a single tensor does not have",),
    ),
    "concatenate_in_backend": Family(
        _joined(),
        silent=("Iterating over a symbolic `tf.Tensor`",),
        left_open=("an axis that a single tensor does not have",),
    ),
    "stack_in_keras": Family(_stacked()),
    "stack": Family(_stacked()),
    "hstack": Family(_widened(1)),
    "hstack_in_keras": Family(
        _widened(1, 1),
        silent=("list assignment index out of range", "which is different from the first element"),
    ),
    "vstack": Family(_widened(0)),
    "vstack_in_keras": Family(
        _widened(0, 1),
        silent=("which is different from the first element", "list assignment index out of range"),
    ),
    "dstack": Family(_widened(2)),
    "dstack_in_keras": Family(_widened(2)),
    "column_stack": Family(_widened(1)),
    "append": Family(_appended()),
    "append_in_keras": Family(_appended(), silent=(r"for \+: .*NoneType",)),
    "atleast_1d": Family(_each, refuses=()),
    "atleast_2d": Family(_each, refuses=()),
    "atleast_3d": Family(_each, refuses=()),
}
EXTRAS: dict[str, Any] = {}
