"""``LocallyConnected1D`` and ``LocallyConnected2D`` against Keras 2."""

from __future__ import annotations

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from tests.layers.differential import Draw, compare_with_keras_2
from tests.layers.draws import per_axis, rarely, shapes


@st.composite
def draws(draw: st.DrawFn, spatial: int) -> Draw:
    keywords = {
        "filters": draw(st.integers(1, 4)),
        "kernel_size": draw(per_axis(st.integers(1, 3), spatial)),
        "strides": draw(per_axis(st.integers(1, 2), spatial)),
        "padding": draw(rarely(st.just("valid"), st.sampled_from(["same", "full"]))),
        "data_format": draw(st.sampled_from([None, "channels_last", "channels_first"])),
        "use_bias": draw(st.booleans()),
        "implementation": draw(st.sampled_from([1, 1, 3])),
    }
    return Draw(keywords, draw(shapes(spatial, sizes=st.integers(2, 6))))


@pytest.mark.parametrize("spatial", [1, 2])
def test_locally_connected_gives_what_keras_2_gives(spatial: int) -> None:
    """Shapes and weights agree, and what we refuse is refused."""
    verdicts = []

    @seed(0)
    @settings(max_examples=60, database=None, deadline=None)
    @given(draws(spatial))
    def round_of_draws(draw: Draw) -> None:
        verdicts.append(compare_with_keras_2(f"LocallyConnected{spatial}D", draw))

    round_of_draws()

    assert verdicts.count("accepted") >= 15
    assert verdicts.count("refused") >= 5
