"""``Permute`` against Keras, and on axes that are not known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import DYNAMIC, Dim, Shape, Unknown
from tests.layers.differential import Draw, differential
from tests.layers.draws import dtypes, policies, rarely

UNKNOWN = Unknown("nobody knows")
odd_orders = st.sampled_from(
    [2, None, "21", (0, 1), (1, 3), (1, 1), (-1, -2), (1.0, 2.0), (2, "1"), (True, 2),
     (np.int64(2), 1), (2, None)]
)  # fmt: skip


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    rank = draw(st.integers(0, 4))
    order = draw(st.permutations(range(1, rank + 1)))
    keywords = {"dims": draw(rarely(st.sampled_from([order, tuple(order)]), odd_orders, once_in=3))}
    if draw(st.booleans()):
        keywords["dtype"] = draw(policies)
    sizes = st.lists(rarely(st.integers(1, 7), st.none(), once_in=6), min_size=4, max_size=4)
    wanted = draw(st.sampled_from([rank] * 9 + [2]))
    return Draw(keywords, (None, *draw(sizes)[:wanted]), draw(dtypes))


def test_permute_gives_what_keras_gives() -> None:
    """Shapes, dtypes and refusals agree."""
    differential("Permute", draws())


@pytest.mark.parametrize(
    ("order", "inputs", "expected"),
    [
        ((2, 1), Shape.unknown("nobody knows"), (UNKNOWN, UNKNOWN, UNKNOWN)),
        ((2, 1), Shape((DYNAMIC, UNKNOWN, 3)), (DYNAMIC, 3, UNKNOWN)),
        ((2, UNKNOWN), Shape.of(8, 4, 3), (8, 3, UNKNOWN)),
        (UNKNOWN, Shape.of(8, 4, 3), (8, UNKNOWN, UNKNOWN)),
        (UNKNOWN, Shape.unknown("nobody knows"), None),
    ],
)
def test_known_parts_survive(
    order: object, inputs: Shape, expected: tuple[Dim, ...] | None
) -> None:
    """What is not known stays so, and nothing else becomes so."""
    layer, refusals = bind(find_layer("keras.layers.Permute"), (order,), {}, keras=3)

    assert refusals == []
    assert layer.output_shape(inputs).dims == expected


@pytest.mark.parametrize("order", [(0, UNKNOWN), (3, UNKNOWN), (2, 2, UNKNOWN)])
def test_a_refusal_needs_no_unknown_axis(order: tuple[object, ...]) -> None:
    """No value of the unknown axis makes these a permutation."""
    _, refusals = bind(find_layer("keras.layers.Permute"), (order,), {})

    assert [one.argument for one in refusals] == ["dims"]
