"""Python's builtins on objects, ``functools.partial`` and ``copy``."""

from __future__ import annotations

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.classes import find_attribute, keras_base
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import is_layer
from keras_lint.interpreter.handlers import handles
from keras_lint.interpreter.heap import MISSING
from keras_lint.interpreter.instances import set_attribute
from keras_lint.interpreter.records import fields_of, with_fields
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    NONE,
    Class,
    Constant,
    Dict,
    External,
    Function,
    Instance,
    Layer,
    List,
    Model,
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
    with run.guarded():
        value = run.attribute(arguments.positional[0], name, span)
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
    return Unknown("whether an attribute exists", span)


@handles("builtins.isinstance")
def isinstance_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Tell whether a value is of a type, for the types that are known."""
    if len(arguments.positional) != 2:
        return Unknown("whether a value is of a type", span)
    value, wanted = arguments.positional
    kinds = wanted.items if isinstance(wanted, Tuple) else (wanted,)
    answers = [_is_a(value, kind) for kind in kinds]
    if True in answers:
        return Constant(True)
    return Unknown("whether a value is of a type", span) if None in answers else Constant(False)


_PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "builtins.int": (int,),
    "builtins.float": (float,),
    "builtins.str": (str,),
    "builtins.bool": (bool,),
    "builtins.bytes": (bytes,),
}


def _is_a(value: Value, kind: Value) -> bool | None:
    if isinstance(kind, Class) and isinstance(value, Instance):
        return kind in value.cls.ancestors() or None
    if not isinstance(kind, External) or isinstance(value, Unknown):
        return None
    match value:
        case Constant(constant):
            if kind.name in _PYTHON_TYPES:
                return isinstance(constant, _PYTHON_TYPES[kind.name])
            return False if kind.name.startswith("builtins.") else None
        case List():
            return {"builtins.list": True, "builtins.set": None}.get(kind.name, False)
        case Tuple():
            return kind.name == "builtins.tuple"
        case Dict():
            return True if kind.name == "builtins.dict" else None
        case Function() | Layer() | Model():
            if kind.name.startswith("builtins."):
                return False
            if isinstance(value, Layer):
                return value.schema.keras_name == kind.name or (
                    True if kind.name == "keras.layers.Layer" else None
                )
    return None


@handles("builtins.callable")
def callable_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Tell whether a value can be called."""
    value = arguments.get(0, "obj")
    if (value is not None and is_layer(value)) or isinstance(value, Function | Class):
        return Constant(True)
    if isinstance(value, Constant):
        return Constant(False)
    return Unknown("whether a value can be called", span)


@handles("builtins.type")
def type_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the class of a user's object."""
    value = arguments.get(0, "obj")
    return value.cls if isinstance(value, Instance) else Unknown("the type of a value", span)


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


@handles("builtins.object")
def object_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a plain object."""
    return Unknown("a plain object", span)
