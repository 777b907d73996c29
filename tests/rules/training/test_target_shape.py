"""``target-shape``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "decoder_of_another_size": """
        x = np.zeros((4, 28, 28, 1))
        inputs = keras.Input((28, 28, 1))
        h = layers.MaxPooling2D(2, padding="same")(inputs)
        h = layers.MaxPooling2D(2, padding="same")(h)
        h = layers.MaxPooling2D(2, padding="same")(h)
        h = layers.UpSampling2D(8)(h)
        outputs = layers.Conv2D(1, 3, padding="same", activation="sigmoid")(h)  # [target-shape]
        model = keras.Model(inputs, outputs)
        model.compile("adam", "binary_crossentropy")
        model.fit(x, x)
        """,
    "masks_of_another_size": """
        images, masks = np.zeros((4, 16, 16, 3)), np.zeros((4, 16, 16), "int32")
        model = keras.Sequential([
            keras.Input((16, 16, 3)),
            layers.Conv2D(2, 3, activation="softmax"),  # [target-shape]
        ])
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(images, masks)
        """,
    "flat_images_as_targets": """
        x = np.zeros((4, 28, 28))
        model = keras.Sequential([
            keras.Input((28, 28)),
            layers.Flatten(),
            layers.Dense(784, activation="sigmoid"),  # [target-shape]
        ])
        model.compile("adam", "binary_crossentropy")
        model.fit(x, x)
        """,
}

ACCEPTED = {
    "channels_of_one": """
        x = np.zeros((4, 8, 8))
        model = keras.Sequential([keras.Input((8, 8, 1)), layers.Conv2D(1, 3, padding="same")])
        model.compile("adam", "mse")
        model.fit(x, x)
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["decoder_of_another_size"], "target-shape") == TEXT


TEXT = """\
error[target-shape]: the model ends in (None, 32, 32, 1), its own input is (4, 28, 28, 1)
  --> example.py:11:11
   |
 5 | x = np.zeros((4, 28, 28, 1))
   |     ------------------------ made here: (4, 28, 28, 1)
 6 | inputs = keras.Input((28, 28, 1))
 7 | h = layers.MaxPooling2D(2, padding="same")(inputs)
   |     -------------------------------------- (None, 14, 14, 1)
 8 | h = layers.MaxPooling2D(2, padding="same")(h)
   |     -------------------------------------- (None, 7, 7, 1)
 9 | h = layers.MaxPooling2D(2, padding="same")(h)
   |     -------------------------------------- (None, 4, 4, 1)
10 | h = layers.UpSampling2D(8)(h)
11 | outputs = layers.Conv2D(1, 3, padding="same", activation="sigmoid")(h)  # [target-shape]
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
12 | model = keras.Model(inputs, outputs)
13 | model.compile("adam", "binary_crossentropy")
   |                       --------------------- needs targets of the output's shape
14 | model.fit(x, x)
   |              - the targets are (4, 28, 28, 1)
   |
note: Keras builds this model and raises in `fit`
help: make the model end in 28 instead of 32 on axis 1
help: Cropping2D or padding on the way brings 32 to 28

Found 1 error in 1 file
"""
