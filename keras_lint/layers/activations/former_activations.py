"""``ParametricSoftplus`` and ``SReLU`` of Keras 1."""

from __future__ import annotations

from keras_lint.layers.activations.prelu import Slopes
from keras_lint.layers.arguments import Argument, Weight
from keras_lint.shapes import Shape


class ParametricSoftplus(Slopes):
    """``alpha * log(1 + exp(beta * x))`` with learned ``alpha`` and ``beta``: the shape stays.

    Keras 1: ``ParametricSoftplus.build``.
    """

    keras_name = "keras.layers.ParametricSoftplus"
    in_keras = (1, 2)

    alpha_init: Argument = 0.2
    beta_init: Argument = 5.0
    weights_: Argument = None
    shared_axes: Argument = None

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        return super().weights(inputs) * 2


class SReLU(Slopes):
    """Three straight lines with learned ends and slopes: the shape stays.

    Keras 1: ``SReLU.build``.
    """

    keras_name = "keras.layers.SReLU"
    in_keras = (1, 2)

    t_left_init: Argument = "zero"
    a_left_init: Argument = "glorot_uniform"
    t_right_init: Argument = "glorot_uniform"
    a_right_init: Argument = "one"
    shared_axes: Argument = None

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        return super().weights(inputs) * 4
