"""What asking Keras gave: for each layer, loss, model and remedy. Frozen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from keras_lint.diagnostics import Diagnostic, Fix
from keras_lint.source import Span


class Status(Enum):
    """How Keras's answer compares with the static one.

    ``ANSWERED``: Keras knows what the analysis does not; there was nothing to confirm.
    """

    CONFIRMED = "confirmed"
    ANSWERED = "answered"
    DISAGREEMENT = "disagreement"
    NOT_VERIFIED = "not verified"


@dataclass(frozen=True)
class LayerVerdict:
    """One layer call, or one layer that is only made, with both answers as texts.

    ``call`` and ``construction`` are indices of the semantic model, None where there is none.
    """

    class_name: str
    span: Span
    status: Status
    static: str
    keras: str
    params: int | None = None
    reason: str = ""
    raised: str = ""
    call: int | None = None
    construction: int | None = None


@dataclass(frozen=True)
class LossVerdict:
    """One batch of zeros through the loss: what it raised, or the shape of the pairs it made.

    ``span`` is the call that gives the data, ``compile_span`` the one that gives the loss.
    """

    span: Span
    compile_span: Span
    batch: int = 0
    raised: str = ""
    broadcast: tuple[int, ...] | None = None
    skipped: str = ""


@dataclass(frozen=True)
class FeedVerdict:
    """Zeros of the shapes of the user's data, given to the model: what it raised or gave.

    ``span`` is the place of the data or of the call that gives them, ``kind`` the call's name.
    """

    span: Span
    kind: str
    raised: str = ""
    output: str = ""
    skipped: str = ""


@dataclass(frozen=True)
class RemedyVerdict:
    """A fix of a finding, applied and built.

    ``refused`` holds Keras's words where it refuses the repaired model; ``skipped`` says why
    it could not be built at all.
    """

    fix: Fix
    shapes: tuple[str, ...] = ()
    params: int | None = None
    refused: str = ""
    skipped: str = ""


@dataclass(frozen=True)
class ModelVerdict:
    """One model. ``status`` is that of its worst layer; ``reason`` says why it is not verified."""

    index: int
    name: str
    kind: str
    span: Span
    status: Status
    reason: str = ""
    layers: tuple[LayerVerdict, ...] = ()
    params: int | None = None
    losses: tuple[LossVerdict, ...] = ()
    feeds: tuple[FeedVerdict, ...] = ()
    omitted: tuple[str, ...] = ()
    keras: str = ""
    """``keras 3.15.1 (tensorflow)``, empty where Keras was not asked."""


@dataclass(frozen=True)
class Verification:
    """One file: the models, and the findings with what Keras adds to them.

    ``parts`` are refusals outside of any model, ``remedies`` the fixes that were tried,
    ``dropped`` findings that Keras has refuted. ``unavailable`` says why nobody could ask.
    """

    models: tuple[ModelVerdict, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    parts: tuple[LayerVerdict, ...] = ()
    remedies: tuple[RemedyVerdict, ...] = ()
    dropped: tuple[Diagnostic, ...] = ()
    unavailable: str = ""

    @property
    def disagrees(self) -> bool:
        """Whether Keras gave another answer anywhere."""
        return Status.DISAGREEMENT in self._statuses()

    @property
    def complete(self) -> bool:
        """Whether every model was built by Keras."""
        return not self.unavailable and Status.NOT_VERIFIED not in self._statuses()

    def _statuses(self) -> set[Status]:
        return {one.status for one in self.models} | {one.status for one in self.parts}
