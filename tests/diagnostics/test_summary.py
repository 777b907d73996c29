"""The line that counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Severity, text
from keras_lint.source import Span
from tests.diagnostics.findings import finding


def of(path: str, severity: Severity, *applicabilities: Applicability) -> Diagnostic:
    fixes = tuple(Fix("a fix", (), applicability) for applicability in applicabilities)
    return replace(finding(Span(path, 1, 0, 1, 1), fixes=fixes), severity=severity)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([of("a", Severity.ERROR)], "Found 1 error in 1 file"),
        (
            [of("a", Severity.ERROR)] * 3 + [of("b", Severity.WARNING)] * 2,
            "Found 3 errors, 2 warnings in 2 files",
        ),
        (
            [of("a", Severity.ADVICE), of("a", Severity.INFORMATION)],
            "Found 1 piece of advice, 1 piece of information in 1 file",
        ),
        (
            [of("a", Severity.ERROR, Applicability.SAFE, Applicability.UNSAFE)],
            "Found 1 error in 1 file; 1 can be fixed with `keras-lint fix`",
        ),
        (
            [
                of("a", Severity.ERROR, Applicability.SAFE),
                of("a", Severity.ERROR, Applicability.UNSAFE),
            ],
            "Found 2 errors in 1 file; 1 can be fixed with `keras-lint fix`, "
            "1 more with `keras-lint fix --unsafe-fixes`",
        ),
        ([of("a", Severity.ERROR, Applicability.DISPLAY)], "Found 1 error in 1 file"),
    ],
)
def test_summary(items, expected):
    assert text.summary(items) == expected


def test_summary_of_nothing():
    assert text.summary([]) == "Found nothing to report"
    assert text.summary([], file_count=12) == "Found nothing to report in 12 files"
