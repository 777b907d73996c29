"""Strategies that the families share: sizes, shapes, tensors, axes."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.ops.libraries import T

Draw = st.DrawFn
Sizes = tuple[int | None, ...]

flags = st.booleans()
sizes: SearchStrategy[int | None] = st.sampled_from([1, 2, 2, 3, 3, 4, 5, 6, None, None, 0])
positive = st.integers(1, 5)
bad_axes = st.sampled_from([-6, -5, 4, 5, 7])


def once_in(count: int, seldom: Any, usual: Any) -> SearchStrategy[Any]:
    """Draw from ``usual``, but once in so many times from ``seldom``."""
    return st.sampled_from([True] + [False] * (count - 1)).flatmap(
        lambda exception: seldom if exception else usual
    )


def shapes(low: int = 0, high: int = 5, of: SearchStrategy[Any] = sizes) -> SearchStrategy[Sizes]:
    """Draw shapes with so many axes."""
    return st.lists(of, min_size=low, max_size=high).map(tuple)


def tensors(low: int = 0, high: int = 5, of: SearchStrategy[Any] = sizes) -> SearchStrategy[T]:
    """Draw tensors with so many axes."""
    return shapes(low, high, of).map(T)


def indices(low: int = 0, high: int = 3) -> SearchStrategy[T]:
    """Draw integer tensors whose values are all 0, which is an index everywhere."""
    return shapes(low, high).map(lambda shape: T(shape, "int32", "zeros"))


def axes_of(rank: int) -> SearchStrategy[int]:
    """Draw axes, negative ones too, and now and then one that does not exist."""
    if not rank:
        return bad_axes
    return once_in(5, bad_axes, st.integers(-rank, rank - 1))


def axis_arguments(rank: int) -> SearchStrategy[Any]:
    """Draw an axis, several as a list or tuple, or None."""
    several = st.lists(axes_of(rank), min_size=0, max_size=min(rank, 3))
    return st.one_of(st.none(), axes_of(rank), axes_of(rank), several.map(tuple), several)


@st.composite
def perturbed(draw: Draw, shape: Sizes) -> Sizes:
    """Draw a shape that broadcasts with another one, mostly."""
    dims = list(shape)
    for index in range(len(dims)):
        match draw(st.integers(0, 11)):
            case 0 | 1:
                dims[index] = 1
            case 2:
                dims[index] = None
            case 3 | 4:
                dims[index] = draw(sizes)
    cut = draw(st.sampled_from([0, 0, 0, 1, 2]))
    return tuple(dims[min(cut, len(dims)) :])


@st.composite
def pairs(draw: Draw, low: int = 0, high: int = 4) -> tuple[Sizes, Sizes]:
    """Draw two shapes that broadcast, mostly, in either order."""
    shape = draw(shapes(low, high))
    other = draw(perturbed(shape))
    return (shape, other) if draw(flags) else (other, shape)


def concrete(shape: Sizes) -> tuple[int, ...]:
    """Give sizes to the axes that are None."""
    return tuple(2 if size is None else size for size in shape)
