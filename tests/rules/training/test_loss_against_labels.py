"""``loss-against-labels``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "a_sequence_of_batches": """
        class Batches(keras.utils.Sequence):
            def __init__(self, x, y):
                super().__init__()
                self.x, self.y = x, y

            def __len__(self):
                return len(self.x) // 4

            def __getitem__(self, index):
                rows = slice(4 * index, 4 * index + 4)
                return self.x[rows], self.y[rows]

        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
        model.compile("adam", "categorical_crossentropy")  # [loss-against-labels]
        model.fit(Batches(np.zeros((8, 4)), np.zeros((8,), "int32")))
        """,
    "one_hot_for_sparse": """
        x = np.zeros((8, 4))
        y = keras.utils.to_categorical(np.arange(8) % 3, 3)
        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
        model.compile(
            optimizer="adam",
            loss="sparse_categorical_crossentropy",  # [loss-against-labels]
        )
        model.fit(x, y)
        """,
    "a_column_of_integers": """
        x, y = np.zeros((8, 4)), np.zeros((8, 1), "int32")
        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
        loss = keras.losses.CategoricalCrossentropy()  # [loss-against-labels]
        model.compile("adam", loss=loss)
        model.fit(x, y)
        """,
    "a_dataset": """
        x, y = np.zeros((8, 4)), np.zeros((8,), "int32")
        data = tf.data.Dataset.from_tensor_slices((x, y)).batch(4)
        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
        model.compile("adam", "categorical_crossentropy")  # [loss-against-labels]
        model.fit(data)
        """,
}

ACCEPTED = {
    "a_data_set_of_batches": """
        class Batches(keras.utils.PyDataset):
            def __init__(self, x, y):
                super().__init__()
                self.x, self.y = x, y

            def __len__(self):
                return len(self.x) // 4

            def __getitem__(self, index):
                rows = slice(4 * index, 4 * index + 4)
                return self.x[rows], self.y[rows]

        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
        model.compile("adam", "sparse_categorical_crossentropy")
        train = Batches(np.zeros((8, 4)), np.zeros((8,), "int32"))
        model.fit(train, validation_data=train)
        """,
    "one_unit": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation="softmax")])
        model.compile("adam", "categorical_crossentropy")
        model.fit(np.zeros((8, 4)), np.zeros((8,)))
        """,
    "a_column_for_sparse": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(np.zeros((8, 4)), np.zeros((8, 1), "int32"))
        """,
    "compiled_again": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
        model.compile("adam", "categorical_crossentropy")
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(np.zeros((8, 4)), np.zeros((8,), "int32"))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["one_hot_for_sparse"], "loss-against-labels") == TEXT


TEXT = """\
error[loss-against-labels]: `sparse_categorical_crossentropy` needs integer labels, these are (8, 3)
  --> example.py:10:5
   |
 6 | y = keras.utils.to_categorical(np.arange(8) % 3, 3)
   |     ----------------------------------------------- made here: (8, 3)
 7 | model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
   |                                              ------------------------------------- gives (None, 3)
...
10 |     loss="sparse_categorical_crossentropy",  # [loss-against-labels]
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
11 | )
12 | model.fit(x, y)
   |              - the targets are (8, 3)
   |
note: Keras builds this model and raises in `fit`
help: loss="categorical_crossentropy" takes one-hot labels as they are
   |
10 ~     loss="categorical_crossentropy",  # [loss-against-labels]
   |
help: np.argmax(y, axis=-1) makes them integers: (8,)
   |
12 ~ model.fit(x, np.argmax(y, axis=-1))
   |

Found 1 error in 1 file
"""  # noqa: E501
