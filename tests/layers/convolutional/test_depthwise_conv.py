"""``DepthwiseConv1D`` and ``DepthwiseConv2D`` against Keras."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import DYNAMIC, Shape, Unknown
from tests.layers.differential import Draw, differential
from tests.layers.draws import (
    bad_data_formats,
    bad_per_axis,
    counts,
    data_formats,
    per_axis,
    policies,
    rarely,
    shapes,
)


@st.composite
def draws(draw: st.DrawFn, spatial: int) -> Draw:
    keywords = {
        "kernel_size": draw(rarely(per_axis(st.integers(1, 4), spatial), bad_per_axis(spatial))),
        "strides": draw(rarely(per_axis(st.integers(1, 3), spatial), bad_per_axis(spatial))),
        "padding": draw(
            rarely(st.sampled_from(["valid", "same"]), st.sampled_from(["causal", None, ["same"]]))
        ),
        "depth_multiplier": draw(counts),
        "data_format": draw(rarely(data_formats, bad_data_formats, once_in=40)),
        "dilation_rate": draw(per_axis(st.integers(1, 2), spatial)),
        "use_bias": draw(st.booleans()),
        "dtype": draw(policies),
    }
    return Draw(keywords, draw(shapes(spatial)))


@pytest.mark.parametrize("spatial", [1, 2])
def test_depthwise_conv_gives_what_keras_gives(spatial: int) -> None:
    """Shapes, weights and refusals agree."""
    differential(f"DepthwiseConv{spatial}D", draws(spatial))


def test_unknown_channels_stay_unknown() -> None:
    """The channels come from the input, whatever else is known."""
    layer, _ = bind(find_layer("keras.layers.DepthwiseConv2D"), (3,), {"depth_multiplier": 2})
    unknown = Unknown("nobody knows")

    assert layer.output_shape(Shape((DYNAMIC, 9, 9, unknown))) == Shape((DYNAMIC, 7, 7, unknown))
    assert layer.weights(Shape((DYNAMIC, 9, 9, unknown)))[0].dims == (3, 3, unknown, 2)
