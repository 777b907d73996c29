"""``SimpleRNN`` against Keras."""

from __future__ import annotations

from tests.layers.differential import Draw, compare, differential
from tests.layers.rnn.recurrent_draws import gated_draws


def test_simple_rnn_gives_what_keras_gives() -> None:
    """Steps, states, bias, stateful layers, and the refusals of units, rates and ranks."""
    differential("SimpleRNN", gated_draws())


def test_an_argument_of_keras_2_is_refused() -> None:
    """Keras 3's ``SimpleRNN`` has no ``implementation``."""
    assert compare("SimpleRNN", Draw({"units": 3, "implementation": 1}, (None, 4, 5))) == "refused"
