"""``tf.data``: where datasets come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from keras_lint.interpreter.arrays import array_of
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import to_argument, value_dim
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    NONE,
    Constant,
    Dataset,
    Dict,
    External,
    ExternalObject,
    List,
    Table,
    Tuple,
    Value,
)
from keras_lint.ops.operands import dtype_argument
from keras_lint.shapes import Content, Dim, Shape, TensorSpec, Unknown, is_known
from keras_lint.source import Span

_TENSORFLOW_DTYPES = {"int64": "int32", "float64": "float32"}


def tensors_of(run: Context, value: Value, change: Callable[[TensorSpec], Value]) -> Value:
    """Go through a structure as ``tf.data`` does: tuples and dicts nest, lists are tensors."""
    match value:
        case Tuple(items):
            return Tuple(tuple(tensors_of(run, item, change) for item in items))
        case Dict(items=entries):
            if isinstance(entries, Unknown):
                return entries
            return Dict({key: tensors_of(run, item, change) for key, item in entries.items()})
        case Unknown():
            return value
        case ExternalObject() | Dataset():
            return Unknown("a tensor of something that is not followed")
    array = array_of(run, value, "eager")
    if not isinstance(array, Tensor):
        return array
    spec = array.spec
    if not isinstance(value, Tensor | Table) and spec.dtype in _TENSORFLOW_DTYPES:
        spec = replace(spec, dtype=_TENSORFLOW_DTYPES[spec.dtype])
    return change(spec)


def _slice(spec: TensorSpec) -> Value:
    if not spec.shape.rank:
        return Tensor(TensorSpec(Shape.unknown("a slice of a tensor of unknown shape"), spec.dtype))
    content = spec.content
    kept = content and Content(
        content.minimum, content.maximum, content.one_hot if len(spec.shape) > 1 else None
    )
    return Tensor(TensorSpec(spec.shape.without_axis(0), spec.dtype, spec.origin, kept))


def _length(run: Context, value: Value) -> Dim:
    match value:
        case Tuple(items) if items:
            return _length(run, items[0])
        case Dict(items=entries) if not isinstance(entries, Unknown) and entries:
            return _length(run, next(iter(entries.values())))
        case Tensor() | List() | Table():
            array = array_of(run, value)
            if isinstance(array, Tensor) and array.spec.shape.rank:
                return array.spec.shape[0]
    return Unknown("the length of a dataset")


@handles("tensorflow.data.Dataset.from_tensor_slices")
def from_tensor_slices(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the rows of tensors, one after another: ``(n, ...) -> (...)``."""
    tensors = arguments.get(0, "tensors")
    if tensors is None:
        return Unknown("a dataset of nothing", span)
    element = tensors_of(run, tensors, _slice)
    if isinstance(element, Unknown):
        element = run.facts.add_unknown(Unknown(element.why, element.place or span))
    return Dataset(element, _length(run, tensors))


