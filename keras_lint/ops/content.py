"""What operations keep of the values in an array: bounds, one-hot rows, shape vectors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from keras_lint.shapes import Content, Dim, TensorSpec, Unknown

MAX_ELEMENTS = 16
"""Vectors longer than this are no shape vectors, and their values are not kept."""


def rearranged(content: Content | None) -> Content | None:
    """Keep what holds for the same values in any other order."""
    kept = bounds(content)
    if kept is None or content is None:
        return kept
    return replace(kept, attained=content.attained, draws=content.draws)


def bounds(content: Content | None) -> Content | None:
    """Keep the bounds alone: what any selection of the values has."""
    if content is None or (content.minimum is None and content.maximum is None):
        return None
    return Content(content.minimum, content.maximum)


def rows(content: Content | None) -> Content | None:
    """Keep the bounds and whether rows are one-hot: where the last axis stays whole."""
    if content is None:
        return None
    kept = Content(content.minimum, content.maximum, content.one_hot)
    return None if kept == Content() else kept


def vector(elements: Sequence[Dim]) -> Content | None:
    """Describe a vector of integers, such as a shape."""
    if len(elements) > MAX_ELEMENTS or all(isinstance(one, Unknown) for one in elements):
        return None
    return Content(elements=tuple(elements))


def union(contents: Sequence[Content | None]) -> Content | None:
    """Describe what holds for the values of every one of several arrays."""
    if not contents or any(one is None for one in contents):
        return None
    known = [one for one in contents if one is not None]
    minima = [one.minimum for one in known if one.minimum is not None]
    maxima = [one.maximum for one in known if one.maximum is not None]
    one_hot = known[0].one_hot if len({one.one_hot for one in known}) == 1 else None
    kept = Content(
        min(minima) if len(minima) == len(known) else None,
        max(maxima) if len(maxima) == len(known) else None,
        one_hot,
    )
    return None if kept == Content() else kept


def mapped(content: Content | None, function: Callable[[float], float]) -> Content | None:
    """Apply a monotonic function to bounds, where both are known."""
    if content is None or content.minimum is None or content.maximum is None:
        return None
    low, high = sorted((function(content.minimum), function(content.maximum)))
    return Content(low, high)


def as_dtype(spec: TensorSpec, dtype: str | None) -> TensorSpec:
    """Give the same values in another dtype: bounds hold, for integers they are cut."""
    content = spec.content
    if content is not None and dtype is not None and ("int" in dtype or dtype == "bool"):
        if dtype == "bool":
            content = Content(0, 1)
        elif not _fits(content, dtype):
            content = replace(content, minimum=None, maximum=None)
        else:
            content = replace(
                content,
                minimum=None if content.minimum is None else int(content.minimum),
                maximum=None if content.maximum is None else int(content.maximum),
            )
    return replace(spec, dtype=dtype, content=content)


def _fits(content: Content, dtype: str) -> bool:
    bits = int(dtype.lstrip("uint"))
    low, high = (0, 2**bits) if dtype.startswith("u") else (-(2 ** (bits - 1)), 2 ** (bits - 1))
    return (content.minimum is None or content.minimum >= low) and (
        content.maximum is None or content.maximum < high
    )
