"""Every fix of a page's example: applied, it removes its finding and leaves no new one."""

from __future__ import annotations

import pytest

from keras_lint.diagnostics import Fix
from keras_lint.diagnostics.edits import apply
from tests.rules.marks import diagnose, program
from tests.rules.pages import bad_examples


def _fixes() -> list[tuple[str, str, Fix]]:
    found = []
    for name, source in bad_examples("EWRC"):
        for one in diagnose(source, rules=[name]):
            found += [(name, source, fix) for fix in one.fixes]
    return found


FIXES = _fixes()


@pytest.mark.parametrize(
    ("name", "source", "fix"), FIXES, ids=[f"{name}: {fix.title}" for name, _, fix in FIXES]
)
def test_a_fix_removes_its_finding(name: str, source: str, fix: Fix) -> None:
    applied = apply(program(source), [fix])
    assert applied.applied == (fix,)
    left = {one.rule for one in diagnose(applied.text)}
    others = {one.rule for one in diagnose(source)} - {name}
    assert name not in {one.rule for one in diagnose(applied.text, rules=[name])}
    assert left <= others
