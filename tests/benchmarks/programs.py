"""Programs of a given size, made for measuring."""

from __future__ import annotations

LAYERS = 5_000


def training_script(lines: int) -> str:
    """Give a script of about so many lines: models, helpers and plain code."""
    head = [
        "import numpy as np",
        "import keras",
        "from keras import layers",
        "",
        "def block(x, units, rate=0.1):",
        "    x = layers.Dense(units)(x)",
        "    x = layers.BatchNormalization()(x)",
        "    x = layers.Activation('relu')(x)",
        "    return layers.Dropout(rate)(x)",
        "",
    ]
    made: list[str] = []
    number = 0
    while len(head) + len(made) < lines:
        number += 1
        made += [
            f"def prepare_{number}(values, scale={number}):",
            "    total = 0",
            "    for value in values:",
            "        total += value * scale",
            "    return np.array(values) / max(total, 1)",
            "",
            f"inputs = keras.Input((28, 28, {number % 4 + 1}))",
            "x = layers.Conv2D(32, 3, activation='relu')(inputs)",
            "x = layers.MaxPooling2D()(x)",
            "x = layers.Flatten()(x)",
            "for units in (64, 32):",
            "    x = block(x, units)",
            "outputs = layers.Dense(10, activation='softmax')(x)",
            f"model_{number} = keras.Model(inputs, outputs)",
            f"model_{number}.compile('adam', 'sparse_categorical_crossentropy')",
            f"names_{number} = [str(n) for n in range({number % 10 + 3})]",
            "",
        ]
    return "\n".join(head + made) + "\n"


CALLS_OF_A_MODEL = 12
"""The layer calls of each model in ``training_script``."""


def plain_script(lines: int) -> str:
    """Give a script of so many lines that has nothing to do with Keras."""
    body = [
        f"def f{n}(a, b={n}):\n    return [a * b + i for i in range(b)]\n" for n in range(lines)
    ]
    return "import json\nimport re\n\n" + "\n".join(body[: lines // 3])


def deep_model(layers: int = LAYERS) -> str:
    """Give a model of so many layers, each on a line of its own."""
    lines = ["import keras", "from keras import layers", "", "model = keras.Sequential()"]
    lines.append("model.add(keras.Input((16,)))")
    lines += ["model.add(layers.Dense(16, activation='relu'))"] * layers
    return "\n".join(lines) + "\n"
