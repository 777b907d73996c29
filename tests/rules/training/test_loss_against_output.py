"""``loss-against-output``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "return_sequences_left_on": """
        x, y = np.zeros((16, 5, 3)), np.zeros((16, 1))
        model = keras.Sequential([
            keras.Input((5, 3)),
            layers.LSTM(8, return_sequences=True),  # [loss-against-output]
            layers.Dense(1, activation="sigmoid"),
        ])
        model.compile("adam", loss="binary_crossentropy")
        model.fit(x, y)
        """,
    "backbone_not_pooled": """
        x, y = np.zeros((4, 8, 8, 3)), np.eye(4)
        inputs = keras.Input((8, 8, 3))
        features = layers.Conv2D(8, 3)(inputs)
        outputs = layers.Dense(4, activation="softmax")(features)  # [loss-against-output]
        model = keras.Model(inputs, outputs)
        model.compile("adam", loss="categorical_crossentropy")
        model.fit(x, y)
        """,
    "in_a_helper": """
        def build(classes):
            model = keras.Sequential([keras.Input((6, 6))])
            model.add(layers.Dense(8, activation="relu"))  # [loss-against-output]
            model.add(layers.Dense(classes, activation="softmax"))
            return model

        model = build(3)
        model.compile(loss=keras.losses.SparseCategoricalCrossentropy(), optimizer="adam")
        model.fit(np.zeros((9, 6, 6)), np.zeros((9,), "int32"))
        """,
    "subtracted": """
        model = keras.Sequential([
            keras.Input((6, 6)),
            layers.Dense(4),  # [loss-against-output]
        ])
        model.compile("adam", loss="mse")
        model.fit(np.zeros((9, 6, 6)), np.zeros((9, 4)))
        """,
}

ACCEPTED = {
    "one_label_per_step": """
        model = keras.Sequential([keras.Input((5, 3)), layers.Dense(4, activation="softmax")])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((8, 5, 3)), np.zeros((8, 5), "int32"))
        """,
    "a_last_axis_of_one": """
        model = keras.Sequential([keras.Input((5, 3)), layers.Dense(1, activation="sigmoid")])
        model.compile("adam", loss="binary_crossentropy")
        model.fit(np.zeros((8, 5, 3)), np.zeros((8, 5)))
        """,
    "keras_broadcasts": """
        model = keras.Sequential([keras.Input((4, 3)), layers.Dense(4)])
        model.compile("adam", loss="mse")
        model.fit(np.zeros((8, 4, 3)), np.zeros((8, 4)), batch_size=4)
        """,
    "a_loss_of_its_own": """
        def loss(y_true, y_pred):
            return keras.ops.mean(keras.ops.square(y_pred[:, 0] - y_true))

        model = keras.Sequential([keras.Input((4, 3)), layers.Dense(2)])
        model.compile("adam", loss=loss)
        model.fit(np.zeros((8, 4, 3)), np.zeros((8, 2)))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["return_sequences_left_on"], "loss-against-output") == TEXT


TEXT = """\
error[loss-against-output]: the model returns 5 rows of 1 value per sample, (None, 5, 1); the targets are (16, 1)
  --> example.py:8:5
   |
 5 | x, y = np.zeros((16, 5, 3)), np.zeros((16, 1))
   |                              ----------------- made here: (16, 1)
...
 8 |     layers.LSTM(8, return_sequences=True),  # [loss-against-output]
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 9 |     layers.Dense(1, activation="sigmoid"),
   |     ------------------------------------- gives (None, 5, 1)
10 | ])
11 | model.compile("adam", loss="binary_crossentropy")
   |                       -------------------------- needs targets of the output's shape
12 | model.fit(x, y)
   |              - the targets are (16, 1)
   |
note: return_sequences=True keeps all steps: (None, 5, 8)
note: Keras builds this model and raises in `fit`
help: leave return_sequences=True out for one value per sequence: (None, 8)
   |
 8 ~     layers.LSTM(8),  # [loss-against-output]
   |
help: for one value per step the targets need (16, 5, 1)

Found 1 error in 1 file
"""  # noqa: E501
