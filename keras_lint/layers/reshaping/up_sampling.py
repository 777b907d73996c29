"""``keras.layers.UpSampling1D``, ``UpSampling2D`` and ``UpSampling3D``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from keras_lint.layers.arguments import (
    Argument,
    NumpyInteger,
    Opaque,
    is_size,
    show,
    standard_tuple,
)
from keras_lint.layers.data_format import (
    Layout,
    check_data_format,
    in_layout,
    layout_of,
    spatial_axes,
)
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    join_shape,
)

_INTERPOLATIONS = (
    "area", "bicubic", "bilinear", "gaussian", "lanczos3", "lanczos5", "mitchellcubic", "nearest",
)  # fmt: skip


class UpSampling(LayerSchema):
    """Repeat values along the spatial axes: ``(batch, n, k) -> (batch, n * size, k)``."""

    if TYPE_CHECKING:  # the field stands in the subclasses, as its default differs
        size: Argument

    def factors(self) -> tuple[Dim, ...]:
        """Give by how much each axis grows."""
        assert self.rank is not None, "an upsampling layer has a rank"
        return standard_tuple("size", self.size, self.rank - 2)

    def layout(self) -> Layout:
        """Give where the channels are."""
        return "channels_last"

    def output_shape(self, inputs: Shape) -> Shape:
        factors = self.factors()

        def shape_in(layout: str) -> Shape:
            result = inputs
            for axis, factor in zip(spatial_axes(layout, len(factors)), factors, strict=True):
                result = result.with_axis(axis, inputs[axis] * factor)
            return result

        return in_layout(self.layout(), shape_in)


class UpSampling1D(UpSampling):
    """``(batch, steps, k) -> (batch, steps * size, k)``."""

    keras_name = "keras.layers.UpSampling1D"
    rank = 3
    legacy = {"length": "size"}

    size: Argument = 2

    def validate(self) -> None:
        if is_size(self.size) and not (is_known(self.size) and self.size <= 0):
            return
        if not isinstance(self.size, TensorSpec | Opaque):
            # Keras 2: UpSampling1D.__init__ converts with int().
            raise InvalidArgument("size", "a positive int", show(self.size), keras=(3,))

    def factors(self) -> tuple[Dim, ...]:
        size = self.size.value if isinstance(self.size, NumpyInteger) else self.size
        if isinstance(size, bool | float):
            size = int(size)
        return (size if is_size(size) else Unknown(f"`size` is {show(size)}"),)


class FormattedUpSampling(UpSampling):
    """Upsampling with a choice of where the channels are."""

    legacy = {"dim_ordering": "data_format"}

    if TYPE_CHECKING:
        size: Argument
        data_format: Argument

    def layout(self) -> Layout:
        return layout_of(self, self.data_format)

    def validate(self) -> None:
        check_data_format(self.data_format)
        self.factors()


class UpSampling2D(FormattedUpSampling):
    """``(batch, height, width, k) -> (batch, height * a, width * b, k)``."""

    keras_name = "keras.layers.UpSampling2D"
    rank = 4

    size: Argument = (2, 2)
    data_format: Argument = None
    interpolation: Argument = "nearest"

    def output_shape(self, inputs: Shape) -> Shape:
        result = super().output_shape(inputs)
        if inputs.dims is None or self.keras == 3:
            return result
        # Keras 2 resizes to sizes read at run time where one of them is None.
        layout = self.layout()
        if isinstance(layout, Unknown):
            return Shape.unknown_dims(4, layout.why)
        axes = spatial_axes(layout, 2)
        if not any(is_dynamic(inputs[axis]) for axis in axes):
            return result
        unsized = result
        for axis in axes:
            unsized = unsized.with_axis(axis, DYNAMIC)
        if self.may_be_keras_1:
            # Keras 1: UpSampling2D.get_output_shape_for.
            return join_shape(result, unsized, "Keras 1 and Keras 2 differ here")
        return self.of_version(unsized, result)

    def validate(self) -> None:
        super().validate()
        method = self.interpolation
        if isinstance(method, int | float | list | tuple) or method is None:
            raise InvalidArgument("interpolation", "a word", show(method))
        if isinstance(method, str) and method.lower() not in _INTERPOLATIONS:
            # Keras 3: UpSampling2D looks at the word only when it sees data.
            raise InvalidArgument(
                "interpolation", " or ".join(_INTERPOLATIONS), repr(method), keras=(2,)
            )


class UpSampling3D(FormattedUpSampling):
    """``(batch, depth, height, width, k) -> (batch, depth * a, height * b, width * c, k)``."""

    keras_name = "keras.layers.UpSampling3D"
    rank = 5

    size: Argument = (2, 2, 2)
    data_format: Argument = None

    def check_rank(self, shape: Shape) -> None:
        if shape.rank is not None and shape.rank >= 4 and shape.rank != 5:
            # Keras 2 repeats along three axes and looks at no further one.
            raise InvalidShape("an input with 5 axes", str(shape), keras=(3,))
        super().check_rank(shape)
