"""The layer calls that a tensor comes from."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.model import SemanticModel
from keras_lint.model.origins import CallOrigin, OperationOrigin


def with_ancestors(model: SemanticModel, calls: Sequence[int]) -> list[int]:
    """List layer calls with all that they are computed from, in the order of the program."""
    wanted: set[int] = set()
    stack = list(calls)
    while stack:
        index = stack.pop()
        if index not in wanted:
            wanted.add(index)
            one = model.layer_calls[index]
            stack.extend(one.parents)
            if not one.first:
                # What built the layer decides what it takes now.
                layer = one.construction.layer
                stack.extend(
                    c.index
                    for c in model.layer_calls[:index]
                    if c.first and c.construction.layer == layer
                )
    return sorted(wanted)


def calls_behind(origin: object) -> list[int]:
    """List the layer calls that a tensor comes from, through any operations."""
    match origin:
        case CallOrigin(call):
            return [call]
        case OperationOrigin(arguments=given, keywords=named):
            return [call for part in (*given, *named.values()) for call in calls_behind(part)]
        case list() | tuple():
            return [call for part in origin for call in calls_behind(part)]
    return []
