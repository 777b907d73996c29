"""The layers that change the colors of images and keep their shape."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.layers.dtypes import autocast, compute_dtype
from keras_lint.layers.preprocessing.image import (
    ImageLayer,
    RandomImageLayer,
    check_base_factor,
    check_factor,
    check_strict_factor,
    check_value_range,
)
from keras_lint.layers.ranges import check_range
from keras_lint.shapes import InvalidShape, Shape, TensorSpec, Unknown, surely_differ


class RandomBrightness(ImageLayer):
    """Add a random amount to all values."""

    keras_name = "keras.layers.RandomBrightness"
    checks_value_range = True

    factor: Argument
    value_range: Argument = (0, 255)
    seed: Argument = None

    def validate(self) -> None:
        check_base_factor(self.factor)
        super().validate()


class RandomContrast(RandomImageLayer):
    """Scale the distance from the mean of each channel."""

    keras_name = "keras.layers.RandomContrast"
    added = (*ImageLayer.added, "value_range")

    factor: Argument
    value_range: Argument = (0, 255)
    seed: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, 0, 1)


class RandomColorDegeneration(RandomImageLayer):
    """Mix images with their gray version; there must be three channels."""

    keras_name = "keras.layers.RandomColorDegeneration"
    checks_value_range = True
    in_keras = (3,)

    factor: Argument
    value_range: Argument = (0, 255)
    data_format: Argument = None
    seed: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, -1, 1)

    def output_shape(self, inputs: Shape) -> Shape:
        if inputs.dims is None:
            return inputs
        if len(inputs) not in (3, 4):
            raise InvalidShape("images with 3 or 4 axes", str(inputs))
        first = self.channels_first()
        if not isinstance(first, Unknown):
            channels = inputs[-3 if first else -1]
            if surely_differ(channels, 3):
                raise InvalidShape("images with 3 channels", str(inputs), axis=-3 if first else -1)
        return inputs


class RandomGrayscale(RandomImageLayer):
    """Make some images gray; integers stay integers."""

    keras_name = "keras.layers.RandomGrayscale"
    in_keras = (3,)

    factor: Argument = 0.5
    data_format: Argument = None
    seed: Argument = None

    def validate(self) -> None:
        super().validate()
        check_range("factor", self.factor, 0, 1)

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        return autocast(inputs.dtype, compute_dtype(self.common.get("dtype")))


class RandomHue(RandomImageLayer):
    """Turn the hue."""

    keras_name = "keras.layers.RandomHue"
    in_keras = (3,)

    factor: Argument
    value_range: Argument = (0, 255)
    data_format: Argument = None
    seed: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, 0, 1)


class RandomInvert(ImageLayer):
    """Invert some images."""

    keras_name = "keras.layers.RandomInvert"
    in_keras = (3,)

    factor: Argument = 1.0
    value_range: Argument = (0, 255)
    seed: Argument = None
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, 0, 1)


class RandomPosterization(ImageLayer):
    """Leave only some bits of each value."""

    keras_name = "keras.layers.RandomPosterization"
    checks_value_range = True
    in_keras = (3,)

    factor: Argument
    value_range: Argument = (0, 255)
    data_format: Argument = None
    seed: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, 1, 8)


class RandomSaturation(RandomImageLayer):
    """Scale the saturation."""

    keras_name = "keras.layers.RandomSaturation"
    checks_value_range = True
    in_keras = (3,)

    factor: Argument
    value_range: Argument = (0, 255)
    data_format: Argument = None
    seed: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, -1, 1)


class RandomSharpness(ImageLayer):
    """Sharpen or blur."""

    keras_name = "keras.layers.RandomSharpness"
    checks_value_range = True
    in_keras = (3,)

    factor: Argument
    value_range: Argument = (0, 255)
    data_format: Argument = None
    seed: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, 0, 1)


class RandomColorJitter(RandomImageLayer):
    """Change brightness, contrast, saturation and hue, each where it has a factor."""

    keras_name = "keras.layers.RandomColorJitter"
    in_keras = (3,)

    value_range: Argument = (0, 255)
    brightness_factor: Argument = None
    contrast_factor: Argument = None
    saturation_factor: Argument = None
    hue_factor: Argument = None
    seed: Argument = None
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        for name, low in (("brightness", -1), ("contrast", 0), ("saturation", -1), ("hue", 0)):
            factor = getattr(self, f"{name}_factor")
            if factor is not None:
                check_factor(f"{name}_factor", factor, low, 1)
        factors = (self.brightness_factor, self.saturation_factor)
        # An unknown factor may be None, and then nothing looks at the range.
        if any(isinstance(factor, int | float | tuple | list) for factor in factors):
            check_value_range(self.value_range)


class Solarization(ImageLayer):
    """Invert the values above a threshold."""

    keras_name = "keras.layers.Solarization"
    checks_value_range = True
    in_keras = (3,)

    addition_factor: Argument = 0.0
    threshold_factor: Argument = 0.0
    value_range: Argument = (0, 255)
    seed: Argument = None

    def validate(self) -> None:
        super().validate()
        check_strict_factor("addition_factor", self.addition_factor, 0, 1)
        check_strict_factor("threshold_factor", self.threshold_factor, 0, 1)


class AutoContrast(ImageLayer):
    """Stretch the values of each channel over the whole range."""

    keras_name = "keras.layers.AutoContrast"
    checks_value_range = True
    in_keras = (3,)

    value_range: Argument = (0, 255)


class Equalization(RandomImageLayer):
    """Spread the values of each channel evenly; integers stay integers."""

    keras_name = "keras.layers.Equalization"
    checks_value_range = True
    in_keras = (3,)

    value_range: Argument = (0, 255)
    bins: Argument = 256
    data_format: Argument = None

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        return autocast(inputs.dtype, compute_dtype(self.common.get("dtype")))


class ContrastLimitedAdaptiveHistogramEqualization(RandomImageLayer):
    """Equalize tiles of an image, with a limit to the contrast."""

    keras_name = "keras.layers.ContrastLimitedAdaptiveHistogramEqualization"
    in_keras = (3,)

    value_range: Argument = (0, 255)
    clip_limit: Argument = 4.0
    tile_grid_size: Argument = (8, 8)
    data_format: Argument = None
