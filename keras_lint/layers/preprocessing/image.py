"""What the image layers share: images alone or in a dict, and their factors.

Keras: ``BaseImagePreprocessingLayer``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from keras_lint.layers.arguments import Argument, CallArguments, NumpyInteger, literal, show, truth
from keras_lint.layers.ranges import number
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, InvalidArgument, Shape, Structure, TensorSpec, Unknown

DATA_FORMATS = ("channels_last", "channels_first")


class ImageLayer(LayerSchema):
    """A layer on images: ``(batch, height, width, channels)`` or one image, or a dict of
    ``images``, ``labels``, ``bounding_boxes`` and ``segmentation_masks``."""

    accepts = {"bounding_box_format": "", "data_format": ""}
    added: ClassVar[tuple[str, ...]] = ("bounding_box_format", "data_format")
    checks_value_range: ClassVar[bool] = False
    keeps_size: ClassVar[bool] = True

    def validate(self) -> None:
        check_data_format(self.data_format_argument)
        if self.checks_value_range:
            check_value_range(getattr(self, "value_range", None))

    @property
    def data_format_argument(self) -> Argument:
        """The ``data_format`` that was given, as an argument or among the further keywords."""
        return getattr(self, "data_format", self.common.get("data_format"))

    def channels_first(self) -> bool | Unknown:
        """Tell whether the channels come before height and width."""
        given = self.data_format_argument
        if given is None:
            given = self.image_data_format
        chosen = literal("data_format", given, DATA_FORMATS)
        return chosen if isinstance(chosen, Unknown) else chosen == "channels_first"

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        given = arguments.get(0, "data")
        if isinstance(given, Mapping):
            return self.call_on_dict(given)
        inputs = self.single_input(arguments)
        return self.as_specs(self.output_shape(inputs.shape), self.output_dtype(inputs))

    def call_on_dict(self, given: Mapping[str, Argument]) -> Structure[TensorSpec]:
        """Give the output for a dict: each of its tensors keeps its shape."""
        if not self.keeps_size:
            # Keras 3 takes the keys of the dict for a shape when it is called on symbols.
            return TensorSpec(Shape.unknown("what this layer makes of a dict is unknown"))
        return {key: self._kept(value) for key, value in given.items()}

    def _kept(self, given: Argument) -> Structure[TensorSpec]:
        if isinstance(given, Mapping):
            return {key: self._kept(value) for key, value in given.items()}
        if isinstance(given, TensorSpec):
            return TensorSpec(given.shape, self.output_dtype(given))
        return TensorSpec(Shape.unknown("the input is no tensor"))


class RandomImageLayer(ImageLayer):
    """An image layer that takes ``factor`` among the further keywords and ignores it."""

    accepts = {"bounding_box_format": "", "data_format": "", "factor": ""}

    def validate(self) -> None:
        super().validate()
        check_base_factor(self.common.get("factor"))


def check_data_format(given: Argument) -> None:
    """Check a ``data_format``. Keras: ``standardize_data_format``.

    Raises:
        InvalidArgument: it is a constant other than the two.
    """
    if given is not None:
        literal("data_format", given, DATA_FORMATS)


def check_factor(name: str, factor: Argument, low: float, high: float) -> None:
    """Check a factor: a number, or two of which the range meets ``low`` to ``high``.

    Keras: ``BaseImagePreprocessingLayer._set_factor``.

    Raises:
        InvalidArgument: it is none.
    """
    expected = f"a number between {low} and {high}, or two of them"
    pair = _pair(name, factor, expected)
    if pair is not None:
        first, last = (number(name, one, expected, keras=(3,)) for one in pair)
        if (first is not None and first > high) or (last is not None and last < low):
            raise InvalidArgument(name, expected, show(factor), keras=(3,))
        return
    value = number(name, factor, expected, keras=(3,))
    if value is not None and not low <= value <= high:
        raise InvalidArgument(name, expected, show(factor), keras=(3,))


def check_base_factor(factor: Argument) -> None:
    """Check the ``factor`` of the base class, which takes whatever is falsy for zero.

    Raises:
        InvalidArgument: it is no number between -1 and 1, nor two.
    """
    check_factor("factor", 0.0 if truth(factor) is False else factor, -1, 1)


def check_strict_factor(
    name: str, factor: Argument, low: float, high: float, *, above: bool = False
) -> None:
    """Check a factor of which both ends lie between ``low`` and ``high``.

    Keras: ``RandomTranslation._set_factor``. ``above`` leaves ``low`` itself out.

    Raises:
        InvalidArgument: one does not.
    """
    expected = f"a number between {low} and {high}, or two of them"
    pair = _pair(name, factor, expected)
    for one in (factor,) if pair is None else pair:
        value = number(name, one, expected, keras=(3,))
        if value is not None and (value > high or value < low or (above and value == low)):
            raise InvalidArgument(name, expected, show(factor), keras=(3,))


def _pair(name: str, factor: Argument, expected: str) -> tuple[Argument, Argument] | None:
    """Give the two ends of a factor, or None where it is one number."""
    if isinstance(factor, NumpyInteger):
        raise InvalidArgument(name, expected, show(factor), keras=(3,))
    if not isinstance(factor, list | tuple):
        return None
    if len(factor) != 2:
        raise InvalidArgument(name, expected, show(factor), keras=(3,))
    return factor[0], factor[1]


def check_value_range(given: Argument) -> None:
    """Check a ``value_range``. Keras: ``_set_value_range``.

    Raises:
        InvalidArgument: it is a constant but no list or tuple of two numbers.
    """
    expected = "a list or tuple of two numbers"
    wrong = given is None or isinstance(given, int | float | str | dict | NumpyInteger)
    if isinstance(given, list | tuple):
        # Keras only sorts the two.
        wrong = len(given) != 2 or None in given
    if wrong:
        raise InvalidArgument("value_range", expected, show(given), keras=(3,))


def with_size(layer: ImageLayer, inputs: Shape, height: Dim, width: Dim, *, batched: bool) -> Shape:
    """Put another height and width into the shape of images.

    ``batched`` is Keras's own idea of whether there is a batch axis in front.
    """
    first = layer.channels_first()
    if isinstance(first, Unknown):
        return Shape.unknown_dims(len(inputs), first.why)
    axis = (1 if batched else 0) + (1 if first else 0)
    return inputs.with_axis(axis, height).with_axis(axis + 1, width)
