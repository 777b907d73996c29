"""What pooling over a sliding window has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from keras_lint.layers.arguments import Argument, literal, standard_tuple
from keras_lint.layers.convolutional.convolution import Window
from keras_lint.layers.data_format import check_data_format, in_layout, layout_of
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, InvalidArgument, Shape


class WindowPooling(LayerSchema):
    """Reduce each window to one value: ``(batch, steps, k) -> (batch, steps', k)``.

    Keras: ``BasePooling``.
    """

    legacy = {
        "pool_length": "pool_size",
        "stride": "strides",
        "border_mode": "padding",
        "dim_ordering": "data_format",
    }

    if TYPE_CHECKING:  # the fields stand in the subclasses, as their defaults differ
        pool_size: Argument
        strides: Argument
        padding: Argument
        data_format: Argument

    @property
    def spatial(self) -> int:
        """The number of axes that are pooled."""
        assert self.rank is not None, "a pooling layer has a rank"
        return self.rank - 2

    def window(self) -> Window:
        """Give the window; by default one begins where the last one ends."""
        sizes = standard_tuple("pool_size", self.pool_size, self.spatial)
        strides: tuple[Dim, ...] = sizes
        if self.strides is not None:
            # Keras: BasePooling allows a stride of zero and fails to divide by it later.
            strides = standard_tuple("strides", self.strides, self.spatial)
        padding = literal("padding", self.padding, ("valid", "same"))
        return Window(sizes, strides, (1,) * self.spatial, padding)

    def validate(self) -> None:
        check_data_format(self.data_format)
        window = self.window()
        if isinstance(self.padding, str) and self.padding != window.padding:
            # Keras 3: compute_pooling_output_shape compares with lower-case words only.
            raise InvalidArgument("padding", f'"{window.padding}"', repr(self.padding), keras=(3,))

    def output_shape(self, inputs: Shape) -> Shape:
        window = self.window()
        layout = layout_of(self, self.data_format, self.spatial)
        return in_layout(layout, lambda layout: window.slide(inputs, layout))
