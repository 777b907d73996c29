"""What the log says. That its form is SARIF is tested in ``test_sarif_schema.py``."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from keras_lint import __version__
from keras_lint.diagnostics import Applicability, Edit, Fix, Label, Severity, sarif
from keras_lint.diagnostics.fingerprints import fingerprints
from keras_lint.diagnostics.rule_information import RuleInformation
from keras_lint.source import Span
from tests.diagnostics.findings import (
    DIGITS,
    FINDINGS,
    FLATTEN_FIRST,
    OUTPUT_TARGET_MISMATCH,
    SOURCES,
    finding,
)

RULE = RuleInformation(
    "output-target-mismatch", "E7101", "The loss refuses the output", "# Page", Severity.ERROR
)


def run(*items, rules=()) -> dict[str, Any]:
    log = json.loads(sarif.render(items, SOURCES, rules))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]


def test_the_run_names_the_tool_and_its_rules():
    driver = run(rules=[RULE])["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("keras-lint", __version__)
    assert driver["rules"] == [
        {
            "id": "E7101",
            "name": "output-target-mismatch",
            "shortDescription": {"text": "The loss refuses the output"},
            "help": {"text": "# Page", "markdown": "# Page"},
            "defaultConfiguration": {"level": "error"},
            "properties": {"problem.severity": "error", "tags": ["keras"]},
        }
    ]


def test_a_result():
    item = replace(OUTPUT_TARGET_MISMATCH, labels=OUTPUT_TARGET_MISMATCH.labels[:1])
    primary = 'layers.Dense(128, activation="relu")'
    assert run(item, rules=[RULE])["results"] == [
        {
            "ruleId": "E7101",
            "ruleIndex": 0,
            "level": "error",
            "message": {
                "text": f"{item.message}\nnote: {item.notes[0]}\nhelp: {FLATTEN_FIRST}",
            },
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "digits.py"},
                        "region": {
                            "startLine": 7,
                            "startColumn": 5,
                            "endLine": 7,
                            "endColumn": 41,
                            "snippet": {"text": primary},
                        },
                    }
                }
            ],
            "partialFingerprints": {"kerasLint/v1": fingerprints([item], SOURCES)[0]},
            "properties": {"rule": "output-target-mismatch", "confidence": "inference"},
            "relatedLocations": [
                {
                    "id": 1,
                    "message": {"text": "an image is 28 rows of 28"},
                    "physicalLocation": {
                        "artifactLocation": {"uri": "digits.py"},
                        "region": {
                            "startLine": 6,
                            "startColumn": 5,
                            "endLine": 6,
                            "endColumn": 26,
                            "snippet": {"text": "keras.Input((28, 28))"},
                        },
                    },
                }
            ],
            "fixes": [
                {
                    "description": {"text": FLATTEN_FIRST},
                    "artifactChanges": [
                        {
                            "artifactLocation": {"uri": "digits.py"},
                            "replacements": [
                                {
                                    "deletedRegion": {
                                        "startLine": 7,
                                        "startColumn": 5,
                                        "endLine": 7,
                                        "endColumn": 5,
                                    },
                                    "insertedContent": {"text": "layers.Flatten(),\n    "},
                                }
                            ],
                        }
                    ],
                    "properties": {"applicability": "unsafe"},
                }
            ],
        }
    ]


def test_columns_are_characters():
    assert run(*FINDINGS)["columnKind"] == "unicodeCodePoints"


def test_a_removal_inserts_nothing():
    edit = Edit(Span("digits.py", 1, 0, 2, 0), "")
    item = finding(Span("digits.py", 1, 0, 1, 1), fixes=(Fix("t", (edit,), Applicability.SAFE),))
    (change,) = run(item)["results"][0]["fixes"][0]["artifactChanges"]
    region = {"startLine": 1, "startColumn": 1, "endLine": 2, "endColumn": 1}
    assert change["replacements"] == [{"deletedRegion": region}]


def test_a_fix_of_two_files_has_a_change_for_each_and_sorted_replacements():
    edits = (
        Edit(Span("b.py", 1, 0, 1, 0), "x"),
        Edit(Span("a.py", 2, 0, 2, 0), "y"),
        Edit(Span("a.py", 1, 0, 1, 0), "z"),
    )
    item = finding(Span("a.py", 1, 0, 1, 1), fixes=(Fix("t", edits, Applicability.SAFE),))
    changes = run(item)["results"][0]["fixes"][0]["artifactChanges"]
    inserted = [
        (change["artifactLocation"]["uri"], [r["insertedContent"]["text"] for r in replacements])
        for change in changes
        for replacements in [change["replacements"]]
    ]
    assert inserted == [("a.py", ["z", "y"]), ("b.py", ["x"])]


# Of two remedies none may be applied without being chosen.
def test_a_fix_that_is_only_shown_is_left_out():
    edit = Edit(Span("a.py", 1, 0, 1, 0), "x")
    fixes = (Fix("t", (edit,), Applicability.DISPLAY),)
    assert "fixes" not in run(finding(Span("a.py", 1, 0, 1, 1), fixes=fixes))["results"][0]


def test_a_rule_that_is_not_listed_has_no_index():
    assert "ruleIndex" not in run(finding(Span("a.py", 1, 0, 1, 1)), rules=[RULE])["results"][0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("self.layers[0](x) gets", r"self.layers\[0](x) gets"),
        ("x[0] has (3,)", "x[0] has (3,)"),
    ],
)
def test_code_in_a_message_is_no_link(text, expected):
    span = Span("a.py", 1, 0, 1, 1)
    result = run(finding(span, Label(span, text)))["results"][0]
    assert result["relatedLocations"][0]["message"]["text"] == expected


# The lines of a cell are not lines of the notebook's file.
def test_a_finding_in_a_notebook_names_its_cell():
    edit = Edit(Span("nb.ipynb:cell 7", 2, 0, 2, 1), "x")
    fixes = (Fix("t", (edit,), Applicability.SAFE),)
    result = run(finding(Span("nb.ipynb:cell 7", 2, 0, 2, 1), fixes=fixes))["results"][0]
    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "nb.ipynb"}},
            "logicalLocations": [{"name": "cell 7, line 2", "kind": "module"}],
        }
    ]
    assert "fixes" not in result


def test_a_span_over_several_lines_keeps_its_text():
    region = run(finding(Span(DIGITS.path, 5, 8, 6, 26)))["results"][0]["locations"][0][
        "physicalLocation"
    ]["region"]
    assert region == {
        "startLine": 5,
        "startColumn": 9,
        "endLine": 6,
        "endColumn": 27,
        "snippet": {"text": "keras.Sequential([\n    keras.Input((28, 28)),"},
    }
