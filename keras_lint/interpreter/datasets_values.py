"""``tf.data`` datasets and generators of batches: what one element is, through every method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import value_dim
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Constant, Dataset, Dict, List, Method, Size, Tuple, Value
from keras_lint.shapes import DYNAMIC, Dim, TensorSpec, Unknown, is_known
from keras_lint.source import Span

_SAME = {
    "shuffle", "prefetch", "cache", "with_options", "apply_options", "options", "filter",
    "as_numpy_iterator", "make_one_shot_iterator", "ragged_batch", "shard", "snapshot",
}  # fmt: skip


def dataset_attribute(run: Context, dataset: Dataset, name: str, span: Span) -> Value:
    """Give ``dataset.name``: an attribute that is known (``class_names``), or a method."""
    found = dataset.attributes.get(name)
    return found if found is not None else Method(dataset, name)


def dataset_item(run: Context, dataset: Dataset, index: Value, span: Span) -> Value:
    """Give ``generator[0]``: one batch."""
    return dataset.element


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
    whole = drop is not None and run.truth(drop) is True
    dim: Dim = DYNAMIC
    if whole:
        dim = Unknown("an unknown batch size") if size is None else value_dim(size)

    def with_batch(spec: TensorSpec) -> TensorSpec:
        if spec.shape.dims is None:
            return spec
        return replace(spec, shape=spec.shape.with_inserted(0, dim))

    length = dataset.length
    count = _unknown_length()
    if is_known(length) and size is not None:
        batch = value_dim(size)
        if is_known(batch) and batch > 0:
            count = length // batch if whole else -(-length // batch)
    return replace(dataset, element=map_tensors(dataset.element, with_batch), length=count)


def _padded_batch(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    def padded(spec: TensorSpec) -> TensorSpec:
        if spec.shape.dims is None:
            return spec
        dims = [DYNAMIC if not is_known(dim) else dim for dim in spec.shape.dims]
        return replace(spec, shape=type(spec.shape)((DYNAMIC, *dims)))

    if arguments.get(1, "padded_shapes") is not None:
        return replace(dataset, element=Unknown("padded shapes", span), length=_unknown_length())
    return replace(dataset, element=map_tensors(dataset.element, padded), length=_unknown_length())


def _unbatch(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    def without(spec: TensorSpec) -> TensorSpec:
        return replace(spec, shape=spec.shape.without_axis(0)) if spec.shape.rank else spec

    return replace(dataset, element=map_tensors(dataset.element, without), length=_unknown_length())


def _map(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    function = arguments.get(0, "map_func")
    if function is None:
        return dataset
    element = dataset.element
    given = element.items if isinstance(element, Tuple) else (element,)
    result = run.call(function, Arguments(tuple(given)), span)
    if isinstance(result, List) and not isinstance(result.items, Unknown):
        result = Tuple(result.items)
    return replace(dataset, element=result)


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
    inner = replace(dataset, length=to_length(arguments.get(0, "size")))
    return replace(dataset, element=inner, length=_unknown_length())


def _flat_map(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    function = arguments.get(0, "map_func")
    if function is None:
        return Unknown("a dataset", span)
    element = dataset.element
    given = element.items if isinstance(element, Tuple) else (element,)
    result = run.call(function, Arguments(tuple(given)), span)
    if isinstance(result, Dataset):
        return replace(result, length=_unknown_length())
    return Unknown("what `flat_map` gives", span)


def _apply(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    function = arguments.get(0, "transformation_func")
    if function is None:
        return Unknown("a dataset", span)
    return run.call(function, Arguments((dataset,)), span)


def _next(run: Context, dataset: Dataset, arguments: Arguments, span: Span) -> Value:
    return dataset.element


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
