"""Dicts whose items are attributes as well: ``EasyDict``, and ``class Config(dict)``."""

from __future__ import annotations

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.values import Class, Dict, External, Function, List, Method, Value
from keras_lint.shapes import Unknown
from keras_lint.source import Span

_METHODS = frozenset(
    ("clear", "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values")
)
_READERS = ("__getattr__", "__getattribute__")


class AttributeDict(Dict):
    """A dict that also gives its items as attributes."""

    __slots__ = ()


def attribute(owner: AttributeDict, name: str, span: Span) -> Value:
    """Give ``settings.name``."""
    if name in _METHODS:
        return Method(owner, name)
    entries = owner.items
    if isinstance(entries, Unknown):
        return entries
    return entries.get(name, Unknown(f"`{name}` is not set in code that was followed", span))


def set_attribute(run: Context, owner: AttributeDict, name: str, value: Value) -> None:
    """Carry out ``settings.name = value``."""
    if not isinstance(owner.items, Unknown):
        run.heap.set(owner, "items", {**owner.items, name: value})


def with_attributes(value: Value) -> Value:
    """Make a dict and the dicts in it give their items as attributes, as ``EasyDict`` does."""
    if isinstance(value, Dict):
        entries = value.items
        if isinstance(entries, Unknown):
            return AttributeDict(entries)
        return AttributeDict({key: with_attributes(item) for key, item in entries.items()})
    if isinstance(value, List) and not isinstance(value.items, Unknown):
        return List([with_attributes(item) for item in value.items], value.element)
    return value


def is_attribute_dict(cls: Class) -> bool:
    """Tell whether a class is a dict that does no more than to give its items as attributes."""
    if not any(base == External("builtins.dict") for base in cls.ancestors()):
        return False
    own = [one for one in cls.ancestors() if isinstance(one, Class)]
    names = {str(name) for one in own for name in one.cells}
    if names & {"__init__", "__getitem__", "__setitem__", "__missing__", "get"}:
        return False
    return any(_reads_items(one.cells.get(name)) for one in own for name in _READERS)


def _reads_items(method: Value | None) -> bool:
    """Tell whether ``__getattr__`` gives the item of that name."""
    if isinstance(method, External):
        return method.name in ("builtins.dict.get", "builtins.dict.__getitem__")
    if not isinstance(method, Function):
        return False
    text = method.node.as_string()
    return "self[" in text or "self.get(" in text or "dict.__getitem__" in text
