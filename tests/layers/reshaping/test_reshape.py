"""``Reshape`` against Keras, and on sizes that are not known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import DYNAMIC, Dim, InvalidShape, Polynomial, Shape, Symbol, Unknown
from tests.layers.differential import Draw, differential
from tests.layers.draws import dtypes, policies, rarely

UNKNOWN = Unknown("nobody knows")
N = Polynomial.of(Symbol("n", "n"))
odd_targets = st.sampled_from(
    [6, None, "6", 2.0, (), (-1, -1), (-2, 3), (0, -1), (0,), (None, 2), (2.0, 3), ("a", 2),
     (True, -1), (np.int64(2), -1), (-1,), [3, -1]]
)  # fmt: skip


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    """Mostly an exact factorization of what there is, with or without -1."""
    sizes = draw(st.lists(st.integers(1, 6), max_size=4))
    target = list(draw(st.permutations(sizes)))
    if len(target) > 1 and draw(st.booleans()):
        target = [target[0] * target[1], *target[2:]]
    if draw(st.booleans()):
        target.insert(0, 1)
    if target and draw(st.booleans()):
        target[draw(st.integers(0, len(target) - 1))] = -1
    if draw(st.integers(0, 5)) == 0:
        target.append(draw(st.integers(0, 3)))
    if sizes and draw(st.integers(0, 4)) == 0:
        sizes[draw(st.integers(0, len(sizes) - 1))] = None
    shape = draw(rarely(st.just((draw(st.sampled_from([None, 2])), *sizes)), st.just(())))
    chosen = draw(rarely(st.sampled_from([target, tuple(target)]), odd_targets, once_in=4))
    return Draw({"target_shape": chosen, "dtype": draw(policies)}, shape, draw(dtypes))


def test_reshape_gives_what_keras_gives() -> None:
    """Shapes, dtypes and refusals agree; a size of None turns all checks off."""
    differential("Reshape", draws())


def reshaped(target: object, inputs: Shape, keras: int | None = 3) -> tuple[Dim, ...] | None:
    layer, _ = bind(find_layer("keras.layers.Reshape"), (target,), {}, keras=keras)
    return layer.output_shape(inputs).dims


@pytest.mark.parametrize(
    ("target", "inputs", "expected"),
    [
        ((4, -1), Shape.unknown("nobody knows"), (UNKNOWN, 4, UNKNOWN)),
        ((4, 2), Shape.unknown("nobody knows"), (UNKNOWN, 4, 2)),
        ((4, 2), Shape((DYNAMIC, UNKNOWN)), (DYNAMIC, 4, 2)),
        ((4, -1), Shape((DYNAMIC, UNKNOWN)), (DYNAMIC, 4, UNKNOWN)),
        # Keras gives None for -1 as soon as one size is None.
        ((4, -1), Shape((DYNAMIC, UNKNOWN, DYNAMIC)), (DYNAMIC, 4, DYNAMIC)),
        ((UNKNOWN, 4), Shape.of(None, 10), (DYNAMIC, UNKNOWN, 4)),
        ((UNKNOWN, -1), Shape.of(None, 10), (DYNAMIC, UNKNOWN, UNKNOWN)),
        (UNKNOWN, Shape.of(None, 10), None),
        ((N, -1), Shape((DYNAMIC, N, 6)), (DYNAMIC, N, 6)),
        ((3, -1), Shape((DYNAMIC, N, 6)), (DYNAMIC, 3, 2 * N)),
    ],
)
def test_known_parts_survive(
    target: object, inputs: Shape, expected: tuple[Dim, ...] | None
) -> None:
    """What is not known stays so, and nothing else becomes so."""
    assert reshaped(target, inputs) == expected


def test_a_refusal_names_both_counts() -> None:
    """The message says what is there and what is needed."""
    with pytest.raises(InvalidShape) as caught:
        reshaped((4, 4), Shape.of(None, 3, 5))

    assert caught.value.expected == "16 values for (4, 4)"
    assert caught.value.found == "15 values in (None, 3, 5)"


@pytest.mark.parametrize(
    ("target", "keras"), [((-2, 3), [(3,)]), ((-2, -1), [(2, 3)]), ((-1, -1), [(2, 3)])]
)
def test_keras_2_reads_any_negative_size_as_minus_one(
    target: tuple[int, ...], keras: list[tuple[int, ...]]
) -> None:
    """One size of -2 is refused by Keras 3 alone."""
    _, refusals = bind(find_layer("keras.layers.Reshape"), (target,), {})

    assert [one.keras for one in refusals] == keras
    if keras == [(3,)]:
        assert reshaped(target, Shape.of(None, 6), keras=2) == (DYNAMIC, 2, 3)
