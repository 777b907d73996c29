"""The layers that move, turn and bend images and keep their shape."""

from __future__ import annotations

from typing import Final

from keras_lint.layers.arguments import Argument
from keras_lint.layers.preprocessing.image import (
    ImageLayer,
    check_base_factor,
    check_factor,
    check_strict_factor,
)
from keras_lint.layers.ranges import check_choice, check_range
from keras_lint.shapes import InvalidArgument

INTERPOLATIONS: Final = ("nearest", "bilinear")
FILL_MODES: Final = ("reflect", "wrap", "constant", "nearest")


class RandomFlip(ImageLayer):
    """Mirror some images."""

    keras_name = "keras.layers.RandomFlip"

    mode: Argument = "horizontal_and_vertical"
    seed: Argument = None
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        modes = ("horizontal", "vertical", "horizontal_and_vertical")
        if isinstance(self.mode, str) and self.mode not in modes:
            # Keras 3 takes any mode and then flips nothing.
            expected = " or ".join(repr(mode) for mode in modes)
            raise InvalidArgument("mode", expected, repr(self.mode), keras=(2,))


class RandomRotation(ImageLayer):
    """Turn images; the factor is a share of a full turn."""

    keras_name = "keras.layers.RandomRotation"

    factor: Argument
    fill_mode: Argument = "reflect"
    interpolation: Argument = "bilinear"
    seed: Argument = None
    fill_value: Argument = 0.0
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        check_base_factor(self.factor)
        check_choice("fill_mode", self.fill_mode, FILL_MODES)
        check_choice("interpolation", self.interpolation, INTERPOLATIONS)


class RandomTranslation(ImageLayer):
    """Shift images; the factors are shares of their height and width."""

    keras_name = "keras.layers.RandomTranslation"

    height_factor: Argument
    width_factor: Argument
    fill_mode: Argument = "reflect"
    interpolation: Argument = "bilinear"
    seed: Argument = None
    fill_value: Argument = 0.0
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        check_strict_factor("height_factor", self.height_factor, -1, 1)
        check_strict_factor("width_factor", self.width_factor, -1, 1)
        check_choice("fill_mode", self.fill_mode, FILL_MODES)
        check_choice("interpolation", self.interpolation, INTERPOLATIONS)


class RandomZoom(ImageLayer):
    """Zoom into images or out of them; without ``width_factor`` the aspect ratio stays."""

    keras_name = "keras.layers.RandomZoom"

    height_factor: Argument
    width_factor: Argument = None
    fill_mode: Argument = "reflect"
    interpolation: Argument = "bilinear"
    seed: Argument = None
    fill_value: Argument = 0.0
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        check_strict_factor("height_factor", self.height_factor, -1, 1, above=True)
        if self.width_factor is not None:
            check_strict_factor("width_factor", self.width_factor, -1, 1, above=True)
        check_choice("fill_mode", self.fill_mode, FILL_MODES)
        check_choice("interpolation", self.interpolation, INTERPOLATIONS)


class RandomShear(ImageLayer):
    """Slant images."""

    keras_name = "keras.layers.RandomShear"
    in_keras = (3,)

    x_factor: Argument = 0.0
    y_factor: Argument = 0.0
    interpolation: Argument = "bilinear"
    fill_mode: Argument = "reflect"
    fill_value: Argument = 0.0
    data_format: Argument = None
    seed: Argument = None

    def validate(self) -> None:
        super().validate()
        check_strict_factor("x_factor", self.x_factor, 0, 1)
        check_strict_factor("y_factor", self.y_factor, 0, 1)
        check_choice("fill_mode", self.fill_mode, FILL_MODES)
        check_choice("interpolation", self.interpolation, INTERPOLATIONS)


class RandomPerspective(ImageLayer):
    """Look at images from another side."""

    keras_name = "keras.layers.RandomPerspective"
    in_keras = (3,)

    factor: Argument = 1.0
    scale: Argument = 1.0
    interpolation: Argument = "bilinear"
    fill_value: Argument = 0.0
    seed: Argument = None
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, 0, 1)
        check_range("scale", self.scale, 0, 1)
        check_choice("interpolation", self.interpolation, INTERPOLATIONS)


class RandomElasticTransform(ImageLayer):
    """Bend images."""

    keras_name = "keras.layers.RandomElasticTransform"
    in_keras = (3,)

    factor: Argument = 1.0
    scale: Argument = 1.0
    interpolation: Argument = "bilinear"
    fill_mode: Argument = "reflect"
    fill_value: Argument = 0.0
    value_range: Argument = (0, 255)
    seed: Argument = None
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, 0, 1)
        check_factor("scale", self.scale, 0, 1)
        check_choice("interpolation", self.interpolation, INTERPOLATIONS)
        check_choice("fill_mode", self.fill_mode, (*FILL_MODES, "mirror"))