@handles("tensorflow.data.Dataset.from_tensors")
def from_tensors(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the tensors as the only element."""
    tensors = arguments.get(0, "tensors")
    if tensors is None:
        return Unknown("a dataset of nothing", span)
    return Dataset(tensors_of(run, tensors, Tensor), 1)


@handles("tensorflow.data.Dataset.from_generator")
def from_generator(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give what a generator yields, as its signature says."""
    length: Dim = Unknown("how much a generator yields", span)
    signature = arguments.keywords.get("output_signature", NONE)
    if signature != NONE:
        return Dataset(_from_signature(signature), length)
    types, shapes = arguments.get(1, "output_types"), arguments.get(2, "output_shapes")
    if types is None or arguments.rest is not None:
        return Dataset(Unknown("what a generator yields", span), length)
    return Dataset(_from_types(run, types, shapes), length)


def _from_signature(value: Value) -> Value:
    match value:
        case Tuple(items):
            return Tuple(tuple(_from_signature(item) for item in items))
        case List(items=tuple() as items):
            return Tuple(tuple(_from_signature(item) for item in items))
        case Dict(items=dict() as entries):
            return Dict({key: _from_signature(item) for key, item in entries.items()})
        case ExternalObject(name=name) if name.rpartition(".")[2] == "TensorSpec":
            return Tensor(spec_of_object(value))
    return Unknown("what a generator yields")


def spec_of_object(made: ExternalObject) -> TensorSpec:
    """Read ``tf.TensorSpec(shape, dtype)``."""
    shape = made.positional[0] if made.positional else made.keywords.get("shape", NONE)
    dtype = made.keywords.get("dtype", External("tensorflow.float32"))
    if len(made.positional) > 1:
        dtype = made.positional[1]
    return TensorSpec(shape_argument(shape), dtype_argument(to_argument(dtype)))


def shape_argument(value: Value | None) -> Shape:
    """Read a shape as ``tf.TensorShape`` does: ``None`` alone is an unknown rank."""
    if isinstance(value, ExternalObject) and value.name.endswith(".TensorShape"):
        value = value.positional[0] if value.positional else value.keywords.get("dims", NONE)
    items: tuple[Value, ...] | Unknown = Unknown("a shape that is not known")
    if isinstance(value, Tuple | List):
        items = value.items
    elif isinstance(value, Constant) and isinstance(value.value, int):
        items = (value,)
    if isinstance(items, Unknown):
        return Shape.unknown("a shape that the code leaves open")
    return Shape(tuple(value_dim(item) for item in items))


def _from_types(run: Context, types: Value, shapes: Value | None) -> Value:
    parts = shapes.items if isinstance(shapes, Tuple | List) else None
    match types:
        case Tuple(items) | List(items=tuple() as items):
            inner = [None] * len(items) if not isinstance(parts, tuple) else list(parts)
            if len(inner) != len(items):
                return Unknown("what a generator yields")
            pairs = zip(items, inner, strict=True)
            return Tuple(tuple(_from_types(run, kind, shape) for kind, shape in pairs))
        case Dict(items=dict() as entries):
            found = shapes.items if isinstance(shapes, Dict) else {}
            if isinstance(found, Unknown):
                found = {}
            return Dict({k: _from_types(run, t, found.get(k)) for k, t in entries.items()})
        case External() | Constant():
            return Tensor(TensorSpec(shape_argument(shapes), dtype_argument(to_argument(types))))
    return Unknown("what a generator yields")


@handles("tensorflow.data.Dataset.range")
def range_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Count: scalars of dtype int64."""
    bounds = [to_argument(value) for value in arguments.positional]
    length: Dim = Unknown("the length of a dataset", span)
    if bounds and all(isinstance(one, int) and not isinstance(one, bool) for one in bounds):
        length = len(range(*bounds)) if bounds[-1:] != [0] or len(bounds) < 3 else length
    return Dataset(Tensor(TensorSpec(Shape(()), "int64", span)), length)


@handles("tensorflow.data.Dataset.zip")
def zip_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Go through datasets side by side."""
    given: Value = Tuple(arguments.positional)
    if len(arguments.positional) == 1 and not isinstance(arguments.positional[0], Dataset):
        given = arguments.positional[0]
    lengths: list[Dim] = []

    def element(value: Value) -> Value:
        match value:
            case Dataset(found, length):
                lengths.append(length)
                return found
            case Tuple(items):
                return Tuple(tuple(element(item) for item in items))
            case Dict(items=dict() as entries):
                return Dict({key: element(item) for key, item in entries.items()})
        return Unknown("a dataset that is not followed", span)

    made = element(given)
    known = [length for length in lengths if is_known(length)]
    whole = len(known) == len(lengths) and bool(known)
    return Dataset(made, min(known) if whole else Unknown("the length of a dataset", span))


@handles_each(
    "tensorflow.data.TextLineDataset",
    "tensorflow.data.TFRecordDataset",
    "tensorflow.data.FixedLengthRecordDataset",
    "tensorflow.data.Dataset.list_files",
)
def texts(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Read lines, records or names of files: scalar strings."""
    length = Unknown("the length of a dataset", span)
    return Dataset(Tensor(TensorSpec(Shape(()), "string", span)), length)


@handles(
    "tensorflow.data.Dataset.sample_from_datasets",
    "tensorflow.data.Dataset.choose_from_datasets",
    "tensorflow.data.experimental.sample_from_datasets",
    "tensorflow.data.experimental.choose_from_datasets",
)
def mixed(run: Context, arguments: Arguments, span: Span) -> Value:
    """Take elements of several datasets."""
    given = arguments.get(0, "datasets")
    items = Unknown("datasets", span) if given is None else run.iterate(given)
    if isinstance(items, Unknown) or not all(isinstance(item, Dataset) for item in items):
        return Unknown("a mixture of datasets", span)
    elements = [item.element for item in items if isinstance(item, Dataset)]
    joined: Value = run.join_values(elements, "elements of several datasets")
    return Dataset(joined, Unknown("the length of a dataset", span))


@handles(
    "tensorflow.data.experimental.make_csv_dataset",
    "tensorflow.data.experimental.CsvDataset",
    "tensorflow.data.Dataset.load",
    "tensorflow.data.experimental.load",
    "tensorflow.data.Dataset.random",
)
def not_followed(run: Context, arguments: Arguments, span: Span) -> Value:
    """Read what only the files tell."""
    element = Unknown("what is in the files of a dataset", span)
    return Dataset(element, Unknown("the length of a dataset", span))


@handles(
    "tensorflow.data.experimental.cardinality",
)
def cardinality(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the number of elements."""
    return Tensor(TensorSpec(Shape(()), "int64", span))
