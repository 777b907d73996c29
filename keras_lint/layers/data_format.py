"""Which axis holds the channels: the argument ``data_format``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from keras_lint.layers.arguments import Argument, literal
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, InvalidShape, Shape, Unknown, join_dim, join_shape

Layout: TypeAlias = str | Unknown
"""``channels_last``, ``channels_first``, or unknown."""

_UNSURE = "the position of the channels is unknown"
_FORMER = {"tf": "channels_last", "th": "channels_first"}


def check_data_format(argument: Argument) -> None:
    """Check the argument. Keras: ``standardize_data_format``.

    Raises:
        InvalidArgument: it is neither ``None`` nor one of the two words.
    """
    if argument is not None:
        literal("data_format", argument, ("channels_last", "channels_first"))


def layout_of(layer: LayerSchema, argument: Argument, spatial: int = 2) -> Layout:
    """Give the layout that a ``data_format`` means in a layer with ``spatial`` such axes."""
    if argument is None:
        # Keras 2 defaults to channels_last, not to the configured format, where there is
        # one spatial axis.
        if layer.keras == 3 or spatial > 1 or layer.image_data_format == "channels_last":
            return layer.image_data_format
        return "channels_last" if layer.keras == 2 else Unknown(_UNSURE)
    if not isinstance(argument, str):
        return argument if isinstance(argument, Unknown) else Unknown(_UNSURE)
    word = _FORMER.get(argument, argument.lower())
    return word if word in _FORMER.values() else Unknown(_UNSURE)


def channel_axis(layout: str, spatial: int) -> int:
    """Give the axis of the channels, counted from the end."""
    return -1 if layout == "channels_last" else -spatial - 1


def spatial_axes(layout: str, spatial: int) -> range:
    """Give the axes of height, width and the like, counted from the end."""
    return range(-spatial - 1, -1) if layout == "channels_last" else range(-spatial, 0)


def channels_of(inputs: Shape, layout: Layout, spatial: int) -> Dim:
    """Give the number of channels of a shape of known rank."""
    if isinstance(layout, Unknown):
        return join_dim(inputs[-1], inputs[-spatial - 1], layout.why)
    return inputs[channel_axis(layout, spatial)]


def in_layout(layout: Layout, shape_in: Callable[[str], Shape]) -> Shape:
    """Give the shape in a layout, or what both layouts have in common if it is unknown.

    Raises:
        InvalidShape: the shape does not fit in any layout that is possible.
    """
    if not isinstance(layout, Unknown):
        return shape_in(layout)
    try:
        last = shape_in("channels_last")
    except InvalidShape:
        return shape_in("channels_first")
    try:
        first = shape_in("channels_first")
    except InvalidShape:
        return last
    return join_shape(last, first, layout.why)
