"""No rule that is on by default says anything about a trap."""

from __future__ import annotations

import ast

import pytest

from keras_lint import engine
from keras_lint.rules.registry import all_rules
from keras_lint.settings import Settings
from keras_lint.source import SourceText
from tests.traps.programs_list import PROGRAMS, files, slug

engine.FAIL_LOUDLY = True
RULES = [rule.name for rule in all_rules() if rule.default_enabled()]
TRAPS = pytest.mark.parametrize("path", PROGRAMS, ids=slug)


@TRAPS
def test_nothing_is_found(path):
    """Neither in the program nor in the modules that it brings along."""
    for file in files(path):
        source = SourceText(str(file), file.read_text("utf-8"))
        report = engine.analyze(source, Settings(version="3"), rules=RULES)
        assert report.fault is None, report.fault
        assert report.notes == ()
        found = [f"{file.name}:{d.span.line}: {d.rule}: {d.message}" for d in report.diagnostics]
        assert found == []


@TRAPS
def test_the_docstring_tells_why(path):
    """The first line says what looks suspicious and why it is right."""
    said = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert said is not None
    assert len(said.split()) >= 8
