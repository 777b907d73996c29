"""What the rules about refused constructor arguments share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from keras_lint.diagnostics import Confidence, Diagnostic
from keras_lint.model import Construction, SemanticModel
from keras_lint.rules.places import construction_notes
from keras_lint.rules.rule import Rule
from keras_lint.shapes import InvalidArgument
from keras_lint.source import Span


class RefusedArgument(Rule):
    """A rule about one kind of ``InvalidArgument`` in the constructors of layers."""

    kinds: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def finding(
        self, model: SemanticModel, made: Construction, refusals: list[InvalidArgument]
    ) -> Diagnostic:
        """Make the finding about a layer with such arguments; there is at least one."""

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Give one finding for each layer that has such an argument."""
        for made in model.constructions:
            refusals = [one for one in told_first(made.refusals) if one.kind in self.kinds]
            if refusals and not made.guarded and not takes_tensor(model, made):
                yield self.finding(model, made, refusals)

    def about(
        self,
        model: SemanticModel,
        made: Construction,
        message: str,
        helps: tuple[str, ...],
        notes: tuple[str, ...] = (),
    ) -> Diagnostic:
        """Make a finding at the layer."""
        return self.diagnostic(
            made.span,
            message,
            notes=(*notes, *construction_notes(model, made)),
            helps=helps,
            confidence=Confidence.HIGH,
        )


def told_first(refusals: tuple[InvalidArgument, ...]) -> list[InvalidArgument]:
    """Leave out what may follow from the other refusals of a layer.

    A misspelled argument is missing under its right name, and an argument of an older Keras
    may be one that is given already.
    """
    spelled = [one for one in refusals if one.kind in ("removed", "unknown")]
    return spelled or list(refusals)


def takes_tensor(model: SemanticModel, made: Construction) -> bool:
    """Tell whether a tensor stands among the arguments: another rule explains that."""
    return any(one.kind == "tensor-as-argument" and one.span == made.span for one in model.misuses)


def argument_place(made: Construction, argument: str) -> Span:
    """Give the place of an argument, or of the layer."""
    place = made.argument_spans.get(argument)
    return place if place is not None and place.path == made.span.path else made.span


def written(names: list[str]) -> str:
    """Write argument names as they stand in a call: ``a=`` and ``b=``."""
    quoted = [f"`{name}=`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
