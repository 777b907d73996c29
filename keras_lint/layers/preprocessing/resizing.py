"""The layers that change the size of images: ``Resizing``, ``CenterCrop``, ``RandomCrop``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.layers.preprocessing.image import ImageLayer, RandomImageLayer, with_size
from keras_lint.layers.ranges import check_leading_size, output_size
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import DYNAMIC, InvalidShape, Shape, Unknown


class _Sized(ImageLayer):
    """An image layer with a height and a width of its own."""

    keeps_size = False

    height: Argument
    width: Argument

    def output_shape(self, inputs: Shape) -> Shape:
        if inputs.dims is None:
            return inputs
        height, width = output_size("height", self.height), output_size("width", self.width)
        if len(inputs) < self.least_rank():
            expected = f"images with at least {self.least_rank()} axes"
            raise InvalidShape(expected, str(inputs))
        batched = len(inputs) == 4
        if not batched and self.channels_first() is False:
            check_leading_size("height", self.height)
        return with_size(self, inputs, height, width, batched=batched)

    def least_rank(self) -> int:
        """Give the number of axes that Keras writes to, however many there should be."""
        return 2 if self.channels_first() is not True else 3


class Resizing(_Sized):
    """Scale images: ``(..., h, w, channels) -> (..., height, width, channels)``."""

    keras_name = "keras.layers.Resizing"
    added = (*ImageLayer.added, "pad_to_aspect_ratio", "fill_mode", "fill_value", "antialias")

    height: Argument
    width: Argument
    interpolation: Argument = "bilinear"
    crop_to_aspect_ratio: Argument = False
    pad_to_aspect_ratio: Argument = False
    fill_mode: Argument = "constant"
    fill_value: Argument = 0.0
    antialias: Argument = False
    data_format: Argument = None


class CenterCrop(_Sized):
    """Cut out the middle: ``(..., h, w, channels) -> (..., height, width, channels)``."""

    keras_name = "keras.layers.CenterCrop"
    min_rank = 3
    max_rank = 4

    height: Argument
    width: Argument
    data_format: Argument = None


class RandomCrop(RandomImageLayer):
    """Cut out a part at random: ``(..., h, w, channels) -> (..., height, width, channels)``."""

    keras_name = "keras.layers.RandomCrop"
    added = (*ImageLayer.added, "factor")
    keras_2_places = {"name": None}
    keeps_size = False

    height: Argument
    width: Argument
    seed: Argument = None
    data_format: Argument = None
    name: Argument = None

    def output_shape(self, inputs: Shape) -> Shape:
        if inputs.dims is None:
            return inputs
        height, width = output_size("height", self.height), output_size("width", self.width)
        first = self.channels_first()
        if len(inputs) < (3 if first is False else 2):
            raise InvalidShape("images with at least 3 axes", str(inputs))
        if isinstance(first, Unknown):
            return Shape.unknown_dims(len(inputs), first.why)
        axis = -2 if first else -3
        if len(inputs) + axis == 0:
            check_leading_size("height", self.height)
        return inputs.with_axis(axis, height).with_axis(axis + 1, width)


class RandomHeight(LayerSchema):
    """Scale the height of images at random while training; Keras 2 forgets the height."""

    keras_name = "keras.layers.RandomHeight"
    in_keras = (2,)

    factor: Argument
    interpolation: Argument = "bilinear"
    seed: Argument = None

    def output_shape(self, inputs: Shape) -> Shape:
        return inputs if inputs.dims is None or len(inputs) < 3 else inputs.with_axis(-3, DYNAMIC)


class RandomWidth(LayerSchema):
    """Scale the width of images at random while training; Keras 2 forgets the width."""

    keras_name = "keras.layers.RandomWidth"
    in_keras = (2,)

    factor: Argument
    interpolation: Argument = "bilinear"
    seed: Argument = None

    def output_shape(self, inputs: Shape) -> Shape:
        return inputs if inputs.dims is None or len(inputs) < 3 else inputs.with_axis(-2, DYNAMIC)
