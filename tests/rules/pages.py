"""The manual pages of rules taken apart: sections and examples."""

from __future__ import annotations

import re
from dataclasses import dataclass

from keras_lint.rules.registry import all_rules
from keras_lint.rules.rule import Rule

SECTIONS = ("What it does", "Why is this bad?", "Example", "When it is silent")
_FENCE = re.compile(r"```python\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A page: its section titles in order, and the examples on both sides of ``Use instead:``."""

    sections: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]


def page_of(rule: type[Rule]) -> Page:
    """Take the page of a rule apart."""
    text = rule.page()
    titles = tuple(re.findall(r"^## (.+)$", text, re.MULTILINE))
    example = re.search(r"^## Example\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    before, _, after = (example[1] if example else "").partition("Use instead:")
    return Page(titles, tuple(_FENCE.findall(before)), tuple(_FENCE.findall(after)))


def bad_examples(letters: str) -> list[tuple[str, str]]:
    """List the bad examples of the rules whose code starts with one of these letters."""
    return [
        (rule.name, source)
        for rule in all_rules()
        if rule.code[0] in letters
        for source in page_of(rule).bad
    ]
