"""Every fix in the manual pages: it ends its finding, brings no other, and Keras takes it."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
import pytest

from keras_lint.cli.fixing import settle
from keras_lint.diagnostics import Applicability, Diagnostic, Fix
from keras_lint.diagnostics.edits import apply
from keras_lint.rules.registry import all_rules
from keras_lint.settings import Settings
from keras_lint.source import SourceText
from tests.rules.image_folder import make_images
from tests.rules.keras_runs import assert_runs
from tests.rules.marks import diagnose, program
from tests.rules.pages import page_of


def _rules(name: str) -> list[str]:
    return [rule.name for rule in all_rules() if rule.default_enabled() or rule.name == name]


def _fixes() -> list[tuple[str, str, Diagnostic, Fix]]:
    return [
        (rule.name, source, one, fix)
        for rule in all_rules()
        for source in page_of(rule).bad
        for one in diagnose(source, rules=_rules(rule.name))
        for fix in one.fixes
    ]


FIXES = _fixes()
each_fix = pytest.mark.parametrize(
    ("name", "source", "finding", "fix"), FIXES, ids=[f"{name}" for name, *_ in FIXES]
)


def _kinds(found: list[Diagnostic]) -> list[str]:
    return sorted(one.rule for one in found)


def test_the_pages_show_fixes() -> None:
    assert len(FIXES) > 10
    kinds = {fix.applicability for *_, fix in FIXES}
    assert kinds == set(Applicability)


@each_fix
def test_a_fix_ends_its_finding_and_brings_no_other(
    name: str, source: str, finding: Diagnostic, fix: Fix
) -> None:
    before = diagnose(source, rules=_rules(name))
    fixed = apply(program(source), [fix]).text
    ast.parse(fixed)
    after = _kinds(diagnose(fixed, rules=_rules(name)))
    expected = _kinds(before)
    expected.remove(finding.rule)
    # One fix may end several findings of one cause, and never makes one.
    assert len(after) <= len(expected)
    assert set(after) <= set(expected)


@each_fix
def test_keras_takes_what_a_fix_gives(
    name: str,
    source: str,
    finding: Diagnostic,
    fix: Fix,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import keras

    images = np.random.default_rng(0).integers(0, 256, (8, 28, 28), dtype="uint8")
    data = ((images, np.arange(8, dtype="uint8")), (images, np.arange(8, dtype="uint8")))
    monkeypatch.setattr(keras.datasets.mnist, "load_data", lambda: data)
    monkeypatch.chdir(tmp_path)
    if '"images"' in source:
        make_images(tmp_path / "images")
    assert_runs(apply(program(source), [fix]).text)


@pytest.mark.parametrize("unsafe", [False, True])
@each_fix
def test_a_second_run_changes_nothing(
    name: str, source: str, finding: Diagnostic, fix: Fix, unsafe: bool
) -> None:
    rules = _rules(name)
    text = SourceText("example.py", program(source))
    once = settle(text, Settings(version="3"), rules, unsafe=unsafe)
    twice = settle(once.source, Settings(version="3"), rules, unsafe=unsafe)
    assert twice.applied == ()
    assert twice.source.text == once.source.text
    made = {one.fix.applicability for one in once.applied}
    assert made <= ({Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE})
