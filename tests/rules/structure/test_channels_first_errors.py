"""Channels in front of layers that want them last, where Keras raises for it later."""

from __future__ import annotations

from tests.rules.keras_runs import refused
from tests.rules.marks import check


def test_a_map_that_is_used_up() -> None:
    """The declared shape is reported, not the layer that finds nothing left."""
    found = refused(
        """
        model = keras.Sequential([
            keras.Input((1, 28, 28)),  # [size-below-one]
            layers.Conv2D(8, 3, activation="relu"),
            layers.Flatten(),
        ])
        """
    )
    assert found[0].message == (
        "the input (None, 1, 28, 28) has its channels first, `Conv2D` wants them last "
        "and needs 3 on an axis of (None, 1, 28, 28)"
    )
    assert found[0].helps == (
        "give the shape as (28, 28, 1), and the data too (`np.moveaxis(x, 1, -1)`)",
    )


def test_behind_layers_that_still_fit() -> None:
    refused(
        """
        model = keras.Sequential([
            keras.Input((3, 64, 64)),  # [size-below-one]
            layers.Conv2D(8, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
        ])
        """
    )


def test_large_images_that_are_not_square() -> None:
    check(
        """
        model = keras.Sequential([
            keras.Input((3, 48, 64)),  # [channels-first-shape]
            layers.Conv2D(8, 3, padding="same", activation="relu"),
            layers.GlobalMaxPooling2D(),
        ])
        """
    )


def test_maps_that_may_have_their_channels_last() -> None:
    check(
        """
        model = keras.Sequential([
            keras.Input((3, 20, 32)),
            layers.Conv2D(8, 3, padding="same", activation="relu"),
            layers.GlobalMaxPooling2D(),
        ])
        """
    )
