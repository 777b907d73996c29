"""``Dot`` against Keras."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.merging.dot import Dot
from keras_lint.shapes import DYNAMIC, InvalidShape, Shape, TensorSpec, Unknown
from tests.layers.differential import Draw, differential
from tests.layers.draws import policies, rarely

shapes = st.lists(rarely(st.sampled_from([2, 2, 3]), st.none(), once_in=5), min_size=1, max_size=3)
axes = st.one_of(
    st.integers(-2, 2),
    st.tuples(st.integers(-2, 2), st.integers(-2, 2)),
    st.lists(st.integers(1, 2), min_size=2, max_size=2),
)
odd_axes = st.sampled_from([None, 1.0, "1", (1,), (1, 2, 1), (1, None), np.int64(1), 7, (3, -4)])


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    count = draw(rarely(st.just(2), st.sampled_from([0, 1, 3]), once_in=15))
    batch = st.sampled_from([None, None, 4])
    inputs: object = [(draw(batch), *draw(shapes)) for _ in range(count)]
    if draw(st.sampled_from([False] * 20 + [True])):
        inputs = (None, 3)
    keywords = {
        "axes": draw(rarely(axes, odd_axes, once_in=10)),
        "normalize": draw(st.booleans()),
        "dtype": draw(policies),
    }
    return Draw(keywords, inputs)


def test_dot_gives_what_keras_gives() -> None:
    """One axis for both or one for each, from either end, with dynamic sizes."""
    differential("Dot", draws())


def product(left: Shape, right: Shape, axes: object, keras: int = 3) -> Shape:
    layer, refusals = bind(Dot, [axes], {}, keras=keras)
    assert refusals == []
    return layer.call(CallArguments(([TensorSpec(left), TensorSpec(right)],))).shape


def test_an_unknown_size_fits() -> None:
    """It may be the other one, or ``None`` as well."""
    unknown = Shape((DYNAMIC, Unknown("why"), 4))

    assert str(product(unknown, Shape.of(None, 5, 6), 1)) == "(None, 4, 6)"
    assert str(product(unknown, Shape.of(None, None, 6), 1)) == "(None, 4, 6)"


def test_an_unknown_axis_leaves_the_rank() -> None:
    """One axis of each input goes, and one of the batch axes."""
    shape = product(Shape.of(None, 5, 4), Shape.of(None, 5, 6), Unknown("axes"))

    assert str(shape) == "(?, ?, ?)"


def test_only_keras_2_refuses_the_batch_axis_before_data_arrives() -> None:
    """Keras 3 drops both batch axes and fails later."""
    assert product(Shape.of(2, 3), Shape.of(2, 4), 0) == Shape.of(3, 1)
    with pytest.raises(InvalidShape):
        product(Shape.of(2, 3), Shape.of(2, 4), 0, keras=2)
