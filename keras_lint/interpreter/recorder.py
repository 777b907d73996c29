"""Collects facts while a file is interpreted; checkpoints let the first passes of loops go."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from keras_lint.model import (
    CallbackFact,
    CompileCall,
    Construction,
    DataCall,
    LayerCall,
    Misuse,
    OperationRefusal,
    OuterOperation,
    TrainableChange,
    UnknownFact,
    UsageFact,
)
from keras_lint.shapes import Unknown
from keras_lint.source import Span


@dataclass
class Recorder:
    """The facts so far, in the order in which the code makes them true."""

    constructions: list[Construction] = field(default_factory=list)
    layer_calls: list[LayerCall] = field(default_factory=list)
    operation_refusals: list[OperationRefusal] = field(default_factory=list)
    misuses: list[Misuse] = field(default_factory=list)
    compiles: list[CompileCall] = field(default_factory=list)
    data_calls: list[DataCall] = field(default_factory=list)
    trainable_changes: list[TrainableChange] = field(default_factory=list)
    callbacks: list[CallbackFact] = field(default_factory=list)
    usages: list[UsageFact] = field(default_factory=list)
    outer_operations: list[OuterOperation] = field(default_factory=list)
    unknowns: dict[tuple[str, Span | None], UnknownFact] = field(default_factory=dict)
    discarded: list[tuple[int, Span]] = field(default_factory=list)
    models: list[Any] = field(default_factory=list)
    """The model objects (``Model`` or ``Instance`` values) in the order they are made."""
    sequence: int = 0

    def checkpoint(self) -> dict[str, int]:
        """Remember how much there is."""
        return {
            name: len(facts) for name, facts in vars(self).items() if isinstance(facts, list | dict)
        }

    def restore(self, checkpoint: dict[str, int]) -> None:
        """Drop what was recorded since a checkpoint."""
        for name, count in checkpoint.items():
            facts = getattr(self, name)
            if isinstance(facts, dict):
                for key in list(facts)[count:]:
                    del facts[key]
            else:
                del facts[count:]

    def next_sequence(self) -> int:
        """Number a training fact."""
        self.sequence += 1
        return self.sequence

    def add_unknown(self, unknown: Unknown) -> Unknown:
        """Record where knowledge ended, and give the unknown back."""
        self.unknowns.setdefault(
            (unknown.why, unknown.place), UnknownFact(unknown.why, unknown.place)
        )
        return unknown

    def note_discarded(self, value: Any, span: Span) -> None:
        """Record a statement that throws the output of a layer away."""
        node = getattr(value, "node", None)
        if node is not None and node.call is not None and getattr(value, "kind", "") == "keras":
            self.discarded.append((node.call, span))

    def mark_optional(self, calls: list[int]) -> None:
        """Say of layer calls that they happen on some paths only."""
        for index in calls:
            self.layer_calls[index] = replace(self.layer_calls[index], optional=True)
