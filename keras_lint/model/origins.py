"""Where the tensors that reach a layer come from: what is needed to build the same model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from keras_lint.layers.arguments import Argument
from keras_lint.shapes import TensorSpec


@dataclass(frozen=True)
class InputOrigin:
    """An ``Input``, by the number that identifies it in the file."""

    number: int


@dataclass(frozen=True)
class CallOrigin:
    """One output of a layer call."""

    call: int
    position: int = 0


@dataclass(frozen=True, eq=False)
class OperationOrigin:
    """One output of an operator or function between layers.

    ``arguments`` and ``keywords`` are those of the operation, an ``Origin`` standing for
    each tensor.
    """

    name: str
    arguments: tuple[Argument, ...]
    keywords: Mapping[str, Argument] = field(default_factory=dict)
    position: int = 0


@dataclass(frozen=True)
class BackboneOrigin:
    """The output of a pretrained model, or of one of its layers, by the model's identity."""

    model: int
    layer: str | None = None


@dataclass(frozen=True)
class DataOrigin:
    """An array among the layers, of which the shape is known and not the values."""

    spec: TensorSpec


@dataclass(frozen=True)
class LostOrigin:
    """A tensor whose making is not followed, and why."""

    why: str


Origin: TypeAlias = (
    "InputOrigin | CallOrigin | OperationOrigin | BackboneOrigin | DataOrigin | LostOrigin"
)
"""The place in a graph that a tensor comes from."""
