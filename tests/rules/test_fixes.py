"""After a fix its finding is gone, no new one has come, and Keras runs what is left."""

from __future__ import annotations

import re

import pytest

from keras_lint.diagnostics import Applicability, Fix
from keras_lint.diagnostics.edits import apply
from tests.rules import keras_runs
from tests.rules.fix_programs import PROGRAMS, STYLES
from tests.rules.marks import diagnose, program
from tests.rules.pages import bad_examples

# Every remedy that the manual promises as an edit, at least once.
HAVE_FIXES = {
    "bias-before-batch-normalization", "constant-kernel-initializer", "dense-on-multidim-input",
    "ignored-argument", "input-rank", "input-shape-argument", "input-shape-no-tuple",
    "input-shape-not-first", "input-size", "layer-input-rank", "legacy-save-format",
    "logits-against-loss", "loss-against-labels", "loss-against-output", "merge-on-batch-axis",
    "missing-return-sequences", "monitor-mode", "normalization-axis", "one-sample-without-batch",
    "positional-strides", "removed-argument", "removed-import", "softmax-over-one-unit",
    "target-broadcast-by-loss", "unbuilt-model-attribute", "unknown-keras-name",
}  # fmt: skip


def _fixes() -> list[tuple[str, str, Fix]]:
    found = []
    written = [(name, source) for name, _, source in PROGRAMS]
    for name, source in [*bad_examples("EWRC"), *written]:
        for one in diagnose(source, rules=[name]):
            found += [(name, source, fix) for fix in one.fixes]
    return found


FIXES = _fixes()
IDS = [f"{name}: {fix.title}" for name, _, fix in FIXES]


def _assert_fixed(name: str, before: str, after: str) -> None:
    assert name not in {one.rule for one in diagnose(after, rules=[name])}
    left = {one.rule for one in diagnose(after)}
    assert left <= {one.rule for one in diagnose(before)} - {name}


def test_every_rule_that_promises_a_fix_is_tried() -> None:
    assert {name for name, _, _ in FIXES} == HAVE_FIXES


@pytest.mark.parametrize(("name", "source", "fix"), FIXES, ids=IDS)
def test_a_fix_removes_its_finding_and_keras_runs_the_result(
    name: str, source: str, fix: Fix
) -> None:
    applied = apply(program(source), [fix])
    assert applied.applied == (fix,)
    _assert_fixed(name, source, applied.text)
    keras_runs.assert_runs(applied.text)


# The text outside of the edits stays as the user wrote it, whatever the style.
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("name", "kinds", "source"), PROGRAMS, ids=[f"{one[0]}-{i}" for i, one in enumerate(PROGRAMS)]
)
def test_a_fix_holds_in_any_style(name: str, kinds: str, source: str, style: str) -> None:
    text = STYLES[style](program(source))
    (finding,) = diagnose(text, rules=[name])
    assert [one.applicability.value for one in finding.fixes] == kinds.split()
    for fix in finding.fixes:
        applied = apply(text, [fix])
        assert applied.applied == (fix,)
        _assert_fixed(name, text, applied.text)
        assert sorted(_comments(applied.text)) == sorted(_comments(text))
        assert "\n\n\n" not in applied.text or "\n\n\n" in text
        assert not re.search(r"(?<=\S)[ \t]+\n", applied.text)


# Where two remedies are honest, the user chooses.
def test_of_several_remedies_none_is_applied_by_itself() -> None:
    for name, _, source in PROGRAMS:
        for one in diagnose(source, rules=[name]):
            if len(one.fixes) > 1:
                assert {fix.applicability for fix in one.fixes} == {Applicability.DISPLAY}


def _comments(text: str) -> list[str]:
    return re.findall(r"#[^\r\n]*", text)
