"""Strategies for arguments and shapes that layers with spatial axes share."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

data_formats = st.sampled_from([None, "channels_last", "channels_first", "Channels_First"])
bad_data_formats = st.sampled_from(["channels", "tf", 3, ""])
dtypes = st.sampled_from(["float32", "float16", "int32", "uint8", "bool"])
policies = st.sampled_from([None, None, "float16", "mixed_float16"])


def rarely(
    usual: SearchStrategy[object], seldom: SearchStrategy[object], *, once_in: int = 20
) -> SearchStrategy[object]:
    """Draw from ``usual``, but now and then from ``seldom``."""
    return st.sampled_from([False] * (once_in - 1) + [True]).flatmap(
        lambda exception: seldom if exception else usual
    )


def per_axis(values: SearchStrategy[int], spatial: int) -> SearchStrategy[object]:
    """One number for all axes, or one for each in a tuple or a list."""
    each = st.tuples(*[values] * spatial)
    return st.one_of(values, each, each, each.map(list))


def bad_per_axis(spatial: int) -> SearchStrategy[object]:
    """What ``standardize_tuple`` refuses, and a few things that it takes after all."""
    return st.sampled_from(
        [
            0, -1, None, "3", 2.5, 1.0, (), (2,) * (spatial + 1), (0,) * spatial, True, False,
            (None,) * spatial, ("a",) * spatial, np.int64(2), (np.int64(2),) * spatial,
        ]
    )  # fmt: skip


_sizes = st.integers(1, 12)
_channels = st.integers(1, 6)
counts = rarely(
    st.integers(1, 8),
    st.sampled_from([0, -1, None, 2.0, "4", np.int64(4), True, [2]]),
)


@st.composite
def shapes(
    draw: st.DrawFn,
    spatial: int,
    *,
    sizes: SearchStrategy[int] = _sizes,
    channels: SearchStrategy[object] = _channels,
) -> tuple[int | None, ...]:
    """A batch axis, spatial axes and, at either end of them, channels."""
    batch = draw(st.sampled_from([None, None, 2]))
    axes = draw(st.lists(rarely(sizes, st.none(), once_in=5), min_size=spatial, max_size=spatial))
    depth = draw(rarely(channels, st.none(), once_in=25))
    shape = [batch, *axes, depth] if draw(st.booleans()) else [batch, depth, *axes]
    match draw(st.sampled_from(["fits"] * 23 + ["short", "long"])):
        case "short":
            del shape[1]
        case "long":
            shape.insert(1, 4)
    return tuple(shape)
