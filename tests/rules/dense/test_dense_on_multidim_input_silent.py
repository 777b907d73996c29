"""``dense-on-multidim-input``: what may be meant, by the evidence around it."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

PROGRAMS = {
    "a_placeholder_that_is_only_saved": """
        model = keras.Sequential([
            keras.Input((128, 128, 3)),
            layers.Dense(16, activation="relu"),
            layers.Dense(1),
        ])
        model.save("model.keras")
        """,
    "targets_with_the_same_axes": """
        x, y = np.zeros((64, 30, 4)), np.zeros((64, 30, 2))
        model = keras.Sequential([keras.Input((30, 4)), layers.Dense(2)])
        model.compile("adam", loss="mse")
        model.fit(x, y)
        """,
    "one_value_for_each_step": """
        x, y = np.zeros((64, 30, 4)), np.zeros((64, 30))
        model = keras.Sequential([keras.Input((30, 4)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(x, y)
        """,
    "a_class_for_each_token": """
        x, y = np.zeros((64, 30), dtype="int32"), np.zeros((64, 30), dtype="int32")
        model = keras.Sequential([
            keras.Input((30,)),
            layers.Embedding(100, 8),
            layers.Dense(5, activation="softmax"),
        ])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(x, y)
        """,
    "the_input_is_the_target": """
        x = load()
        model = keras.Sequential([
            keras.Input((28, 28)),
            layers.Dense(8, activation="relu"),
            layers.Dense(28),
        ])
        model.compile("adam", loss="mse")
        model.fit(x, x)
        """,
    "steps_of_a_recurrent_layer": """
        model = keras.Sequential([
            keras.Input((20, 8)),
            layers.LSTM(16, return_sequences=True),
            layers.Dense(4, activation="softmax"),
        ])
        """,
    "pooled_later": """
        inputs = keras.Input((20, 8))
        x = layers.Dense(32, activation="relu")(inputs)
        x = layers.GlobalMaxPooling1D()(x)
        model = keras.Model(inputs, layers.Dense(3)(x))
        """,
    "read_by_a_recurrent_layer": """
        model = keras.Sequential([
            keras.Input((20, 8)),
            layers.Dense(32, activation="relu"),
            layers.GRU(16),
            layers.Dense(1),
        ])
        """,
    "flattened_later_in_a_functional_model": """
        inputs = keras.Input((10, 3))
        x = layers.Dense(8, activation="relu")(inputs)
        x = layers.Flatten()(x)
        model = keras.Model(inputs, layers.Dense(3)(x))
        """,
    "flattened_after_a_convolution": """
        model = keras.Sequential([
            keras.Input((10, 3)),
            layers.Conv1D(8, 3),
            layers.Dense(8, activation="relu"),
            layers.Flatten(),
            layers.Dense(3),
        ])
        """,
    "squeeze_and_excite": """
        inputs = keras.Input((32, 32, 16))
        s = layers.GlobalAveragePooling2D(keepdims=True)(inputs)
        s = layers.Dense(4, activation="relu")(s)
        s = layers.Dense(16, activation="sigmoid")(s)
        model = keras.Model(inputs, layers.Multiply()([inputs, s]))
        """,
    "a_transformer": """
        inputs = keras.Input((20, 32))
        x = layers.MultiHeadAttention(4, 8)(inputs, inputs)
        x = layers.LayerNormalization()(x + inputs)
        y = layers.Dense(64, activation="relu")(x)
        y = layers.Dense(32)(y)
        x = layers.LayerNormalization()(x + y)
        model = keras.Model(inputs, layers.Dense(10)(x))
        """,
    "time_distributed": """
        model = keras.Sequential([
            keras.Input((20, 8)),
            layers.TimeDistributed(layers.Dense(4)),
        ])
        """,
    "a_loss_of_the_users_own": """
        def distance(y_true, y_pred):
            return keras.ops.mean(keras.ops.square(y_true - y_pred), axis=(1, 2))

        model = keras.Sequential([keras.Input((20, 8)), layers.Dense(4)])
        model.compile("adam", loss=distance)
        """,
    "an_operation_on_the_output": """
        inputs = keras.Input((20, 8))
        x = layers.Dense(4)(inputs)
        model = keras.Model(inputs, keras.ops.mean(x, axis=1))
        """,
    "a_lambda_that_may_take_the_axis": """
        model = keras.Sequential([
            keras.Input((20, 8)),
            layers.Dense(4),
            layers.Lambda(lambda t: t[:, -1]),
        ])
        """,
    "a_layer_of_the_users_own": """
        class Last(layers.Layer):
            def call(self, x):
                return x[:, -1]

        model = keras.Sequential([keras.Input((20, 8)), layers.Dense(4), Last()])
        """,
    "inside_a_call": """
        class Mixer(layers.Layer):
            def __init__(self):
                super().__init__()
                self.dense = layers.Dense(8)

            def call(self, x):
                return self.dense(x)

        inputs = keras.Input((20, 8))
        model = keras.Model(inputs, Mixer()(inputs))
        """,
    "sequences_of_any_length": """
        model = keras.Sequential([
            keras.Input((None,)),
            layers.Embedding(100, 8),
            layers.Dense(5, activation="softmax"),
        ])
        """,
    "a_model_of_windows_without_declared_input": """
        model = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(np.zeros((64, 1, 19)), load())
        """,
    "a_block_without_input": """
        block = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(8)])
        """,
    "a_block_inside_a_model": """
        block = keras.Sequential([keras.Input((20, 8)), layers.Dense(8, activation="relu")])
        inputs = keras.Input((20, 8))
        x = block(inputs)
        model = keras.Model(inputs, layers.GlobalAveragePooling1D()(x))
        """,
    "a_repeated_vector": """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.RepeatVector(5),
            layers.Dense(4),
        ])
        """,
    "labels_that_ctc_aligns": """
        x, y = np.zeros((16, 20, 3)), np.ones((16, 5), dtype="int32")
        model = keras.Sequential([
            keras.Input((20, 3)),
            layers.Conv1D(8, 3, padding="same", activation="relu"),
            layers.Dense(9),
        ])
        model.compile("adam", loss=keras.losses.CTC())
        model.fit(x, y)
        """,
    "vectors": """
        model = keras.Sequential([
            keras.Input((28, 28)),
            layers.Flatten(),
            layers.Dense(32, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ])
        """,
}


@pytest.mark.parametrize("source", PROGRAMS.values(), ids=PROGRAMS.keys())
def test_silent(source: str) -> None:
    check(source)
