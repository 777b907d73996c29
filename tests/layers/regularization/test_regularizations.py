"""The dropouts, the noise and the penalty against Keras."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from tests.layers.differential import Draw, differential

sizes = st.one_of(st.none(), st.integers(1, 5))
rates = st.one_of(
    st.sampled_from([0, 0.0, 0.3, 1, True, np.int64(1)]),
    st.sampled_from([0.5, 1.1, -0.1, 5, None, "a", [0.5]]),
)
formats = st.sampled_from([None, "channels_last", "channels_first", "Channels_Last", "last"])
noises = st.sampled_from(
    [None, None, (None, 1), [2, 3], (0,), (1, -1), "ab", 3, (1.0,), (np.int64(1),), [None]]
)
penalties = st.sampled_from([0.0, 0.1, 1, None, -1, "a", float("inf"), float("nan")])
ARGUMENTS = {
    "Dropout": {"rate": rates, "noise_shape": noises, "p": rates},
    "AlphaDropout": {"rate": rates},
    "GaussianDropout": {"rate": rates, "p": rates},
    "GaussianNoise": {"stddev": rates},
    "SpatialDropout1D": {"rate": rates, "trainable": st.booleans(), "dtype": st.just("float16")},
    "SpatialDropout2D": {"rate": rates, "data_format": formats, "name": st.just("drop")},
    "SpatialDropout3D": {"rate": rates, "data_format": formats, "input_shape": st.just((1, 2))},
    "ActivityRegularization": {"l1": penalties, "l2": penalties},
}


@st.composite
def draws(draw: st.DrawFn, name: str) -> Draw:
    chosen = draw(st.sets(st.sampled_from(sorted(ARGUMENTS[name])), min_size=1))
    rank = {"1D": 3, "2D": 4, "3D": 5}.get(name[-2:], 0)
    rank = (
        draw(st.sampled_from([rank, rank, rank, 2, 3, 4, 5])) if rank else draw(st.integers(1, 4))
    )
    return Draw(
        keywords={key: draw(ARGUMENTS[name][key]) for key in sorted(chosen)},
        inputs=(None, *(draw(sizes) for _ in range(rank - 1))),
        dtype=draw(st.sampled_from(["float32", "float16", "int32"])),
    )


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_regularization_gives_what_keras_gives(name: str) -> None:
    """The shape stays, there are no weights, and rates lie between 0 and 1."""
    differential(name, draws(name))
