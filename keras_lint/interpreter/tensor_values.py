"""Tensors as values, and the history that a functional model is traced through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from keras_lint.layers.arguments import Weight
from keras_lint.model.origins import OperationOrigin
from keras_lint.shapes import Shape, Structure, TensorSpec, Unknown


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """How a symbolic tensor came about: one application of a layer or an operation.

    ``call`` is the index of the layer call, None for an operation or an ``Input``;
    ``layer`` the value that was applied. ``replay`` gives the outputs for other inputs.
    """

    inputs: tuple[Tensor, ...]
    call: int | None = None
    layer: Any = None
    replay: Callable[[Sequence[TensorSpec]], Structure[TensorSpec]] | None = None
    name: str | None = None
    weights: tuple[Weight, ...] | Unknown = ()
    """The variables behind an operation that stands for layers of a backbone."""
    part: str | None = None
    """The layer of the backbone ``layer`` whose output the node gives."""
    number: int | None = None
    """Identifies an ``Input``."""
    operation: OperationOrigin | None = None
    """What the operation is, for those that build the model again."""


@dataclass(frozen=True, slots=True, eq=False)
class Tensor:
    """A tensor or array. ``kind`` is ``keras`` (symbolic), ``eager`` or ``numpy``.

    ``position`` is the index among the outputs of its node.
    """

    spec: TensorSpec
    kind: Literal["keras", "eager", "numpy"] = "eager"
    node: Node | None = None
    position: int = 0

    @property
    def shape(self) -> Shape:
        """The shape of the tensor."""
        return self.spec.shape


TABLE = "<table>"
"""The name of the node of an array with one or two axes, read from a text file."""
PREDICTION = "<prediction>"
"""The name of the node of what ``predict`` gives; its layer is the model."""
