"""Objects of library classes that are followed a little way: callbacks, parsers, scalers."""

from __future__ import annotations

from keras_lint.interpreter import calls
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import to_argument
from keras_lint.interpreter.handlers import find_handler
from keras_lint.interpreter.optimizers import note_arguments
from keras_lint.interpreter.values import ExternalObject, Value
from keras_lint.model import CallbackFact
from keras_lint.ops.registry import find_operation
from keras_lint.source import Span

_LEADING_ARGUMENTS = {
    "EarlyStopping": ("monitor",),
    "ReduceLROnPlateau": ("monitor",),
    "ModelCheckpoint": ("filepath", "monitor"),
}


def note(run: Context, made: ExternalObject, arguments: Arguments, span: Span) -> None:
    """Record objects that rules look at."""
    if made.name.startswith("keras.callbacks."):
        names = _LEADING_ARGUMENTS.get(made.name.rpartition(".")[2], ())
        given = dict(zip(names, arguments.positional, strict=False)) | dict(arguments.keywords)
        spans = dict(zip(names, arguments.positional_spans, strict=False))
        run.facts.callbacks.append(
            CallbackFact(
                made.name,
                run.place(span),
                {key: to_argument(value) for key, value in given.items()},
                spans | dict(arguments.keyword_spans),
            )
        )
    if made.name.startswith("keras.optimizers."):
        note_arguments(run, made.name, arguments, span)


def call_method(
    run: Context, made: ExternalObject, name: str, arguments: Arguments, span: Span
) -> Value | None:
    """Call a method that a handler serves under ``Class.method``; None where there is none.

    The handler gets the object as its first positional argument.
    """
    handler = find_handler(f"{made.name}.{name}")
    if handler is None:
        return _random_method(run, made, name, arguments, span)
    bound = Arguments(
        (made, *arguments.positional),
        arguments.keywords,
        arguments.rest,
        (span, *arguments.positional_spans),
        arguments.keyword_spans,
    )
    return handler(run, bound, span)


def _random_method(
    run: Context, made: ExternalObject, name: str, arguments: Arguments, span: Span
) -> Value | None:
    """Draw from one of numpy's random generators, which have what ``numpy.random`` has."""
    if made.name not in ("numpy.random.Generator", "numpy.random.RandomState"):
        return None
    own, shared = f"{made.name}.{name}", f"numpy.random.{name}"
    if find_operation(own) is not None:
        taken = Arguments((made, *arguments.positional), arguments.keywords, arguments.rest)
        return calls.call_operation(run, own, taken, span)
    if find_operation(shared) is not None:
        return calls.call_operation(run, shared, arguments, span)
    return None
