"""What the rules about refused constructor arguments share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import ClassVar

from keras_lint.diagnostics import Confidence, Diagnostic, Fix
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
        told: set[tuple[Span, frozenset[str]]] = set()  # a loop makes one mistake many times
        for made in model.constructions:
            refusals = [one for one in told_first(made.refusals) if one.kind in self.kinds]
            key = (made.span, frozenset(one.argument for one in refusals))
            if refusals and not made.guarded and not takes_tensor(model, made):
                if key not in told:
                    yield self.finding(model, made, refusals)
                told.add(key)

    def about(
        self,
        model: SemanticModel,
        made: Construction,
        message: str,
        helps: tuple[str, ...],
        notes: tuple[str, ...] = (),
        fixes: tuple[Fix, ...] = (),
    ) -> Diagnostic:
        """Make a finding at the layer."""
        return self.diagnostic(
            made.span,
            message,
            notes=(*notes, *construction_notes(model, made)),
            helps=helps,
            fixes=fixes,
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


def nearest_argument(name: str, known: Iterable[str]) -> str | None:
    """Give the argument that a misspelled one means: nearly the same, or longer or shorter."""
    names = list(known)
    near = get_close_matches(name, names, 1, _CLOSE)
    if near:
        return near[0]
    parts = [one for one in names if one.startswith(f"{name}_") or name.startswith(f"{one}_")]
    return next(iter(get_close_matches(name, parts, 1, _CLOSE_PART)), None)


_CLOSE, _CLOSE_PART = 0.8, 0.7
"""How alike a name must be to be a misspelling, or one with a word too few or too many."""


def written(names: list[str]) -> str:
    """Write argument names as they stand in a call: ``a=`` and ``b=``."""
    quoted = [f"`{name}=`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
