"""Annotated programs: ``# [rule-name]`` marks the line that a rule reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import dedent

from keras_lint import engine
from keras_lint.diagnostics import Diagnostic
from keras_lint.diagnostics.text import render
from keras_lint.rules.registry import all_rules
from keras_lint.settings import Settings
from keras_lint.source import SourceText

engine.FAIL_LOUDLY = True

_MARK = re.compile(r"#\s*\[([a-z0-9, -]+)\]")
IMPORTS = "import numpy as np\nimport tensorflow as tf\nimport keras\nfrom keras import layers\n"
"""What a program that imports nothing gets in front."""


def program(source: str) -> str:
    """Give an annotated program without its indentation, with imports in front if it has none."""
    text = dedent(source).strip("\n") + "\n"
    imports = re.search(r"^\s*(import|from)\s", text, re.MULTILINE)
    return text if imports else IMPORTS + text


def marks(source: str) -> list[tuple[int, str]]:
    """List the marks of a program: line and rule, one for each rule that is named."""
    return sorted(
        (number, name.strip())
        for number, line in enumerate(source.split("\n"), 1)
        for match in _MARK.finditer(line)
        for name in match[1].split(",")
    )


def diagnose(
    source: str, *, rules: Sequence[str] | None = None, version: str = "3"
) -> list[Diagnostic]:
    """List what the rules say; without names, those that are on by default."""
    chosen = [r.name for r in all_rules() if r.default_enabled()] if rules is None else rules
    text = SourceText("example.py", program(source))
    report = engine.analyze(text, Settings(version=version), rules=list(chosen))
    assert report.fault is None, report.fault
    assert report.notes == (), report.notes
    return list(report.diagnostics)


def check(
    source: str, *, rules: Sequence[str] | None = None, version: str = "3"
) -> list[Diagnostic]:
    """Compare the findings of a program with its marks, and give the findings."""
    found = diagnose(source, rules=rules, version=version)
    text = program(source)
    listed = sorted((one.span.line, one.rule) for one in found)
    lines = text.split("\n")
    shown = "\n".join(f"{one.span.line}: {one.rule}: {one.message}" for one in found)
    assert listed == marks(text), f"{shown}\nin\n" + "\n".join(
        f"{number:3} {line}" for number, line in enumerate(lines, 1)
    )
    return found


def full_text(source: str, rule: str) -> str:
    """Give what a user reads of the first finding of a rule in a program."""
    text = program(source)
    found = diagnose(source, rules=[rule])
    return render(found[:1], {"example.py": SourceText("example.py", text)})
