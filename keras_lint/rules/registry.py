"""All rules, found by walking the package: to add one is to add a file."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from keras_lint.rules.rule import Rule


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """Give every rule, ordered by code."""
    found: list[type[Rule]] = []
    root = Path(__file__).parent
    for path in sorted(root.glob("*/*.py")):
        if path.stem == "__init__":
            continue
        module = import_module(f"{__package__}.{path.parent.name}.{path.stem}")
        found += [
            value
            for value in vars(module).values()
            if isinstance(value, type)
            and issubclass(value, Rule)
            and value.code
            and value.__module__ == module.__name__
        ]
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def find_rule(name: str) -> type[Rule] | None:
    """Give a rule by its name, with or without pylint's prefix, or by its code."""
    wanted = name.removeprefix("keras-").lower()
    return next((r for r in all_rules() if wanted in (r.name, r.code.lower())), None)
