"""``RepeatVector`` against Keras, and on sizes that are not known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import DYNAMIC, Dim, Shape, TensorSpec, Unknown
from tests.layers.differential import Draw, differential
from tests.layers.draws import dtypes, policies, rarely

UNKNOWN = Unknown("nobody knows")
odd_counts = st.sampled_from([0, -2, 2.0, "3", None, True, np.int64(3), (3,)])


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    shape = rarely(
        st.tuples(st.none(), rarely(st.integers(1, 9), st.none(), once_in=5)),
        st.sampled_from([(None,), (None, 3, 4), ()]),
        once_in=6,
    )
    keywords = {
        "n": draw(rarely(st.integers(1, 9), odd_counts, once_in=5)),
        "dtype": draw(policies),
    }
    return Draw(keywords, draw(shape), draw(dtypes))


def test_repeat_vector_gives_what_keras_gives() -> None:
    """Shapes, dtypes and refusals agree."""
    differential("RepeatVector", draws())


@pytest.mark.parametrize(
    ("n", "inputs", "expected"),
    [
        (4, Shape.unknown("nobody knows"), (UNKNOWN, 4, UNKNOWN)),
        (UNKNOWN, Shape.of(None, 3), (DYNAMIC, UNKNOWN, 3)),
    ],
)
def test_known_parts_survive(n: object, inputs: Shape, expected: tuple[Dim, ...]) -> None:
    """What is not known stays so, and nothing else becomes so."""
    layer, _ = bind(find_layer("keras.layers.RepeatVector"), (n,), {}, keras=3)

    assert layer.call(CallArguments((TensorSpec(inputs),))).shape.dims == expected
