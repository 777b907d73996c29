"""``class-mode-against-loss``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.image_folder import make_images
from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "labels_that_a_map_keeps": """
        train = keras.utils.image_dataset_from_directory(  # [class-mode-against-loss]
            "images", label_mode="categorical", image_size=(8, 8)
        )
        train = train.map(lambda image, label: (image / 255.0, label))
        model = keras.Sequential([keras.Input((8, 8, 3)), layers.Flatten()])
        model.add(layers.Dense(1, activation="sigmoid"))
        model.compile("adam", "binary_crossentropy")
        model.fit(train)
        """,
    "one_hot_for_sparse": """
        train = keras.utils.image_dataset_from_directory("images", label_mode="categorical")
        model = keras.Sequential([keras.Input((256, 256, 3)), layers.GlobalAveragePooling2D()])
        model.add(layers.Dense(2, activation="softmax"))
        model.compile("adam", "sparse_categorical_crossentropy")  # [class-mode-against-loss]
        model.fit(train)
        """,
}

ACCEPTED = {
    "binary": """
        train = keras.utils.image_dataset_from_directory("images", image_size=(8, 8))
        model = keras.Sequential([keras.Input((8, 8, 3)), layers.Flatten()])
        model.add(layers.Dense(1, activation="sigmoid"))
        model.compile("adam", "binary_crossentropy")
        model.fit(train)
        """,
}


@pytest.fixture(autouse=True)
def _images(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_images(tmp_path / "images")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["one_hot_for_sparse"], "class-mode-against-loss") == TEXT


TEXT = """\
error[class-mode-against-loss]: label_mode="categorical" gives labels (None, ?), which the loss does not take
 --> example.py:8:23
  |
5 | train = keras.utils.image_dataset_from_directory("images", label_mode="categorical")
  |         ---------------------------------------------------------------------------- made here: (None, ?)
6 | model = keras.Sequential([keras.Input((256, 256, 3)), layers.GlobalAveragePooling2D()])
7 | model.add(layers.Dense(2, activation="softmax"))
  |           ------------------------------------- gives (None, 2)
8 | model.compile("adam", "sparse_categorical_crossentropy")  # [class-mode-against-loss]
  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
9 | model.fit(train)
  |           ----- the targets are (None, ?)
  |
note: Keras builds this model and raises in `fit`
help: loss="categorical_crossentropy" takes these labels
help: class_mode="sparse", or label_mode="int" for datasets, makes them integers

Found 1 error in 1 file
"""  # noqa: E501
