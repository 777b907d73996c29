"""The formats of a report, by the names that the command line knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import Protocol

from keras_lint.diagnostics.diagnostic import Diagnostic
from keras_lint.diagnostics.rule_information import RuleInformation
from keras_lint.source import SourceText

# Modules load when they are asked for: a run pays for the format that it prints.


class Renderer(Protocol):
    """Turns findings, in the order given, into the whole text of a report."""

    def __call__(
        self,
        report_items: Sequence[Diagnostic],
        sources: Mapping[str, SourceText],
        rules: Sequence[RuleInformation] = (),
    ) -> str:
        """Render the findings.

        Args:
            report_items: the findings, sorted.
            sources: the text of each file by the path that its spans name.
            rules: every rule that was asked for, whether or not it found something.
        """
        ...


def _render(
    module: str,
    report_items: Sequence[Diagnostic],
    sources: Mapping[str, SourceText],
    rules: Sequence[RuleInformation] = (),
) -> str:
    loaded = import_module(f"keras_lint.diagnostics.{module}")
    rendered: str = loaded.render(report_items, sources)
    return rendered


def _render_sarif(
    report_items: Sequence[Diagnostic],
    sources: Mapping[str, SourceText],
    rules: Sequence[RuleInformation] = (),
) -> str:
    from keras_lint.diagnostics import sarif

    return sarif.render(report_items, sources, rules)


FORMATS: Mapping[str, Renderer] = MappingProxyType(
    {
        "text": partial(_render, "text"),
        "concise": partial(_render, "concise"),
        "json": partial(_render, "json_format"),
        "github": partial(_render, "github"),
        "gitlab": partial(_render, "gitlab"),
        "sarif": _render_sarif,
    }
)
