"""Data given to models, beside the inputs that the models declare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.schema import LayerSchema
from keras_lint.model import DataCall, LayerCall, ModelGraph, ModelInput, SemanticModel
from keras_lint.rules.axes import feeds as takes_output
from keras_lint.rules.declared_inputs import takes_input
from keras_lint.rules.places import specs_of
from keras_lint.rules.refusals import has_error
from keras_lint.shapes import (
    InvalidShape,
    Refusal,
    Shape,
    TensorSpec,
    surely_differ,
    surely_equal,
)
from keras_lint.source import Span


@dataclass(frozen=True)
class Feed:
    """One array that meets one input of a model.

    ``part`` is ``x`` or ``validation_x``; ``place`` is where the array stands.
    """

    graph: ModelGraph
    data: DataCall
    given: ModelInput
    spec: TensorSpec
    part: str
    place: Span


@dataclass(frozen=True)
class Misfit:
    """Why Keras refuses an array: ``axis`` is None where the number of axes is wrong.

    ``call`` is the layer that refuses, None where the model does itself.
    """

    feed: Feed
    axis: int | None
    call: LayerCall | None = None
    refusal: Refusal | None = None


_POP = re.compile(r"\.pop\(\s*(?:rebuild\b[^)]*)?\)")
"""A call that may take the last layer from a Sequential; ``frame.pop("y")`` does not."""


def is_settled(model: SemanticModel, graph: ModelGraph, data: DataCall) -> bool:
    """Tell whether a model is at its end what it is when it gets these data, without errors.

    A Sequential may lose layers and get others later; its facts are those of the end.
    """
    if has_error(model, graph):
        return False
    if graph.kind != "sequential":
        return True
    if _POP.search(model.source.text):
        return False
    return all(
        _comes_before(model.layer_calls[index].span, data.span)
        for index in graph.layers
        if not data.chain and not model.layer_calls[index].chain
    )


def _comes_before(one: Span, other: Span) -> bool:
    return one.path != other.path or one < other


def trains_itself(model: SemanticModel) -> bool:
    """Tell whether classes of the user's own may train a model in a way of their own."""
    return bool(re.search(r"def (train_step|test_step|compute_loss|fit)\b", model.source.text))


def feeds(model: SemanticModel) -> Iterator[Feed]:
    """Pair the arrays that models get with their inputs, where the counts agree."""
    for data in model.data_calls:
        graph = model.model_of_identity(data.model)
        if graph is None or data.guarded or not graph.built:
            continue
        if graph.kind == "subclassed" or not is_settled(model, graph, data):
            continue
        for part, given, place in (
            ("x", data.x, data.x_span),
            ("validation_x", data.validation_x, data.validation_span),
        ):
            for declared, spec in _pairs(graph, given):
                yield Feed(graph, data, declared, spec, part, place or data.span)


def counts_samples(feed: Feed) -> bool:
    """Tell whether a declared shape is that of all the data: the samples are an axis of it."""
    declared, given = feed.given.spec.shape, feed.spec.shape
    target = feed.data.y
    if feed.part != "x" or not feed.data.batched or not isinstance(target, TensorSpec):
        return False
    if declared.dims is None or given.dims is None or not len(given) or not target.shape.rank:
        return False
    inner = declared.known[1:]
    return (
        len(inner) == len(given)
        and all(surely_equal(a, b) for a, b in zip(inner, given, strict=True))
        and surely_equal(target.shape[0], given[0])
    )


def _pairs(graph: ModelGraph, given: object) -> list[tuple[ModelInput, TensorSpec]]:
    inputs = graph.inputs
    if isinstance(given, Mapping):
        named = {one.name: one for one in inputs if one.name is not None}
        return [
            (named[key], spec)
            for key, spec in given.items()
            if key in named and isinstance(spec, TensorSpec)
        ]
    if isinstance(given, TensorSpec):
        given = [given]
    if isinstance(given, list | tuple) and len(given) == len(inputs):
        return [
            (one, spec)
            for one, spec in zip(inputs, given, strict=True)
            if isinstance(spec, TensorSpec)
        ]
    return []


def misfit(model: SemanticModel, feed: Feed) -> Misfit | None:
    """Give the reason why Keras refuses an array, None where it takes it or nobody knows."""
    declared, given = feed.given.spec.shape, feed.spec.shape
    if declared.dims is None or given.dims is None or not len(given) or not len(declared):
        return None
    adjusted = adjust(declared, given)
    if adjusted is None:
        return Misfit(feed, None)
    if feed.graph.kind == "functional":
        axis = _refused_axis(declared, given)
        if axis is not None:
            return Misfit(feed, axis)
    refused = first_refusal(model, feed, adjusted)
    if refused is None:
        return _misfit_of_first_model(model, feed, adjusted)
    call, refusal = refused
    return Misfit(feed, _differing_axis(declared, adjusted), call, refusal)


