"""``LSTM`` and ``CuDNNLSTM``."""

from __future__ import annotations

import pytest

from keras_lint.layers.arguments import CallArguments, Opaque
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.layers.rnn.lstm import LSTM
from keras_lint.shapes import DYNAMIC, InvalidShape, Shape, TensorSpec, Unknown
from tests.layers.differential import Draw, compare, differential
from tests.layers.rnn.recurrent_draws import gated_draws


def spec(*sizes: int | None) -> TensorSpec:
    return TensorSpec(Shape.of(*sizes), "float32")


def lstm(keras: int | None = 3, **keywords: object) -> LSTM:
    layer, _ = bind(LSTM, [], {"units": 8, **keywords}, keras=keras)
    assert isinstance(layer, LSTM)
    return layer


def test_lstm_gives_what_keras_gives() -> None:
    """Steps, two states, bias, stateful layers, and what is refused."""
    differential("LSTM", gated_draws("unit_forget_bias", states=2))


@pytest.mark.parametrize(
    "keywords",
    [{"implementation": 1}, {"zero_output_for_mask": True}, {"use_cudnn": False},
     {"use_cudnn": None}, {"use_cudnn": "yes"}, {"time_major": True}, {"output_dim": 3},
     {"dtype": "mixed_float16"}],
)  # fmt: skip
def test_keywords_beside_the_usual_ones(keywords: dict[str, object]) -> None:
    """Keras takes some keywords that its signature does not show."""
    compare("LSTM", Draw({"units": 3, **keywords}, (None, 4, 5)))


def test_former_spellings_lead_to_the_modern_ones() -> None:
    """The arguments of Keras 1 are understood and said to be removed."""
    layer, refusals = bind(LSTM, [], {"output_dim": 3, "dropout_W": 0.1, "inner_init": "zeros"})

    assert (layer.units, layer.dropout, layer.recurrent_initializer) == (3, 0.1, "zeros")
    assert [(one.argument, one.kind, one.keras) for one in refusals] == [
        ("output_dim", "removed", (3,)),
        ("dropout_W", "removed", (3,)),
        ("inner_init", "removed", (3,)),
    ]


def test_unknown_features_give_an_unknown_kernel_only() -> None:
    """What goes in is unknown; what comes out is not."""
    arguments = CallArguments((TensorSpec(Shape((DYNAMIC, 5, Unknown("why")))),))

    assert lstm().call(arguments) == spec(None, 8)
    kernel, recurrent, bias = lstm().call_weights(arguments)
    assert (kernel.dims, recurrent.dims, bias.dims) == ((Unknown("why"), 32), (8, 32), (32,))


@pytest.mark.parametrize("name", ["return_sequences", "return_state"])
def test_an_unknown_flag_leaves_the_output_unknown(name: str) -> None:
    """Neither the rank nor the number of outputs is guessed."""
    output = lstm(**{name: Unknown("a flag")}).call(CallArguments((spec(None, 5, 3),)))

    assert output == TensorSpec(Shape.unknown("a flag"), "float32")


@pytest.mark.parametrize("units", [Unknown("a size"), Opaque("other.Integer")])
def test_unknown_units_are_no_refusal(units: object) -> None:
    """The width is unknown, the rest is not."""
    layer, refusals = bind(LSTM, [units], {"return_sequences": True})

    assert refusals == []
    assert str(layer.call(CallArguments((spec(None, 5, 3),))).shape) == "(None, 5, ?)"


def test_a_mismatched_state_is_known_before_data_arrives() -> None:
    """Keras 3 builds it, Keras 2 refuses it, and a rule can ask."""
    arguments = CallArguments(
        (spec(None, 5, 3),), {"initial_state": [spec(None, 8), spec(None, 4)]}
    )

    assert "(None, 4)" in str(lstm().mismatched_state(arguments))
    assert lstm().call(arguments) == spec(None, 8)
    with pytest.raises(InvalidShape):
        lstm(keras=2).call(arguments)


def test_a_fitting_state_is_no_mismatch() -> None:
    """Two states of eight values are what the layer takes."""
    arguments = CallArguments((spec(None, 5, 3),), {"initial_state": [spec(None, 8)] * 2})

    assert lstm().mismatched_state(arguments) is None


def test_keras_2_takes_the_states_in_a_list() -> None:
    """``layer([x, h, c])`` is what ``initial_state`` is in Keras 3."""
    arguments = CallArguments(([spec(None, 5, 3), spec(None, 8), spec(None, 8)],))

    assert lstm(keras=2).call(arguments) == spec(None, 8)
    with pytest.raises(InvalidShape):
        lstm().call(arguments)


def test_only_keras_2_insists_on_the_features_it_was_built_with() -> None:
    """The input_spec of Keras 3 holds the rank alone."""
    first, second = CallArguments((spec(None, 5, 3),)), CallArguments((spec(None, 5, 4),))

    lstm().check_rebuild(first, second)
    with pytest.raises(InvalidShape):
        lstm(keras=2).check_rebuild(first, second)


def test_cudnn_lstm_is_a_layer_of_keras_2_with_two_biases() -> None:
    """It has no activation, and a bias for either kernel."""
    schema = find_layer("keras.layers.CuDNNLSTM")
    layer, refusals = bind(schema, [4], {"return_sequences": True})
    arguments = CallArguments((spec(None, 5, 3),))

    assert (schema.in_keras, refusals) == ((2,), [])
    assert layer.call(arguments) == spec(None, 5, 4)
    assert [weight.dims for weight in layer.call_weights(arguments)] == [(3, 16), (4, 16), (32,)]
