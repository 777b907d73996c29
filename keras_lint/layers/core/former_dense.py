"""``Highway``, ``MaxoutDense`` and ``TimeDistributedDense`` of Keras 1."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.layers.arguments import Argument, Weight, truth
from keras_lint.layers.convolutional.convolution import bias_weights, former_count
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, InvalidShape, Shape, Unknown, is_dynamic


class FormerDense(LayerSchema):
    """A kernel for the last axis, whose size Keras 1 must know when the layer is built."""

    in_keras = (1, 2)

    def outputs(self, inputs: Shape) -> Dim:
        """Give the size of the last axis of the result."""
        raise NotImplementedError

    def output_shape(self, inputs: Shape) -> Shape:
        if inputs.dims is None:
            return inputs
        if is_dynamic(inputs[-1]):
            raise InvalidShape("a known size on the last axis", str(inputs), axis=-1)
        return inputs.with_last(self.outputs(inputs))

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        return {-1: built[-1]}


class Highway(FormerDense):
    """Let a gate choose between the input and a dense layer of it: ``(batch, k)`` stays.

    Keras 1: ``Highway.build``.
    """

    keras_name = "keras.layers.Highway"
    accepts = {"transform_bias": ""}
    rank = 2

    init: Argument = "glorot_uniform"
    activation: Argument = None
    weights_: Argument = None
    W_regularizer: Argument = None
    b_regularizer: Argument = None
    activity_regularizer: Argument = None
    W_constraint: Argument = None
    b_constraint: Argument = None
    bias: Argument = True

    def outputs(self, inputs: Shape) -> Dim:
        return inputs[-1]

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        kernel = Weight((inputs[-1], inputs[-1]))
        return (kernel, kernel, *(bias_weights(self.bias, inputs[-1]) * 2))


class MaxoutDense(FormerDense):
    """Keep the largest of several dense layers: ``(batch, k) -> (batch, output_dim)``.

    Keras 1: ``MaxoutDense.build``.
    """

    keras_name = "keras.layers.MaxoutDense"
    rank = 2

    output_dim: Dim
    nb_feature: Dim = 4
    init: Argument = "glorot_uniform"
    weights_: Argument = None
    W_regularizer: Argument = None
    b_regularizer: Argument = None
    activity_regularizer: Argument = None
    W_constraint: Argument = None
    b_constraint: Argument = None
    bias: Argument = True

    def validate(self) -> None:
        former_count("output_dim", self.output_dim)
        former_count("nb_feature", self.nb_feature)

    def outputs(self, inputs: Shape) -> Dim:
        return self.output_dim

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        kernel = Weight((self.nb_feature, inputs[-1], self.output_dim))
        match truth(self.bias):
            case True:
                return (kernel, Weight((self.nb_feature, self.output_dim)))
            case False:
                return (kernel,)
            case Unknown() as unknown:
                return (kernel, Weight((unknown,)))


class TimeDistributedDense(FormerDense):
    """One dense layer for each step: ``(batch, steps, k) -> (batch, steps, output_dim)``.

    Keras 1: ``TimeDistributedDense.get_output_shape_for``.
    """

    keras_name = "keras.layers.TimeDistributedDense"
    rank = 3

    output_dim: Dim
    init: Argument = "glorot_uniform"
    activation: Argument = None
    weights_: Argument = None
    W_regularizer: Argument = None
    b_regularizer: Argument = None
    activity_regularizer: Argument = None
    W_constraint: Argument = None
    b_constraint: Argument = None
    bias: Argument = True

    def validate(self) -> None:
        former_count("output_dim", self.output_dim)

    def outputs(self, inputs: Shape) -> Dim:
        return self.output_dim

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        kernel = Weight((inputs[-1], self.output_dim))
        return (kernel, *bias_weights(self.bias, self.output_dim))

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        return {1: built[1], 2: built[2]}
