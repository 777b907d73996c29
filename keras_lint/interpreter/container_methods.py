"""Methods of lists, tuples, dicts and sets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from keras_lint.interpreter import sets
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.object_dicts import ObjectDict
from keras_lint.interpreter.sets import Set
from keras_lint.interpreter.subscripts import plain_index
from keras_lint.interpreter.uncounted import Uncounted
from keras_lint.interpreter.values import NONE, Constant, Dict, External, List, Tuple, Value
from keras_lint.shapes import Unknown
from keras_lint.source import Span


def call(
    run: Context, owner: List | Dict | Tuple, name: str, arguments: Arguments, span: Span
) -> Value:
    """Call a method of a container; a method that is not known may have changed it."""
    if isinstance(owner, Set):
        return sets.call_method(run, owner, name, arguments, span)
    table = _DICT if isinstance(owner, Dict) else _LIST
    method = table.get(name)
    if method is not None:
        result = method(run, owner, arguments, span)
        if isinstance(owner, ObjectDict) and name in ("update", "setdefault"):
            owner.write_back(run)
        return result
    if not isinstance(owner, Tuple):
        run.heap.set(owner, "items", Unknown(f"`.{name}()` is not followed", span))
    return Unknown(f"`.{name}()` of a container", span)


def _change(run: Context, owner: List, change: Callable[[list[Value]], None]) -> Value:
    if not isinstance(owner.items, Unknown):
        items = list(owner.items)
        change(items)
        run.heap.set(owner, "items", tuple(items))
    return NONE


def note_items(run: Context, owner: List, added: list[Value]) -> None:
    """Let what is put into a list of unknown length count for what its items are like."""
    if isinstance(owner.items, Uncounted) and added:
        joined = run.join_values([owner.items.element, *added], owner.items.why)
        run.heap.set(owner, "items", replace(owner.items, element=joined))
    elif isinstance(owner.items, Unknown) and owner.element is not None and added:
        joined = run.join_values([owner.element, *added], owner.items.why)
        run.heap.set(owner, "element", joined)


def _append(run: Context, owner: List, arguments: Arguments, span: Span) -> Value:
    note_items(run, owner, list(arguments.positional[:1]))
    return _change(run, owner, lambda items: items.extend(arguments.positional[:1]))


def _extend(run: Context, owner: List, arguments: Arguments, span: Span) -> Value:
    added = run.iterate(arguments.positional[0]) if arguments.positional else []
    if isinstance(added, Unknown):
        run.heap.set(owner, "items", added)
        run.heap.set(owner, "element", None)
        return NONE
    note_items(run, owner, added)
    return _change(run, owner, lambda items: items.extend(added))


def _insert(run: Context, owner: List, arguments: Arguments, span: Span) -> Value:
    index = plain_index(arguments.positional[0]) if len(arguments.positional) == 2 else None
    if not isinstance(index, int):
        run.heap.set(owner, "items", Unknown("an insertion at an unknown index", span))
        run.heap.set(owner, "element", None)
        return NONE
    note_items(run, owner, list(arguments.positional[1:]))
    return _change(run, owner, lambda items: items.insert(index, arguments.positional[1]))


def _pop(run: Context, owner: List, arguments: Arguments, span: Span) -> Value:
    items = owner.items
    index = plain_index(arguments.positional[0]) if arguments.positional else -1
    if isinstance(items, Unknown):
        return items if owner.element is None else owner.element
    if not isinstance(index, int) or not -len(items) <= index < len(items):
        run.heap.set(owner, "items", Unknown("a pop at an unknown index", span))
        return Unknown("a popped item", span)
    found = items[index]
    _change(run, owner, lambda changed: changed.__delitem__(index))
    return found


def _sort(run: Context, owner: List, arguments: Arguments, span: Span) -> Value:
    ordered = run.call(External("builtins.sorted"), Arguments((owner,), arguments.keywords), span)
    assert isinstance(ordered, List), "`sorted` gives a list"
    run.heap.set(owner, "items", ordered.items)
    return NONE


def _remove(run: Context, owner: List, arguments: Arguments, span: Span) -> Value:
    place = _index(run, owner, arguments, span)
    if not isinstance(place, Constant):
        run.heap.set(owner, "items", Unknown("a list without an item that is not known", span))
        return NONE
    return _change(run, owner, lambda items: items.__delitem__(place.value))


def _reverse(run: Context, owner: List, arguments: Arguments, span: Span) -> Value:
    return _change(run, owner, lambda items: items.reverse())


def _clear(run: Context, owner: List | Dict, arguments: Arguments, span: Span) -> Value:
    run.heap.set(owner, "items", {} if isinstance(owner, Dict) else ())
    return NONE


def _copy(run: Context, owner: List | Dict, arguments: Arguments, span: Span) -> Value:
    if isinstance(owner, Dict):
        return Dict(owner.items)
    return List(owner.items, owner.element)


def _index(run: Context, owner: List | Tuple, arguments: Arguments, span: Span) -> Value:
    items = run.iterate(owner)
    if isinstance(items, Unknown) or not arguments.positional:
        return Unknown("an index that is not known", span)
    wanted = arguments.positional[0]
    if all(isinstance(item, Constant) for item in items) and wanted in items:
        return Constant(items.index(wanted))
    return Unknown("an index that is not known", span)


def _count(run: Context, owner: List | Tuple, arguments: Arguments, span: Span) -> Value:
    items = run.iterate(owner)
    if isinstance(items, list) and all(isinstance(item, Constant) for item in items):
        wanted = arguments.positional[0] if arguments.positional else None
        if isinstance(wanted, Constant):
            return Constant([item.value for item in items].count(wanted.value))  # type: ignore[union-attr]
    return Unknown("a count that is not known", span)


def _get(run: Context, owner: Dict, arguments: Arguments, span: Span) -> Value:
    entries = owner.items
    key = arguments.positional[0] if arguments.positional else NONE
    if isinstance(entries, Unknown):
        return entries
    if not isinstance(key, Constant):
        return Unknown("a key that is not known", span)
    default = arguments.positional[1] if len(arguments.positional) > 1 else NONE
    return entries.get(key.value, default)


def _pop_key(run: Context, owner: Dict, arguments: Arguments, span: Span) -> Value:
    found = _get(run, owner, arguments, span)
    key = arguments.positional[0] if arguments.positional else NONE
    if not isinstance(owner.items, Unknown):
        if isinstance(key, Constant):
            rest = {k: v for k, v in owner.items.items() if k != key.value}
            run.heap.set(owner, "items", rest)
        else:
            run.heap.set(owner, "items", Unknown("a dict without an unknown key", span))
    return found


def _update(run: Context, owner: Dict, arguments: Arguments, span: Span) -> Value:
    if isinstance(owner.items, Unknown):
        return NONE
    changed: dict[Any, Value] = dict(owner.items)
    for value in arguments.positional:
        if not isinstance(value, Dict) or isinstance(value.items, Unknown):
            run.heap.set(owner, "items", Unknown("an update with an unknown dict", span))
            return NONE
        changed.update(value.items)
    changed.update(arguments.keywords)
    run.heap.set(owner, "items", changed)
    return NONE


def _keys(run: Context, owner: Dict, arguments: Arguments, span: Span) -> Value:
    entries = owner.items
    return List(entries if isinstance(entries, Unknown) else [Constant(key) for key in entries])


def _values(run: Context, owner: Dict, arguments: Arguments, span: Span) -> Value:
    entries = owner.items
    return List(entries if isinstance(entries, Unknown) else list(entries.values()))


def _items(run: Context, owner: Dict, arguments: Arguments, span: Span) -> Value:
    entries = owner.items
    if isinstance(entries, Unknown):
        return List(entries)
    return List([Tuple((Constant(key), value)) for key, value in entries.items()])


def _setdefault(run: Context, owner: Dict, arguments: Arguments, span: Span) -> Value:
    found = _get(run, owner, arguments, span)
    key = arguments.positional[0] if arguments.positional else NONE
    entries = owner.items
    if isinstance(entries, Unknown) or not isinstance(key, Constant):
        return found
    if key.value not in entries:
        run.heap.set(owner, "items", {**entries, key.value: found})
    return found


_LIST: dict[str, Callable[..., Value]] = {
    "append": _append,
    "extend": _extend,
    "insert": _insert,
    "pop": _pop,
    "remove": _remove,
    "reverse": _reverse,
    "sort": _sort,
    "clear": _clear,
    "copy": _copy,
    "index": _index,
    "count": _count,
}
_DICT: dict[str, Callable[..., Value]] = {
    "get": _get,
    "pop": _pop_key,
    "update": _update,
    "keys": _keys,
    "values": _values,
    "items": _items,
    "setdefault": _setdefault,
    "clear": _clear,
    "copy": _copy,
}