def _misfit_of_first_model(model: SemanticModel, feed: Feed, adjusted: Shape) -> Misfit | None:
    """Look into the model that a Sequential starts with, such as a pretrained one."""
    if feed.graph.kind != "sequential" or not feed.graph.layers:
        return None
    call = model.layer_calls[feed.graph.layers[0]]
    inner = model.model_of_identity(call.construction.layer)
    if call.schema is not None or call.optional or inner is None or len(inner.inputs) != 1:
        return None
    if inner.kind not in ("functional", "sequential") or has_error(model, inner):
        return None
    given = replace(feed.spec, shape=adjusted)
    found = misfit(model, replace(feed, graph=inner, given=inner.inputs[0], spec=given))
    return None if found is None else replace(found, feed=feed)


def adjust(declared: Shape, given: Shape) -> Shape | None:
    """Give the shape that Keras makes of an array, None where it raises.

    Keras: ``Functional._adjust_input_rank``, which adds or drops a last axis of size 1.
    """
    if len(given) == len(declared):
        return given
    if len(given) == len(declared) + 1 and not surely_differ(given[-1], 1):
        return Shape(given.known[:-1])
    if len(given) == len(declared) - 1 and not surely_differ(declared[-1], 1):
        return Shape((*given.known, 1))
    return None


def _refused_axis(declared: Shape, given: Shape) -> int | None:
    """Give the axis on which a functional model refuses an array.

    Keras: ``assert_input_compatibility``, which ignores a last axis of size 1 on both sides.
    """
    ours = declared.known[:-1] if declared[-1] == 1 else declared.known
    theirs = given.known[:-1] if given[-1] == 1 else given.known
    for axis, (wanted, size) in enumerate(zip(ours, theirs, strict=False)):
        if axis and surely_differ(wanted, size):
            return axis
    return None


def _differing_axis(declared: Shape, given: Shape) -> int:
    for axis in range(1, len(declared)):
        if surely_differ(declared[axis], given[axis]):
            return axis
    return len(declared) - 1


def first_refusal(
    model: SemanticModel, feed: Feed, given: Shape
) -> tuple[LayerCall, Refusal] | None:
    """Run an array of another size through the layers of a built model, as far as that goes."""
    declared = feed.given.spec.shape
    if len(feed.graph.inputs) != 1 or declared == given or not feed.graph.complete:
        return None
    if not any(
        surely_differ(a, b) for a, b in zip(declared.known[1:], given.known[1:], strict=True)
    ):
        return None
    now: dict[int, TensorSpec] = {}
    for index in feed.graph.layers:
        call = model.layer_calls[index]
        specs = specs_of(call.inputs)
        if call.schema is None or call.inside is not None or len(specs) != 1 or call.optional:
            continue
        was = specs[0]
        if takes_input(feed.graph, call, feed.given):
            spec = was.with_shape(given)
        elif len(call.parents) == 1 and call.parents[0] in now and _passes(model, call):
            spec = now[call.parents[0]]
        else:
            continue
        arguments = CallArguments((spec,))
        try:
            call.schema.check_rebuild(CallArguments((was,)), arguments)
            _check_weights(call.schema, was.shape, spec.shape)
            output = call.schema.call(arguments)
        except Refusal as refusal:
            return (call, refusal) if model.keras is None or model.keras in refusal.keras else None
        if isinstance(output, TensorSpec):
            now[index] = output
    return None


def _check_weights(schema: LayerSchema, built: Shape, given: Shape) -> None:
    """Compare the sizes that the weights have: a recurrent layer of Keras 3 asks the data alone.

    Raises:
        InvalidShape: no weights of the layer fit the data.
    """
    if built.dims is None or given.dims is None or len(built) != len(given):
        return
    for axis, size in schema.fixed_axes(built).items():
        if -len(given) <= axis < len(given) and surely_differ(size, given[axis]):
            expected = f"{size} on axis {axis}, as this layer was built with"
            raise InvalidShape(expected, str(given), axis=axis)


def _passes(model: SemanticModel, call: LayerCall) -> bool:
    """Tell whether a layer takes the output of the one before it as it is."""
    return takes_output(model.layer_calls[call.parents[0]], call)
