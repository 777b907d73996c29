"""``input-size``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "steps_and_features_of_a_recurrent_layer": """
        x, y = np.zeros((8, 1, 10)), np.zeros((8, 1))
        model = keras.Sequential()
        model.add(layers.LSTM(3, input_shape=(10, 1)))  # [input-size]
        model.add(layers.Dense(1))
        model.compile("adam", "mse")
        model.fit(x, y)
        """,
    "features_of_a_bidirectional_layer": """
        x = np.zeros((8, 5, 4))
        model = keras.Sequential([keras.Input((5, 3)), layers.Bidirectional(layers.GRU(3))])
        model.predict(x)  # [input-size]
        """,
    "samples_left_over_by_a_stateful_layer": """
        model = keras.Sequential(
            [keras.Input(batch_shape=(4, 6, 2)), layers.LSTM(3, stateful=True), layers.Dense(1)]
        )
        model.compile("adam", "mse")
        x, y = np.zeros((10, 6, 2)), np.zeros((10, 1))
        model.fit(x, y, batch_size=4)  # [input-size]
        """,
    "one_sample_for_a_stateful_layer": """
        model = keras.Sequential(
            [keras.Input(batch_shape=(4, 6, 2)), layers.LSTM(3, stateful=True), layers.Dense(1)]
        )
        model.compile("adam", "mse")
        x, y = np.zeros((10, 6, 2)), np.zeros((10, 1))
        model.fit(x[:8], y[:8], batch_size=4)
        model.predict(x[:1])  # [input-size]
        """,
    "the_default_batch_size_for_a_stateful_layer": """
        model = keras.Sequential(
            [keras.Input(batch_shape=(4, 6, 2)), layers.LSTM(3, stateful=True), layers.Dense(1)]
        )
        model.compile("adam", "mse")
        x, y = np.zeros((10, 6, 2)), np.zeros((10, 1))
        model.fit(x[:8], y[:8])  # [input-size]
        """,
    "a_pretrained_model_first": """
        base = keras.applications.MobileNetV2(
            include_top=False, weights=None,
            input_shape=(64, 64, 3),
        )
        model = keras.Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(2)])
        model.predict(np.zeros((2, 32, 32, 3)))  # [input-size]
        """,
    "a_sequential_first": """
        encoder = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
        model = keras.Sequential([encoder, layers.Dense(1)])
        model.predict(np.zeros((4, 9)))  # [input-size]
        """,
    "columns": """
        data = np.zeros((20, 9))
        x, y = data[:, 0:8], data[:, 8]
        model = keras.Sequential()
        model.add(layers.Dense(4, input_dim=7))  # [input-size]
        model.add(layers.Dense(1))
        model.compile("adam", "mse")
        model.fit(x, y)
        """,
    "channels_first_data": """
        x, y = np.zeros((5, 3, 16, 16)), np.zeros((5, 1))
        inputs = keras.Input((16, 16, 3))  # [input-size]
        outputs = layers.Dense(1)(layers.Flatten()(layers.Conv2D(4, 3)(inputs)))
        model = keras.Model(inputs, outputs)
        model.compile("adam", "mse")
        model.fit(x, y)
        """,
    "at_predict": """
        model = keras.Sequential([keras.Input((8, 8, 3)), layers.Flatten(), layers.Dense(1)])
        model.predict(np.zeros((5, 9, 9, 3)))  # [input-size]
        """,
    "a_functional_model_compares_every_size": """
        inputs = keras.Input((8, 8, 3))
        outputs = layers.GlobalAveragePooling2D()(inputs)
        model = keras.Model(inputs, outputs)
        model.predict(np.zeros((5, 9, 9, 3)))  # [input-size]
        """,
}

ACCEPTED = {
    "other_steps_for_a_recurrent_layer": """
        model = keras.Sequential([keras.Input((10, 2)), layers.LSTM(3), layers.Dense(1)])
        model.predict(np.zeros((8, 4, 2)))
        """,
    "batches_of_a_stateful_layer": """
        model = keras.Sequential(
            [keras.Input(batch_shape=(4, 6, 2)), layers.LSTM(3, stateful=True), layers.Dense(1)]
        )
        model.compile("adam", "mse")
        x, y = np.zeros((10, 6, 2)), np.zeros((10, 1))
        model.fit(x[:8], y[:8], batch_size=4)
        model.fit(x[:9], y[:9], batch_size=4)
        model.predict(x[:4])
        """,
    "batches_of_a_layer_without_state": """
        model = keras.Sequential(
            [keras.Input(batch_shape=(4, 6, 2)), layers.LSTM(3), layers.Dense(1)]
        )
        model.compile("adam", "mse")
        x, y = np.zeros((10, 6, 2)), np.zeros((10, 1))
        model.fit(x, y)
        model.predict(x[:1])
        """,
    "a_pretrained_model_of_open_size_first": """
        base = keras.applications.MobileNetV2(
            include_top=False, weights=None, input_shape=(None, None, 3)
        )
        model = keras.Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(2)])
        model.predict(np.zeros((2, 32, 32, 3)))
        """,
    "a_sequential_with_pooling_first": """
        encoder = keras.Sequential([
            keras.Input((8, 8, 3)), layers.Conv2D(4, 3), layers.GlobalAveragePooling2D(),
        ])
        model = keras.Sequential([encoder, layers.Dense(1)])
        model.predict(np.zeros((5, 9, 9, 3)))
        """,
    "a_sequential_with_global_pooling": """
        model = keras.Sequential([
            keras.Input((8, 8, 3)), layers.Conv2D(4, 3), layers.GlobalAveragePooling2D(),
        ])
        model.predict(np.zeros((5, 9, 9, 3)))
        """,
    "open_sizes": """
        inputs = keras.Input((None, None, 3))
        model = keras.Model(inputs, layers.GlobalAveragePooling2D()(inputs))
        model.predict(np.zeros((5, 9, 9, 3)))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["columns"], "input-size") == TEXT


TEXT = """\
error[input-size]: `x` is (20, 8), the model takes (None, 7): 8 instead of 7 on axis 1
  --> example.py:8:27
   |
 6 | x, y = data[:, 0:8], data[:, 8]
   |        ------------ made here: (20, 8)
 7 | model = keras.Sequential()
 8 | model.add(layers.Dense(4, input_dim=7))  # [input-size]
   |                           ^^^^^^^^^^^
...
11 | model.fit(x, y)
   |           - the data are (20, 8)
   |
note: Keras builds this model and raises in `fit`
help: declare the shape of the data: (8,)
help: or give data of shape (20, 7)

Found 1 error in 1 file
"""
