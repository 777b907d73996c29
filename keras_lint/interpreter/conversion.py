"""Between values of the interpreter and the plain arguments of schemas and operations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from keras_lint.interpreter.followed import FollowedLayer
from keras_lint.interpreter.positions import Position
from keras_lint.interpreter.presets import Preset
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    Class,
    Constant,
    Dataset,
    Dict,
    External,
    ExternalObject,
    Function,
    Instance,
    Layer,
    List,
    Method,
    Model,
    NumpyScalar,
    OneOf,
    Partial,
    Range,
    Size,
    Slice,
    Table,
    Tuple,
    Value,
)
from keras_lint.layers.arguments import Argument, NumpyInteger, Opaque
from keras_lint.shapes import DYNAMIC, Dim, Dynamic, Polynomial, Shape, TensorSpec, Unknown

_OPEN = Unknown("a parameter that no call in the code sets")


def to_argument(value: Value, *, as_size: bool = False) -> Argument:
    """Turn a value into an argument.

    ``as_size`` says that the argument is an integer if it is anything at all, so that an
    open parameter may stand for one.
    """
    match value:
        case Constant(constant):
            return constant
        case Size(dim, is_open):
            return dim if as_size or not is_open else _OPEN
        case Position(_, why):
            return why
        case NumpyScalar(dim):
            return NumpyInteger(dim)
        case Tensor(spec, kind):
            return spec if kind != "numpy" or spec.shape.rank != 0 else _numpy_scalar(spec)
        case Table():
            return value.spec
        case Tuple(items):
            return tuple(to_argument(item, as_size=True) for item in items)
        case List(items=items):
            if isinstance(items, Unknown):
                return items
            return [to_argument(item, as_size=True) for item in items]
        case Dict(items=entries):
            if isinstance(entries, Unknown):
                return entries
            return {key: to_argument(item) for key, item in entries.items()}
        case Range(start, stop, step):
            return tuple(range(start, stop, step))
        case Slice(start, stop, step):
            return slice(
                *(None if p is None else to_argument(p, as_size=True) for p in (start, stop, step))
            )
        case Preset(default=Constant(str() | bool() as setting)):
            return setting
        case Unknown():
            return value
        case OneOf(_, why):
            return Unknown(why)
    return _object_argument(value)


def _numpy_scalar(spec: TensorSpec) -> Argument:
    elements = None if spec.content is None else spec.content.elements
    if elements:
        return NumpyInteger(elements[0])
    whole = spec.dtype is not None and "int" in spec.dtype
    unknown = Unknown("a number that numpy computes", spec.origin)
    return NumpyInteger(unknown) if whole else unknown


def _object_argument(value: Value) -> Argument:
    match value:
        case Layer(schema=schema):
            return schema
        case Model():
            return FollowedLayer.of(value)
        case Instance():
            if is_layer(value):
                return FollowedLayer.of(value)
            return Opaque(value.cls.qualified_name)
        case ExternalObject(name=name, keywords=keywords):
            return Opaque(name, {key: to_argument(item) for key, item in keywords.items()})
        case External(name):
            return Opaque(name) if is_known_name(name) else Unknown(f"`{name}` is not followed")
        case Method(_, name):
            return Unknown(f"`.{name}` of something that is not followed")
        case Function():
            return Opaque(value.name)
        case Class():
            return Opaque(value.qualified_name)
        case Partial(function):
            return to_argument(function)
        case Dataset():
            return Unknown("a dataset")
    return Opaque(type(value).__name__.lower())


_FOLLOWED_ROOTS = {"keras", "tensorflow", "numpy", "builtins", "math", "torch", "jax"}


def is_known_name(name: str) -> bool:
    """Tell whether a library name is a function or class, and no setting (``flags.UNITS``)."""
    root, _, last = name.rpartition(".")
    return root.partition(".")[0] in _FOLLOWED_ROOTS and not last.isupper()


def is_layer(value: Value) -> bool:
    """Tell whether a value is a layer or a model, of Keras's own or of the user's."""
    if isinstance(value, Layer | Model):
        return True
    return isinstance(value, Instance) and class_kind(value.cls) is not None


def class_kind(cls: Class) -> str | None:
    """Tell whether a user's class is a ``layer``, a ``model``, a ``sequential``, or neither."""
    kind: str | None = None
    for base in cls.ancestors():
        if isinstance(base, External):
            if base.name == "keras.Sequential":
                return "sequential"
            if base.name == "keras.Model":
                return "model"
            if base.name.startswith("keras.layers."):
                kind = "layer"
    return kind


