"""Python's builtins on objects, ``functools.partial`` and ``copy``."""

from __future__ import annotations

from ast import literal_eval

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.classes import find_attribute, keras_base, lacks_attribute
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.heap import MISSING
from keras_lint.interpreter.instances import set_attribute
from keras_lint.interpreter.libraries.python_operators import plain_value
from keras_lint.interpreter.object_creation import bare_object
from keras_lint.interpreter.records import fields_of, with_fields
from keras_lint.interpreter.scopes import lookup
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    NONE,
    Class,
    Constant,
    Dict,
    External,
    Function,
    Instance,
    List,
    Partial,
    Size,
    Super,
    Tuple,
    Value,
)
from keras_lint.shapes import Unknown
from keras_lint.source import Span


@handles(
    "builtins.print",
    "builtins.help",
    "builtins.input",
    "builtins.breakpoint",
    "pprint.pprint",
    "keras.utils.plot_model",
    "builtins.open",
)
def observe(run: Context, arguments: Arguments, span: Span) -> Value:
    return Unknown("what this gives", span)


@handles("builtins.getattr")
def getattr_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give an attribute by a known name."""
    if len(arguments.positional) < 2 or not isinstance(arguments.positional[1], Constant):
        return Unknown("an attribute whose name is not known", span)
    name = str(arguments.positional[1].value)
    if len(arguments.positional) == 2:
        return run.attribute(arguments.positional[0], name, span)
    owner = arguments.positional[0]
    if isinstance(owner, Instance) and lacks_attribute(owner, name):
        return arguments.positional[2]
    with run.guarded():
        value = run.attribute(owner, name, span)
    return (
        Unknown("an attribute that may be missing", span) if isinstance(value, Unknown) else value
    )


@handles("builtins.setattr")
def setattr_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Set an attribute by a known name."""
    if len(arguments.positional) == 3 and isinstance(arguments.positional[1], Constant):
        owner, name, value = arguments.positional
        assert isinstance(name, Constant), "checked above"
        set_attribute(run, owner, str(name.value), value, span)
        return NONE
    run.escape(arguments.positional[:1], "an attribute of unknown name is set")
    return NONE


@handles("builtins.hasattr")
def hasattr_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Tell whether a user's object has an attribute."""
    if len(arguments.positional) == 2 and isinstance(arguments.positional[0], Instance):
        owner, name = arguments.positional
        if isinstance(name, Constant) and owner.cells.get(name.value, MISSING) is not MISSING:  # type: ignore[union-attr]
            return Constant(True)
        if isinstance(name, Constant) and lacks_attribute(owner, str(name.value)):  # type: ignore[arg-type]
            return Constant(False)
    return Unknown("whether an attribute exists", span)


@handles("functools.partial")
def partial_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a partial function."""
    if not arguments.positional or arguments.rest is not None:
        return Unknown("a partial function", span)
    return Partial(arguments.positional[0], arguments.positional[1:], dict(arguments.keywords))


@handles("copy.copy")
def copy_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Copy a container or a plain object; what it holds is shared."""
    return _copy(run, arguments.get(0, "x"), span, deep=False)


@handles("copy.deepcopy")
def deep_copy(run: Context, arguments: Arguments, span: Span) -> Value:
    """Copy a container or a plain object with all that it holds."""
    return _copy(run, arguments.get(0, "x"), span, deep=True)


def _copy(run: Context, value: Value | None, span: Span, *, deep: bool) -> Value:
    def inner(held: Value) -> Value:
        return _copy(run, held, span, deep=True) if deep else held

    match value:
        case List(items=Unknown()) | Dict(items=Unknown()) if deep:
            return Unknown("a deep copy of something that is not known", span)
        case List(items=items, element=element):
            return List(items if isinstance(items, Unknown) else [*map(inner, items)], element)
        case Dict(items=entries):
            if isinstance(entries, Unknown):
                return Dict(entries)
            return Dict({key: inner(held) for key, held in entries.items()})
        case Tuple(items):
            return Tuple(tuple(map(inner, items)))
        case Constant() | Tensor() | Size() | External() | Function():
            return value
        case Instance() if (
            keras_base(value.cls) is None
            and find_attribute(value.cls, "__deepcopy__" if deep else "__copy__") is None
        ):
            fields = fields_of(value)
            if isinstance(fields, dict):
                kept = {name: inner(held) for name, held in fields.items()}
                return with_fields(value, run.new_identity(), kept, span)
    return Unknown("a copy of an object", span)


@handles_each(
    "builtins.eval",
    "ast.literal_eval",
)
def evaluate_text(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Evaluate a text that holds plain values, or a name."""
    text = arguments.get(0, "source")
    if not isinstance(text, Constant) or not isinstance(text.value, str):
        return text if isinstance(text, Unknown) else Unknown("a text that is not known", span)
    source = text.value.strip()
    first, *rest = source.split(".")
    named = all(part.isidentifier() for part in (first, *rest))
    if name == "builtins.eval" and named and source not in ("True", "False", "None"):
        value = lookup(run, first, run.activation.frame, span)
        for part in rest:
            value = run.attribute(value, part, span)
        return value
    try:
        return plain_value(literal_eval(source), span)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return Unknown("what a text evaluates to", span)


@handles("operator.itemgetter")
def itemgetter(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give a function that takes an item."""
    return Unknown("an item getter", span)


@handles("builtins.globals")
def globals_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the names of the module that runs; what is written into the dict is not followed."""
    frame = run.activation.frame.module.frame
    return Dict({name: value for name, value in frame.cells.items() if isinstance(name, str)})


@handles("builtins.super")
def super_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make ``super(Class, self)``."""
    if len(arguments.positional) == 2 and isinstance(arguments.positional[0], Class):
        return Super(arguments.positional[0], arguments.positional[1])
    return Unknown("`super()` outside a method", span)


@handles("builtins.object.__new__")
def bare_object_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make an object without its constructor."""
    return bare_object(run, arguments, span)


@handles("builtins.object")
def object_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a plain object."""
    return Unknown("a plain object", span)
