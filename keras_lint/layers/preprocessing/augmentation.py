"""The layers that mix, cut and blur images and keep their shape."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.layers.arguments import Argument, NumpyInteger, show
from keras_lint.layers.preprocessing.geometry import INTERPOLATIONS
from keras_lint.layers.preprocessing.image import (
    ImageLayer,
    RandomImageLayer,
    check_factor,
    check_strict_factor,
)
from keras_lint.layers.ranges import check_choice, number, output_size
from keras_lint.shapes import Dim, InvalidArgument, Structure, TensorSpec, Unknown


class AugMix(ImageLayer):
    """Mix images with chains of random changes of themselves."""

    keras_name = "keras.layers.AugMix"
    checks_value_range = True
    in_keras = (3,)

    value_range: Argument = (0, 255)
    num_chains: Argument = 3
    chain_depth: Argument = 3
    factor: Argument = 0.3
    alpha: Argument = 1.0
    all_ops: Argument = True
    interpolation: Argument = "bilinear"
    seed: Argument = None
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        # Keras hands the factor on to RandomShear, which looks at both ends.
        check_strict_factor("factor", self.factor, 0, 1)
        check_choice("interpolation", self.interpolation, INTERPOLATIONS)


class RandAugment(ImageLayer):
    """Apply some random changes one after the other."""

    keras_name = "keras.layers.RandAugment"
    checks_value_range = True
    in_keras = (3,)

    value_range: Argument = (0, 255)
    num_ops: Argument = 2
    factor: Argument = 0.5
    interpolation: Argument = "bilinear"
    seed: Argument = None
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        # Keras hands the factor on to RandomShear, which looks at both ends.
        check_strict_factor("factor", self.factor, 0, 1)
        check_choice("interpolation", self.interpolation, INTERPOLATIONS)


class CutMix(ImageLayer):
    """Put a part of each image into another one."""

    keras_name = "keras.layers.CutMix"
    in_keras = (3,)

    factor: Argument = 1.0
    seed: Argument = None
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, 0, 1)


class MixUp(RandomImageLayer):
    """Blend each image with another one."""

    keras_name = "keras.layers.MixUp"
    in_keras = (3,)

    alpha: Argument = 0.2
    data_format: Argument = None
    seed: Argument = None


class RandomErasing(ImageLayer):
    """Blank out a part of each image."""

    keras_name = "keras.layers.RandomErasing"
    in_keras = (3,)

    factor: Argument = 1.0
    scale: Argument = (0.02, 0.33)
    fill_value: Argument = None
    value_range: Argument = (0, 255)
    seed: Argument = None
    data_format: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, 0, 1)
        check_factor("scale", self.scale, 0, 1)


class RandomGaussianBlur(ImageLayer):
    """Blur images with a kernel of an odd size."""

    keras_name = "keras.layers.RandomGaussianBlur"
    in_keras = (3,)

    factor: Argument = 1.0
    kernel_size: Argument = 3
    sigma: Argument = 1.0
    value_range: Argument = (0, 255)
    data_format: Argument = None
    seed: Argument = None

    def validate(self) -> None:
        super().validate()
        check_factor("factor", self.factor, 0, 1)
        check_factor("sigma", self.sigma, 0, 1)
        self._check_kernel_size()

    def _check_kernel_size(self) -> None:
        given, expected = self.kernel_size, "an odd number, or two of them"
        if isinstance(given, NumpyInteger):
            raise InvalidArgument("kernel_size", expected, show(given))
        pair = isinstance(given, list | tuple)
        if pair and len(given) != 2:
            raise InvalidArgument("kernel_size", expected, show(given))
        for one in given if pair else (given,):
            value = number("kernel_size", one, expected)
            if value is not None and value % 2 == 0:
                raise InvalidArgument("kernel_size", expected, show(given))


class MaxNumBoundingBoxes(RandomImageLayer):
    """Cut or fill up the boxes of each image to ``max_number``; the images stay."""

    keras_name = "keras.layers.MaxNumBoundingBoxes"
    in_keras = (3,)

    max_number: Argument
    fill_value: Argument = -1

    def validate(self) -> None:
        super().validate()
        for name, value in (("max_number", self.max_number), ("fill_value", self.fill_value)):
            _integer(name, value)

    def call_on_dict(self, given: Mapping[str, Argument]) -> Structure[TensorSpec]:
        output = dict(super().call_on_dict(given))  # type: ignore[arg-type]
        boxes = output.get("bounding_boxes")
        if isinstance(boxes, Mapping):
            if not {"boxes", "labels"} <= set(boxes) or len(boxes) > 2:
                found = ", ".join(sorted(boxes))
                raise InvalidArgument("bounding_boxes", "the keys boxes and labels", found)
            output["bounding_boxes"] = {key: self._limited(one) for key, one in boxes.items()}
        return output

    def _limited(self, boxes: Structure[TensorSpec]) -> Structure[TensorSpec]:
        if not isinstance(boxes, TensorSpec) or boxes.shape.dims is None:
            return boxes
        if len(boxes.shape) < 2:
            raise InvalidArgument("bounding_boxes", "a second axis for the boxes", str(boxes.shape))
        limit = output_size("max_number", _integer("max_number", self.max_number))
        return boxes.with_shape(boxes.shape.with_axis(1, limit))


def _integer(name: str, given: Argument) -> Dim:
    """Give an argument as ``int()`` does.

    Raises:
        InvalidArgument: it cannot.
    """
    value = given.value if isinstance(given, NumpyInteger) else given
    if value is None or isinstance(value, list | tuple | dict):
        raise InvalidArgument(name, "an int", show(given))
    if isinstance(value, str | float):
        try:
            return int(value)
        except (ValueError, OverflowError):
            raise InvalidArgument(name, "an int", show(given)) from None
    return int(value) if isinstance(value, int) else Unknown(f"`{name}` is unknown")
