"""``keras.layers.GRU``, its cell, and ``CuDNNGRU`` of Keras 2."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, truth
from keras_lint.layers.rnn.gates import Gated, GatedCell, GatedRecurrent
from keras_lint.layers.rnn.recurrent import Recurrent
from keras_lint.shapes import Dim, Unknown


class ResetAfter(Gated):
    """A GRU: with ``reset_after`` it has one bias for the inputs and one for the state."""

    gates = 3

    def bias(self) -> tuple[Dim, ...]:
        match truth(getattr(self, "reset_after", True)):
            case True:
                return (2, 3 * self.size)
            case False:
                return (3 * self.size,)
            case Unknown() as unknown:
                return (unknown,)


class GRUCell(ResetAfter, GatedCell):
    """One step of a ``GRU``: three gates and one state."""

    keras_name = "keras.layers.GRUCell"
    accepts = {"implementation": ""}

    units: Argument
    activation: Argument = "tanh"
    recurrent_activation: Argument = "sigmoid"
    use_bias: Argument = True
    kernel_initializer: Argument = "glorot_uniform"
    recurrent_initializer: Argument = "orthogonal"
    bias_initializer: Argument = "zeros"
    kernel_regularizer: Argument = None
    recurrent_regularizer: Argument = None
    bias_regularizer: Argument = None
    kernel_constraint: Argument = None
    recurrent_constraint: Argument = None
    bias_constraint: Argument = None
    dropout: Argument = 0.0
    recurrent_dropout: Argument = 0.0
    reset_after: Argument = True
    seed: Argument = None


class GRU(ResetAfter, GatedRecurrent):
    """Three gates and one state: ``(batch, steps, features) -> (batch, units)``."""

    keras_name = "keras.layers.GRU"
    accepts = {**Recurrent.accepts, "implementation": ""}
    added = ("use_cudnn",)
    keras_2_places = {"seed": None, "time_major": 21}
    removed = (*Recurrent.removed, "consume_less")
    keras_1_defaults = {"reset_after": False}

    units: Argument
    activation: Argument = "tanh"
    recurrent_activation: Argument = "sigmoid"
    use_bias: Argument = True
    kernel_initializer: Argument = "glorot_uniform"
    recurrent_initializer: Argument = "orthogonal"
    bias_initializer: Argument = "zeros"
    kernel_regularizer: Argument = None
    recurrent_regularizer: Argument = None
    bias_regularizer: Argument = None
    activity_regularizer: Argument = None
    kernel_constraint: Argument = None
    recurrent_constraint: Argument = None
    bias_constraint: Argument = None
    dropout: Argument = 0.0
    recurrent_dropout: Argument = 0.0
    seed: Argument = None
    return_sequences: Argument = False
    return_state: Argument = False
    go_backwards: Argument = False
    stateful: Argument = False
    unroll: Argument = False
    reset_after: Argument = True
    use_cudnn: Argument = "auto"


class CuDNNGRU(GatedRecurrent):
    """A ``GRU`` that runs on a GPU only; its kernels have a bias each."""

    keras_name = "keras.layers.CuDNNGRU"
    in_keras = (2,)
    gates = 3

    units: Argument
    kernel_initializer: Argument = "glorot_uniform"
    recurrent_initializer: Argument = "orthogonal"
    bias_initializer: Argument = "zeros"
    kernel_regularizer: Argument = None
    recurrent_regularizer: Argument = None
    bias_regularizer: Argument = None
    activity_regularizer: Argument = None
    kernel_constraint: Argument = None
    recurrent_constraint: Argument = None
    bias_constraint: Argument = None
    return_sequences: Argument = False
    return_state: Argument = False
    go_backwards: Argument = False
    stateful: Argument = False

    def bias(self) -> tuple[Dim, ...]:
        return (6 * self.size,)
