"""What the tests of recurrent layers draw from."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from tests.layers.differential import Draw, Nested, Tensor
from tests.layers.draws import policies, rarely

flags = st.booleans()
seldom = rarely(st.just(False), st.just(True), once_in=8)
sizes = rarely(st.integers(1, 5), st.none(), once_in=4)
features = rarely(st.integers(1, 5), st.none(), once_in=15)
batches = st.sampled_from([None, None, 2])
units = rarely(
    st.integers(1, 6), st.sampled_from([0, -2, 2.0, None, "4", True, np.int64(3)]), once_in=15
)
rates = rarely(st.sampled_from([0.0, 0.3, 1, 7]), st.sampled_from([None, "0.2"]), once_in=25)
activations = rarely(
    st.sampled_from(["tanh", "relu", None, "sigmoid"]), st.sampled_from(["nothing", 3]), once_in=25
)


@st.composite
def sequences(draw: st.DrawFn) -> tuple[int | None, ...]:
    """Mostly three axes, sometimes more or less."""
    usual = st.tuples(sizes, features)
    inner = draw(rarely(usual, st.lists(sizes, max_size=3).map(tuple), once_in=12))
    return (draw(batches), *inner)


@st.composite
def gated_keywords(draw: st.DrawFn, *names: str) -> dict[str, object]:
    """The arguments that ``SimpleRNN``, ``LSTM`` and ``GRU`` share, and further flags."""
    return {
        "units": draw(units),
        "activation": draw(activations),
        "use_bias": draw(flags),
        "dropout": draw(rates),
        "recurrent_dropout": draw(rates),
        "return_sequences": draw(flags),
        "return_state": draw(flags),
        "go_backwards": draw(flags),
        "stateful": draw(seldom),
        "unroll": draw(flags),
        "dtype": draw(policies),
        **{name: draw(flags) for name in names},
    }


@st.composite
def gated_draws(draw: st.DrawFn, *names: str, states: int = 1) -> Draw:
    """A gated layer, with an ``initial_state`` now and then, which Keras 3 takes as it is."""
    call: dict[str, object] = {}
    if draw(seldom):
        call["initial_state"] = [Tensor((None, draw(st.integers(1, 6)))) for _ in range(states)]
    keywords = draw(gated_keywords(*names))
    inputs: object = draw(sequences())
    if draw(rarely(st.just(False), st.just(True), once_in=25)):
        inputs = [inputs] * draw(st.integers(1, 3))
    return Draw(keywords, inputs, call_keywords=call)


@st.composite
def cells(draw: st.DrawFn) -> Nested:
    """A cell of any kind with proper arguments."""
    name = draw(st.sampled_from(["SimpleRNNCell", "LSTMCell", "GRUCell"]))
    keywords: dict[str, object] = {"units": draw(st.integers(1, 5)), "use_bias": draw(flags)}
    if name == "GRUCell":
        keywords["reset_after"] = draw(flags)
    return Nested(name, keywords)


@st.composite
def recurrent_layers(draw: st.DrawFn) -> Nested:
    """A recurrent layer on three axes with proper arguments."""
    name = draw(st.sampled_from(["SimpleRNN", "LSTM", "GRU", "RNN"]))
    keywords: dict[str, object] = {
        "return_sequences": draw(flags),
        "return_state": draw(seldom),
        "go_backwards": draw(rarely(st.just(False), st.just(True), once_in=15)),
        "stateful": draw(rarely(st.just(False), st.just(True), once_in=15)),
    }
    if name == "RNN":
        cell = draw(st.one_of(cells(), st.lists(cells(), min_size=1, max_size=2)))
        return Nested(name, {"cell": cell, **keywords})
    return Nested(name, {"units": draw(st.integers(1, 5)), "use_bias": draw(flags), **keywords})
