"""``keras-lint explain``: the manual page of a rule, or what an error of Keras means."""

from __future__ import annotations

import argparse
import sys

from keras_lint.cli import rule_choice, traceback
from keras_lint.rules.registry import find_rule
from keras_lint.rules.rule import Rule


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("rule", nargs="?", metavar="RULE", help="a rule's name or code")
    what.add_argument(
        "--traceback", metavar="FILE", help="explain the error of Keras in a file; - reads it"
    )


def run(options: argparse.Namespace) -> int:
    """Print the page, as Markdown where no person looks on, or explain an error."""
    if options.traceback is not None:
        return traceback.run(options.traceback)
    rule = find_rule(options.rule)
    if rule is None:
        raise rule_choice.UnknownRule(rule_choice.no_rule(options.rule))
    page = _page(rule)
    if not sys.stdout.isatty():
        sys.stdout.write(page)
        return 0
    # Inside the function: a page that is piped needs none of it.
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(page, code_theme="ansi_dark"))
    return 0


def _page(rule: type[Rule]) -> str:
    checker = "keras-lint" if rule.default_enabled() else "keras-lint-extra"
    default = "on by default" if rule.default_enabled() else "off by default"
    head = [
        f"# {rule.name} ({rule.code})",
        rule.summary,
        f"In pylint: `keras-{rule.name}`, checker `{checker}`, {default}.",
    ]
    return "\n\n".join([*filter(None, head), rule.page()]).rstrip() + "\n"
