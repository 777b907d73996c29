"""``Bidirectional`` against Keras, and around layers that are not known."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments, Opaque, Weight
from keras_lint.layers.binding import bind
from keras_lint.layers.rnn.bidirectional import Bidirectional
from keras_lint.layers.rnn.lstm import LSTM
from keras_lint.shapes import Shape, TensorSpec, Unknown
from tests.layers.differential import Draw, Nested, differential
from tests.layers.draws import policies, rarely
from tests.layers.rnn.recurrent_draws import flags, recurrent_layers, seldom, sequences

modes = rarely(
    st.sampled_from(["sum", "mul", "ave", "concat", "concat", None]),
    st.sampled_from(["max", "", 1, ["sum"]]),
    once_in=25,
)
no_recurrent_layers = st.sampled_from(
    [
        None, 4, "LSTM", Nested("Dense", {"units": 3}), Nested("LSTMCell", {"units": 3}),
        Nested("TimeDistributed", {"layer": Nested("Dense", {"units": 3})}),
        Nested("Bidirectional", {"layer": Nested("LSTM", {"units": 3})}),
    ]
)  # fmt: skip


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    layer = draw(rarely(recurrent_layers(), no_recurrent_layers))
    keywords: dict[str, object] = {"layer": layer, "dtype": draw(policies)}
    if draw(flags):
        keywords["merge_mode"] = draw(modes)
    if draw(flags) and isinstance(layer, Nested) and draw(flags):
        backward = draw(rarely(recurrent_layers(), no_recurrent_layers))
        if isinstance(backward, Nested) and backward.name in ("SimpleRNN", "LSTM", "GRU", "RNN"):
            flipped = dict(backward.keywords)
            for name in ("return_sequences", "return_state", "stateful", "go_backwards"):
                value = bool(layer.keywords.get(name, False))
                flipped[name] = value != (name == "go_backwards") != draw(seldom)
            backward = Nested(backward.name, flipped)
        keywords["backward_layer"] = backward
    return Draw(keywords, draw(sequences()))


def test_bidirectional_gives_what_keras_gives() -> None:
    """Modes, states, a backward layer of its own, and layers that cannot go backwards."""
    differential("Bidirectional", draws())


@st.composite
def image_draws(draw: st.DrawFn) -> Draw:
    keywords = {
        "filters": 3,
        "kernel_size": 2,
        "return_sequences": draw(flags),
        "return_state": draw(flags),
        "data_format": draw(st.sampled_from(["channels_first", "channels_last"])),
    }
    layer = Nested("ConvLSTM2D", keywords)
    size = draw(rarely(st.integers(2, 5), st.just(1), once_in=3))
    return Draw({"layer": layer, "merge_mode": draw(modes)}, (None, 4, size, 5, size))


def test_bidirectional_around_images_gives_what_keras_gives() -> None:
    """Keras doubles the last axis, wherever the channels are."""
    differential("Bidirectional", image_draws(), accepted=30, refused=10)


class UserLayer:
    """A recurrent layer as the interpreter shows one of the user's own."""

    return_state = False

    def call(self, arguments: CallArguments) -> TensorSpec:
        return TensorSpec(arguments.positional[0].shape.with_last(6))

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...]:
        return (Weight((2, 6)),)


def wrapped(layer: object, **keywords: object) -> Bidirectional:
    made, refusals = bind(Bidirectional, [layer], keywords, keras=3)
    assert refusals == []
    assert isinstance(made, Bidirectional)
    return made


def test_a_layer_of_the_users_own_is_applied_twice() -> None:
    """Shape and weights come from the layer itself."""
    arguments = CallArguments((TensorSpec(Shape.of(None, 5, 2)),))

    assert wrapped(UserLayer()).call(arguments).shape == Shape.of(None, 5, 12)
    assert wrapped(UserLayer()).call_weights(arguments) == (Weight((2, 6)),) * 2


@pytest.mark.parametrize("layer", [Opaque("other.Layer"), Unknown("a layer")])
def test_an_unknown_layer_gives_an_unknown_output(layer: object) -> None:
    """Nothing is guessed about it."""
    arguments = CallArguments((TensorSpec(Shape.of(None, 5, 2)),))

    assert wrapped(layer).call(arguments).shape.dims is None
    assert isinstance(wrapped(layer).call_weights(arguments), Unknown)


def test_an_unknown_mode_gives_an_unknown_output() -> None:
    """Neither the width nor the number of outputs is guessed."""
    lstm, _ = bind(LSTM, [4], {})
    layer = wrapped(lstm, merge_mode=Unknown("a mode"))

    assert layer.call(CallArguments((TensorSpec(Shape.of(None, 5, 2)),))).shape.dims is None


def test_half_of_the_states_goes_to_either_layer() -> None:
    """A LSTM in both directions takes four states."""
    lstm, _ = bind(LSTM, [4], {})
    sequences, state = TensorSpec(Shape.of(None, 5, 2)), TensorSpec(Shape.of(None, 4))
    four = CallArguments((sequences,), {"initial_state": [state] * 4})
    two = CallArguments((sequences,), {"initial_state": [state] * 2})

    assert wrapped(lstm).mismatched_state(four) is None
    assert wrapped(lstm).mismatched_state(two) is not None


def test_keras_2_adds_the_widths_of_different_layers() -> None:
    """Keras 3 takes twice the width of the forward layer."""
    layers = [bind(LSTM, [4], {})[0], bind(LSTM, [3], {"go_backwards": True})[0]]
    arguments = CallArguments((TensorSpec(Shape.of(None, 5, 2)),))

    shapes = []
    for keras in (2, 3):
        layer, _ = bind(Bidirectional, [layers[0]], {"backward_layer": layers[1]}, keras=keras)
        shapes.append(layer.call(arguments).shape)
    assert shapes == [Shape.of(None, 7), Shape.of(None, 8)]
