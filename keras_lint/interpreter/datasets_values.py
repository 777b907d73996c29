"""``tf.data`` datasets and generators of batches: what one element is, through every method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import value_dim
from keras_lint.interpreter.shape_values import shape_tuple
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    NONE,
    Constant,
    Dataset,
    Dict,
    ExternalObject,
    List,
    Method,
    Size,
    Tuple,
    Value,
)
from keras_lint.shapes import (
    DYNAMIC,
    Content,
    Dim,
    Shape,
    TensorSpec,
    Unknown,
    is_known,
    surely_equal,
)
from keras_lint.source import Span

WINDOW = "window"
"""The name of the datasets that ``window`` yields."""

_SAME = {
    "shuffle", "prefetch", "cache", "with_options", "apply_options", "options", "filter",
    "make_one_shot_iterator", "snapshot", "ignore_errors", "assert_cardinality",
}  # fmt: skip


def dataset_attribute(run: Context, dataset: Dataset, name: str, span: Span) -> Value:
    """Give ``dataset.name``: an attribute that is known (``class_names``), or a method."""
    if name == "element_spec":
        return _element_spec(dataset.element)
    found = dataset.attributes.get(name)
    return found if found is not None else Method(dataset, name)


def _element_spec(value: Value) -> Value:
    """Give an element with a ``tf.TensorSpec`` for each tensor."""
    match value:
        case Tensor(spec):
            made = ExternalObject("tensorflow.TensorSpec")
            dtype = Unknown("the dtype of a tensor") if spec.dtype is None else Constant(spec.dtype)
            made.cells.update({"shape": shape_tuple(spec), "dtype": dtype})
            return made
        case Tuple(items):
            return Tuple(tuple(_element_spec(item) for item in items))
        case Dict(items=dict() as entries):
            return Dict({key: _element_spec(item) for key, item in entries.items()})
    return Unknown("the spec of an element")


def eager_element(dataset: Dataset) -> Value:
    """Give what one iteration yields: a batch there has a size, though nobody knows which."""
    return map_tensors(dataset.element, _with_sizes)


def _with_sizes(spec: TensorSpec) -> TensorSpec:
    if spec.shape.dims is None:
        return spec
    size = Unknown("the size of this batch")
    return replace(spec, shape=Shape(tuple(size if d is DYNAMIC else d for d in spec.shape)))


def dataset_item(run: Context, dataset: Dataset, index: Value, span: Span) -> Value:
    """Give ``generator[0]``: one batch."""
    return eager_element(dataset)


def call(run: Context, dataset: Dataset, name: str, arguments: Arguments, span: Span) -> Value:
    """Call a method of a dataset."""
    if name in _SAME:
        return replace(dataset, length=_unknown_length()) if name == "filter" else dataset
    method = _METHODS.get(name)
    if method is not None:
        return method(run, dataset, arguments, span)
    return Unknown(f"`.{name}()` of a dataset", span)


def _unknown_length() -> Dim:
    return Unknown("the length of a dataset")


def map_tensors(value: Value, change: Callable[[TensorSpec], TensorSpec]) -> Value:
    """Change the spec of every tensor in an element."""
    match value:
        case Tensor(spec, kind):
            return Tensor(change(spec), kind)
        case Tuple(items):
            return Tuple(tuple(map_tensors(item, change) for item in items))
        case List(items=items) if not isinstance(items, Unknown):
            return List([map_tensors(item, change) for item in items])
        case Dict(items=entries) if not isinstance(entries, Unknown):
            return Dict({key: map_tensors(item, change) for key, item in entries.items()})
    return value


def _batch(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    size = arguments.get(0, "batch_size")
    drop = arguments.get(1, "drop_remainder")
    whole = False if drop is None else run.truth(drop)
    batch: Dim = Unknown("an unknown batch size") if size is None else value_dim(size)
    # Every batch of a whole window has the size of the window.
    full = dataset.name == WINDOW and surely_equal(dataset.length, batch)
    dim: Dim = batch if whole or full else DYNAMIC
    if whole is None:
        dim = Unknown("whether the last batch is dropped")

    def with_batch(spec: TensorSpec) -> TensorSpec:
        if spec.shape.dims is None:
            return spec
        return replace(spec, shape=spec.shape.with_inserted(0, dim), content=_of_many(spec.content))

    length = dataset.length
    count = _unknown_length()
    if is_known(length) and is_known(batch) and batch > 0 and whole is not None:
        count = length // batch if whole else -(-length // batch)
    return replace(dataset, element=map_tensors(dataset.element, with_batch), length=count)


def _of_many(content: Content | None) -> Content | None:
    """Keep what holds for several elements as it does for each."""
    if content is None:
        return None
    return Content(content.minimum, content.maximum, content.one_hot)


def _padded_batch(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    def padded(spec: TensorSpec) -> TensorSpec:
        if spec.shape.dims is None:
            return spec
        shape = spec.shape.with_inserted(0, DYNAMIC)
        return replace(spec, shape=shape, content=_of_many(spec.content))

    given = arguments.get(1, "padded_shapes")
    if given is not None and given != NONE:
        element = _padded_to(dataset.element, given)
        return replace(dataset, element=element, length=_unknown_length())
    return replace(dataset, element=map_tensors(dataset.element, padded), length=_unknown_length())


def _padded_to(element: Value, shapes: Value) -> Value:
    """Give a batch of elements padded to these shapes; ``None`` is the longest of the batch."""
    match element, shapes:
        case Tuple(items), Tuple(parts) if len(items) == len(parts):
            return Tuple(tuple(_padded_to(a, b) for a, b in zip(items, parts, strict=True)))
        case Tensor(spec), Tuple(items=tuple() as parts) | List(items=tuple() as parts):
            dims = tuple(value_dim(part) for part in parts)
            return Tensor(TensorSpec(Shape((DYNAMIC, *dims)), spec.dtype))
    return Unknown("batches of padded elements")


def _unbatch(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    def without(spec: TensorSpec) -> TensorSpec:
        return replace(spec, shape=spec.shape.without_axis(0)) if spec.shape.rank else spec

    return replace(dataset, element=map_tensors(dataset.element, without), length=_unknown_length())


def _as_arguments(element: Value) -> Arguments:
    """Give an element as ``map`` hands it to a function: the parts of a tuple one by one."""
    match element:
        case Tuple(items):
            return Arguments(items)
        case Unknown():
            return Arguments(rest=element)
    return Arguments((element,))


def _map(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    function = arguments.get(0, "map_func")
    if function is None:
        return dataset
    result = run.call(function, _as_arguments(dataset.element), span)
    if isinstance(result, List) and not isinstance(result.items, Unknown):
        result = Tuple(result.items)
    if _labels(result) is not None and _labels(result) == _labels(dataset.element):
        # The labels are as before: it still counts how they were read.
        modes = {k: v for k, v in dataset.attributes.items() if k in ("label_mode", "class_mode")}
        return Dataset(result, dataset.length, f"{dataset.name}.map", modes)
    return Dataset(result, dataset.length)


def _labels(element: Value) -> Tensor | None:
    """Give the second part of a pair."""
    if isinstance(element, Tuple) and len(element.items) == 2:
        return element.items[1] if isinstance(element.items[1], Tensor) else None
    return None


def _take(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    count = arguments.get(0, "count")
    wanted = Unknown("a count") if count is None else value_dim(count)
    if is_known(wanted) and is_known(dataset.length):
        length: Dim = min(wanted, dataset.length) if wanted >= 0 else dataset.length
        return replace(dataset, length=length)
    return replace(dataset, length=_unknown_length())


def _other_length(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    return replace(dataset, length=_unknown_length())


def _enumerate(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    index = Unknown("the index of an element")
    return replace(dataset, element=Tuple((index, dataset.element)))


def _window(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    drop = arguments.get(3, "drop_remainder")
    whole = drop is not None and run.truth(drop) is True
    length = to_length(arguments.get(0, "size")) if whole else _unknown_length()
    inner = Dataset(dataset.element, length, WINDOW)
    return replace(dataset, element=inner, length=_unknown_length())


def _flat_map(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    function = arguments.get(0, "map_func")
    if function is None:
        return Unknown("a dataset", span)
    result = run.call(function, _as_arguments(dataset.element), span)
    if isinstance(result, Dataset):
        return replace(result, length=_unknown_length())
    return Unknown("what `flat_map` gives", span)


def _apply(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    function = arguments.get(0, "transformation_func")
    if function is None:
        return Unknown("a dataset", span)
    return run.call(function, Arguments((dataset,)), span)


def _next(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    return eager_element(dataset)


def _numpy(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    return replace(dataset, element=_as_numpy(eager_element(dataset)))


def _as_numpy(value: Value) -> Value:
    match value:
        case Tensor(spec):
            return Tensor(spec, "numpy")
        case Tuple(items):
            return Tuple(tuple(_as_numpy(item) for item in items))
        case Dict(items=dict() as entries):
            return Dict({key: _as_numpy(item) for key, item in entries.items()})
    return value


def _ragged(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    return replace(dataset, element=Unknown("ragged batches", span), length=_unknown_length())


def to_length(value: Value | None) -> Dim:
    """Give a length argument as a dim."""
    return _unknown_length() if value is None else value_dim(value)


def _length(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    length = dataset.length
    if isinstance(length, Unknown):
        return length
    return Constant(length) if is_known(length) else Size(length)


_METHODS: dict[str, Callable[[Context, Dataset, Arguments, Span], Value]] = {
    "batch": _batch,
    "ragged_batch": _ragged,
    "as_numpy_iterator": _numpy,
    "shard": _other_length,
    "rebatch": _other_length,
    "padded_batch": _padded_batch,
    "unbatch": _unbatch,
    "map": _map,
    "take": _take,
    "skip": _other_length,
    "repeat": _other_length,
    "concatenate": _other_length,
    "enumerate": _enumerate,
    "window": _window,
    "flat_map": _flat_map,
    "interleave": _flat_map,
    "apply": _apply,
    "next": _next,
    "get_next": _next,
    "__len__": _length,
    "cardinality": _length,
    "get_single_element": _next,
}
