"""``--output-format=keras-lint-sarif``: all of pylint's messages as SARIF, ours with fixes."""

from __future__ import annotations

import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TextIO

from pylint import __version__ as pylint_version
from pylint.lint import PyLinter
from pylint.message import Message
from pylint.reporters import BaseReporter

from keras_lint.diagnostics import Confidence, Diagnostic, Edit, Fix, Label, Severity, sarif
from keras_lint.diagnostics.rule_information import RuleInformation
from keras_lint.rules.registry import all_rules
from keras_lint.source import SourceText, Span

FindingKey = tuple[str, str, int, int, str]
"""What a message of ours is recognized by: file, id, line, column in bytes, text."""

_SEVERITIES = {
    "F": Severity.ERROR,
    "E": Severity.ERROR,
    "W": Severity.WARNING,
    "R": Severity.ADVICE,
    "C": Severity.ADVICE,
    "I": Severity.INFORMATION,
}
_MANUAL = "https://pylint.readthedocs.io"
_TOOL = sarif.Tool("pylint", pylint_version, _MANUAL, (sarif.KERAS_LINT,))


@dataclass
class Kept:
    """What the checkers keep for the reporter: a message has neither notes nor fixes.

    It hangs on the linter, which pylint copies into its workers.
    """

    findings: dict[FindingKey, Diagnostic] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """The texts that came from standard input, by the path they stand for."""


def kept_by(linter: PyLinter) -> Kept | None:
    """Give what is kept for the reporter; None where no reporter wants it."""
    kept: Kept | None = getattr(linter, "keras_lint_kept", None)
    return kept


class SarifReporter(BaseReporter):  # type: ignore[misc]  # pylint has no types to see here
    """Collects the messages of a run and writes one log at its end."""

    name = "keras-lint-sarif"
    extension = "sarif"

    def __init__(self, output: TextIO | None = None) -> None:
        super().__init__(output)
        self._linter: PyLinter | None = None

    @property
    def linter(self) -> PyLinter:
        """The linter, which keeps findings from the moment that it has this reporter."""
        assert self._linter is not None, "pylint sets it before it reports"
        return self._linter

    @linter.setter
    def linter(self, linter: PyLinter) -> None:
        self._linter = linter
        linter.keras_lint_kept = Kept()

    def display_messages(self, layout: Any) -> None:
        """Write the log; pylint calls this once, when all is checked."""
        sources = {one.path: self._source(one) for one in self.messages}
        found = [self._finding(one, sources[one.path]) for one in self.messages]
        self.writeln(sarif.render(found, sources, list(self._rules()), _TOOL).rstrip("\n"))

    def display_reports(self, layout: Any) -> None:
        """Leave reports out: SARIF has no place for them."""

    def _display(self, layout: Any) -> None:
        """Likewise."""

    def _source(self, message: Message) -> SourceText:
        kept = kept_by(self.linter)
        text = kept.texts.get(message.abspath) if kept is not None else None
        if text is None:
            try:
                with tokenize.open(message.abspath) as stream:
                    text = stream.read()
            except (OSError, SyntaxError, UnicodeDecodeError):
                text = ""  # a message about the configuration, or about a file that is no text
        return SourceText(message.path, text)

    def _finding(self, message: Message, source: SourceText) -> Diagnostic:
        kept = kept_by(self.linter)
        key = (message.abspath, message.msg_id, message.line, message.column, message.msg)
        ours = kept.findings.get(key) if kept is not None else None
        if ours is not None:
            return _moved(ours, self.path_strip_prefix)
        sure = message.confidence.name == "HIGH"
        return Diagnostic(
            rule=message.symbol,
            code=message.msg_id,
            severity=_SEVERITIES[message.C],
            span=_span(message, source),
            message=message.msg,
            confidence=Confidence.HIGH if sure else Confidence.INFERENCE,
        )

    def _rules(self) -> Iterator[RuleInformation]:
        """Describe what was reported; our rules as ``keras-lint check`` does."""
        ours = {rule.code: rule for rule in all_rules()}
        for code in sorted({message.msg_id for message in self.messages}):
            rule = ours.get(code)
            if rule is not None:
                severity = rule.severity()
                yield RuleInformation(rule.name, rule.code, rule.summary, rule.page(), severity)
                continue
            (definition, *_) = self.linter.msgs_store.get_message_definitions(code)
            page = definition.description or definition.msg
            severity = _SEVERITIES[code[0]]
            yield RuleInformation(
                definition.symbol, code, _first_sentence(page), page, severity, ("pylint",)
            )


def _first_sentence(text: str) -> str:
    return " ".join(text.split()).partition(". ")[0].rstrip(".")


def _span(message: Message, source: SourceText) -> Span:
    """Give the place of a message of pylint's, whose columns count bytes, in characters."""
    lines = source.lines()
    line = max(message.line, 1)
    start = _characters(lines, line, message.column)
    if message.end_line is None or message.end_column is None:
        return Span(message.path, line, start, line, start)
    end = _characters(lines, message.end_line, message.end_column)
    return Span(message.path, line, start, message.end_line, end)


def _characters(lines: list[str], line: int, column: int) -> int:
    if line > len(lines):
        return max(column, 0)
    return len(lines[line - 1].encode("utf-8")[: max(column, 0)].decode("utf-8", "ignore"))


def _moved(found: Diagnostic, prefix: str) -> Diagnostic:
    """Name the files of a finding as pylint does: relative to the working directory."""

    def here(span: Span) -> Span:
        return replace(span, path=span.path.replace(prefix, "", 1))

    return replace(
        found,
        span=here(found.span),
        labels=tuple(Label(here(one.span), one.text) for one in found.labels),
        fixes=tuple(
            Fix(
                fix.title,
                tuple(Edit(here(edit.span), edit.replacement) for edit in fix.edits),
                fix.applicability,
            )
            for fix in found.fixes
        ),
    )
