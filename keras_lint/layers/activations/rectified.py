"""The rectified linear units without weights: ``ReLU``, ``LeakyReLU``, ``ELU`` and kin."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.layers.ranges import check_range
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import InvalidArgument


class ReLU(LayerSchema):
    """Clip element by element: the shape stays."""

    keras_name = "keras.layers.ReLU"

    max_value: Argument = None
    negative_slope: Argument = 0.0
    threshold: Argument = 0.0

    def validate(self) -> None:
        if self.max_value is not None:
            check_range("max_value", self.max_value, 0)
        check_range("negative_slope", self.negative_slope, 0)
        check_range("threshold", self.threshold, 0)


class LeakyReLU(LayerSchema):
    """Scale negative values by a fixed slope: the shape stays."""

    keras_name = "keras.layers.LeakyReLU"
    # Keras 3 still takes the former name, with a warning.
    accepts = {"alpha": "negative_slope"}
    added = ("negative_slope",)
    keras_2_places = {"alpha": 0}

    negative_slope: Argument = 0.3

    def validate(self) -> None:
        if self.negative_slope is None:
            raise InvalidArgument("negative_slope", "a number of at least 0", "None")
        check_range("negative_slope", self.negative_slope, 0, keras=(3,))


class ELU(LayerSchema):
    """Bend negative values exponentially: the shape stays."""

    keras_name = "keras.layers.ELU"

    alpha: Argument = 1.0

    def validate(self) -> None:
        if self.alpha is None:
            raise InvalidArgument("alpha", "a number", "None", keras=(2,))


class ThresholdedReLU(LayerSchema):
    """Drop what is not above a threshold: the shape stays."""

    keras_name = "keras.layers.ThresholdedReLU"
    in_keras = (2,)

    theta: Argument = 1.0

    def validate(self) -> None:
        if self.theta is None:
            raise InvalidArgument("theta", "a number of at least 0", "None", keras=(2,))
        check_range("theta", self.theta, 0, keras=(2,))
