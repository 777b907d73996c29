"""``keras.layers.Cropping1D``, ``Cropping2D`` and ``Cropping3D``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from keras_lint.layers.arguments import Argument, standard_tuple
from keras_lint.layers.data_format import (
    Layout,
    check_data_format,
    in_layout,
    layout_of,
    spatial_axes,
)
from keras_lint.layers.reshaping.margins import Margins, margins
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import InvalidShape, Shape, surely_below


class Cropping(LayerSchema):
    """Cut values off the ends of the spatial axes: ``(batch, n, k) -> (batch, n - a - b, k)``."""

    if TYPE_CHECKING:  # the field stands in the subclasses, as its default differs
        cropping: Argument

    def cuts(self) -> Margins:
        """Give what is cut off each axis."""
        assert self.rank is not None, "a cropping layer has a rank"
        return margins("cropping", self.cropping, self.rank - 2)

    def layout(self) -> Layout:
        """Give where the channels are."""
        return "channels_last"

    def validate(self) -> None:
        self.cuts()

    def output_shape(self, inputs: Shape) -> Shape:
        cuts = self.cuts()

        def shape_in(layout: str) -> Shape:
            result = inputs
            for axis, (before, after) in zip(spatial_axes(layout, len(cuts)), cuts, strict=True):
                rest = inputs[axis] - before - after
                if surely_below(rest, 1) and self.keras == 2 and len(cuts) == 3:
                    rest = 0  # Keras 2: Cropping3D makes an empty axis.
                elif surely_below(rest, 1):
                    raise InvalidShape(
                        f"more than {before + after} on axis {axis % len(inputs)}",
                        f"{inputs[axis]} in {inputs}",
                        axis=axis % len(inputs),
                        keras=(3,) if len(cuts) == 3 else (2, 3),
                    )
                result = result.with_axis(axis, rest)
            return result

        return in_layout(self.layout(), shape_in)


class Cropping1D(Cropping):
    """``(batch, steps, k) -> (batch, steps', k)``."""

    keras_name = "keras.layers.Cropping1D"
    rank = 3

    cropping: Argument = (1, 1)

    def cuts(self) -> Margins:
        return (standard_tuple("cropping", self.cropping, 2, allow_zero=True),)


class FormattedCropping(Cropping):
    """Cropping with a choice of where the channels are."""

    legacy = {"dim_ordering": "data_format"}

    if TYPE_CHECKING:
        cropping: Argument
        data_format: Argument

    def layout(self) -> Layout:
        return layout_of(self, self.data_format)

    def validate(self) -> None:
        check_data_format(self.data_format)
        self.cuts()


class Cropping2D(FormattedCropping):
    """``(batch, height, width, k) -> (batch, height', width', k)``."""

    keras_name = "keras.layers.Cropping2D"
    rank = 4

    cropping: Argument = ((0, 0), (0, 0))
    data_format: Argument = None


class Cropping3D(FormattedCropping):
    """``(batch, depth, height, width, k) -> (batch, depth', height', width', k)``."""

    keras_name = "keras.layers.Cropping3D"
    rank = 5

    cropping: Argument = ((1, 1), (1, 1), (1, 1))
    data_format: Argument = None
