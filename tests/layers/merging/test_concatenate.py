"""``Concatenate`` against Keras."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.merging.concatenate import Concatenate
from keras_lint.shapes import DYNAMIC, InvalidShape, Shape, TensorSpec, Unknown
from tests.layers.differential import Draw, differential
from tests.layers.draws import policies, rarely


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    base = [
        draw(st.sampled_from([None, None, 2])),
        *draw(st.lists(rarely(st.integers(1, 4), st.none(), once_in=6), min_size=1, max_size=3)),
    ]
    odd = st.sampled_from([0, -1, 4, -5, 3, 1.0, "1", None, np.int64(1)])
    axis = draw(rarely(st.integers(1 - len(base), len(base) - 1), odd, once_in=6))

    def shape() -> tuple[int | None, ...]:
        sizes = [
            draw(rarely(st.just(size), st.sampled_from([1, None, 5]), once_in=20)) for size in base
        ]
        if isinstance(axis, int) and -len(base) <= axis < len(base):
            sizes[axis] = draw(rarely(st.integers(1, 5), st.none(), once_in=8))
        if draw(st.sampled_from([False] * 30 + [True])):
            sizes.append(3)
        return tuple(sizes)

    count = draw(rarely(st.integers(2, 4), st.integers(0, 1), once_in=15))
    inputs: object = [shape() for _ in range(count)]
    match draw(st.sampled_from(["list"] * 20 + ["dict", "one"])):
        case "dict":
            inputs = {"left": (None, 3), "right": (None, 3)}
        case "one":
            inputs = shape()
    keywords = {"dtype": draw(policies)}
    if draw(st.booleans()):
        keywords["axis"] = axis
    return Draw(keywords, inputs)


def test_concatenate_gives_what_keras_gives() -> None:
    """Axes from either end, dynamic sizes, ranks and sizes that differ."""
    differential("Concatenate", draws())


def joined(*shapes: Shape, axis: object = -1, keras: int = 3) -> Shape:
    layer, refusals = bind(Concatenate, [axis], {}, keras=keras)
    assert refusals == []
    return layer.call(CallArguments(([TensorSpec(shape) for shape in shapes],))).shape


def test_an_unknown_size_makes_the_sum_unknown() -> None:
    """The other axes stay what they are."""
    assert str(joined(Shape.of(None, 4, 3), Shape((DYNAMIC, 4, Unknown("why"))))) == "(None, 4, ?)"


def test_a_dynamic_size_makes_the_sum_dynamic() -> None:
    """It does so beside an unknown one, too."""
    shapes = Shape((DYNAMIC, Unknown("why"))), Shape.of(None, None)

    assert joined(*shapes) == Shape.of(None, None)


def test_an_unknown_shape_leaves_the_rank_of_the_others() -> None:
    """All inputs have the same rank."""
    assert str(joined(Shape.of(2, 4, 3), Shape.unknown("why"))) == "(2, 4, ?)"
    assert str(joined(Shape.unknown("why"), Shape.of(2, 4, 3))) == "(?, ?, ?)"


def test_an_unknown_axis_leaves_every_size_unknown() -> None:
    """Any of them may be the sum."""
    assert str(joined(Shape.of(2, 3), Shape.of(2, 3), axis=Unknown("an axis"))) == "(?, ?)"


def test_known_sizes_differ_beside_an_unknown_input() -> None:
    """What is unknown does not make the others fit."""
    with pytest.raises(InvalidShape) as refusal:
        joined(Shape.of(None, 4, 3), Shape.unknown("why"), Shape.of(None, 5, 3))
    assert refusal.value.axis == 1


def test_keras_2_takes_the_known_size() -> None:
    """Keras 3 copies the other axes from the first input."""
    shapes = Shape.of(None, None, 3), Shape.of(None, 4, 3)

    assert joined(*shapes, keras=2) == Shape.of(None, 4, 6)
    assert joined(*shapes, keras=3) == Shape.of(None, None, 6)


def test_the_former_spelling_of_the_axis() -> None:
    """``concat_axis`` was the argument of Keras 1."""
    layer, refusals = bind(Concatenate, [], {"concat_axis": 1})

    assert (layer.axis, refusals[0].kind) == (1, "removed")
