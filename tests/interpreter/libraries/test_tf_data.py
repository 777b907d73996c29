"""``tf.data``: what one element is, from where it comes to ``fit``."""

from __future__ import annotations

import pytest

from tests.interpreter.libraries.fed import check, seen

DATA = """
x, y = np.zeros((20, 8, 6), "float32"), np.arange(20)
slices = tf.data.Dataset.from_tensor_slices
ds = slices((x, y))
"""


@pytest.mark.parametrize(
    ("expression", "shapes"),
    [
        ("ds.batch(4)", ("(None, 8, 6)", "(None,)")),
        ("ds.batch(4, drop_remainder=True)", ("(4, 8, 6)", "(4,)")),
        ("ds.shuffle(9).batch(4).prefetch(1).cache()", ("(None, 8, 6)", "(None,)")),
        ("ds.map(lambda a, b: (a[..., None], tf.one_hot(b, 5))).batch(4)",
         ("(None, 8, 6, 1)", "(None, 5)")),
        ("ds.batch(4).map(lambda a, b: (tf.reshape(a, (-1, 48)), b))", ("(None, 48)", "(None,)")),
        ("ds.batch(4).unbatch().batch(2)", ("(None, 8, 6)", "(None,)")),
        ("ds.batch(4).repeat().take(3)", ("(None, 8, 6)", "(None,)")),
        ("ds.padded_batch(4, padded_shapes=([None, 6], []))", ("(None, None, 6)", "(None,)")),
        ("slices(x).batch(4)", ("(None, 8, 6)",)),
        ("slices({'u': x, 'v': y}).batch(4)", ("{u: (None, 8, 6), v: (None,)}",)),
        ("slices(([[1.0, 2.0], [3.0, 4.0]], [0, 1])).batch(2)", ("(None, 2)", "(None,)")),
        ("tf.data.Dataset.from_tensors((x, y))", ("(20, 8, 6)", "(20,)")),
        ("tf.data.Dataset.zip((slices(x), slices(y))).batch(2)", ("(None, 8, 6)", "(None,)")),
        ("tf.data.Dataset.range(9).batch(3)", ("(None,)",)),
        ("slices(y).window(5, shift=1, drop_remainder=True).flat_map(lambda w: w.batch(5))"
         ".map(lambda w: (w[:-1], w[-1:])).batch(2)", ("(None, 4)", "(None, 1)")),
        ("tf.data.Dataset.sample_from_datasets([ds, ds]).batch(4)", ("(None, 8, 6)", "(None,)")),
        ("ds.skip(2).concatenate(ds).batch(4)", ("(None, 8, 6)", "(None,)")),
    ],
)  # fmt: skip
def test_datasets(expression, shapes):
    check(f"{DATA}model.fit({expression})", *shapes)


def test_generators():
    """A generator is what its signature says, in the new form or the old."""
    check(
        """
def make():
    for i in range(4):
        yield np.zeros((3, 7), "float32"), i
signature = (tf.TensorSpec(shape=(None, 7), dtype=tf.float32), tf.TensorSpec((), tf.int32))
model.fit(tf.data.Dataset.from_generator(make, output_signature=signature).batch(2))
old = tf.data.Dataset.from_generator(make, (tf.float32, tf.int32), ([3, 7], []))
model.fit(old.batch(2))
model.fit(tf.data.Dataset.from_generator(make, output_types=(tf.float32, tf.int32)).batch(2))
""",
        *["(None, None, 7)", "(None,)", "(None, 3, 7)", "(None,)"],
        *["an unknown shape", "an unknown shape"],
    )


def test_iterating_gives_batches_of_some_size():
    """Outside of a graph a batch has a size, though the code does not tell which."""
    check(
        DATA
        + """
for a, b in ds.batch(4).take(1):
    model.fit(a, b)
a, b = next(iter(ds.batch(4)))
model.fit(a.numpy().reshape(-1, 48), np.zeros((a.shape[0], 2)))
for a, b in ds.batch(4).take(1).as_numpy_iterator():
    model.fit(a, b)
a = ds.batch(4).get_single_element() if False else next(ds.batch(4).as_numpy_iterator())[0]
model.fit(a)
""",
        *["(?, 8, 6)", "(?,)", "(?, 48)", "(?, 2)", "(?, 8, 6)", "(?,)", "(?, 8, 6)"],
    )


def test_specs_of_elements():
    check(
        DATA
        + """
shape = ds.batch(4).element_spec[0].shape
model.fit(np.zeros((2, shape[1], shape[2])))
""",
        "(2, 8, 6)",
    )


def test_what_only_files_tell_is_unknown():
    program = """
    rows = tf.data.experimental.make_csv_dataset("a.csv", batch_size=4)
    model.fit(rows.map(lambda *row: (tf.stack(row[1:], 1), row[0])))
    model.fit(tf.data.Dataset.from_tensor_slices(tf.io.parse_tensor("x", tf.float32)).batch(2))
    """
    assert "(" not in "".join(seen(program))


def test_records():
    """Lines and records are scalar strings."""
    program = """
    model.fit(tf.data.TFRecordDataset(["a"]).batch(4))
    model.fit(tf.data.TextLineDataset("a").map(lambda t: (t, 1)).batch(4))
    model.fit(tf.data.Dataset.list_files("*.png").batch(4))
    """
    assert seen(program)[:2] == ["(None,)", "(None,)"]
    assert seen(program)[-1] == "(None,)"


def test_data_sets_by_name():
    """Images and labels of well-known data sets, in any form of splits."""
    program = """
    import tensorflow_datasets as tfds
    (train, test), info = tfds.load(
        "mnist", split=["train", "test"], as_supervised=True, with_info=True)
    model.fit(train.batch(8))
    splits = tfds.load("cats_vs_dogs:4.0.1", as_supervised=True)
    scale = lambda image, label: (tf.image.resize(image, (90, 90)) / 255, label)
    model.fit(splits["train"].map(scale).batch(8))
    model.fit(tfds.load("imdb_reviews", split="train", as_supervised=True).batch(8))
    model.fit(tfds.load("mnist", split="train").batch(8))
    """
    assert seen(program) == [
        *["(None, 28, 28, 1)", "(None,)", "(None, 90, 90, 3)", "(None,)", "(None,)", "(None,)"],
        "?",
    ]
