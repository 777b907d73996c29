"""Findings as SARIF 2.1.0, for code scanning and editors.

Fixes whose applicability is ``DISPLAY`` are left out: a reader of SARIF may apply what it finds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from keras_lint.diagnostics.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from keras_lint.diagnostics.fingerprints import fingerprints
from keras_lint.diagnostics.full_message import full_message
from keras_lint.diagnostics.paths import split_cell, uri
from keras_lint.diagnostics.rule_information import RuleInformation
from keras_lint.source import SourceText, Span
from keras_lint.version import __version__

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "note",
    Severity.INFORMATION: "note",
}
# GitHub's own word for the severity of a rule that is not about security.
_PROBLEM_SEVERITIES = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "recommendation",
    Severity.INFORMATION: "recommendation",
}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


@dataclass(frozen=True)
class Tool:
    """The program whose run is logged; ``parts`` are those that it was extended with."""

    name: str
    version: str
    information: str
    parts: tuple[Tool, ...] = ()


KERAS_LINT = Tool("keras-lint", __version__, "https://github.com/keras-lint/keras-lint")


def render(
    report_items: Sequence[Diagnostic],
    sources: Mapping[str, SourceText],
    rules: Sequence[RuleInformation] = (),
    tool: Tool = KERAS_LINT,
) -> str:
    """Give a log of one run with the rules and, in their order, the findings."""
    indices = {rule.code: index for index, rule in enumerate(rules)}
    names = fingerprints(report_items, sources)
    results = [
        _result(item, sources, indices, name)
        for item, name in zip(report_items, names, strict=True)
    ]
    run = {
        "tool": _tool(tool, rules),
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _tool(tool: Tool, rules: Sequence[RuleInformation]) -> dict[str, object]:
    driver = _component(tool) | {"rules": [_rule(rule) for rule in rules]}
    if not tool.parts:
        return {"driver": driver}
    return {"driver": driver, "extensions": [_component(part) for part in tool.parts]}


def _component(tool: Tool) -> dict[str, object]:
    return {"name": tool.name, "version": tool.version, "informationUri": tool.information}


def _rule(rule: RuleInformation) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.page_markdown, "markdown": rule.page_markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "problem.severity": _PROBLEM_SEVERITIES[rule.severity],
            "tags": list(rule.tags),
        },
    }


def _result(
    item: Diagnostic,
    sources: Mapping[str, SourceText],
    rule_indices: Mapping[str, int],
    fingerprint: str,
) -> dict[str, object]:
    result: dict[str, object] = {"ruleId": item.code}
    if item.code in rule_indices:
        result["ruleIndex"] = rule_indices[item.code]
    result |= {
        "level": _LEVELS[item.severity],
        "message": {"text": _message(full_message(item, labels=False))},
        "locations": [_location(item.span, sources)],
        "partialFingerprints": {"kerasLint/v1": fingerprint},
        "properties": {"rule": item.rule, "confidence": item.confidence.value},
    }
    if item.labels:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _message(label.text)},
                **_location(label.span, sources),
            }
            for number, label in enumerate(item.labels, 1)
        ]
    fixes = [fix for fix in item.fixes if fix.applicability is not Applicability.DISPLAY]
    # A cell's text is no range of the notebook's file, and only such a range can be replaced.
    if fixes and split_cell(item.span.path)[1] is None:
        result["fixes"] = [_fix(fix) for fix in fixes]
    return result


def _message(text: str) -> str:
    """Keep ``layers[0](x)`` from being read as a link."""
    return _LINK.sub(r"\\[", text)


def _location(span: Span, sources: Mapping[str, SourceText]) -> dict[str, object]:
    file, cell = split_cell(span.path)
    artifact = {"uri": uri(file)}
    if cell is not None:
        name = f"{cell}, line {span.line}"
        return {
            "physicalLocation": {"artifactLocation": artifact},
            "logicalLocations": [{"name": name, "kind": "module"}],
        }
    region = _region(span)
    if span.path in sources:
        region["snippet"] = {"text": sources[span.path].slice(span)}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _region(span: Span) -> dict[str, object]:
    return {
        "startLine": span.line,
        "startColumn": span.column + 1,
        "endLine": span.end_line,
        "endColumn": span.end_column + 1,
    }


def _fix(fix: Fix) -> dict[str, object]:
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    changes = [
        {
            "artifactLocation": {"uri": uri(path)},
            "replacements": [_replacement(edit) for edit in group],
        }
        for path, group in groupby(edits, key=lambda edit: edit.span.path)
    ]
    return {
        "description": {"text": _message(fix.title)},
        "artifactChanges": changes,
        "properties": {"applicability": fix.applicability.value},
    }


def _replacement(edit: Edit) -> dict[str, object]:
    replacement: dict[str, object] = {"deletedRegion": _region(edit.span)}
    if edit.replacement:
        replacement["insertedContent"] = {"text": edit.replacement}
    return replacement
