"""Texts, sequences and single images."""

from __future__ import annotations

import textwrap

import numpy as np
import pytest

from tests.interpreter.libraries.fed import check, seen
from tests.interpreter.programs import run


@pytest.mark.parametrize(
    ("expression", "shape"),
    [
        ("pad([[1, 2], [3]], maxlen=5)", "(2, 5)"),
        ("pad([[1, 2], [3]])", "(2, 2)"),
        ("pad([[[1.0, 2.0]], [[3.0, 4.0], [5.0, 6.0]]], maxlen=4, dtype='float32')", "(2, 4, 2)"),
        ("pad([[[1.0, 2.0]], [[3.0, 4.0]]], maxlen=4, dtype='float32')", "(2, 4, 2)"),
        ("pad(np.zeros((3, 9)), 4)", "(3, 4)"),
    ],
)  # fmt: skip
def test_pad_sequences(expression, shape):
    check(f"pad = keras.utils.pad_sequences\nmodel.fit({expression})", shape)


def test_texts_of_a_data_set():
    """The ids of a padded text are those of the text, and 0."""
    program = """
    (x, y), _ = keras.datasets.imdb.load_data(num_words=500)
    model.fit(keras.utils.pad_sequences(x, maxlen=80), y)
    """
    assert seen(program) == ["(25000, 80)", "(25000,)"]
    model = "model = keras.Sequential([layers.Flatten()])\n"
    [call] = run(model + textwrap.dedent(program)).model.data_calls
    assert (call.x.content.minimum, call.x.content.maximum) == (0, 499)


def test_tokenizer():
    """A text becomes a list of unknown length, or a row as wide as ``num_words``."""
    check(
        """
Tokenizer = tf.keras.preprocessing.text.Tokenizer
tokenizer = Tokenizer(num_words=30)
texts = ["one text", "another text", "a third"]
tokenizer.fit_on_texts(texts)
model.fit(keras.utils.pad_sequences(tokenizer.texts_to_sequences(texts), maxlen=7))
model.fit(tokenizer.texts_to_matrix(texts, mode="binary"))
""",
        *["(3, 7)", "(3, 30)"],
    )


def test_images(tmp_path):
    """An image has the size it is loaded with; a gray one has no channels for numpy."""
    import keras

    path = str(tmp_path / "a.png")
    keras.utils.save_img(path, np.zeros((9, 7, 3)))
    check(
        f"""
from PIL import Image
image = keras.utils.load_img({path!r}, target_size=(20, 10))
array = keras.utils.img_to_array(image)
model.fit(array, np.expand_dims(array, 0))
model.fit(np.array(image))
gray = keras.utils.load_img({path!r}, color_mode="grayscale", target_size=(20, 10))
model.fit(keras.utils.img_to_array(gray), np.array(gray))
model.fit(keras.utils.img_to_array(keras.utils.load_img({path!r})))
small = Image.open({path!r}).convert("RGB").resize((6, 4))
model.fit(np.asarray(small), np.array(Image.open({path!r}).resize((6, 4)).convert("L")))
model.fit(np.array(Image.open({path!r})).reshape(1, 9, 7, 3))
""",
        *["(20, 10, 3)", "(1, 20, 10, 3)", "(20, 10, 3)", "(20, 10, 1)", "(20, 10)"],
        *["(?, ?, 3)", "(4, 6, 3)", "(4, 6)", "(1, 9, 7, 3)"],
    )


@pytest.mark.parametrize(
    "layer",
    [
        "layers.TextVectorization(output_sequence_length=4)",
        "layers.StringLookup()",
        "layers.Normalization()",
        "layers.IntegerLookup()",
        "layers.Hashing(10)",
        "layers.CategoryEncoding(num_tokens=4)",
    ],
)
def test_preprocessing_layers_take_anything(layer):
    """A list, a text or an array that nobody knows is no reason to fail."""
    program = f"""
    import numpy as np
    layer = {layer}
    layer.adapt(["a text", "another"])
    layer.adapt(np.array([1, 2]))
    for data in (["a", "b"], [["a"], ["b"]], "a", np.array(["a"]), [1, 2], np.zeros((3, 2))):
        layer(data)
    """
    report = run(program)
    assert report.notes == ()
