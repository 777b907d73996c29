"""``dataclasses``: what the fields of data classes are declared with."""

from __future__ import annotations

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.handlers import handles
from keras_lint.interpreter.values import ExternalObject, Value
from keras_lint.source import Span


@handles("dataclasses.field")
def declare_field(run: Context, arguments: Arguments, span: Span) -> Value:
    """Keep the arguments until an instance is made: its default, or what makes it."""
    return ExternalObject("dataclasses.field", arguments.positional, arguments.keywords, span)
