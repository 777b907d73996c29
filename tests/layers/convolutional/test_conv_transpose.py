"""``Conv1DTranspose`` to ``Conv3DTranspose`` against Keras, and on sizes that are not known."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from keras_lint.layers.convolutional.conv_transpose import transposed_output
from keras_lint.shapes import DYNAMIC, Dim, Polynomial, Symbol, Unknown
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

UNKNOWN = Unknown("nobody knows")
N = Polynomial.of(Symbol("n", "n"))


@st.composite
def draws(draw: st.DrawFn, spatial: int) -> Draw:
    keywords = {
        "filters": draw(counts),
        "kernel_size": draw(rarely(per_axis(st.integers(1, 5), spatial), bad_per_axis(spatial))),
        "strides": draw(rarely(per_axis(st.integers(1, 3), spatial), bad_per_axis(spatial))),
        "padding": draw(
            rarely(st.sampled_from(["valid", "same"]), st.sampled_from(["causal", None, ["same"]]))
        ),
        "data_format": draw(rarely(data_formats, bad_data_formats, once_in=40)),
        "use_bias": draw(st.booleans()),
        "dtype": draw(policies),
    }
    if draw(st.integers(0, 2)) == 0:
        keywords["output_padding"] = draw(
            rarely(per_axis(st.integers(0, 2), spatial), bad_per_axis(spatial))
        )
        if draw(st.booleans()):
            keywords["strides"] = draw(per_axis(st.integers(3, 4), spatial))
    if draw(st.integers(0, 3)) == 0:
        keywords["dilation_rate"] = draw(per_axis(st.integers(1, 3), spatial))
        if draw(st.booleans()):
            keywords["strides"] = 1
    return Draw(keywords, draw(shapes(spatial)))


@pytest.mark.parametrize("spatial", [1, 2, 3])
def test_conv_transpose_gives_what_keras_gives(spatial: int) -> None:
    """Shapes, weights and refusals agree."""
    differential(f"Conv{spatial}DTranspose", draws(spatial))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((DYNAMIC, 3, 2, "same", None), DYNAMIC),
        ((UNKNOWN, 3, 2, "same", None), UNKNOWN),
        ((7, UNKNOWN, 2, "same", None), 14),
        ((7, UNKNOWN, 2, "valid", None), UNKNOWN),
        ((7, 3, 2, UNKNOWN, None), UNKNOWN),
        ((N, 3, 2, "valid", None), 2 * N + 1),
        ((7, N + 2, N, "valid", None), 7 * N + 2),
    ],
)
def test_known_parts_survive(arguments: tuple[Dim, ...], expected: Dim) -> None:
    """A size that the result does not depend on need not be known."""
    assert transposed_output(*arguments) == expected
