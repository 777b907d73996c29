"""``keras.layers.LSTM``, its cell, and ``CuDNNLSTM`` of Keras 2."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.layers.rnn.gates import GatedCell, GatedRecurrent
from keras_lint.layers.rnn.recurrent import Recurrent
from keras_lint.shapes import Dim


class LSTMCell(GatedCell):
    """One step of a ``LSTM``: four gates and two states."""

    keras_name = "keras.layers.LSTMCell"
    gates = 4
    state_count = 2
    accepts = {"implementation": ""}

    units: Argument
    activation: Argument = "tanh"
    recurrent_activation: Argument = "sigmoid"
    use_bias: Argument = True
    kernel_initializer: Argument = "glorot_uniform"
    recurrent_initializer: Argument = "orthogonal"
    bias_initializer: Argument = "zeros"
    unit_forget_bias: Argument = True
    kernel_regularizer: Argument = None
    recurrent_regularizer: Argument = None
    bias_regularizer: Argument = None
    kernel_constraint: Argument = None
    recurrent_constraint: Argument = None
    bias_constraint: Argument = None
    dropout: Argument = 0.0
    recurrent_dropout: Argument = 0.0
    seed: Argument = None


class LSTM(GatedRecurrent):
    """Four gates and two states: ``(batch, steps, features) -> (batch, units)``."""

    keras_name = "keras.layers.LSTM"
    gates = 4
    state_count = 2
    accepts = {**Recurrent.accepts, "implementation": ""}
    added = ("use_cudnn",)
    keras_2_places = {"seed": None, "time_major": 21}
    removed = (*Recurrent.removed, "consume_less")

    units: Argument
    activation: Argument = "tanh"
    recurrent_activation: Argument = "sigmoid"
    use_bias: Argument = True
    kernel_initializer: Argument = "glorot_uniform"
    recurrent_initializer: Argument = "orthogonal"
    bias_initializer: Argument = "zeros"
    unit_forget_bias: Argument = True
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
    use_cudnn: Argument = "auto"


class CuDNNLSTM(GatedRecurrent):
    """A ``LSTM`` that runs on a GPU only; its kernels have a bias each."""

    keras_name = "keras.layers.CuDNNLSTM"
    in_keras = (2,)
    gates = 4
    state_count = 2

    units: Argument
    kernel_initializer: Argument = "glorot_uniform"
    recurrent_initializer: Argument = "orthogonal"
    bias_initializer: Argument = "zeros"
    unit_forget_bias: Argument = True
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
        return (8 * self.size,)
