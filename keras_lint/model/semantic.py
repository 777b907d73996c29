"""Every fact of one file: all that rules, summaries, hover and hints read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from keras_lint.model.facts import (
    Construction,
    LayerCall,
    Misuse,
    OperationRefusal,
    OuterOperation,
    UnknownFact,
)
from keras_lint.model.graph import ModelGraph
from keras_lint.model.training import (
    CallbackFact,
    CompileCall,
    DataCall,
    TrainableChange,
    UsageFact,
)
from keras_lint.source import SourceText, Span


@dataclass(frozen=True)
class Imports:
    """How a file spells library names, so that fixes can be written in the user's own way.

    ``names`` maps what is bound at the top of the module to canonical names
    (``{"layers": "keras.layers", "Dense": "keras.layers.Dense"}``).
    """

    names: Mapping[str, str] = field(default_factory=dict)
    last_import: Span | None = None

    def spelling(self, canonical: str) -> str | None:
        """Write a canonical name as this file would, or None where no import reaches it."""
        best: str | None = None
        for bound, target in self.names.items():
            if canonical == target:
                return bound
            if canonical.startswith(target + "."):
                spelled = bound + canonical[len(target) :]
                if best is None or len(spelled) < len(best):
                    best = spelled
        return best


@dataclass(frozen=True)
class SemanticModel:
    """All facts of one file, frozen at its end."""

    source: SourceText
    keras: int | None
    constructions: tuple[Construction, ...] = ()
    layer_calls: tuple[LayerCall, ...] = ()
    models: tuple[ModelGraph, ...] = ()
    operation_refusals: tuple[OperationRefusal, ...] = ()
    misuses: tuple[Misuse, ...] = ()
    compiles: tuple[CompileCall, ...] = ()
    data_calls: tuple[DataCall, ...] = ()
    trainable_changes: tuple[TrainableChange, ...] = ()
    callbacks: tuple[CallbackFact, ...] = ()
    usages: tuple[UsageFact, ...] = ()
    outer_operations: tuple[OuterOperation, ...] = ()
    unknowns: tuple[UnknownFact, ...] = ()
    imports: Imports = field(default_factory=Imports)
    guessed_imports: bool = False
    """Whether unbound Keras names were read as Keras's, in a file that imports no Keras."""
    discarded: tuple[tuple[int, Span], ...] = ()
    """Statements that throw the output of a layer call away: its index, the statement."""
    failures: tuple[str, ...] = ()
    """Our own failures while reading the file; each cost one statement its meaning."""

    @property
    def mentions_keras(self) -> bool:
        """Whether there is anything here that a rule could look at."""
        return bool(self.constructions or self.models or self.misuses or self.operation_refusals)

    def model_of_identity(self, identity: int) -> ModelGraph | None:
        """Give the model with an identity, None where it never became one."""
        return next((m for m in self.models if m.identity == identity), None)

    def consumers(self, call: LayerCall) -> list[LayerCall]:
        """List the layer calls that take an output of this one."""
        return list(self._consumers.get(call.index, ()))

    @cached_property
    def _consumers(self) -> Mapping[int, list[LayerCall]]:
        found: dict[int, list[LayerCall]] = {}
        for other in self.layer_calls:
            for parent in dict.fromkeys(other.parents):
                found.setdefault(parent, []).append(other)
        return found
