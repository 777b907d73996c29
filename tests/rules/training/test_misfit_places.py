"""Where data that do not fit a model are reported: at the side that must change, and once."""

from __future__ import annotations

from tests.rules.marks import check


def test_all_calls_with_the_same_sizes_are_one_mistake() -> None:
    """However many samples they have."""
    check(
        """
        x, x_test = np.zeros((64, 784)), np.zeros((16, 784))
        y, y_test = np.zeros(64), np.zeros(16)
        model = keras.Sequential([
            keras.Input((28, 28, 1)),  # [input-rank]
            layers.Conv2D(4, 3),
            layers.Flatten(),
            layers.Dense(1),
        ])
        model.compile("adam", "mse")
        model.fit(x, y)
        model.evaluate(x_test, y_test)
        """
    )


def test_images_of_the_default_size() -> None:
    """The loader is to change where it leaves the size to its default."""
    check(
        """
        train = keras.utils.image_dataset_from_directory(  # [input-size]
            "photos", label_mode="binary"
        )
        model = keras.Sequential([
            keras.Input((64, 64, 3)),
            layers.Rescaling(1 / 255),
            layers.Conv2D(4, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(1, activation="sigmoid"),
        ])
        model.compile("adam", "binary_crossentropy")
        model.fit(train)
        """
    )


def test_images_of_a_size_that_is_given() -> None:
    check(
        """
        train = keras.utils.image_dataset_from_directory(
            "photos", label_mode="binary", image_size=(96, 96)
        )
        model = keras.Sequential([
            keras.Input((64, 64, 3)),  # [input-size]
            layers.Rescaling(1 / 255),
            layers.Conv2D(4, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(1, activation="sigmoid"),
        ])
        model.compile("adam", "binary_crossentropy")
        model.fit(train)
        """
    )


def test_validation_data_that_fit() -> None:
    """They show that the declared shape is meant."""
    check(
        """
        model = keras.Sequential([keras.Input((5,)), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(
            np.zeros((8, 6)),  # [input-size]
            np.zeros(8),
            validation_data=(np.zeros((4, 5)), np.zeros(4)),
        )
        """
    )


def test_a_dataset_without_batches() -> None:
    check(
        """
        train = tf.data.Dataset.from_tensor_slices((np.zeros((8, 4, 4)), np.zeros(8)))
        model = keras.Sequential([keras.Input((4, 4)), layers.Flatten(), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(train)  # [input-rank]
        """
    )


def test_an_autoencoder_whose_input_is_wrong() -> None:
    """Its output mirrors the declared input: one mistake, not two."""
    check(
        """
        x = np.zeros((32, 784))
        model = keras.Sequential([
            keras.Input((1024,)),  # [input-size]
            layers.Dense(8, activation="relu"),
            layers.Dense(1024, activation="sigmoid"),
        ])
        model.compile("adam", "mse")
        model.fit(x, x)
        """
    )


def test_a_column_that_is_popped_from_a_frame() -> None:
    """It is no layer that is popped from the model."""
    check(
        """
        import keras
        import pandas as pd
        from keras import layers

        frame = pd.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0], "y": [0.0, 1.0]})
        y = frame.pop("y")
        model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])  # [input-size]
        model.compile("adam", "mse")
        model.fit(frame, y)
        """
    )


def test_channels_first_data_are_one_mistake() -> None:
    check(
        """
        x, y = np.zeros((8, 32, 32, 3)), np.zeros(8)
        model = keras.Sequential([
            keras.Input((3, 32, 32)),  # [input-size]
            layers.Conv2D(4, 3, padding="same", activation="relu"),
            layers.Flatten(),
            layers.Dense(1),
        ])
        model.compile("adam", "mse")
        model.fit(x, y)
        """
    )


def test_a_class_that_builds_its_model() -> None:
    """Only layers and models of the user's own keep their layers to themselves."""
    check(
        """
        class Net:
            def __init__(self, tokens):
                inputs = keras.Input((tokens,))
                x = layers.Embedding(50, 4)(inputs)
                x = layers.Dense(8, activation="relu")(x)  # [loss-against-output]
                outputs = layers.Dense(1, activation="sigmoid")(x)
                self.model = keras.Model(inputs, outputs)
                self.model.compile("adam", "binary_crossentropy")

        Net(12).model.fit(np.zeros((8, 12)), np.zeros(8))
        """
    )
