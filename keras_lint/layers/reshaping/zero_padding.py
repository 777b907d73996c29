"""``keras.layers.ZeroPadding1D``, ``ZeroPadding2D`` and ``ZeroPadding3D``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from keras_lint.layers.arguments import Argument, standard_tuple
from keras_lint.layers.data_format import check_data_format, in_layout, layout_of, spatial_axes
from keras_lint.layers.reshaping.margins import Margins, margins
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import InvalidShape, Shape, surely_below


class ZeroPadding(LayerSchema):
    """Add zeros at the ends of the spatial axes: ``(batch, n, k) -> (batch, n + a + b, k)``."""

    legacy = {"dim_ordering": "data_format"}

    if TYPE_CHECKING:  # the fields stand in the subclasses, as their defaults differ
        padding: Argument
        data_format: Argument

    def additions(self) -> Margins:
        """Give what is added to each axis."""
        assert self.rank is not None, "a padding layer has a rank"
        # Keras: ZeroPadding2D.__init__ does not look at the sign of a single int.
        return margins("padding", self.padding, self.rank - 2, negative=True)

    def validate(self) -> None:
        check_data_format(self.data_format)
        self.additions()

    def output_shape(self, inputs: Shape) -> Shape:
        added = self.additions()

        def shape_in(layout: str) -> Shape:
            result = inputs
            for axis, (before, after) in zip(spatial_axes(layout, len(added)), added, strict=True):
                size = inputs[axis] + before + after
                if surely_below(size, 0):
                    raise InvalidShape(
                        f"a size of at least {-(before + after)} on axis {axis % len(inputs)}",
                        f"{inputs[axis]} in {inputs}",
                        axis=axis % len(inputs),
                    )
                result = result.with_axis(axis, size)
            return result

        return in_layout(layout_of(self, self.data_format, len(added)), shape_in)


class ZeroPadding1D(ZeroPadding):
    """``(batch, steps, k) -> (batch, steps', k)``."""

    keras_name = "keras.layers.ZeroPadding1D"
    added = ("data_format",)
    rank = 3

    padding: Argument = 1
    data_format: Argument = None

    def additions(self) -> Margins:
        return (standard_tuple("padding", self.padding, 2, allow_zero=True),)


class ZeroPadding2D(ZeroPadding):
    """``(batch, height, width, k) -> (batch, height', width', k)``."""

    keras_name = "keras.layers.ZeroPadding2D"
    rank = 4

    padding: Argument = (1, 1)
    data_format: Argument = None


class ZeroPadding3D(ZeroPadding):
    """``(batch, depth, height, width, k) -> (batch, depth', height', width', k)``."""

    keras_name = "keras.layers.ZeroPadding3D"
    rank = 5

    padding: Argument = ((1, 1), (1, 1), (1, 1))
    data_format: Argument = None
