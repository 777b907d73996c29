"""Findings as workflow commands of GitHub Actions, which become annotations of a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from keras_lint.diagnostics.diagnostic import Diagnostic, Severity
from keras_lint.diagnostics.full_message import full_message
from keras_lint.diagnostics.paths import split_cell, with_slashes
from keras_lint.source import SourceText, Span

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "notice",
    Severity.INFORMATION: "notice",
}


def render(report_items: Sequence[Diagnostic], sources: Mapping[str, SourceText]) -> str:
    """Give one command for each finding, in their order."""
    return "".join(f"{_command(item)}\n" for item in report_items)


def _command(item: Diagnostic) -> str:
    file, cell = split_cell(item.span.path)
    properties = {"file": with_slashes(file)}
    message = full_message(item, labels=True)
    if cell is None:
        properties |= _position(item.span)
    else:
        message = f"{cell}, line {item.span.line}: {message}"
    properties["title"] = f"{item.code} ({item.rule})"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[item.severity]} {listed}::{_data(message)}"


def _position(span: Span) -> dict[str, str]:
    lines = {"line": str(span.line), "endLine": str(span.end_line)}
    if span.line != span.end_line:
        return lines  # GitHub takes columns only for a range within one line
    return lines | {"col": str(span.column + 1), "endColumn": str(span.end_column + 1)}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
