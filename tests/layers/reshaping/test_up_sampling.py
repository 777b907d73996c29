"""``UpSampling1D`` to ``UpSampling3D`` against Keras, and on sizes that are not known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import DYNAMIC, Dim, Polynomial, Shape, Symbol, TensorSpec, Unknown
from tests.layers.differential import Draw, differential
from tests.layers.draws import (
    bad_data_formats,
    data_formats,
    dtypes,
    per_axis,
    policies,
    rarely,
    shapes,
)

UNKNOWN = Unknown("nobody knows")
N = Polynomial.of(Symbol("n", "n"))


@st.composite
def draws(draw: st.DrawFn, spatial: int) -> Draw:
    odd_sizes = st.sampled_from(
        [0, -1, None, "2", 2.0, (), (2,) * (spatial + 1), (0,) * spatial, True, np.int64(2)]
    )
    sizes = st.integers(1, 4) if spatial == 1 else per_axis(st.integers(1, 4), spatial)
    keywords = {
        "size": draw(rarely(sizes, odd_sizes, once_in=5)),
        "dtype": draw(policies),
    }
    if spatial > 1 or draw(st.integers(0, 9)) == 0:
        keywords["data_format"] = draw(rarely(data_formats, bad_data_formats, once_in=10))
    if spatial == 2 and draw(st.booleans()):
        words = st.sampled_from(["nearest", "BILINEAR", "lanczos3", "linear", None, 3])
        keywords["interpolation"] = draw(words)
    return Draw(keywords, draw(shapes(spatial)), draw(dtypes))


@pytest.mark.parametrize("spatial", [1, 2, 3])
def test_up_sampling_gives_what_keras_gives(spatial: int) -> None:
    """Shapes and refusals agree."""
    differential(f"UpSampling{spatial}D", draws(spatial))


@pytest.mark.parametrize(
    ("keywords", "inputs", "expected"),
    [
        ({}, Shape.unknown("no"), [UNKNOWN] * 4),
        ({}, Shape((DYNAMIC, UNKNOWN, 9, 3)), [DYNAMIC, UNKNOWN, 18, 3]),
        ({"size": (2, UNKNOWN)}, Shape.of(8, 9, 9, 3), [8, 18, UNKNOWN, 3]),
        ({"size": (2, N)}, Shape((8, N, N, 3)), [8, 2 * N, N * N, 3]),
        ({"data_format": UNKNOWN}, Shape.of(8, 9, 9, 3), [8, UNKNOWN, 18, UNKNOWN]),
    ],
)
def test_known_parts_survive(
    keywords: dict[str, object], inputs: Shape, expected: list[Dim]
) -> None:
    """What is not known stays so, and nothing else becomes so."""
    layer, _ = bind(find_layer("keras.layers.UpSampling2D"), (), keywords, keras=3)
    output = layer.call(CallArguments((TensorSpec(inputs),))).shape

    assert [UNKNOWN if isinstance(dim, Unknown) else dim for dim in output] == expected


def test_an_interpolation_that_does_not_exist_is_refused_by_keras_2_alone() -> None:
    """Keras 3 builds the layer and fails when data arrives."""
    schema = find_layer("keras.layers.UpSampling2D")
    _, refusals = bind(schema, (), {"interpolation": "linear"})

    assert [(one.argument, one.keras) for one in refusals] == [("interpolation", (2,))]
