"""Classes of the user's: their definition, and making instances of them."""

from __future__ import annotations

from typing import Any, Final

from astroid import nodes

from keras_lint.interpreter.attribute_dicts import AttributeDict, is_attribute_dict
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import class_kind, to_argument
from keras_lint.interpreter.heap import MISSING
from keras_lint.interpreter.object_creation import created
from keras_lint.interpreter.records import fill_tuple
from keras_lint.interpreter.values import (
    BoundMethod,
    Class,
    Constant,
    Dict,
    External,
    ExternalObject,
    Frame,
    Function,
    Instance,
    Layer,
    Tuple,
    Value,
)
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.layers.schema import LayerSchema
from keras_lint.model import Construction
from keras_lint.shapes import Unknown
from keras_lint.source import Span


def define(run: Context, node: nodes.ClassDef, frame: Frame) -> Value:
    """Run a class statement and give the class."""
    bases: list[Value] = []
    for base in node.bases:
        value = run.evaluate(base, frame)
        bases.append(value)
    scope = Frame("class", frame.module, frame)
    cls = Class(node.name, node, tuple(bases), scope, frame.module)
    scope.owner = cls
    run.execute(node.body, scope)
    cls.cells.update(scope.cells)
    run.note_class(cls)
    return cls


def find_attribute(cls: Class, name: str, after: Class | None = None) -> Value | None:
    """Look an attribute up along the ancestors; ``after`` starts behind one of them."""
    ancestors = cls.ancestors()
    if after is not None and after in ancestors:
        ancestors = ancestors[ancestors.index(after) + 1 :]
    for ancestor in ancestors:
        if isinstance(ancestor, Class) and name in ancestor.cells:
            return ancestor.cells[name]  # type: ignore[no-any-return]
        if isinstance(ancestor, Unknown):
            return ancestor
    return None


def has_attribute(instance: Instance, name: str) -> bool:
    """Tell whether an object may have an attribute, as far as its class and code are known."""
    if name in instance.cells or find_attribute(instance.cls, name) is not None:
        return True
    return any(isinstance(ancestor, Unknown) for ancestor in instance.cls.ancestors())


def lacks_attribute(instance: Instance, name: str) -> bool:
    """Tell whether an object surely has no such attribute: all that set one is the user's."""
    if instance.cells.get(name, MISSING) is not MISSING or ESCAPED in instance.cells:
        return False
    for ancestor in instance.cls.ancestors():
        if not isinstance(ancestor, Class) and ancestor != External("builtins.object"):
            return False
    names = (name, "__getattr__", "__getattribute__")
    return all(find_attribute(instance.cls, one) is None for one in names)


ESCAPED: Final = "%escaped"
"""The cell of an object that went where its attributes may have been set."""


def keras_base(cls: Class) -> str | None:
    """Give the canonical name of the nearest Keras class that a class extends."""
    for ancestor in cls.ancestors():
        if isinstance(ancestor, External) and ancestor.name.startswith("keras."):
            return ancestor.name
    return None


def instantiate(run: Context, cls: Class, arguments: Arguments, span: Span) -> Value:
    """Make an instance and run its constructor."""
    kind = class_kind(cls)
    if is_attribute_dict(cls):
        made_dict = run.call(External("builtins.dict"), arguments, span)
        return AttributeDict(made_dict.items) if isinstance(made_dict, Dict) else made_dict
    plain = _plain_object(run, cls, arguments, span)
    if plain is not None:
        return plain
    made = created(run, cls, find_attribute(cls, "__new__"), arguments, span)
    if made is not None and not (isinstance(made, Instance) and made.cls is cls):
        return made
    instance = made if isinstance(made, Instance) else Instance(cls, run.new_identity(), span)
    if kind is not None:
        _note_construction(run, instance, arguments, span)
        if kind != "layer":
            run.note_model(instance)
    constructor = find_attribute(cls, "__init__")
    if isinstance(constructor, Function):
        owner = None if kind is None else cls.name
        run.call_function(constructor, _with_self(instance, arguments), span, owner=owner)
    elif isinstance(constructor, Unknown):
        return Unknown(f"`{cls.name}` extends something that is not followed", span)
    else:
        initialize_base(run, instance, arguments, span)
    return instance


