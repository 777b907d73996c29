"""``keras-lint rules``: every rule, with its group and whether it is on by default."""

from __future__ import annotations

import argparse
import json
import sys

from keras_lint.cli.rule_choice import group
from keras_lint.rules.registry import all_rules
from keras_lint.rules.rule import Rule


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--format", choices=("text", "json", "markdown"), default="text", help="how to print"
    )


def run(options: argparse.Namespace) -> int:
    """Print the list."""
    if options.format == "json":
        rules = [_entry(rule) for rule in all_rules()]
        sys.stdout.write(json.dumps({"schema": 1, "rules": rules}, indent=2) + "\n")
    elif options.format == "markdown":
        sys.stdout.write(_markdown())
    else:
        _print_table()
    return 0


def _entry(rule: type[Rule]) -> dict[str, object]:
    return {
        "name": rule.name,
        "code": rule.code,
        "symbol": f"keras-{rule.name}",
        "severity": rule.severity().value,
        "group": group(rule),
        "default": rule.default_enabled(),
        "summary": rule.summary,
    }


def _markdown() -> str:
    lines = ["| Code | Rule | Group | Default | What it finds |", "| --- | --- | --- | --- | --- |"]
    for rule in all_rules():
        summary = rule.summary.replace("|", "\\|")
        lines.append(
            f"| {rule.code} | `{rule.name}` | {group(rule)} | {_default(rule)} | {summary} |"
        )
    return "\n".join(lines) + "\n"


def _default(rule: type[Rule]) -> str:
    return "on" if rule.default_enabled() else "off"


def _print_table() -> None:
    # Inside the function: the other formats must not pay for rich.
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = 160
    table = Table("Code", "Rule", "Group", "Default", "What it finds", box=box.SIMPLE_HEAD)
    for rule in all_rules():
        table.add_row(rule.code, rule.name, group(rule), _default(rule), rule.summary)
    console.print(table)
