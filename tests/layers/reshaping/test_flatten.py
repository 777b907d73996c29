"""``Flatten`` against Keras, and on sizes that are not known."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

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
from tests.layers.draws import bad_data_formats, data_formats, dtypes, policies, rarely

UNKNOWN = Unknown("nobody knows")
N = Polynomial.of(Symbol("n", "n"))
sizes = rarely(st.integers(0, 7), st.none(), once_in=6)


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    shape = draw(rarely(st.lists(sizes, max_size=4).map(lambda dims: (None, *dims)), st.just(())))
    keywords = {
        "data_format": draw(rarely(data_formats, bad_data_formats, once_in=5)),
        "dtype": draw(policies),
    }
    return Draw(keywords, shape, draw(dtypes))


def test_flatten_gives_what_keras_gives() -> None:
    """Shapes, dtypes and refusals agree; an input of one axis gets a second one."""
    differential("Flatten", draws())


def flattened(shape: Shape) -> TensorSpec:
    layer, _ = bind(find_layer("keras.layers.Flatten"), (), {}, keras=3)
    return layer.call(CallArguments((TensorSpec(shape),)))


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        (Shape.unknown("nobody knows"), (UNKNOWN, UNKNOWN)),
        (Shape((DYNAMIC, UNKNOWN, 3)), (DYNAMIC, UNKNOWN)),
        # Keras gives None as soon as one size is None.
        (Shape((DYNAMIC, UNKNOWN, DYNAMIC)), (DYNAMIC, DYNAMIC)),
        (Shape((8, N, N + 1)), (8, N * N + N)),
    ],
)
def test_known_parts_survive(inputs: Shape, expected: tuple[Dim, ...]) -> None:
    """What is not known stays so, and nothing else becomes so."""
    assert flattened(inputs).shape.dims == expected


def test_dense_refuses_a_flattened_none_and_nothing_unknown() -> None:
    """``Flatten`` of a size of None cannot feed a kernel; of an unknown size it can."""
    dense, _ = bind(find_layer("keras.layers.Dense"), (4,), {}, keras=3)

    with pytest.raises(InvalidShape):
        dense.call(CallArguments((flattened(Shape.of(None, None, 8)),)))
    output = dense.call(CallArguments((flattened(Shape((DYNAMIC, UNKNOWN, 8))),)))
    assert output.shape == Shape.of(None, 4)
