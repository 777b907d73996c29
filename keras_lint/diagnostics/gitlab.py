"""Findings as GitLab's Code Quality report: a JSON array of issues."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from keras_lint.diagnostics.diagnostic import Diagnostic, Severity
from keras_lint.diagnostics.fingerprints import fingerprints
from keras_lint.diagnostics.full_message import full_message
from keras_lint.diagnostics.paths import split_cell, with_slashes
from keras_lint.source import SourceText

_SEVERITIES = {
    Severity.ERROR: "critical",
    Severity.WARNING: "major",
    Severity.ADVICE: "minor",
    Severity.INFORMATION: "info",
}


def render(report_items: Sequence[Diagnostic], sources: Mapping[str, SourceText]) -> str:
    """Give the findings in their order; GitLab tells old ones from new by the fingerprint."""
    names = fingerprints(report_items, sources)
    issues = [_issue(item, name) for item, name in zip(report_items, names, strict=True)]
    return json.dumps(issues, indent=2) + "\n"


def _issue(item: Diagnostic, fingerprint: str) -> dict[str, object]:
    file, cell = split_cell(item.span.path)
    span = item.span
    where = "" if cell is None else f"{cell}, line {span.line}: "
    # GitLab asks for a line; those of a cell are not lines of the notebook's file.
    lines = {"begin": span.line, "end": span.end_line} if cell is None else {"begin": 1}
    return {
        "description": f"{where}{item.one_line}",
        "check_name": item.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[item.severity],
        "location": {"path": with_slashes(file).removeprefix("./"), "lines": lines},
        "content": {"body": full_message(item, labels=True)},
        "categories": ["Bug Risk"],
        "type": "issue",
    }
