"""Adaptive pooling against Keras, and on sizes that are not known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import DYNAMIC, Shape, Unknown
from tests.layers.differential import Draw, differential
from tests.layers.draws import dtypes, per_axis, policies, rarely, shapes

UNKNOWN = Unknown("nobody knows")


@st.composite
def draws(draw: st.DrawFn, spatial: int) -> Draw:
    odd_sizes = st.sampled_from(
        [
            0, -1, None, "3", 2.5, True, (), (2,) * (spatial + 1), (None,) * spatial,
            (2.0,) * spatial, (-2,) * spatial, np.int64(3), (np.int64(3),) * spatial,
        ]
    )  # fmt: skip
    keywords = {
        "output_size": draw(rarely(per_axis(st.integers(1, 6), spatial), odd_sizes, once_in=4)),
        "data_format": draw(
            rarely(
                st.sampled_from([None, "channels_last", "channels_first", ""]),
                st.sampled_from(["Channels_Last", "channels"]),
                once_in=6,
            )
        ),
        "dtype": draw(policies),
    }
    inputs = draw(rarely(shapes(spatial), st.sampled_from([(), (None,), (None, 3)]), once_in=8))
    return Draw(keywords, inputs, draw(dtypes))


@pytest.mark.parametrize("spatial", [1, 2, 3])
@pytest.mark.parametrize("kind", ["Max", "Average"])
def test_adaptive_pooling_gives_what_keras_gives(kind: str, spatial: int) -> None:
    """Shapes and refusals agree; Keras does not look at the rank of the input."""
    differential(f"Adaptive{kind}Pooling{spatial}D", draws(spatial))


@pytest.mark.parametrize(
    ("keywords", "inputs", "expected"),
    [
        ({"output_size": 4}, Shape.unknown("nobody knows"), (UNKNOWN, 4, 4, UNKNOWN)),
        ({"output_size": (4, UNKNOWN)}, Shape.of(None, 9, 9, 3), (DYNAMIC, 4, UNKNOWN, 3)),
        ({"output_size": UNKNOWN}, Shape.of(None, 9, 9, 3), (DYNAMIC, UNKNOWN, UNKNOWN, 3)),
        ({"output_size": 4, "data_format": UNKNOWN}, Shape.of(None, 4, 9, 4), (DYNAMIC, 4, 4, 4)),
    ],
)
def test_known_parts_survive(
    keywords: dict[str, object], inputs: Shape, expected: tuple[object, ...]
) -> None:
    """What is not known stays so, and nothing else becomes so."""
    layer, _ = bind(find_layer("keras.layers.AdaptiveMaxPooling2D"), (), keywords, keras=3)

    assert layer.output_shape(inputs).dims == expected
