"""What the parameter ``hp`` of a model builder for Keras Tuner gives."""

from __future__ import annotations

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.values import NONE, Constant, Size, Value
from keras_lint.shapes import Polynomial, Symbol, Unknown
from keras_lint.source import Span

CHOICES = ("Choice", "Float", "Boolean", "Fixed")


def method(run: Context, name: str, arguments: Arguments, span: Span) -> Value | None:
    """Call a method that only the hyper-parameters of Keras Tuner have; None for others."""
    if name == "Int":
        return integer(run, arguments, span)
    return unknown_choice(name, span) if name in CHOICES else None


def integer(run: Context, arguments: Arguments, span: Span) -> Value:
    """Choose an integer: a symbol; without a search it is the default, the lower end.

    Keras Tuner gives the same value for the same name.
    """
    name = arguments.get(0, "name")
    low = arguments.get(1, "min_value")
    default = arguments.get_or(5, "default", NONE)
    chosen = low if default == NONE else default
    if not isinstance(low, Constant) or not isinstance(low.value, int) or low.value < 1:
        return Unknown("a hyper-parameter that may be no size", span)
    known = isinstance(name, Constant)
    label = str(name.value) if isinstance(name, Constant) else "Int"
    identity = f"{span.path}#hp.{label}" if known else f"{span}#hp.{run.new_identity()}"
    number = chosen.value if isinstance(chosen, Constant) else None
    start = number if isinstance(number, int) else None
    return Size(Polynomial.of(Symbol(identity, f"hp.{label}", start)))


def unknown_choice(name: str, span: Span) -> Value:
    """Choose a value; which one only the search tells."""
    return Unknown(f"`hp.{name}` is chosen by a search", span)
