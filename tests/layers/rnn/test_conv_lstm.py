"""``ConvLSTM1D``, ``ConvLSTM2D`` and ``ConvLSTM3D`` against Keras."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.rnn.conv_lstm import ConvLSTM2D
from keras_lint.shapes import Shape, TensorSpec, Unknown
from tests.layers.differential import Draw, differential
from tests.layers.draws import (
    bad_data_formats,
    bad_per_axis,
    counts,
    data_formats,
    per_axis,
    policies,
    rarely,
)
from tests.layers.rnn.recurrent_draws import batches, flags, rates, seldom, sizes


@st.composite
def draws(draw: st.DrawFn, spatial: int) -> Draw:
    def window(high: int) -> object:
        return draw(rarely(per_axis(st.integers(1, high), spatial), bad_per_axis(spatial)))

    dilated = draw(seldom)
    keywords = {
        "filters": draw(counts),
        "kernel_size": window(3),
        "strides": 1 if dilated else window(2),
        "dilation_rate": window(2) if dilated else 1,
        "padding": draw(rarely(st.sampled_from(["valid", "same", "SAME"]), st.just("causal"))),
        "data_format": draw(rarely(data_formats, bad_data_formats)),
        "use_bias": draw(flags),
        "dropout": draw(rates),
        "return_sequences": draw(flags),
        "return_state": draw(flags),
        "go_backwards": draw(flags),
        "stateful": draw(seldom),
        "dtype": draw(policies),
    }
    if draw(seldom):
        keywords["strides"] = keywords["dilation_rate"] = 2
    image = [draw(rarely(st.integers(3, 9), st.none(), once_in=25)) for _ in range(spatial + 1)]
    if draw(seldom):
        image.append(4)
    return Draw(keywords, (draw(batches), draw(sizes), *image))


@pytest.mark.parametrize("spatial", [1, 2, 3])
def test_conv_lstm_gives_what_keras_gives(spatial: int) -> None:
    """Windows, layouts, states; images of unknown size and windows that do not fit."""
    differential(f"ConvLSTM{spatial}D", draws(spatial))


def test_an_unknown_layout_leaves_open_what_it_decides() -> None:
    """Which axis holds the channels is not guessed."""
    layer, _ = bind(ConvLSTM2D, [4, 3], {"data_format": Unknown("a flag"), "padding": "same"})
    arguments = CallArguments((TensorSpec(Shape.of(None, 5, 4, 8, 6)),))

    assert str(layer.call(arguments).shape) == "(None, 4, 8, ?)"


def test_keras_2_takes_images_of_unknown_size() -> None:
    """Only Keras 3 makes the states from the size of the image."""
    layer, _ = bind(ConvLSTM2D, [4, 3], {}, keras=2)

    output = layer.call(CallArguments((TensorSpec(Shape.of(None, 5, None, None, 3)),)))

    assert output.shape == Shape.of(None, None, None, 4)
