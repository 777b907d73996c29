"""pylint's message definitions, made from the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pylint.interfaces import HIGH, INFERENCE
from pylint.typing import MessageDefinitionTuple

from keras_lint.diagnostics import Confidence
from keras_lint.rules.registry import all_rules
from keras_lint.rules.rule import Rule

PREFIX = "keras-"
CONFIDENCES = {Confidence.HIGH: HIGH, Confidence.INFERENCE: INFERENCE}

_DESCRIBED = ("What it does", "Why is this bad?")
_SECTION = re.compile(r"^## +(.+)$", re.MULTILINE)
_CODE_BLOCK = re.compile(r"^ *(```|~~~).*?^ *\1 *$", re.MULTILINE | re.DOTALL)


def definitions(*, default_enabled: bool) -> dict[str, MessageDefinitionTuple]:
    """Give the messages of one checker: those that are on by default, or those that are not."""
    return {
        rule.code: (
            "%s",  # the headline has the numbers of the model at hand
            symbol(rule.name),
            description(rule),
            {"default_enabled": default_enabled},
        )
        for rule in all_rules()
        if rule.default_enabled() is default_enabled
    }


def symbol(rule_name: str) -> str:
    """Give pylint's name of a rule."""
    return PREFIX + rule_name


def description(rule: type[Rule]) -> str:
    """Give what the manual page says in prose: pylint shows it as one paragraph."""
    return " ".join(_sentences(rule))


def _sentences(rule: type[Rule]) -> Iterator[str]:
    if rule.summary:
        yield _sentence(rule.summary)
    parts = _SECTION.split(_CODE_BLOCK.sub("", rule.page()))
    sections = dict(zip(parts[1::2], parts[2::2], strict=False))
    for title in _DESCRIBED:
        text = " ".join(sections.get(title, "").split())
        if text:
            yield _sentence(text)
    yield f"`keras-lint explain {rule.name}` shows examples."


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:] if not text.startswith("`") else text
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."
