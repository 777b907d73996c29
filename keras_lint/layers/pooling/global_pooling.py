"""``keras.layers.GlobalMaxPooling1D`` to ``3D`` and ``GlobalAveragePooling1D`` to ``3D``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, truth
from keras_lint.layers.data_format import (
    channels_of,
    check_data_format,
    in_layout,
    layout_of,
    spatial_axes,
)
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Shape, Unknown


class GlobalPooling(LayerSchema):
    """Reduce every channel to one value: ``(batch, ..., k) -> (batch, k)``.

    Keras: ``BaseGlobalPooling``.
    """

    legacy = {"dim_ordering": "data_format"}

    data_format: Argument = None
    keepdims: Argument = False

    def validate(self) -> None:
        check_data_format(self.data_format)

    def output_shape(self, inputs: Shape) -> Shape:
        spatial = len(inputs) - 2
        layout = layout_of(self, self.data_format, spatial)
        reduced = Shape((inputs[0], channels_of(inputs, layout, spatial)))

        def kept(layout: str) -> Shape:
            result = inputs
            for axis in spatial_axes(layout, spatial):
                result = result.with_axis(axis, 1)
            return result

        match truth(self.keepdims):
            case True:
                return in_layout(layout, kept)
            case False:
                return reduced
            case Unknown(why):
                return Shape.unknown(why)


class GlobalMaxPooling1D(GlobalPooling):
    """``(batch, steps, k) -> (batch, k)``."""

    keras_name = "keras.layers.GlobalMaxPooling1D"
    aliases = ("GlobalMaxPool1D",)
    rank = 3


class GlobalMaxPooling2D(GlobalPooling):
    """``(batch, height, width, k) -> (batch, k)``."""

    keras_name = "keras.layers.GlobalMaxPooling2D"
    aliases = ("GlobalMaxPool2D",)
    rank = 4


class GlobalMaxPooling3D(GlobalPooling):
    """``(batch, depth, height, width, k) -> (batch, k)``."""

    keras_name = "keras.layers.GlobalMaxPooling3D"
    aliases = ("GlobalMaxPool3D",)
    rank = 5


class GlobalAveragePooling1D(GlobalPooling):
    """``(batch, steps, k) -> (batch, k)``."""

    keras_name = "keras.layers.GlobalAveragePooling1D"
    aliases = ("GlobalAvgPool1D",)
    rank = 3


class GlobalAveragePooling2D(GlobalPooling):
    """``(batch, height, width, k) -> (batch, k)``."""

    keras_name = "keras.layers.GlobalAveragePooling2D"
    aliases = ("GlobalAvgPool2D",)
    rank = 4


class GlobalAveragePooling3D(GlobalPooling):
    """``(batch, depth, height, width, k) -> (batch, k)``."""

    keras_name = "keras.layers.GlobalAveragePooling3D"
    aliases = ("GlobalAvgPool3D",)
    rank = 5
