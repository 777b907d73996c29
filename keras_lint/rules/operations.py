"""What the rules about refused operations share."""

from __future__ import annotations

from keras_lint.model import OperationRefusal, SemanticModel
from keras_lint.rules.places import chain_notes

JOINS = frozenset(
    [
        "concat",
        "concatenate",
        "stack",
        "add",
        "subtract",
        "multiply",
        "divide",
        "maximum",
        "minimum",
    ]
)
"""Functions that bring tensors together as a merge layer does."""
OPERATORS = frozenset(["+", "-", "*", "/", "//", "**", "%"])


def operation_notes(model: SemanticModel, one: OperationRefusal) -> tuple[str, ...]:
    """Say which calls led to an operation."""
    return chain_notes(model.source, one.span, one.chain)
