"""A remedy that Keras refuses is never offered."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.diagnostics import Applicability, Diagnostic, Edit, Fix
from keras_lint.engine import Report
from keras_lint.source import Span
from keras_lint.verification import Session, verify
from tests.verification.programs import FLAGSHIP, report_of, verdict_on


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


# The repaired model is built and fed; what it then raises in `fit` is a refusal, too.
def test_a_fix_whose_model_does_not_take_the_data_is_dropped(session: Session) -> None:
    program = (
        "model = keras.Sequential([keras.Input((3, 2)), layers.Dense(4), layers.Dense(1)])\n"
        'model.compile("adam", loss="binary_crossentropy")\n'
        "model.fit(np.zeros((8, 3, 2)), np.zeros((8,)))\n"
    )
    report = report_of(program)
    finding = next(one for one in report.diagnostics if one.rule == "loss-against-output")
    place = Span("program.py", 4, 38, 4, 44)
    assert report.source.slice(place) == "(3, 2)"
    fix = Fix("another shape", (Edit(place, "(6,)"),), Applicability.UNSAFE)
    planted = replace(finding, fixes=(fix, *finding.fixes), helps=("another shape",))
    verification = verify(replace(report, diagnostics=(planted,)), session)
    (left,) = verification.diagnostics
    assert left.fixes == finding.fixes
    assert left.helps == ()
    refused = next(one for one in verification.remedies if one.fix == fix)
    assert "shape" in refused.refused


# The input of a layer in no model stands on another line than the layer.
def test_a_fix_in_no_model_is_confirmed_by_the_layers_behind_it(session: Session) -> None:
    verification = verdict_on("a = keras.Input(784)\nb = layers.Dense(3)(a)", session)
    (remedy,) = verification.remedies
    assert (remedy.refused, remedy.skipped) == ("", "")
    assert remedy.shapes == ("(None, 3)",)
    assert remedy.params == 2355
