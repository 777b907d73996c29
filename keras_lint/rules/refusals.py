"""What a layer refuses, sorted by what explains it: one refusal belongs to one rule."""

from __future__ import annotations

import re

from keras_lint.model import LayerCall, ModelGraph, SemanticModel
from keras_lint.model.origins import InputOrigin
from keras_lint.rules.places import short, specs_of
from keras_lint.shapes import InvalidArgument, InvalidShape, is_dynamic

MERGES = frozenset(
    ["Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot", "Merge"]
)
RECURRENT = frozenset(["LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional", "CuDNNLSTM", "CuDNNGRU"])
_COUNT = re.compile(r"^\d+ inputs?$")
_AXES = re.compile(r"\baxes\b|\ban axis\b|\bonly \d+ axis\b")


def kind_of(model: SemanticModel, call: LayerCall) -> str | None:
    """Name the rule that explains why a layer refuses its input, None where it does not."""
    refusal = call.refusal
    if refusal is None or isinstance(refusal, InvalidArgument):
        return None
    name = short(call.class_name)
    if name in MERGES:
        return "merge-without-list" if "list of" in refusal.expected else "merge-mismatch"
    if _COUNT.match(refusal.expected):
        return "number-of-inputs"
    if refusal.expected.startswith(("a size of at least", "a size that is at least")):
        return "size-below-one"
    if name == "Reshape" and "values" in refusal.expected:
        return "reshape-size"
    if refusal.expected.startswith("a known size"):
        return "flatten-of-unknown-size"
    if is_rank(refusal):
        if last_step_alone(model, call) is not None:
            return "missing-return-sequences"
        return "layer-input-rank"
    return "layer-input-size"


def behind_error(model: SemanticModel, call: LayerCall) -> bool:
    """Tell whether a layer before this one is refused: then nothing here is certain."""
    seen: set[int] = set()
    stack = [call.index]
    while stack:
        index = stack.pop()
        if index in seen:
            continue
        seen.add(index)
        one = model.layer_calls[index]
        if one.construction.refusals:
            return True
        stack.extend(one.parents)
    return False


def has_error(model: SemanticModel, graph: ModelGraph) -> bool:
    """Tell whether a layer of a model is refused, in its making or in its use."""
    made = (model.constructions[index] for index in graph.constructions)
    calls = (model.layer_calls[index] for index in graph.layers)
    if any(one.refusals for one in made) or any(
        one.refusal is not None or one.construction.refusals for one in calls
    ):
        return True
    inputs = {one.origin for one in graph.inputs if one.origin is not None}
    return any(
        one.refusal is not None and not inputs.isdisjoint(_starts(one)) for one in model.layer_calls
    )


def _starts(call: LayerCall) -> set[InputOrigin]:
    """Give the inputs that a layer call gets as they are."""
    return {origin for origin in call.origins if isinstance(origin, InputOrigin)}


def is_rank(refusal: object) -> bool:
    """Tell whether a refusal is about the number of axes."""
    if not isinstance(refusal, InvalidShape):
        return False
    if refusal.expected.startswith("an input of shape"):
        return refusal.axis is None
    return refusal.axis is None and bool(_AXES.search(refusal.expected))


def last_step_alone(model: SemanticModel, call: LayerCall) -> LayerCall | None:
    """Give the recurrent layer before a layer that gets ``(batch, units)`` and needs steps.

    Dropout, normalization and activations between them are looked through.
    """
    specs = specs_of(call.inputs)
    if len(specs) != 1 or specs[0].shape.rank != 2:
        return None
    seen = call
    for _ in range(6):
        if len(seen.parents) != 1:
            return None
        seen = model.layer_calls[seen.parents[0]]
        name = short(seen.class_name)
        if name in RECURRENT:
            return seen if _keeps_last(seen) else None
        if name not in ("Dropout", "BatchNormalization", "LayerNormalization", "Activation"):
            return None
    return None


def _keeps_last(call: LayerCall) -> bool:
    specs = specs_of(call.inputs)
    if not specs:
        return False
    shape = specs[0].shape
    return shape.rank is None or (shape.rank == 3 and not is_dynamic(shape[-1]))
