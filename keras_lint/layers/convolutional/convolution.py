"""What all convolutions have in common: their window, their channels, their bias."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from keras_lint.layers.arguments import (
    Argument,
    NumpyInteger,
    Weight,
    is_size,
    literal,
    show,
    standard_tuple,
    truth,
)
from keras_lint.layers.data_format import Layout, channel_axis, channels_of, spatial_axes
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    Unknown,
    is_dynamic,
    is_known,
    surely_equal,
)
from keras_lint.shapes.arithmetic import window_output


@dataclass(frozen=True)
class Window:
    """A kernel that slides over the spatial axes, one size, stride and dilation for each."""

    sizes: tuple[Dim, ...]
    strides: tuple[Dim, ...]
    dilations: tuple[Dim, ...]
    padding: str | Unknown

    @staticmethod
    def of(
        spatial: int,
        kernel_size: Argument,
        strides: Argument,
        dilation_rate: Argument,
        padding: Argument,
        *,
        paddings: Sequence[str] = ("valid", "same"),
    ) -> Window:
        """Make a window from the arguments of a layer with ``spatial`` such axes.

        Raises:
            InvalidArgument: Keras's ``standardize_tuple`` or ``standardize_padding`` raises.
        """
        return Window(
            standard_tuple("kernel_size", kernel_size, spatial),
            standard_tuple("strides", strides, spatial),
            standard_tuple("dilation_rate", dilation_rate, spatial),
            literal("padding", padding, paddings),
        )

    def check_dilated_strides(self, keras: tuple[int, ...] = (2, 3)) -> None:
        """Check that a window does not both skip and spread.

        Raises:
            InvalidArgument: a stride and a dilation are above one.
        """
        stride = max((stride for stride in self.strides if is_known(stride)), default=1)
        dilation = max((rate for rate in self.dilations if is_known(rate)), default=1)
        if stride > 1 and dilation > 1:
            expected = f"1 together with strides={stride}"
            raise InvalidArgument("dilation_rate", expected, str(dilation), keras=keras)

    def slide(self, inputs: Shape, layout: str) -> Shape:
        """Give the shape with its spatial axes replaced by the positions of the window.

        Raises:
            InvalidShape: the window does not fit.
        """
        steps = zip(self.sizes, self.strides, self.dilations, strict=True)
        result = inputs
        for axis, (size, stride, dilation) in zip(
            spatial_axes(layout, len(self.sizes)), steps, strict=True
        ):
            try:
                dim = window_output(inputs[axis], size, stride, self.padding, dilation)
            except InvalidShape as refusal:
                place = axis % len(inputs)
                raise InvalidShape(
                    f"{refusal.expected} on axis {place}", f"{inputs[axis]} in {inputs}", axis=place
                ) from None
            result = result.with_axis(axis, dim)
        return result


def slide_depthwise(layer: LayerSchema, window: Window, inputs: Shape, layout: str) -> Shape:
    """Slide the kernel of a depthwise convolution, which Keras 2 pads for the dilation.

    It forgets the sizes then, where one of them is ``None``.
    """
    axes = spatial_axes(layout, len(window.sizes))
    dense = all(surely_equal(rate, 1) for rate in window.dilations)
    if layer.keras == 3 or dense or all(is_known(inputs[axis]) for axis in axes):
        return window.slide(inputs, layout)
    try:
        result = window.slide(inputs, layout)
    except InvalidShape as refusal:
        raise InvalidShape(refusal.expected, refusal.found, axis=refusal.axis, keras=(3,)) from None
    for axis in axes:
        if not is_dynamic(result[axis]):
            result = result.with_axis(axis, Unknown("Keras 2 may forget the sizes here"))
    return result


class Convolution(LayerSchema):
    """A layer with a kernel over one to three spatial axes: ``(batch, ..., channels)``."""

    legacy = {
        "nb_filter": "filters",
        "filter_length": "kernel_size",
        "border_mode": "padding",
        "subsample": "strides",
        "subsample_length": "strides",
        "atrous_rate": "dilation_rate",
        "dim_ordering": "data_format",
        "init": "kernel_initializer",
        "W_regularizer": "kernel_regularizer",
        "b_regularizer": "bias_regularizer",
        "W_constraint": "kernel_constraint",
        "b_constraint": "bias_constraint",
        "bias": "use_bias",
    }

    @property
    def spatial(self) -> int:
        """The number of axes that the kernel slides over."""
        assert self.rank is not None, "a convolution has a rank"
        return self.rank - 2

    def layout(self) -> Layout:
        """Give where the channels are."""
        raise NotImplementedError

    def check_rank(self, shape: Shape) -> None:
        assert self.rank is not None, "a convolution has a rank"
        if shape.rank is None or shape.rank == self.rank:
            return
        # Keras 2 takes further batch axes in front, Keras 3 does not.
        if shape.rank < self.rank or self.keras != 2:
            raise InvalidShape(
                f"an input with {self.rank} axes, batch axis included",
                str(shape),
                keras=(2, 3) if shape.rank < self.rank else (3,),
            )

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        layout = self.layout()
        if isinstance(layout, Unknown):
            return {}
        return {channel_axis(layout, self.spatial): channels_of(built, layout, self.spatial)}


def input_channels(inputs: Shape, layout: str, spatial: int) -> Dim:
    """Give the number of channels that the kernel is made for.

    Raises:
        InvalidShape: it is dynamic, so that no kernel can be made.
    """
    axis = channel_axis(layout, spatial) % len(inputs)
    if is_dynamic(inputs[axis]):
        raise InvalidShape(f"a known number of channels on axis {axis}", str(inputs), axis=axis)
    return inputs[axis]


def positive_count(name: str, argument: Argument) -> Dim:
    """Give an argument such as ``filters`` that Keras takes as an ``int`` of any kind.

    Raises:
        InvalidArgument: it is no number above zero.
    """
    match argument:
        case NumpyInteger(value):
            dim = value
        case bool() | float():
            dim = int(argument)
        case _ if is_size(argument):
            dim = argument
        case None | str() | Sequence() | Mapping():
            raise InvalidArgument(name, "a positive int", show(argument))
        case _:
            return Unknown(f"`{name}` is {show(argument)}")
    if is_known(dim) and dim <= 0:
        raise InvalidArgument(name, "a positive int", show(argument))
    return dim


def former_count(name: str, argument: Argument) -> Dim:
    """Give an argument such as ``nb_filter``, which may be 0 in Keras 1.

    Raises:
        InvalidArgument: it is no number of at least zero.
    """
    return 0 if argument == 0 and isinstance(argument, int) else positive_count(name, argument)


def check_count(name: str, argument: Argument) -> None:
    """Check an argument such as ``filters``.

    Raises:
        InvalidArgument: it is no whole number above zero.
    """
    if isinstance(argument, float):
        # Keras 2: Conv.__init__ converts a float; Keras 3 makes no variable of that shape.
        raise InvalidArgument(name, "a positive int", show(argument), keras=(3,))
    positive_count(name, argument)


def bias_weights(use_bias: Argument, size: Dim) -> tuple[Weight, ...]:
    """Give the bias of a layer, if it has one."""
    match truth(use_bias):
        case True:
            return (Weight((size,)),)
        case False:
            return ()
        case Unknown() as unknown:
            return (Weight((unknown,)),)
