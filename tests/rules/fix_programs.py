"""Programs with one mistake each, for the fixes: rule, what the fixes are, source."""

from __future__ import annotations

from collections.abc import Callable, Mapping

DIGITS = "x = np.zeros((64, 28, 28))\ny = np.arange(64) % 10\n"
LABELS = "x = np.zeros((64, 8))\ny = np.arange(64) % 3\n"
ONE_HOT = "x = np.zeros((64, 8))\ny = keras.utils.to_categorical(np.arange(64) % 3, 3)\n"

PROGRAMS: list[tuple[str, str, str]] = [
    (
        "unbuilt-model-attribute",
        "safe",
        """model = keras.Sequential([keras.Input((8,)), layers.Dense(3), layers.Dense(1)])
features = keras.Model(
    model.inputs,
    model.output,  # the last
)
""",
    ),
    (
        "loss-against-output",
        "unsafe",
        DIGITS
        + """model = keras.Sequential()
model.add(keras.Input((28, 28)))
model.add(layers.Dense(128, activation="relu"))  # hidden
model.add(layers.Dense(10, activation="softmax"))  # output
model.compile("adam", loss="sparse_categorical_crossentropy")
model.fit(x, y)
""",
    ),
    (
        "loss-against-output",
        "unsafe",
        DIGITS
        + """image = keras.Input((28, 28))
hidden = layers.Dense(128, activation="relu")(image)  # hidden
model = keras.Model(image, layers.Dense(10, activation="softmax")(hidden))
model.compile("adam", loss="sparse_categorical_crossentropy")
model.fit(x, y)
""",
    ),
    (
        "loss-against-output",
        "display display",
        """x = np.zeros((8, 12, 12, 3))
y = np.arange(8) % 4
model = keras.Sequential([
    keras.Input((12, 12, 3)),
    layers.Conv2D(8, 3, activation="relu"),  # one
    # then the head
    layers.Dense(4, activation="softmax"),  # two
])
model.compile("adam", loss="sparse_categorical_crossentropy")
model.fit(x, y)
""",
    ),
    (
        "loss-against-output",
        "display",
        """x = np.zeros((8, 12, 3))
y = keras.utils.to_categorical(np.arange(8) % 4, 4)
model = keras.Sequential([
    keras.Input((12, 3)),
    layers.Bidirectional(layers.LSTM(8, return_sequences=True)),  # steps
    layers.Dense(4, activation="softmax"),
])
model.compile("adam", loss="categorical_crossentropy")
model.fit(x, y)
""",
    ),
    (
        "missing-return-sequences",
        "unsafe",
        """model = keras.Sequential([
    keras.Input((10, 8)),
    layers.LSTM(
        32,
        activation="tanh",  # the default
    ),
    layers.Dropout(0.2),
    layers.LSTM(16),
])
""",
    ),
    (
        "missing-return-sequences",
        "display",
        """steps = keras.Input((10, 8))
last = layers.Bidirectional(layers.GRU(32, return_sequences=False))(steps)  # encoder
model = keras.Model(steps, layers.TimeDistributed(layers.Dense(3))(last))
""",
    ),
    (
        "input-shape-no-tuple",
        "safe",
        'inputs = keras.Input(shape=(784), name="pixels")  # flat\nlayers.Dense(3)(inputs)\n',
    ),
    (
        "input-shape-no-tuple",
        "safe",
        "inputs = keras.Input(28 * 28)  # flat\nlayers.Dense(3)(inputs)\n",
    ),
    (
        "layer-input-rank",
        "unsafe",
        """x = np.zeros((64, 28, 28, 1))
model = keras.Sequential([
    keras.Input(shape=(64, 28, 28, 1)),  # as x.shape
    layers.Conv2D(4, 3),
])
model.predict(x)
""",
    ),
    (
        "layer-input-rank",
        "unsafe",
        """x = np.zeros((64, 10, 3))
model = keras.Sequential([
    layers.LSTM(4, input_shape=(64, 10, 3)),  # as x.shape
])
model.predict(x)
""",
    ),
    (
        "input-shape-argument",
        "safe",
        """model = keras.Sequential()
model.add(layers.Dense(16, input_dim=8, activation="relu"))  # hidden
model.add(layers.Dense(1))
""",
    ),
    (
        "input-shape-argument",
        "safe",
        """model = keras.Sequential([
    layers.Conv2D(
        16,
        3,
        input_shape=(28, 28, 1),  # gray
    ),
    layers.Flatten(),
])
""",
    ),
    (
        "input-shape-argument",
        "safe",
        "model = keras.Sequential([layers.Flatten(input_shape=(28, 28)), layers.Dense(3)])\n",
    ),
    (
        "removed-argument",
        "safe",
        """model = keras.Sequential()
model.add(layers.Conv2D(8, 3, border_mode="same", subsample=(2, 2), input_shape=(8, 8, 3)))  # in
""",
    ),
    (
        "removed-argument",
        "safe",
        """model = keras.Sequential([
    layers.LSTM(
        8,
        batch_input_shape=(4, 10, 3),  # fixed
        stateful=True,
    ),
])
""",
    ),
    (
        "removed-argument",
        "safe",
        """model = keras.Sequential([
    layers.LSTM(input_dim=3, input_length=10, units=8),
    layers.Dense(1),
])
""",
    ),
    (
        "unknown-keras-name",
        "unsafe",
        """model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.MaxPoolling2D(2),  # halves
])
""",
    ),
    (
        "loss-against-labels",
        "display display",
        LABELS
        + """model = keras.Sequential([keras.Input((8,)), layers.Dense(3, activation="softmax")])
model.compile("adam", loss="categorical_crossentropy")  # the loss
model.fit(x, y, epochs=1)  # train
""",
    ),
    (
        "loss-against-labels",
        "display",
        LABELS
        + """model = keras.Sequential([keras.Input((8,)), layers.Dense(3, activation="softmax")])
model.compile("adam", keras.losses.CategoricalCrossentropy())  # the loss
model.fit(x, y)
model.evaluate(x, y)
""",
    ),
    (
        "loss-against-labels",
        "display display",
        ONE_HOT
        + """model = keras.Sequential([keras.Input((8,)), layers.Dense(3)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x, y=y)  # one-hot
""",
    ),
    (
        "one-sample-without-batch",
        "unsafe",
        """model = keras.Sequential([keras.Input((28, 1)), layers.LSTM(4), layers.Dense(1)])
many = np.zeros((5, 28, 1))
model.predict(x=many[3], verbose=0)  # the fourth
""",
    ),
    (
        "input-rank",
        "unsafe",
        """model = keras.Sequential([keras.Input((3, 2)), layers.Flatten(), layers.Dense(1)])
one = np.zeros((3, 2))
model.predict(one)  # one
""",
    ),
    (
        "input-size",
        "unsafe",
        """model = keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten(), layers.Dense(1)])
x = np.zeros((5, 28, 28, 1))
model.predict(x[0])  # one
""",
    ),
    (
        "softmax-over-one-unit",
        "unsafe",
        """model = keras.Sequential([keras.Input((8,)), layers.Dense(1, activation="softmax")])
model.compile("adam", loss="binary_crossentropy")  # two classes
""",
    ),
    (
        "logits-against-loss",
        "display display",
        LABELS
        + """model = keras.Sequential([keras.Input((8,)), layers.Dense(3)])  # scores
model.compile("adam", loss="sparse_categorical_crossentropy")
model.fit(x, y)
""",
    ),
    (
        "dense-on-multidim-input",
        "display display",
        """model = keras.Sequential([
    keras.Input((12, 12, 3)),
    layers.Conv2D(8, 3),  # one
    layers.Dense(16),  # two
    layers.Dense(4, activation="softmax"),
])
""",
    ),
    (
        "dense-on-multidim-input",
        "unsafe",
        """model = keras.Sequential()
model.add(layers.Dense(16, input_shape=(3, 2)))  # first
model.add(layers.Activation("relu"))
model.add(layers.Flatten())  # flat
model.add(layers.Dense(4))  # last
""",
    ),
    (
        "dense-on-multidim-input",
        "unsafe",
        """model = keras.Sequential([
    keras.Input((3, 2)),
    layers.Dense(16),  # first
    layers.Flatten(),  # flat
    layers.Dense(4),  # last
])
""",
    ),
    (
        "dense-on-multidim-input",
        "unsafe",
        """image = keras.Input((28, 28))
hidden = layers.Dense(16)(layers.Dropout(0.5)(image))  # first
model = keras.Model(image, layers.Dense(4, activation="softmax")(hidden))
""",
    ),
    (
        "positional-strides",
        "unsafe",
        """model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(8, 3, 3),  # 3 x 3
])
""",
    ),
]


