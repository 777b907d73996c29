"""``type``, ``isinstance``, ``callable``: what kind of thing a value is."""

from __future__ import annotations

import builtins
import collections.abc
import numbers

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import is_layer
from keras_lint.interpreter.handlers import handles
from keras_lint.interpreter.sets import Set
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    Class,
    Constant,
    Dict,
    External,
    Function,
    Instance,
    Layer,
    List,
    Model,
    OneOf,
    Size,
    Tuple,
    Value,
)
from keras_lint.shapes import Unknown
from keras_lint.source import Span

_SIX: dict[str, type] = {
    "six.string_types": str,
    "six.text_type": str,
    "six.integer_types": int,
    "six.binary_type": bytes,
}
_ABSTRACT = {"numbers": numbers, "collections.abc": collections.abc, "collections": collections.abc}
_LIBRARY_NUMBERS = ("integer", "floating", "number", "generic", "bool_", "float64", "inexact")
"""Types of numpy that a number which numpy computed has, although it is shown as Python's."""


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


def _is_a(value: Value, kind: Value) -> bool | None:
    if isinstance(kind, Class):
        return _is_of_users_class(value, kind)
    if not isinstance(kind, External) or isinstance(value, Unknown):
        return None
    plain = _python_type(kind.name)
    match value:
        case Constant(constant):
            return _is_plain(constant, plain, kind.name)
        case Size(open=False):
            return _is_plain(1, plain, kind.name)
        case Set():
            return _is_plain(set(), plain, kind.name)
        case List():
            # What a library gives as several values may be a list of a kind of its own.
            return _is_plain([], plain, kind.name)
        case Tuple():
            return _is_plain((), plain, kind.name)
        case Dict():
            return _is_plain({}, plain, kind.name) or None
        case Tensor(spec) if kind.name == "numpy.ndarray" and spec.shape.rank:
            return value.kind == "numpy"
        case Tensor(spec) if plain in (int, float, str, bytes, list, tuple, dict):
            return None if spec.shape.rank in (0, None) and value.kind == "numpy" else False
        case Function() | Layer() | Model():
            return _is_object(value, plain, kind.name)
    return None


def _is_of_users_class(value: Value, kind: Class) -> bool | None:
    if isinstance(value, Instance):
        ancestors = value.cls.ancestors()
        if kind in ancestors:
            return True
        return None if any(isinstance(one, Unknown | OneOf) for one in ancestors) else False
    plain = Constant | Size | List | Tuple | Dict | Tensor | Function | Layer | Model
    return False if isinstance(value, plain) else None


def _python_type(name: str) -> type | None:
    """Give the class of Python's own that a name stands for."""
    if name in _SIX:
        return _SIX[name]
    module, _, last = name.rpartition(".")
    found = getattr(builtins if module == "builtins" else _ABSTRACT.get(module), last, None)
    return found if isinstance(found, type) else None


def _is_plain(constant: object, plain: type | None, name: str) -> bool | None:
    if plain is not None:
        return isinstance(constant, plain)
    root, _, last = name.rpartition(".")
    if root.partition(".")[0] in ("keras", "tensorflow", "numpy", "torch", "pandas"):
        return None if last in _LIBRARY_NUMBERS else False
    return None


def _is_object(value: Function | Layer | Model, plain: type | None, name: str) -> bool | None:
    if plain is not None:
        return None if plain.__module__ != "builtins" or plain is object else False
    if isinstance(value, Layer):
        if name == "keras.layers.Layer" or value.schema.keras_name == name:
            return True
        return False if name in ("keras.Model", "keras.Sequential") else None
    if isinstance(value, Model):
        if name in ("keras.Model", "keras.layers.Layer"):
            return True
        if name == "keras.Sequential":
            return value.kind == "sequential"
        return False if name.startswith("keras.layers.") else None
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
    """Give the class of a value."""
    value = arguments.get(0, "obj")
    match value:
        case Instance():
            return value.cls
        case Constant(bool() | int() | str() | bytes() | None as constant):
            return External(f"builtins.{type(constant).__name__}")
        case Set():
            return External("builtins.set")
        case List():
            return External("builtins.list")
        case Tuple():
            return External("builtins.tuple")
        case Function():
            return External("types.FunctionType")
    return Unknown("the type of a value", span)
