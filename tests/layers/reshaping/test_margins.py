"""Cropping and zero padding against Keras, and on sizes that are not known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidShape,
    Polynomial,
    Shape,
    Symbol,
    TensorSpec,
    Unknown,
)
from tests.layers.differential import Draw, differential
from tests.layers.draws import bad_data_formats, data_formats, dtypes, policies, rarely, shapes

UNKNOWN = Unknown("nobody knows")
N = Polynomial.of(Symbol("n", "n"))


def margins(spatial: int) -> SearchStrategy[object]:
    ends = st.integers(0, 4)
    pair = st.tuples(ends, ends)
    if spatial == 1:
        return st.one_of(ends, pair, pair.map(list))
    entry = st.one_of(ends, pair, pair.map(list))
    each = st.tuples(*[entry] * spatial)
    return st.one_of(ends, each, each.map(list))


def odd_margins(spatial: int) -> SearchStrategy[object]:
    return st.sampled_from(
        [
            -1, -9, None, "1", 1.0, True, (), (1,) * (spatial + 1), (-1,) * spatial, np.int64(1),
            (np.int64(1),) * spatial, ((1, -1),) * spatial, ((1, 1, 1),) * spatial,
            (None,) * spatial, "ab", (True,) * spatial, ((np.int64(1), 2),) * spatial,
        ]
    )  # fmt: skip


@st.composite
def draws(draw: st.DrawFn, argument: str, spatial: int) -> Draw:
    keywords = {
        argument: draw(rarely(margins(spatial), odd_margins(spatial), once_in=4)),
        "dtype": draw(policies),
    }
    if argument == "padding" or spatial > 1 or draw(st.integers(0, 9)) == 0:
        keywords["data_format"] = draw(rarely(data_formats, bad_data_formats, once_in=10))
    if draw(st.integers(0, 9)) == 0:
        del keywords[argument]
    inputs = shapes(spatial, sizes=st.sampled_from([1, 2, 3, 5, 7, 9, 11]))
    return Draw(keywords, draw(inputs), draw(dtypes))


@pytest.mark.parametrize("spatial", [1, 2, 3])
def test_cropping_gives_what_keras_gives(spatial: int) -> None:
    """Shapes and refusals agree; at least one value must be left."""
    differential(f"Cropping{spatial}D", draws("cropping", spatial))


@pytest.mark.parametrize("spatial", [1, 2, 3])
def test_zero_padding_gives_what_keras_gives(spatial: int) -> None:
    """Shapes and refusals agree; one negative number crops."""
    differential(f"ZeroPadding{spatial}D", draws("padding", spatial))


def applied(name: str, keywords: dict[str, object], inputs: Shape) -> list[Dim]:
    layer, refusals = bind(find_layer(f"keras.layers.{name}"), (), keywords, keras=3)
    output = layer.call(CallArguments((TensorSpec(inputs),))).shape

    assert refusals == []
    return [UNKNOWN if isinstance(dim, Unknown) else dim for dim in output]


@pytest.mark.parametrize(
    ("name", "keywords", "inputs", "expected"),
    [
        ("Cropping2D", {}, Shape.unknown("no"), [UNKNOWN] * 4),
        ("Cropping2D", {"cropping": 1}, Shape((DYNAMIC, UNKNOWN, 9, 3)), [DYNAMIC, UNKNOWN, 7, 3]),
        ("Cropping2D", {"cropping": (UNKNOWN, 2)}, Shape.of(8, 9, 9, 3), [8, UNKNOWN, 5, 3]),
        ("Cropping2D", {"cropping": UNKNOWN}, Shape.of(8, 9, None, 3), [8, UNKNOWN, UNKNOWN, 3]),
        ("Cropping1D", {"cropping": 2}, Shape((DYNAMIC, N, 3)), [DYNAMIC, N - 4, 3]),
        ("ZeroPadding2D", {"padding": ((1, UNKNOWN), 2)}, Shape.of(8, 9, 9, 3),
         [8, UNKNOWN, 13, 3]),
        ("ZeroPadding1D", {"padding": N}, Shape((DYNAMIC, N, 3)), [DYNAMIC, 3 * N, 3]),
        ("ZeroPadding2D", {"data_format": UNKNOWN}, Shape.of(8, 9, 9, 3),
         [8, UNKNOWN, 11, UNKNOWN]),
    ],
)  # fmt: skip
def test_known_parts_survive(
    name: str, keywords: dict[str, object], inputs: Shape, expected: list[Dim]
) -> None:
    """What is not known stays so, and nothing else becomes so."""
    assert applied(name, keywords, inputs) == expected


def test_a_refusal_needs_no_unknown_part() -> None:
    """Cropping all of one axis is refused whatever the other axis has."""
    with pytest.raises(InvalidShape) as caught:
        applied("Cropping2D", {"cropping": 2}, Shape((DYNAMIC, UNKNOWN, 4, 3)))

    assert caught.value.axis == 2
