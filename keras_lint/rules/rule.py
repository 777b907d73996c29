"""The form of every rule: a class whose docstring is its manual page."""

from __future__ import annotations

import inspect
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from keras_lint.diagnostics import Confidence, Diagnostic, Fix, Label, Severity
from keras_lint.model import SemanticModel
from keras_lint.source import Span

_SEVERITIES = {
    "E": Severity.ERROR,
    "W": Severity.WARNING,
    "R": Severity.ADVICE,
    "C": Severity.ADVICE,
    "I": Severity.INFORMATION,
}


class Rule(ABC):
    """One kind of finding.

    The docstring of a rule is a Markdown page with fixed sections: ``What it does``, ``Why
    is this bad?``, ``Example`` with ``Use instead:``, ``When it is silent``, and ``Fix
    safety`` where it has a fix. The file, the name and the class are one word in three
    spellings. Codes that start with ``E`` or ``W`` are on by default; ``R``, ``C`` and
    ``I`` belong to the opt-in checker ``keras-lint-extra``.
    """

    code: ClassVar[str] = ""
    name: ClassVar[str] = ""
    summary: ClassVar[str] = ""
    """One line for lists and for pylint's ``--list-msgs``."""
    explains: ClassVar[int] = 50
    """How well the rule explains a cause, 0 to 100: of several findings with one cause the
    one that explains best speaks."""

    @abstractmethod
    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Give the findings in one file."""

    @classmethod
    def severity(cls) -> Severity:
        """Give the severity, which the letter of the code decides."""
        return _SEVERITIES[cls.code[0]]

    @classmethod
    def page(cls) -> str:
        """Give the manual page."""
        return inspect.cleandoc(cls.__doc__ or "")

    @classmethod
    def default_enabled(cls) -> bool:
        """Tell whether the rule is on by default."""
        return cls.code[0] in "EW"

    def diagnostic(
        self,
        span: Span,
        message: str,
        *,
        labels: tuple[Label, ...] = (),
        notes: tuple[str, ...] = (),
        helps: tuple[str, ...] = (),
        fixes: tuple[Fix, ...] = (),
        confidence: Confidence = Confidence.INFERENCE,
        cause: int | None = None,
    ) -> Diagnostic:
        """Make a finding of this rule."""
        return Diagnostic(
            rule=self.name,
            code=self.code,
            severity=self.severity(),
            span=span,
            message=message,
            labels=labels,
            notes=notes,
            helps=helps,
            fixes=fixes,
            confidence=confidence,
            cause=cause,
        )


def class_name_of(rule_name: str) -> str:
    """Give the class name of a rule: ``input-rank`` is ``InputRank``."""
    return "".join(part.capitalize() for part in re.split(r"[-_]", rule_name))
