"""``keras.layers.AdaptiveMaxPooling1D`` to ``3D`` and ``AdaptiveAveragePooling1D`` to ``3D``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from keras_lint.layers.arguments import Argument, NumpyInteger, Opaque, is_size, show, truth
from keras_lint.layers.data_format import Layout, in_layout, layout_of
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_known,
)


class AdaptivePooling(LayerSchema):
    """Pool to a given size: ``(batch, ..., k) -> (batch, *output_size, k)``.

    Keras: ``BaseAdaptivePooling``, which takes an input of any rank.
    """

    in_keras = (3,)
    spatial: ClassVar[int]

    output_size: Argument
    data_format: Argument = None

    def sizes(self) -> tuple[Dim, ...]:
        """Give the size of each spatial axis.

        Raises:
            InvalidArgument: it is neither an int nor a tuple of as many as there are axes.
        """
        size = self.output_size
        if isinstance(size, Unknown):
            return (size,) * self.spatial
        if is_size(size) or isinstance(size, bool):
            return (self._size(size),) * self.spatial
        if isinstance(size, list | tuple) and len(size) == self.spatial:
            return tuple(self._size(item) for item in size)
        if isinstance(size, NumpyInteger | float | Sequence) or size is None:
            raise self._refusal()
        return (Unknown(f"`output_size` is {show(size)}"),) * self.spatial

    def _size(self, item: Argument) -> Dim:
        if item is None:
            return DYNAMIC
        dim = item.value if isinstance(item, NumpyInteger) else item
        dim = int(dim) if isinstance(dim, bool) else dim
        if isinstance(dim, str | float) or (is_known(dim) and dim < 0):
            raise self._refusal()
        return dim if is_size(dim) else Unknown(f"a size is {show(item)}")

    def _refusal(self) -> InvalidArgument:
        expected = f"an int or a tuple of {self.spatial} of them"
        return InvalidArgument("output_size", expected, show(self.output_size))

    def layout(self) -> Layout:
        """Give where the channels are. Keras reads every false value as None."""
        return layout_of(self, None if truth(self.data_format) is False else self.data_format)

    def validate(self) -> None:
        self.sizes()
        given = self.data_format
        if truth(given) is not True or isinstance(given, Opaque | TensorSpec):
            return
        # Keras: BaseAdaptivePooling.__init__ compares the word as it is written.
        if given not in ("channels_first", "channels_last"):
            raise InvalidArgument("data_format", "channels_last or channels_first", show(given))

    def output_shape(self, inputs: Shape) -> Shape:
        sizes = self.sizes()

        def shape_in(layout: str) -> Shape:
            batch, channels = _batch_and_channels(inputs, -1 if layout == "channels_last" else 1)
            if layout == "channels_last":
                return Shape((batch, *sizes, channels))
            return Shape((batch, channels, *sizes))

        return in_layout(self.layout(), shape_in)


def _batch_and_channels(inputs: Shape, axis: int) -> tuple[Dim, Dim]:
    if inputs.dims is None:
        return Unknown(inputs.why), Unknown(inputs.why)
    if len(inputs) <= max(axis, 0):
        raise InvalidShape(f"an input with at least {max(axis, 0) + 1} axes", str(inputs))
    return inputs[0], inputs[axis]


class AdaptiveMaxPooling1D(AdaptivePooling):
    """``(batch, steps, k) -> (batch, size, k)``."""

    keras_name = "keras.layers.AdaptiveMaxPooling1D"
    spatial = 1


class AdaptiveMaxPooling2D(AdaptivePooling):
    """``(batch, height, width, k) -> (batch, *output_size, k)``."""

    keras_name = "keras.layers.AdaptiveMaxPooling2D"
    spatial = 2


class AdaptiveMaxPooling3D(AdaptivePooling):
    """``(batch, depth, height, width, k) -> (batch, *output_size, k)``."""

    keras_name = "keras.layers.AdaptiveMaxPooling3D"
    spatial = 3


class AdaptiveAveragePooling1D(AdaptivePooling):
    """``(batch, steps, k) -> (batch, size, k)``."""

    keras_name = "keras.layers.AdaptiveAveragePooling1D"
    spatial = 1


class AdaptiveAveragePooling2D(AdaptivePooling):
    """``(batch, height, width, k) -> (batch, *output_size, k)``."""

    keras_name = "keras.layers.AdaptiveAveragePooling2D"
    spatial = 2


class AdaptiveAveragePooling3D(AdaptivePooling):
    """``(batch, depth, height, width, k) -> (batch, *output_size, k)``."""

    keras_name = "keras.layers.AdaptiveAveragePooling3D"
    spatial = 3
