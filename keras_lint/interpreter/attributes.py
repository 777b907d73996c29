"""Attribute access on any value."""

from __future__ import annotations

import string

from keras_lint.interpreter import (
    attribute_dicts,
    instances,
    keras_attributes,
    tables,
    unknown_names,
)
from keras_lint.interpreter.attribute_dicts import AttributeDict
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import dim_value
from keras_lint.interpreter.datasets_values import dataset_attribute
from keras_lint.interpreter.heap import MISSING
from keras_lint.interpreter.imports import external
from keras_lint.interpreter.names import canonical
from keras_lint.interpreter.presets import Preset, stripped
from keras_lint.interpreter.shape_values import array_shape, shape_tuple
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.tensors import apply_function
from keras_lint.interpreter.values import (
    BoundMethod,
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
    Module,
    NumpyScalar,
    OneOf,
    Partial,
    Size,
    Slice,
    Super,
    Table,
    Tuple,
    Value,
)
from keras_lint.ops.registry import find_operation
from keras_lint.shapes import Unknown, product
from keras_lint.source import Span

_LIBRARY_CONSTANTS: dict[str, object] = {
    "math.pi": 3.141592653589793,
    "numpy.pi": 3.141592653589793,
    "math.e": 2.718281828459045,
    "math.inf": float("inf"),
    "numpy.inf": float("inf"),
    "numpy.newaxis": None,
    "tensorflow.newaxis": None,
    "tensorflow.data.AUTOTUNE": -1,
    "tensorflow.data.experimental.AUTOTUNE": -1,
    "os.pardir": "..",
    "os.curdir": ".",
    **{f"string.{name}": getattr(string, name) for name in (
        "ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits",
        "octdigits", "printable", "punctuation", "whitespace",
    )},
}  # fmt: skip


_CLOSED = {"argparse.Namespace", "absl.flags.FlagHolder"}
"""Objects that have no methods: what is not known of them is a value."""


def attribute(run: Context, value: Value, name: str, span: Span) -> Value:
    """Give ``value.name``."""
    match value:
        case Preset(default=Constant(str()) as text):
            return Method(text, name)
        case Unknown():
            return stripped(value)
        case External():
            if f"{value.name}.{name}" in run.replaced_names:
                return Unknown(f"`{name}` is set by the program", span)
            unknown_names.check_member(run, value, name, span)
            return unknown_names.doubted(run, _external_attribute(value, name))
        case Module():
            found = value.frame.cells.get(name, MISSING)
            if found is not MISSING:
                return found  # type: ignore[no-any-return]
            submodule = run.load_module(f"{value.name}.{name}", 0, value)
            if submodule is not None:
                return submodule
            return Unknown(f"`{name}` is not found in `{value.name}`", span)
        case Tensor():
            return _tensor_attribute(run, value, name, span)
        case Instance():
            return instances.instance_attribute(run, value, name, span)
        case Super():
            return instances.super_attribute(run, value, name, span)
        case Class():
            return instances.class_attribute(run, value, name, span)
        case Layer() | Model():
            return keras_attributes.keras_attribute(run, value, name, span)
        case Dataset():
            return dataset_attribute(run, value, name, span)
        case ExternalObject():
            return _object_attribute(value, name)
        case Table():
            return tables.attribute(value, name)
        case OneOf(values, why):
            found_all = [run.attribute(one, name, span) for one in values]
            joined: Value = run.join_values(found_all, why)
            return joined
        case Slice(start, stop, step) if name in ("start", "stop", "step"):
            part = {"start": start, "stop": stop, "step": step}[name]
            return Constant(None) if part is None else part
        case Partial(External("collections.namedtuple.make") as cls, (names, *_)):
            method = External(f"{cls.name}.{name}")
            return names if name == "_fields" else Partial(method, (value,), {})
        case Function() | BoundMethod() | Partial() if name in ("__name__", "__doc__"):
            return Constant(getattr(value, "name", "")) if name == "__name__" else Constant(None)
        case AttributeDict():
            return attribute_dicts.attribute(value, name, span)
        case List() | Dict() | Tuple() | Constant() | Size() | NumpyScalar():
            return Method(value, name)
    return Unknown(f"`.{name}` of something that is not followed", span)


def _external_attribute(value: External, name: str) -> Value:
    dotted = f"{value.name}.{name}"
    if dotted in _LIBRARY_CONSTANTS:
        return Constant(_LIBRARY_CONSTANTS[dotted])
    spelled = f"{value.spelled}.{name}" if value.spelled else dotted
    canonical_name, version = canonical(dotted)
    result = External(canonical_name, spelled, value.keras or version)
    return result if value.name != "" else external(spelled)


def _object_attribute(value: ExternalObject, name: str) -> Value:
    found = value.cells.get(name)
    if found is not None:
        return found  # type: ignore[no-any-return]
    if value.name in _CLOSED:
        return Unknown(f"the command-line argument `{name}`")
    return Method(value, name)


def _tensor_attribute(run: Context, tensor: Tensor, name: str, span: Span) -> Value:
    spec = tensor.spec
    rank = spec.shape.rank
    if name == "shape":
        return array_shape(spec) if tensor.kind == "numpy" else shape_tuple(spec)
    if name == "_keras_shape" and tensor.kind == "keras":
        return shape_tuple(spec)  # as Keras 2 had it
    if name == "ndim":
        return Constant(rank) if rank is not None else Unknown(spec.shape.why, span)
    if name == "size" and spec.shape.dims is not None:
        return dim_value(product(spec.shape.dims))
    if name == "dtype":
        return Constant(spec.dtype) if spec.dtype else Unknown("the dtype of a tensor", span)
    if name == "T":
        operation = find_operation("numpy.transpose")
        if operation is not None:
            return apply_function(
                run, "`.T`", lambda x: operation.apply("numpy.transpose", (x,), {}), [tensor], span
            )
    if name in ("real", "imag", "values", "array"):
        return tensor
    return Method(tensor, name)
