"""``GRU`` against Keras."""

from __future__ import annotations

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.rnn.gru import GRU
from keras_lint.shapes import Shape, TensorSpec, Unknown
from tests.layers.differential import differential
from tests.layers.rnn.recurrent_draws import gated_draws


def test_gru_gives_what_keras_gives() -> None:
    """Steps, one state, the two forms of bias, and what is refused."""
    differential("GRU", gated_draws("reset_after"))


def test_an_unknown_reset_after_leaves_the_bias_unknown() -> None:
    """The bias has one row or two."""
    layer, _ = bind(GRU, [4], {"reset_after": Unknown("a flag")})
    weights = layer.call_weights(CallArguments((TensorSpec(Shape.of(None, 5, 3)),)))

    assert [weight.dims for weight in weights] == [(3, 12), (4, 12), (Unknown("a flag"),)]
