"""What a Sequential or functional model is at one moment. Frozen; the heap changes which one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from keras_lint.applications.backbone import Backbone
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Value
from keras_lint.model import ModelInput
from keras_lint.shapes import Unknown, join_shape

HELD: Final = "%held"
"""The cell that says that another layer or model holds this one, and may call it."""


@dataclass(frozen=True)
class Entry:
    """One layer of a Sequential, or a choice between several runs of layers.

    ``output`` is the value after it, None while the model has no input shape; ``calls``
    are the indices of the layer calls that its application made.
    """

    layer: Value | None
    output: Value | None = None
    calls: tuple[int, ...] = ()
    choice: tuple[tuple[Entry, ...], ...] = ()

    def all_calls(self) -> Iterator[int]:
        """Give the layer calls of the entry, those of every choice included."""
        yield from self.calls
        for run in self.choice:
            for entry in run:
                yield from entry.all_calls()


@dataclass(frozen=True)
class SequentialState:
    """The layers of a Sequential so far, and the input shape once it is known.

    ``lost`` says that the structure can no longer be followed. A model that starts with the
    ``Merge`` of Keras 1 has ``towers``, the models in front of it, and their inputs as
    ``sources``, and no ``input`` of its own.
    """

    entries: tuple[Entry, ...] = ()
    input: ModelInput | None = None
    input_tensor: Tensor | None = None
    lost: Unknown | None = None
    towers: tuple[Value, ...] = ()
    sources: tuple[ModelInput, ...] = ()

    @property
    def inputs(self) -> tuple[ModelInput, ...]:
        """What goes in, as far as it is known: none while the model has no input shape."""
        return self.sources if self.input is None else (self.input,)

    @property
    def output(self) -> Value | None:
        """What the model gives at the moment; None while it is not built."""
        if self.lost is not None:
            return self.lost
        if not self.inputs:
            return None
        return self.entries[-1].output if self.entries else self.input_tensor


@dataclass(frozen=True)
class FunctionalState:
    """The inputs and outputs of a functional model, nested as the user gave them."""

    inputs: Value
    outputs: Value
    calls: tuple[int, ...]
    nodes: tuple[Any, ...]
    model_inputs: tuple[ModelInput, ...]
    complete: bool = True
    backbone: Backbone | None = None
    """What a pretrained model of ``keras.applications`` is made of."""


def join_sequential(left: SequentialState, right: SequentialState, why: str) -> SequentialState:
    """Join two states of one Sequential: what differs becomes a choice."""
    if left.lost is not None or right.lost is not None:
        return left if left.lost is not None else right
    if [entry.layer for entry in left.entries] == [entry.layer for entry in right.entries]:
        # The same layers: a path that also built the model only made its shapes known.
        if not left.inputs:
            return right
        if not right.inputs:
            return left
    if left.input != right.input or left.towers != right.towers:
        return replace(left, lost=Unknown(why))
    common = 0
    for a, b in zip(left.entries, right.entries, strict=False):
        if a is not b and a != b:
            break
        common += 1
    tails = (left.entries[common:], right.entries[common:])
    merged = Entry(None, _joined_output(left.output, right.output, why), (), tails)
    return replace(left, entries=(*left.entries[:common], merged))


def _joined_output(left: Value | None, right: Value | None, why: str) -> Value | None:
    if left is None or right is None:
        return None
    if isinstance(left, Tensor) and isinstance(right, Tensor):
        shape = join_shape(left.spec.shape, right.spec.shape, why)
        dtype = left.spec.dtype if left.spec.dtype == right.spec.dtype else None
        return Tensor(replace(left.spec, shape=shape, dtype=dtype), left.kind, left.node)
    return Unknown(why)
