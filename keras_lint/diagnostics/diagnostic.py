"""What keras_lint tells the user, as plain data; rendering is elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from keras_lint.source import Span


class Severity(Enum):
    """How sure and how grave: ``ERROR`` where Keras raises, ``WARNING`` where it is silent."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    INFORMATION = "information"


class Applicability(Enum):
    """Whether a fix may be applied: ``SAFE`` keeps what the model computes, ``UNSAFE``
    changes it, ``DISPLAY`` is only shown, because another remedy is as honest."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class Confidence(Enum):
    """``HIGH``: from literals in the code; ``INFERENCE``: through values that were followed."""

    HIGH = "high"
    INFERENCE = "inference"


@dataclass(frozen=True)
class Label:
    """A place that explains a diagnostic, with what is there: often a shape."""

    span: Span
    text: str


@dataclass(frozen=True)
class Edit:
    """The replacement of one range of source text; an empty range inserts."""

    span: Span
    replacement: str


@dataclass(frozen=True)
class Fix:
    """A remedy as edits that do not overlap, with its consequence in ``title``."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability


@dataclass(frozen=True)
class Diagnostic:
    """One finding.

    ``rule`` is the rule's name without prefix; ``message`` the headline, one line, lowercase,
    without full stop; ``helps`` the honest ways out, the first of which pylint shows.
    ``span`` lies in the analyzed file, at what the user must change.
    """

    rule: str
    code: str
    severity: Severity
    span: Span
    message: str
    labels: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    confidence: Confidence = Confidence.INFERENCE
    cause: int | None = None
    """The index of the layer call that the finding is about, if it is about one."""

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order by place, then by rule."""
        return (self.span.path, self.span.line, self.span.column, self.rule)

    @property
    def one_line(self) -> str:
        """The headline and the first help: all that pylint shows."""
        return "; ".join(" ".join(t.split()) for t in (self.message, *self.helps[:1]))
