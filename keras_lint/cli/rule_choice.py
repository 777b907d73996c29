"""Which rules a run asks for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from keras_lint.cli.configuration import Configuration
from keras_lint.cli.failure import CannotRun
from keras_lint.diagnostics.rule_information import RuleInformation
from keras_lint.rules.registry import all_rules
from keras_lint.rules.rule import Rule

CHECKERS = {"keras-lint": True, "keras-lint-extra": False}
"""pylint's two checkers, and whether the rules of each are on by default."""

_CODE = re.compile(r"[EWRCI]\d{0,4}", re.IGNORECASE)


class UnknownRule(CannotRun):
    """A name that stands for no rule, with the names that come near in the text."""


def default_names() -> tuple[str, ...]:
    """Give the names of the rules that are on by default."""
    return tuple(rule.name for rule in all_rules() if rule.default_enabled())


def choose(
    configuration: Configuration,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extra: bool = False,
) -> tuple[str, ...]:
    """Give the names of the rules to run, in the order of their codes.

    Args:
        configuration: what it switches off and on.
        select: names that replace those that are on by default.
        ignore: names to leave out of these.
        extra: whether the rules of ``keras-lint-extra`` are on, too.

    Raises:
        UnknownRule: a name in ``select`` or ``ignore`` stands for no rule.
    """
    chosen = {rule for rule in all_rules() if rule.default_enabled() or extra}
    if "all" in configuration.disabled:
        chosen.clear()
    chosen |= set(matching(configuration.enabled))
    if select:
        chosen = set(_required(select))
    else:
        chosen -= set(matching(one for one in configuration.disabled if one != "all"))
    chosen -= set(_required(ignore))
    return tuple(rule.name for rule in all_rules() if rule in chosen)


def matching(names: Iterable[str]) -> list[type[Rule]]:
    """Give the rules that some names stand for; what is not ours stands for none."""
    return [rule for name in names for rule in all_rules() if stands_for(name, rule)]


def stands_for(name: str, rule: type[Rule]) -> bool:
    """Tell whether a name means a rule.

    It may be the rule's own, with or without pylint's prefix, its code or the start of it,
    its group, the checker that it belongs to, or ``all``.
    """
    if name == "all" or name.removeprefix("keras-") == rule.name or name == group(rule):
        return True
    if name in CHECKERS:
        return CHECKERS[name] is rule.default_enabled()
    return bool(_CODE.fullmatch(name)) and rule.code.startswith(name.upper())


def group(rule: type[Rule]) -> str:
    """Give the topic of a rule, the folder that its module lies in."""
    return rule.__module__.split(".")[-2]


def near(name: str) -> list[str]:
    """List the rules whose names come near a name."""
    return difflib.get_close_matches(name.removeprefix("keras-"), [r.name for r in all_rules()])


def no_rule(name: str) -> str:
    """Say that there is no such rule, and which ones come near."""
    found = ", ".join(near(name)) or "`keras-lint rules` lists all"
    return f"there is no rule {name!r}; {found}"


def information(names: Sequence[str]) -> list[RuleInformation]:
    """Give what reports say about rules."""
    return [
        RuleInformation(rule.name, rule.code, rule.summary, rule.page(), rule.severity())
        for rule in all_rules()
        if rule.name in names
    ]


def _required(names: Sequence[str]) -> list[type[Rule]]:
    for name in names:
        if not matching([name]):
            raise UnknownRule(no_rule(name))
    return matching(names)
