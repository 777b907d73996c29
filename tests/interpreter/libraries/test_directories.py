"""Datasets from directories, windows of a series, image generators; real files are made."""

from __future__ import annotations

import numpy as np
import pytest

from keras_lint.layers.arguments import Opaque
from tests.interpreter.libraries.fed import IMPORTS, MODEL, check, seen
from tests.interpreter.programs import last_shape, run


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    """Make a directory of images, and one of texts, in two classes."""
    import keras

    root = tmp_path_factory.mktemp("pictures")
    for name in ("cats", "dogs"):
        (root / "images" / name).mkdir(parents=True)
        (root / "texts" / name).mkdir(parents=True)
        for i in range(3):
            image = np.random.randint(0, 255, (9, 7, 3)).astype("uint8")
            keras.utils.save_img(root / "images" / name / f"{i}.png", image)
            (root / "texts" / name / f"{i}.txt").write_text("a text")
    return str(root)


@pytest.mark.parametrize(
    ("options", "shapes"),
    [
        ("", ("(None, 256, 256, 3)", "(None,)")),
        ("image_size=(32, 24), batch_size=2", ("(None, 32, 24, 3)", "(None,)")),
        ("image_size=(8, 8), label_mode='categorical'", ("(None, 8, 8, 3)", "(None, ?)")),
        ("image_size=(8, 8), label_mode='binary'", ("(None, 8, 8, 3)", "(None, 1)")),
        ("image_size=(8, 8), label_mode=None", ("(None, 8, 8, 3)",)),
        ("labels=None", ("(None, 256, 256, 3)",)),
        ("color_mode='grayscale', image_size=(8, 8)", ("(None, 8, 8, 1)", "(None,)")),
        ("class_names=['cats', 'dogs'], label_mode='categorical', image_size=(8, 8)",
         ("(None, 8, 8, 3)", "(None, 2)")),
        ("image_size=(8, 8), batch_size=None", ("(8, 8, 3)", "()")),
    ],
)  # fmt: skip
def test_images(pictures, options, shapes):
    program = f"""
ds = keras.utils.image_dataset_from_directory({pictures + "/images"!r}, {options})
model.fit(ds)
"""
    check(program, *shapes)


@pytest.mark.parametrize(
    ("options", "shapes"),
    [
        ("", ("(None,)", "(None,)")),
        ("label_mode='binary', batch_size=2", ("(None,)", "(None, 1)")),
        ("label_mode='categorical'", ("(None,)", "(None, ?)")),
        ("label_mode=None", ("(None,)",)),
    ],
)
def test_texts(pictures, options, shapes):
    program = f"""
ds = keras.utils.text_dataset_from_directory({pictures + "/texts"!r}, {options})
model.fit(ds)
"""
    check(program, *shapes)


@pytest.mark.parametrize(
    ("options", "shapes"),
    [
        ("", ("(None, 256, 256, 3)", "(None, ?)")),
        ("target_size=(8, 6), class_mode='binary'", ("(None, 8, 6, 3)", "(None,)")),
        ("target_size=(8, 6), class_mode='sparse'", ("(None, 8, 6, 3)", "(None,)")),
        ("target_size=(8, 6), class_mode='input'", ("(None, 8, 6, 3)", "(None, 8, 6, 3)")),
        ("target_size=(8, 6), class_mode=None", ("(None, 8, 6, 3)",)),
        ("(8, 6), 'grayscale', ['cats', 'dogs']", ("(None, 8, 6, 1)", "(None, 2)")),
    ],
)
def test_image_generators(pictures, options, shapes):
    program = f"""
ImageDataGenerator = tf.keras.preprocessing.image.ImageDataGenerator
generator = ImageDataGenerator(rescale=1 / 255)
model.fit(generator.flow_from_directory({pictures + "/images"!r}, {options}))
"""
    check(program, *shapes)


def test_generators_of_arrays():
    check(
        """
ImageDataGenerator = tf.keras.preprocessing.image.ImageDataGenerator
generator = ImageDataGenerator(rotation_range=5)
batches = generator.flow(np.zeros((9, 8, 8, 3)), np.zeros((9, 2)), batch_size=4)
x, y = next(batches)
model.fit(x, y)
""",
        *["(?, 8, 8, 3)", "(?, 2)"],
    )


def test_windows_of_a_series():
    check(
        """
data = np.zeros((100, 14))
make = keras.utils.timeseries_dataset_from_array
model.fit(make(data, data[10:, 1], sequence_length=10, batch_size=4))
model.fit(make(data[:-5], None, sequence_length=6, sampling_rate=2))
""",
        *["(None, 10, 14)", "(None,)", "(None, 6, 14)"],
    )


def test_the_encoding_of_labels_is_a_fact():
    """A rule can see how a dataset encodes its labels."""
    text = """
train = keras.utils.image_dataset_from_directory("d", label_mode="categorical")
model.fit(train.prefetch(1), validation_data=train)
"""
    [call] = run(IMPORTS + MODEL + text).model.data_calls
    expected = Opaque("keras.utils.image_dataset_from_directory", {"label_mode": "categorical"})
    assert call.arguments["x"] == expected
    assert call.arguments["validation_data"] == expected


def test_class_names_are_unknown():
    program = """
train = keras.utils.image_dataset_from_directory("d", image_size=(20, 20))
head = keras.Sequential([keras.Input((4,)), layers.Dense(len(train.class_names))])
"""
    assert last_shape(program) == "(None, ?)"


def test_two_subsets():
    program = """
train, rest = keras.utils.image_dataset_from_directory(
    "d", validation_split=0.2, subset="both", seed=1, image_size=(20, 20))
model.fit(rest)
"""
    assert seen(program) == ["(None, 20, 20, 3)", "(None,)"]
