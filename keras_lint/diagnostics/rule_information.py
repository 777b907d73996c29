"""What a report says about a rule."""

from __future__ import annotations

from dataclasses import dataclass

from keras_lint.diagnostics.diagnostic import Severity


@dataclass(frozen=True)
class RuleInformation:
    """A rule's names, its one sentence, its manual page, and how grave its findings are."""

    name: str
    code: str
    summary: str
    page_markdown: str
    severity: Severity
    tags: tuple[str, ...] = ("keras",)
