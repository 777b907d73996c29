"""The cells against Keras, called by themselves."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from tests.layers.differential import Draw, Nested, Tensor, compare, differential
from tests.layers.draws import rarely
from tests.layers.rnn.recurrent_draws import (
    activations,
    batches,
    cells,
    features,
    flags,
    rates,
    seldom,
    units,
)

STATES = {"SimpleRNNCell": 1, "LSTMCell": 2, "GRUCell": 1}


@st.composite
def cell_draws(draw: st.DrawFn, name: str) -> Draw:
    keywords: dict[str, object] = {
        "units": draw(units.filter(lambda number: number is not True)),
        "activation": draw(activations),
        "use_bias": draw(flags),
        "dropout": draw(rates),
        "recurrent_dropout": draw(rates),
    }
    if name == "GRUCell":
        keywords["reset_after"] = draw(flags)
    if name != "SimpleRNNCell" and draw(flags):
        keywords["implementation"] = draw(st.sampled_from([1, 2]))
    size = keywords["units"] if isinstance(keywords["units"], int) else 3
    width = draw(rarely(st.just(abs(int(size))), st.sampled_from([1, 4]), once_in=5))
    states = [Tensor((draw(batches), width)) for _ in range(STATES[name])]
    call = draw(rarely(st.just({"states": states}), st.just({}), once_in=15))
    return Draw(keywords, (draw(batches), draw(features)), call_keywords=call)


@pytest.mark.parametrize("name", sorted(STATES))
def test_a_cell_gives_what_keras_gives(name: str) -> None:
    """One step and its states; states of the wrong width or batch size are refused."""
    differential(name, cell_draws(name))


@pytest.mark.parametrize("name", ["SimpleRNNCell", "GRUCell"])
def test_a_single_state_stays_single(name: str) -> None:
    """A state that is no list comes back as none."""
    state = Tensor((None, 3))
    draw = Draw({"units": 3}, (None, 2), call_keywords={"states": state})

    assert compare(name, draw) == "accepted"


@st.composite
def stack_draws(draw: st.DrawFn) -> Draw:
    stack = draw(st.lists(cells(), min_size=1, max_size=3))
    states = []
    for cell in stack:
        width = cell.keywords["units"] + draw(seldom)
        state = [Tensor((None, width)) for _ in range(STATES[cell.name])]
        states.append(state[0] if len(state) == 1 and draw(flags) else state)
    return Draw({"cells": stack}, (None, draw(features)), call_keywords={"states": states})


def test_stacked_cells_give_what_keras_gives() -> None:
    """Each cell takes what the one below gives."""
    differential("StackedRNNCells", stack_draws())


@pytest.mark.parametrize("made", [4, None, [4], [Nested("Dense", {"units": 3})]])
def test_what_is_no_cell_is_refused(made: object) -> None:
    """A stack wants cells in a list."""
    assert compare("StackedRNNCells", Draw({"cells": made}, (None, 3))) == "refused"