def from_argument(argument: Argument, kind: str = "eager") -> Value:
    """Turn what an operation gave into a value."""
    if isinstance(argument, Unknown):
        return argument
    if isinstance(argument, TensorSpec):
        return Tensor(argument, kind)  # type: ignore[arg-type]
    if isinstance(argument, Polynomial):
        return Size(argument)
    if isinstance(argument, Dynamic):
        return Constant(None)
    if isinstance(argument, list):
        return List([from_argument(item, kind) for item in argument])
    if isinstance(argument, tuple):
        return Tuple(tuple(from_argument(item, kind) for item in argument))
    if isinstance(argument, Mapping):
        return Dict({key: from_argument(item, kind) for key, item in argument.items()})
    return Constant(argument)


def dim_value(dim: Dim) -> Value:
    """Give a dim as Python sees an entry of ``x.shape``."""
    if isinstance(dim, Unknown):
        return dim
    return Constant(None) if dim is DYNAMIC else from_argument(dim)


def value_dim(value: Value) -> Dim:
    """Give an entry of a shape tuple as a dim; ``None`` is dynamic."""
    match value:
        case Constant(None):
            return DYNAMIC
        case Constant(bool()):
            return Unknown("a truth value as a size")
        case Constant(int() as number):
            return number
        case Size(dim):
            return dim
        case NumpyScalar(dim):
            return dim
        case Tensor(spec) if spec.content is not None and spec.content.elements is not None:
            return spec.content.elements[0] if spec.shape.rank == 0 else Unknown("a tensor")
        case Unknown():
            return value
        case Position(_, reason):
            return reason
        case OneOf(_, why):
            return Unknown(why)
    return Unknown("a size that is no integer")


def tensors_in(value: Value) -> list[Tensor]:
    """List the tensors in a nested value, in Keras's order (dicts by key)."""
    match value:
        case Tensor():
            return [value]
        case Table():
            return [Tensor(value.spec, "numpy")]
        case Tuple(items):
            return [t for item in items for t in tensors_in(item)]
        case List(items=items):
            return [] if isinstance(items, Unknown) else [t for i in items for t in tensors_in(i)]
        case Dict(items=entries):
            if isinstance(entries, Unknown):
                return []
            return [t for key in sorted(entries, key=str) for t in tensors_in(entries[key])]
    return []


def as_structure(argument: Any) -> Any:
    """Give an argument with its unknown parts as tensors of unknown shape."""
    if isinstance(argument, Unknown):
        return TensorSpec(Shape.unknown(argument.why), origin=argument.place)
    if isinstance(argument, Mapping):
        return {key: as_structure(part) for key, part in argument.items()}
    if isinstance(argument, list | tuple):
        return type(argument)(as_structure(part) for part in argument)
    return argument


def substitute(value: Any, replacements: Sequence[TensorSpec]) -> Any:
    """Give an argument with its tensor specs replaced, in the order of ``flatten_structure``."""
    iterator = iter(replacements)

    def walk(part: Any) -> Any:
        if isinstance(part, TensorSpec):
            return next(iterator, part)
        if isinstance(part, Mapping):
            return {key: walk(part[key]) for key in sorted(part, key=str)}
        if isinstance(part, list | tuple):
            return type(part)(walk(item) for item in part)
        return part

    return walk(value)
