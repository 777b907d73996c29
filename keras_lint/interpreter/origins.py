"""The origin of a tensor, as the frozen facts tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Model
from keras_lint.model.origins import (
    BackboneOrigin,
    CallOrigin,
    DataOrigin,
    InputOrigin,
    LostOrigin,
    OperationOrigin,
    Origin,
)
from keras_lint.shapes import TensorSpec


def origin_of(tensor: Tensor) -> Origin:
    """Tell where a tensor comes from."""
    node = tensor.node
    if node is None:
        return DataOrigin(tensor.spec)
    if node.call is not None:
        return CallOrigin(node.call, tensor.position)
    if node.number is not None:
        return InputOrigin(node.number)
    if node.operation is not None:
        if tensor.position == 0:
            return node.operation
        return replace(node.operation, position=tensor.position)
    if isinstance(node.layer, Model) and node.name is None:
        return BackboneOrigin(node.layer.identity, node.part)
    if node.inputs:
        return LostOrigin("tensors that differ by path")
    return LostOrigin("an input that is not followed")


def operation_origin(
    name: str, positional: Sequence[Any], keywords: Mapping[str, Any], tensors: Sequence[Tensor]
) -> OperationOrigin:
    """Describe an operation by its arguments, in which the tensors stand in order."""
    origins = iter([origin_of(tensor) for tensor in tensors])

    def walk(part: Any) -> Any:
        if isinstance(part, TensorSpec):
            return next(origins, LostOrigin("an argument that is not known"))
        if isinstance(part, Mapping):
            return {key: walk(part[key]) for key in sorted(part, key=str)}
        if isinstance(part, list | tuple):
            return type(part)(walk(item) for item in part)
        return part

    described = tuple(walk(part) for part in positional)
    return OperationOrigin(name, described, {key: walk(keywords[key]) for key in keywords})
