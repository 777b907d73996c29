"""Every rule: one word in three spellings, a page with fixed sections, examples that hold."""

from __future__ import annotations

from pathlib import Path

import pytest

import keras_lint.rules
from keras_lint.rules.registry import all_rules
from keras_lint.rules.rule import Rule, class_name_of
from tests.rules.marks import check, diagnose
from tests.rules.pages import SECTIONS, page_of

RULES = all_rules()
EXPLAINED = [rule for rule in RULES if not getattr(rule, "asks_keras", False)]
"""All but the rule that speaks after verification only, which no example can show."""
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
each_explained = pytest.mark.parametrize("rule", EXPLAINED, ids=lambda rule: rule.name)


@each_rule
def test_the_file_the_rule_and_the_class_are_one_word(rule: type[Rule]) -> None:
    stem = rule.__module__.rpartition(".")[2]
    assert stem == rule.name.replace("-", "_")
    assert rule.__name__ == class_name_of(rule.name)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_file_holds_one_rule() -> None:
    root = Path(keras_lint.rules.__file__).parent
    files = {path.stem for path in root.glob("*/*.py") if path.stem != "__init__"}
    assert files == {rule.__module__.rpartition(".")[2] for rule in RULES}


@each_rule
def test_the_page_has_its_sections(rule: type[Rule]) -> None:
    page = page_of(rule)
    assert tuple(title for title in page.sections if title != "Fix safety") == SECTIONS
    assert rule.summary
    if rule in EXPLAINED:
        assert page.bad
        assert page.good


@each_explained
def test_bad_examples_report_their_marks(rule: type[Rule]) -> None:
    names = None if rule.default_enabled() else [rule.name]
    for source in page_of(rule).bad:
        found = check(source, rules=names)
        assert rule.name in {one.rule for one in found}


@each_explained
def test_good_examples_are_clean(rule: type[Rule]) -> None:
    names = None if rule.default_enabled() else [rule.name]
    for source in page_of(rule).good:
        assert diagnose(source, rules=names) == []


@each_explained
def test_headlines_state_one_fact_without_advice(rule: type[Rule]) -> None:
    for source in page_of(rule).bad:
        for one in diagnose(source, rules=[rule.name]):
            assert "\n" not in one.message
            assert not one.message.endswith((".", "!", "?"))
            assert len(one.message) <= 100, one.message
            shown = " ".join((one.message, *one.notes, *one.helps)).lower()
            for word in ("did you mean", "you forgot", "please", "illegal", "!"):
                assert word not in shown, shown
