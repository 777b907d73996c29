"""Every defect is found where its author must act, and nothing is said about its twin."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from keras_lint import engine
from keras_lint.rules.registry import all_rules
from keras_lint.settings import Settings
from keras_lint.source import SourceText
from tests.defects.cases import CLASSES, FURTHER_CLASSES, PROGRAMS, Program, case_folders, programs

engine.FAIL_LOUDLY = True

RULES = [rule.name for rule in all_rules() if rule.default_enabled() and rule.code[0] in "EW"]
WRONG = programs(wrong=True)
RIGHT = programs(wrong=False)
_MARK = re.compile(r"#\s*\[([a-z0-9, -]+)\]")

Places = list[tuple[str, int, str]]


def findings(program: Program) -> tuple[Places, str]:
    """List file, line and rule of every error and warning, and all of it as text."""
    found: Places = []
    shown = []
    for path in program.files:
        text = path.read_text("utf-8")
        report = engine.analyze(SourceText(str(path), text), Settings(version="3"), rules=RULES)
        assert report.fault is None, report.fault
        assert report.notes == (), report.notes
        for one in report.diagnostics:
            found.append((path.name, one.span.line, one.rule))
            shown.append(f"{path.name}:{one.span.line}: {one.rule}: {one.message}")
    return sorted(found), "\n".join(shown)


def marks(program: Program) -> Places:
    """List what the marks of a program expect."""
    return sorted(
        (path.name, number, name.strip())
        for path in program.files
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        for match in _MARK.finditer(line)
        for name in match[1].split(",")
    )


@pytest.mark.parametrize("program", WRONG, ids=lambda program: program.name)
def test_the_defect_is_found(program: Program):
    expected = marks(program)
    assert expected, "a defect has a mark"
    found, shown = findings(program)
    assert found == expected, shown


@pytest.mark.parametrize("program", RIGHT, ids=lambda program: program.name)
def test_the_twin_is_clean(program: Program):
    assert marks(program) == []
    found, shown = findings(program)
    assert found == [], shown


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_has_three_cases(name: str):
    counts = Counter(folder.parent.name for folder in case_folders())
    assert counts[name] >= 3


@pytest.mark.parametrize("name", FURTHER_CLASSES)
def test_every_further_class_has_two_cases(name: str):
    counts = Counter(folder.parent.name for folder in case_folders())
    assert counts[name] >= 2


def test_every_folder_is_a_case_of_a_class():
    assert {path.name for path in PROGRAMS.iterdir()} <= {*CLASSES, *FURTHER_CLASSES}
    assert all(program.main.exists() for program in (*WRONG, *RIGHT))
