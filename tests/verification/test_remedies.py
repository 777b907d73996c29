"""A remedy that Keras refuses is never offered."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.diagnostics import Applicability, Diagnostic, Edit, Fix
from keras_lint.engine import Report
from keras_lint.source import Span
from keras_lint.verification import Session, verify
from tests.verification.programs import FLAGSHIP, report_of


def _with_fix(report: Report, replacement: str) -> tuple[Report, Diagnostic, Fix]:
    (finding,) = report.diagnostics
    line = finding.span.line
    edit = Edit(Span("program.py", line, 0, line, 0), replacement)
    fix = Fix("try this", (edit,), Applicability.UNSAFE)
    finding = replace(finding, fixes=(fix, *finding.fixes), helps=("try this", *finding.helps))
    return replace(report, diagnostics=(finding,)), finding, fix


def test_a_fix_that_keras_refuses_is_dropped_with_its_help(session: Session) -> None:
    shape = "model.add(Dense(2, input_shape=(3, 2)))\nmodel.add(Dense(-1))\n"
    report, before, fix = _with_fix(report_of(FLAGSHIP), shape)
    verification = verify(report, session)
    (finding,) = verification.diagnostics
    assert finding.fixes == before.fixes[1:]
    assert finding.helps == before.helps[1:]
    (refused,) = [one for one in verification.remedies if one.fix == fix]
    assert "units=-1" in refused.refused


def test_a_fix_that_does_not_parse_is_dropped(session: Session) -> None:
    report, before, _ = _with_fix(report_of(FLAGSHIP), "model.add(((\n")
    (finding,) = verify(report, session).diagnostics
    assert finding.fixes == before.fixes[1:]