def _single_quotes(text: str) -> str:
    return text.replace('"', "'")


def _from_tensorflow(text: str) -> str:
    lines = [one for one in text.split("\n") if one not in ("import keras",)]
    head = "\n".join(lines).replace("from keras import", "from tensorflow.keras import")
    return head.replace("keras.Input", "tf.keras.Input").replace(
        "keras.Sequential", "tf.keras.Sequential"
    ).replace("keras.Model", "tf.keras.Model").replace("keras.losses", "tf.keras.losses").replace(
        "keras.utils.", "tf.keras.utils."
    )  # fmt: skip


def _in_function(text: str) -> str:
    lines = text.split("\n")
    start = next(i for i, one in enumerate(lines) if not one.startswith(("import", "from")))
    body = [f"    {one}" if one else one for one in lines[start:]]
    return "\n".join([*lines[:start], "", "def main():", *body, "", "main()", ""])


STYLES: Mapping[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "single quotes": _single_quotes,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "tabs": lambda text: text.replace("    ", "\t"),
    "wide characters": lambda text: text.replace("  # ", "  # größer 数字 ").replace(
        "import numpy", 's = "é數"; import numpy'
    ),
    "latin-1": lambda text: "# -*- coding: latin-1 -*-\n" + text.replace("  # ", "  # größer "),
    "tensorflow": _from_tensorflow,
    "in a function": _in_function,
}
