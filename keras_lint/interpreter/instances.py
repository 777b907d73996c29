"""Attributes of objects: reading those of a user's instance, and writing any."""

from __future__ import annotations

from keras_lint.interpreter import attribute_dicts, tables
from keras_lint.interpreter.attribute_dicts import AttributeDict
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.classes import find_attribute, keras_base
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.heap import MISSING
from keras_lint.interpreter.model_state import HELD
from keras_lint.interpreter.records import is_named_tuple
from keras_lint.interpreter.values import (
    BoundMethod,
    Class,
    Constant,
    External,
    ExternalObject,
    Function,
    Instance,
    Layer,
    List,
    Method,
    Model,
    Module,
    Partial,
    Super,
    Table,
    Value,
)
from keras_lint.model import TrainableChange
from keras_lint.shapes import Unknown
from keras_lint.source import Span


def instance_attribute(run: Context, instance: Instance, name: str, span: Span) -> Value:
    """Give ``instance.name``: its own, its class's, or what Keras gives every layer."""
    if name in instance.cells and not name.startswith("%"):
        return instance.cells[name]  # type: ignore[no-any-return]
    found = find_attribute(instance.cls, name)
    if found is not None:
        return bound(run, found, instance, span)
    if name == "__class__":
        return instance.cls
    if name == "__dict__":
        return run.call(External("builtins.vars"), Arguments((instance,)), span)
    if is_named_tuple(instance):
        return Partial(External(f"typing.NamedTuple.{name}"), (instance,), {})
    if keras_base(instance.cls) is not None:
        return run.keras_attribute(instance, name, span)
    if any(isinstance(a, External) for a in instance.cls.ancestors()):
        return Unknown(f"`{name}` comes from a class that is not followed", span)
    return Unknown(f"`{name}` is not set in code that was followed", span)


def super_attribute(run: Context, value: Super, name: str, span: Span) -> Value:
    """Give ``super().name``."""
    receiver = value.receiver
    cls = receiver.cls if isinstance(receiver, Instance) else receiver
    if not isinstance(cls, Class):
        return Unknown("`super()` of something that is not followed", span)
    found = find_attribute(cls, name, after=value.cls)
    if found is not None:
        return bound(run, found, receiver, span)
    return Method(value, name)


def bound(run: Context, found: Value, receiver: Value, span: Span) -> Value:
    """Bind a function found on a class to the object it was looked up on."""
    if not isinstance(found, Function):
        return found
    match found.kind:
        case "static":
            return found
        case "class":
            owner = receiver.cls if isinstance(receiver, Instance) else receiver
            return BoundMethod(found, owner)
        case "property":
            return run.call_function(found, Arguments((receiver,)), span)
    return BoundMethod(found, receiver)


def class_attribute(run: Context, cls: Class, name: str, span: Span) -> Value:
    """Give ``Class.name``."""
    if name in ("__name__", "__qualname__"):
        return Constant(cls.name)
    found = find_attribute(cls, name)
    if found is None:
        return Method(cls, name)
    if isinstance(found, Function) and found.kind == "class":
        return BoundMethod(found, cls)
    enumeration = any(isinstance(b, External) and "Enum" in b.name for b in cls.ancestors())
    if enumeration and isinstance(found, Constant):
        member = Instance(cls, run.new_identity(), span)
        member.cells.update({"value": found, "name": Constant(name)})
        return member
    return found


def set_attribute(run: Context, owner: Value, name: str, value: Value, span: Span) -> None:
    """Carry out ``owner.name = value``."""
    match owner:
        case Instance():
            setter = find_attribute(owner.cls, name)
            if isinstance(setter, Function) and setter.kind == "property":
                run.heap.set(owner, name, Unknown("set through a property"))
                return
            run.heap.set(owner, name, value)
            if isinstance(value, Model) and keras_base(owner.cls) is not None:
                run.heap.set(value, HELD, True)
        case Class() | ExternalObject():
            run.heap.set(owner, name, value)
        case Module():
            run.heap.set(owner.frame, name, value)
        case External():
            run.replaced_names.add(f"{owner.name}.{name}")
        case Layer():
            run.heap.set(owner, f".{name}", value)
        case AttributeDict():
            attribute_dicts.set_attribute(run, owner, name, value)
        case Table() if name == "columns":
            tables.rename_all(run, owner, value)
        case Model() if name not in ("trainable", "state"):
            run.heap.set(owner, f".{name}", value)
    if name == "trainable" and isinstance(owner, Layer | Model | Instance):
        _set_trainable(run, owner, value, span)


def _set_trainable(run: Context, owner: Layer | Model | Instance, value: Value, span: Span) -> None:
    truth = run.truth(value)
    content = Unknown("`trainable` is not known") if truth is None else truth
    run.heap.set(owner, "trainable", content)
    run.facts.trainable_changes.append(
        TrainableChange(owner.identity, content, run.place(span), run.facts.next_sequence())
    )


def delete_attribute(run: Context, owner: Value, name: str) -> None:
    """Carry out ``del owner.name``."""
    if isinstance(owner, Instance):
        run.heap.set(owner, name, MISSING)


def sub_values(value: Value) -> list[Value]:
    """List what an object of the user's holds: attributes, and items of lists and dicts."""
    if isinstance(value, Instance):
        return [v for key, v in value.cells.items() if not str(key).startswith("%")]
    if isinstance(value, List) and not isinstance(value.items, Unknown):
        return list(value.items)
    return []
