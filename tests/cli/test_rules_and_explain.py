"""``keras-lint rules`` and ``keras-lint explain``."""

from __future__ import annotations

import json

from keras_lint.rules.registry import all_rules

from .conftest import Run


def test_lists_every_rule(run: Run) -> None:
    listed = run("rules")
    assert listed.returncode == 0
    assert all(f" {rule.name} " in listed.stdout for rule in all_rules())


def test_lists_rules_for_programs(run: Run) -> None:
    rules = json.loads(run("rules", "--format", "json").stdout)["rules"]
    assert [rule["code"] for rule in rules] == [rule.code for rule in all_rules()]
    flagship = next(rule for rule in rules if rule["name"] == "dense-on-multidim-input")
    assert flagship == {
        "name": "dense-on-multidim-input",
        "code": "W7101",
        "symbol": "keras-dense-on-multidim-input",
        "severity": "warning",
        "group": "dense",
        "default": True,
        "summary": flagship["summary"],
    }


def test_lists_rules_as_markdown(run: Run) -> None:
    lines = run("rules", "--format", "markdown").stdout.splitlines()
    assert lines[0] == "| Code | Rule | Group | Default | What it finds |"
    assert len(lines) == 2 + len(all_rules())
    assert {line.replace("\\|", "").count("|") for line in lines} == {6}


def test_explains_a_rule_by_any_of_its_names(run: Run) -> None:
    names = ("dense-on-multidim-input", "keras-dense-on-multidim-input", "W7101")
    pages = {run("explain", name).stdout for name in names}
    (page,) = pages
    assert page.startswith("# dense-on-multidim-input (W7101)\n")
    assert "## Why is this bad?" in page
    assert "checker `keras-lint`, on by default" in page


def test_a_rule_that_does_not_exist(run: Run) -> None:
    explained = run("explain", "dense-on-multidim")
    assert explained.returncode == 2
    assert explained.stderr.startswith("keras-lint: there is no rule 'dense-on-multidim'; ")
    assert "dense-on-multidim-input" in explained.stderr
