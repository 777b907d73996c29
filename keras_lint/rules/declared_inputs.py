"""The declared input of a model, as seen from a layer that gets it directly."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.model import DataCall, LayerCall, ModelGraph, ModelInput, SemanticModel
from keras_lint.rules.places import specs_of
from keras_lint.shapes import Shape, TensorSpec, is_known
from keras_lint.source import Span


def declared_input(model: SemanticModel, call: LayerCall) -> ModelInput | None:
    """Give the model input that a layer call gets as it is, or None."""
    for graph in model.models:
        for given in graph.inputs:
            if _is_in(graph, call) and takes_input(graph, call, given):
                return given
    return None


def _is_in(graph: ModelGraph, call: LayerCall) -> bool:
    """Tell whether a layer call belongs to a model, or would if it were not refused."""
    if call.index in graph.layers:
        return True
    return call.refusal is not None and any(
        given.origin is not None and given.origin in call.origins for given in graph.inputs
    )


def takes_input(graph: ModelGraph, call: LayerCall, given: ModelInput) -> bool:
    """Tell whether a layer gets an input of its model as it is, with nothing between."""
    specs = specs_of(call.inputs)
    if call.parents or len(specs) != 1 or specs[0].shape != given.spec.shape:
        return False
    if graph.kind == "functional" and given.origin is not None and call.origins:
        return call.origins == (given.origin,)
    # An operation on the input leaves another origin behind.
    return graph.kind == "sequential" or specs[0].origin == given.spec.origin


def batch_in_shape(model: SemanticModel, call: LayerCall) -> tuple[Span, str] | None:
    """Give the place of a declared shape that has the batch axis in it, and how to write it.

    That is so where the data given to the model has exactly the declared axes.
    """
    given = declared_input(model, call)
    if given is None or given.spec.shape.dims is None:
        return None
    declared = given.spec.shape.known[1:]
    for data in _data_of(model, call):
        for spec in specs_of(data.x):
            if _same(declared, spec.shape):
                place = given.argument or given.span
                shorter = Shape(declared[1:])
                if place is not None:
                    return place, f"leave the number of samples out: {shorter}, as x.shape[1:] is"
    first = declared[0] if declared else None
    if len(declared) == 4 and first is not None and is_known(first) and first >= 1000:
        place = given.argument or given.span
        if place is not None:
            return place, f"leave the number of samples out: {Shape(declared[1:])}"
    return None


def _data_of(model: SemanticModel, call: LayerCall) -> Iterator[DataCall]:
    for graph in model.models:
        if _is_in(graph, call):
            yield from (data for data in model.data_calls if data.model == graph.identity)


def _same(declared: tuple[object, ...], shape: Shape) -> bool:
    return shape.dims is not None and tuple(shape.dims) == declared


def input_place(given: ModelInput, graph: ModelGraph) -> Span:
    """Give the place where the shape of an input is declared."""
    return given.argument or given.span or graph.span


def shape_of(structure: object) -> Shape | None:
    """Give the shape of a single tensor or array, None for several or none."""
    return structure.shape if isinstance(structure, TensorSpec) else None