def _plain_object(run: Context, cls: Class, arguments: Arguments, span: Span) -> Value | None:
    """Make instances of data classes and named tuples; None for other classes."""
    decorators = cls.node.decorators.nodes if cls.node.decorators else []
    names = {d.as_string().partition("(")[0].rpartition(".")[2] for d in decorators}
    bases = {b.name.rpartition(".")[2] for b in cls.bases if isinstance(b, External)}
    if "dataclass" not in names and "NamedTuple" not in bases:
        return None
    instance = Instance(cls, run.new_identity(), span)
    fields = [n.target.name for n in _fields(cls)]
    for position, name in enumerate(fields):
        value = arguments.get(position, name)
        if value is None:
            value = arguments.rest
        if value is None:
            value = find_attribute(cls, name)
        if value is None:
            value = Unknown(f"`{name}` is not given", span)
        if isinstance(value, ExternalObject) and value.name == "dataclasses.field":
            value = _field_default(run, value, span)
        run.heap.set(instance, name, value)
    if "NamedTuple" in bases:
        fill_tuple(instance, {name: instance.cells[name] for name in fields})
    after = find_attribute(cls, "__post_init__")
    if isinstance(after, Function):
        run.call_function(after, Arguments((instance,)), span)
    return instance


def _fields(cls: Class) -> list[Any]:
    own: list[Any] = []
    for ancestor in reversed(cls.ancestors()):
        if isinstance(ancestor, Class):
            own += [n for n in ancestor.node.body if isinstance(n, nodes.AnnAssign)]
    return own


def _field_default(run: Context, field: ExternalObject, span: Span) -> Value:
    if "default" in field.keywords:
        return field.keywords["default"]
    if "default_factory" in field.keywords:
        return run.call(field.keywords["default_factory"], Arguments(), span)
    return Unknown("a field without a default", span)


def _note_construction(run: Context, instance: Instance, arguments: Arguments, span: Span) -> None:
    name = arguments.keywords.get("name")
    instance.construction = len(run.facts.constructions)
    run.facts.constructions.append(
        Construction(
            index=instance.construction,
            layer=instance.identity,
            class_name=instance.cls.qualified_name,
            schema=None,
            span=run.place(span),
            name=name.value if isinstance(name, Constant) and isinstance(name.value, str) else None,
            argument_spans=dict(arguments.keyword_spans),
            definition=span if span.path != run.path else None,
            chain=run.chain,
            guarded=run.guard_depth > 0,
            keras=run.keras,
            inside=run.activation.owner,
        )
    )


def initialize_base(run: Context, instance: Instance, arguments: Arguments, span: Span) -> None:
    """Carry out the constructor of the Keras class that an instance extends."""
    base = keras_base(instance.cls)
    if base is None:
        return
    schema = find_layer(base)
    if schema is not None and schema.keras_name != "keras.layers.Layer":
        layer, refusals = bind(
            schema,
            [to_argument(v, as_size=True) for v in arguments.positional],
            {k: to_argument(v, as_size=True) for k, v in arguments.keywords.items()},
            open_ended=arguments.rest,
            keras=run.keras,
            data_format=run.image_data_format,
        )
        if not refusals:
            run.heap.set(instance, "%schema", layer)
        return
    if class_kind(instance.cls) in ("model", "sequential"):
        run.initialize_model(instance, arguments, span)
    name = arguments.keywords.get("name")
    if name is not None:
        run.heap.set(instance, "name", name)
    for key in ("dtype", "trainable"):
        if key in arguments.keywords:
            run.heap.set(instance, key, arguments.keywords[key])


def base_schema(instance: Instance) -> LayerSchema | None:
    """Give the Keras layer that an instance extends, with its arguments, if it is one."""
    schema: LayerSchema | None = instance.cells.get("%schema")
    return schema


def _with_self(instance: Value, arguments: Arguments) -> Arguments:
    spans = arguments.positional_spans
    return Arguments(
        (instance, *arguments.positional),
        arguments.keywords,
        arguments.rest,
        spans,
        arguments.keyword_spans,
    )


def call_bound(run: Context, method: BoundMethod, arguments: Arguments, span: Span) -> Value:
    """Call a method of the user's on its receiver."""
    owner = None
    receiver = method.receiver
    if isinstance(receiver, Instance) and class_kind(receiver.cls) is not None:
        owner = receiver.cls.name
    return run.call_function(method.function, _with_self(receiver, arguments), span, owner)


def is_layer_class(value: Value) -> bool:
    """Tell whether a value is a layer class that is not instantiated."""
    if isinstance(value, Class):
        return class_kind(value) is not None
    return isinstance(value, External) and find_layer(value.name) is not None


def empty_tuple() -> Tuple:
    """Give ``()``."""
    return Tuple(())


def layer_value(value: Value) -> Layer | Instance | None:
    """Give a value if it is a layer object."""
    return value if isinstance(value, Layer | Instance) else None
