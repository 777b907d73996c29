"""Activations that are looked up by name."""

from __future__ import annotations

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.handlers import handles
from keras_lint.interpreter.values import Constant, External, OneOf, Value
from keras_lint.layers.activations.names import ACTIVATION_NAMES
from keras_lint.shapes import Unknown
from keras_lint.source import Span


@handles("keras.activations.get", "keras.activations.deserialize")
def activation_of(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the function of a name; a function is what it is, and None is linear."""
    given = arguments.get(0, "identifier")
    match given:
        case Constant(None):
            return External("keras.activations.linear")
        case Constant(str() as name) if name in ACTIVATION_NAMES:
            return External(f"keras.activations.{name}")
        case OneOf(values, why):
            found = [activation_of(run, Arguments((one,)), span) for one in values]
            joined: Value = run.join_values(found, why)
            return joined
        case None | Constant():
            return Unknown("an activation that is not known", span)
    return given
