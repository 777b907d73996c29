"""``keras.layers.SimpleRNN`` and its cell."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.layers.rnn.gates import GatedCell, GatedRecurrent
from keras_lint.layers.rnn.recurrent import Recurrent


class SimpleRNNCell(GatedCell):
    """One step of a ``SimpleRNN``: one kernel."""

    keras_name = "keras.layers.SimpleRNNCell"

    units: Argument
    activation: Argument = "tanh"
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
    seed: Argument = None


class SimpleRNN(GatedRecurrent):
    """Feed the output back into the next step: ``(batch, steps, features) -> (batch, units)``."""

    keras_name = "keras.layers.SimpleRNN"
    added = ("seed",)
    removed = (*Recurrent.removed, "implementation", "consume_less")

    units: Argument
    activation: Argument = "tanh"
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
    return_sequences: Argument = False
    return_state: Argument = False
    go_backwards: Argument = False
    stateful: Argument = False
    unroll: Argument = False
    seed: Argument = None
