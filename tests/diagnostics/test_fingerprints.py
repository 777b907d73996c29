"""Names of findings, equal while the finding is the same."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.diagnostics import Diagnostic
from keras_lint.diagnostics.fingerprints import fingerprints
from keras_lint.source import SourceText, Span
from tests.diagnostics.findings import FINDINGS, SOURCES, at, finding, source


def names(file: SourceText, *items: Diagnostic) -> list[str]:
    return fingerprints(items, {file.path: file})


def test_a_name_survives_moved_and_indented_lines():
    old = source("a.py", "Dense(1)")
    new = source("a.py", "import os", "if x:", "    Dense(1)")
    assert names(old, finding(at(old, 1, "Dense"))) == names(new, finding(at(new, 3, "Dense")))


def test_a_name_depends_on_line_rule_and_path():
    file = source("a.py", "Dense(1)", "Dense(2)")
    item = finding(at(file, 1, "Dense"))
    other_file = replace(file, path="b.py")
    assert names(file, item) != names(file, finding(at(file, 2, "Dense")))
    assert names(file, item) != names(file, replace(item, rule="another-rule"))
    assert names(file, item) != names(other_file, finding(at(other_file, 1, "Dense")))


def test_a_name_does_not_depend_on_the_message():
    file = source("a.py", "Dense(1)")
    item = finding(at(file, 1, "Dense"))
    assert names(file, item) == names(file, replace(item, message="other numbers"))


def test_equal_lines_are_told_apart_in_any_order():
    file = source("a.py", "Dense(1)", "Dense(1)")
    first, second = (finding(at(file, line, "Dense")) for line in (1, 2))
    one, two = names(file, first, second)
    assert one != two
    assert names(file, second, first) == [two, one]


def test_a_line_that_is_not_known_still_has_a_name():
    items = [finding(Span("gone.py", line, 0, line, 1)) for line in (1, 2)]
    assert len(set(fingerprints(items, {}))) == 2


# Baselines on disk hold these names: a change of the recipe would forget every one of them.
def test_the_recipe_is_fixed():
    assert fingerprints(FINDINGS[:1], SOURCES) == [
        "9a8c9eb43a80d58843359ac7aedaccf691d6436ead6ecf6c495bd26fa82be711"
    ]
