"""Predictions of shape ``(n, 1)`` that meet targets ``(n,)``: every one with every other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.tensor_values import PREDICTION, Tensor
from keras_lint.interpreter.values import Instance, Model, Value
from keras_lint.model import OuterOperation
from keras_lint.shapes import Shape, Unknown, is_dynamic, is_known, surely_equal
from keras_lint.source import Span

_COMPARING = frozenset({"-", "==", "!=", "subtract", "squared_difference", "equal", "not_equal"})
_STEPS = 8
"""How many operations may lie between a prediction and its use."""


def note_outer_operation(
    run: Context, name: str, operands: Sequence[Value], result: Any, span: Span
) -> None:
    """Record an operation that subtracts or compares a column of predictions and a vector."""
    kind = name.strip("`").rpartition(".")[2].removesuffix("()")
    if kind not in _COMPARING or len(operands) != 2 or run.guard_depth:
        return
    first, second = operands
    if not isinstance(first, Tensor) or not isinstance(second, Tensor):
        return
    for column, vector in ((first, second), (second, first)):
        if not _pairs_all(column.spec.shape, vector.spec.shape):
            continue
        model = _model_behind(column)
        if model is not None and _model_behind(vector) is None:
            run.facts.outer_operations.append(
                OuterOperation(
                    kind, run.place(span), column.spec, vector.spec, model.identity, run.chain
                )
            )


def _pairs_all(column: Shape, vector: Shape) -> bool:
    """Tell whether ``(n, 1)`` meets ``(n,)``, for as many samples on both sides."""
    if column.rank != 2 or vector.rank != 1 or column[-1] != 1:
        return False
    count, other = column[0], vector[0]
    if is_dynamic(count) and is_dynamic(other):
        return True
    if isinstance(count, Unknown) and count == other:
        return True  # the batch of one dataset, as far as anyone can tell
    return surely_equal(count, other) and not (is_known(count) and count == 1)


def _model_behind(tensor: Tensor) -> Model | Instance | None:
    """Give the model whose output an array is, or is made of value by value."""
    for _ in range(_STEPS):
        node = tensor.node
        if node is None or tensor.kind == "keras":
            return None
        owner = node.layer
        if isinstance(owner, Model) or (isinstance(owner, Instance) and node.name == PREDICTION):
            return owner
        same = [one for one in node.inputs if one.spec.shape == tensor.spec.shape]
        if owner is not None or len(same) != 1:
            return None
        tensor = same[0]
    return None
