"""Operations between layers, functions of ``Lambda``, and parts of pretrained models."""

from __future__ import annotations

import pytest

from keras_lint.verification import Session
from keras_lint.verification.verdicts import Status
from tests.verification.programs import IMPORTS, verdict_on

OPERATIONS = [
    "keras.Model(a, layers.Dense(2)(a[:, -1, :]))",
    "keras.Model(a, [layers.Dense(2)(a[..., 0]), -a, a[:, None]])",
    "keras.Model(a, layers.Dense(2)(a[:, ::2][:, 0] + 1.0))",
    "keras.Model(a, keras.ops.split(a, 2, axis=-1)[1])",
    "keras.Sequential([keras.Input((4, 6)), layers.Lambda(lambda x: x[:, -1]), layers.Dense(2)])",
    "keras.Sequential([keras.Input((4, 6)), layers.Lambda(lambda x: x / 255 - 0.5)])",
    "keras.Sequential([keras.Input((4, 6)), layers.Lambda(lambda x: tf.reduce_mean(-x, axis=1))])",
    "keras.Sequential([keras.Input((4, 6)), layers.Lambda(keras.ops.square), layers.Dense(2)])",
]


@pytest.mark.parametrize("program", OPERATIONS)
def test_what_is_computed_between_layers_is_built(program: str, session: Session) -> None:
    text = IMPORTS + "import tensorflow as tf\na = keras.Input((4, 6))\n" + program
    (model,) = verdict_on(text, session).models
    assert (model.status, model.reason) == (Status.CONFIRMED, "")


# Each output of an operation is a tensor of its own.
def test_the_outputs_of_an_operation_go_their_own_ways(session: Session) -> None:
    verification = verdict_on(
        """
        a = keras.Input((4, 6))
        left, right = keras.ops.split(a, [2], axis=-1)
        keras.Model(a, [layers.Dense(5)(left), layers.Dense(5)(right)])
        """,
        session,
    )
    (model,) = verification.models
    assert model.status is Status.CONFIRMED
    assert [layer.params for layer in model.layers] == [15, 25]


def test_layers_of_a_pretrained_model_are_taken_out_of_it(session: Session) -> None:
    verification = verdict_on(
        """
        base = keras.applications.VGG16(weights="imagenet", include_top=False,
                                        input_shape=(64, 64, 3))
        end = layers.Dense(3)(layers.Flatten()(base.output))
        whole = keras.Model(base.input, end)
        named = keras.Model(base.input, layers.Dense(3)(base.get_layer("block4_pool").output))
        counted = keras.Model(base.input, layers.Dense(3)(base.layers[-2].output))
        """,
        session,
    )
    assert [model.status for model in verification.models] == [Status.CONFIRMED] * 4
    assert verification.models[1].params == 14_714_688 + 6147


def test_a_pretrained_model_on_a_tensor_has_the_layers_in_front(session: Session) -> None:
    verification = verdict_on(
        """
        image = keras.Input((48, 48, 1))
        colored = layers.Conv2D(3, 1)(image)
        base = keras.applications.MobileNetV2(include_top=False, input_tensor=colored)
        model = keras.Model(image, layers.Dense(2)(layers.GlobalAveragePooling2D()(base.output)))
        """,
        session,
    )
    assert verification.models[-1].status is Status.CONFIRMED
    assert "not verified" not in {model.status.value for model in verification.models}


@pytest.mark.parametrize(
    "program",
    [
        "o, h, c = layers.LSTM(16, return_state=True)(a)\n"
        "b = keras.Input((None, 7))\n"
        "d = layers.LSTM(16, return_sequences=True)(b, initial_state=[h, c])\n"
        "keras.Model([a, b], d)",
        "keras.Model(a, layers.Bidirectional(layers.GRU(3), merge_mode='sum')(a))",
        "keras.Model(a, layers.RNN([layers.LSTMCell(3), layers.GRUCell(4)])(a))",
        "keras.Model(a, a + layers.MultiHeadAttention(2, 4)(a, a))",
    ],
)
def test_states_cells_and_wrappers_are_built(program: str, session: Session) -> None:
    (model,) = verdict_on("a = keras.Input((4, 6))\n" + program, session).models
    assert (model.status, model.reason) == (Status.CONFIRMED, "")
