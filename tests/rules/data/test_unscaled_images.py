"""``unscaled-images``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "preprocessed": """
        from keras.applications.mobilenet_v2 import preprocess_input
        (x, y), _ = keras.datasets.cifar10.load_data()
        x = preprocess_input(x.astype("float32"))
        model = keras.Sequential([
            keras.Input((32, 32, 3)), layers.Flatten(), layers.Dense(10, activation="softmax"),
        ])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(x, y)
        """,
    "scaled": """
        (x, y), _ = keras.datasets.mnist.load_data()
        x = x / 255.0
        model = keras.Sequential([
            keras.Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")
        ])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(x, y)
        """,
    "a_normalization_first": """
        (x, y), _ = keras.datasets.cifar10.load_data()
        model = keras.Sequential([
            keras.Input((32, 32, 3)),
            layers.BatchNormalization(),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(x, y)
        """,
    "numbers_that_are_no_images": """
        x, y = np.random.randint(0, 1000, (64, 8)), np.zeros((64,))
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(x, y)
        """,
}


def test_the_text() -> None:
    found = check(
        """
        (x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
        model = keras.Sequential([
            keras.Input((28, 28)),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(x_train, y_train)  # [unscaled-images]
        """,
    )
    assert found[0].message == ("the images `x_train` go in as they are, 0 to 255: (60000, 28, 28)")
    assert [label.text for label in found[0].labels] == [
        "(60000, 28, 28) of 0 to 255",
        "made here",
    ]
    assert list(found[0].helps) == [
        (
            "scale them: `x_train / 255.0`, the test data too, or begin the model with "
            "`Rescaling(1 / 255)`"
        ),
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
