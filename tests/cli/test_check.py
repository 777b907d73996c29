"""``keras-lint check``: findings, formats, exit status, comments, options, baseline."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ROOT, Run

Write = Callable[[str, str], Path]

IMPORTS = "from keras import Sequential\nfrom keras.layers import LSTM, Dense, Flatten, Input\n"
WRONG = f"{IMPORTS}layer = Dense(3, groups=1)\n"
FOUND = "wrong.py:3:9: E7102 `Dense` takes no `groups=` (unknown-argument)\n"
MEANT = f"{IMPORTS}m = Sequential([Input((8, 3)), Dense(4), LSTM(5), Dense(1)])\n"


def test_clean_files(run: Run, write: Write) -> None:
    write("clean.py", f"{IMPORTS}layer = Dense(3)\n")
    checked = run("check", "clean.py")
    assert (checked.returncode, checked.stdout) == (0, "Found nothing to report in 1 file\n")


def test_findings(run: Run, write: Write) -> None:
    write("wrong.py", WRONG)
    checked = run("check", "wrong.py", "--format", "concise")
    assert (checked.returncode, checked.stdout, checked.stderr) == (1, FOUND, "")


def test_text_shows_the_source(run: Run, write: Write) -> None:
    write("wrong.py", WRONG)
    checked = run("check", "wrong.py")
    assert "error[unknown-argument]: `Dense` takes no `groups=`\n" in checked.stdout
    assert "3 | layer = Dense(3, groups=1)\n" in checked.stdout
    assert checked.stdout.endswith("Found 1 error in 1 file\n")


@pytest.mark.parametrize(
    ("format_", "rule"),
    [
        ("json", lambda content: content["diagnostics"][0]["rule"]),
        ("gitlab", lambda content: content[0]["check_name"]),
        ("sarif", lambda content: content["runs"][0]["results"][0]["properties"]["rule"]),
    ],
)
def test_formats_for_programs(
    run: Run, write: Write, tmp_path: Path, format_: str, rule: Callable[..., str]
) -> None:
    write("wrong.py", WRONG)
    checked = run("check", "wrong.py", "--format", format_, "--output", "report.json")
    assert (checked.returncode, checked.stdout) == (1, "")
    assert rule(json.loads((tmp_path / "report.json").read_text())) == "unknown-argument"


def test_annotations_for_github(run: Run, write: Write) -> None:
    write("wrong.py", WRONG)
    checked = run("check", "wrong.py", "--format", "github")
    assert checked.stdout.startswith("::error file=wrong.py,line=3,")


def test_an_output_that_cannot_be_written(run: Run, write: Write) -> None:
    write("wrong.py", WRONG)
    checked = run("check", "wrong.py", "--output", "no/such/folder")
    assert checked.returncode == 2
    assert checked.stderr == "keras-lint: no/such/folder: No such file or directory\n"


def test_folders_in_several_processes(run: Run, write: Write) -> None:
    for name in ("b/wrong.py", "a/wrong.py", "wrong.py", ".hidden/wrong.py", "venv/wrong.py"):
        write(name, WRONG)
    one = run("check", ".", "--format", "concise")
    two = run("check", ".", "--format", "concise", "-j", "2")
    paths = ["wrong.py", str(Path("a", "wrong.py")), str(Path("b", "wrong.py"))]
    assert one.stdout == "".join(FOUND.replace("wrong.py", path, 1) for path in paths)
    assert two.stdout == one.stdout
    assert two.returncode == 1


def test_what_cannot_be_read_costs_nothing_else(run: Run, write: Write, tmp_path: Path) -> None:
    write("wrong.py", WRONG)
    (tmp_path / "binary.py").write_bytes(b"import keras\0")
    checked = run("check", "missing.py", "binary.py", "wrong.py", "--format", "concise")
    assert (checked.returncode, checked.stdout) == (2, FOUND)
    assert checked.stderr == "missing.py: no such file\nbinary.py: is a binary file\n"


def test_reports_the_posted_program(run: Run, write: Write, posted: str) -> None:
    """Without any import, and with Python 2's print statement at its end."""
    write("posted.py", posted)
    checked = run("check", "posted.py", "--format", "json")
    assert checked.returncode == 2
    assert checked.stderr == (
        "posted.py:10:1: syntax error: Python 2's print statement;"
        " the rest of the file is analyzed without it\n"
    )
    found = json.loads(checked.stdout)["diagnostics"]
    assert (found[0]["rule"], found[0]["line"]) == ("dense-on-multidim-input", 2)
    assert all(one["severity"] != "error" for one in found)
    assert any("imports no Keras" in note for note in found[0]["notes"])


def test_nothing_is_an_error_where_imports_are_guessed(run: Run, write: Write) -> None:
    write("posted.py", "model = Sequential([Dense(3, groups=1)])\n")
    (found,) = json.loads(run("check", "posted.py", "--format", "json").stdout)["diagnostics"]
    assert (found["rule"], found["severity"]) == ("unknown-argument", "warning")


def test_names_of_another_library_are_not_guessed(run: Run, write: Write) -> None:
    write("other.py", "from mine import *\nmodel = Sequential([Dense(3, groups=1)])\n")
    assert run("check", "other.py").returncode == 0


def test_rules_to_run(run: Run, write: Write) -> None:
    write("wrong.py", WRONG + "model = Sequential([Input((3, 2)), Dense(16), Flatten()])\n")

    def rules(*options: str) -> list[str]:
        lines = run("check", "wrong.py", "--format", "concise", *options).stdout.splitlines()
        return [line.rpartition("(")[2].rstrip(")") for line in lines]

    both = ["unknown-argument", "dense-on-multidim-input"]
    assert rules() == both
    assert rules("--select", "W") == both[1:]
    assert rules("--select", "keras-unknown-argument,W7101") == both
    assert rules("--ignore", "dense") == both[:1]
    assert rules("--select", "keras-lint", "--ignore", "E71") == both[1:]
    assert set(rules("--select", "all")) > set(both)


def test_extra_rules(run: Run, write: Write) -> None:
    write("meant.py", MEANT)
    assert run("check", "meant.py").returncode == 0
    checked = run("check", "meant.py", "--extra", "--format", "concise")
    assert checked.returncode == 1
    assert "(dense-per-position)" in checked.stdout
    assert run("check", "meant.py", "--select", "dense-per-position").returncode == 1


def test_a_rule_that_does_not_exist(run: Run, write: Write) -> None:
    write("wrong.py", WRONG)
    checked = run("check", "wrong.py", "--select", "unknown-argumnt")
    assert checked.returncode == 2
    assert checked.stderr.startswith("keras-lint: there is no rule 'unknown-argumnt'; ")
    assert "unknown-argument" in checked.stderr
    assert checked.stderr.count("\n") == 1


def test_options_of_the_project(run: Run, write: Write) -> None:
    write("old.py", f"{IMPORTS}layer = Dense(3, batch_input_shape=(1, 2))\n")
    write("pyproject.toml", '[tool.pylint.keras-lint]\nkeras-version = "3"\n')
    assert run("check", "old.py").returncode == 1
    write("pyproject.toml", "[tool.pylint.keras-lint]\nkeras-version = 2\n")
    assert run("check", "old.py").returncode == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".pylintrc", "[MAIN]\nload-plugins=keras_lint\n[keras-lint]\nkeras-version=2  # old\n"),
        ("pylintrc", "[MAIN]\nkeras_version=2\n"),
        ("setup.cfg", "[metadata]\nkeras-version=3\n[pylint.keras-lint]\nkeras-version=2\n"),
        ("tox.ini", "[pylint]\nkeras-version=2\ndisable=line-too-long,\n    W\n"),
        (".pylintrc.toml", "[tool.pylint.keras-lint]\nkeras-version = 2\n"),
    ],
)
def test_options_in_pylints_other_files(run: Run, write: Write, name: str, text: str) -> None:
    write("old.py", f"{IMPORTS}layer = Dense(3, batch_input_shape=(1, 2))\n")
    write("pyproject.toml", '[project]\nname = "other"\n')
    assert run("check", "old.py", "--select", "E").returncode == 1
    write(name, text)
    checked = run("check", "old.py", "--select", "E")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_messages_that_the_project_switches(run: Run, write: Write) -> None:
    write("wrong.py", WRONG)
    write("meant.py", MEANT)
    write(
        "pyproject.toml",
        '[tool.pylint."messages control"]\n'
        'disable = ["keras-unknown-argument", "line-too-long"]\nenable = "keras-lint-extra"\n',
    )
    assert run("check", "wrong.py").returncode == 0
    assert run("check", "meant.py").returncode == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[tool.pylint.keras-lint]\nkeras-version = "4"\n', "but may be auto, 2, 3"),
        ("[tool.pylint.keras-lint]\nkeras-max-depth = true\n", "must be a whole number"),
        ("[tool.pylint.keras-lint]\nkeras-versoin = 3\n", "keras-version is one"),
        ("[tool.pylint\n", "pyproject.toml: "),
    ],
)
def test_a_configuration_that_cannot_be_followed(
    run: Run, write: Write, text: str, reason: str
) -> None:
    write("wrong.py", WRONG)
    write("pyproject.toml", text)
    checked = run("check", "wrong.py")
    assert checked.returncode == 2
    assert checked.stderr.count("\n") == 1
    assert reason in checked.stderr


PRAGMAS = f"""{IMPORTS}
a1 = Dense(3, groups=1)  # pylint: disable=keras-unknown-argument
a2 = Dense(3, groups=1)
a3 = Dense(3, groups=1)  # pylint: disable=E7102 # because
a4 = Dense(3, groups=1)  # pylint: disable=keras-lint
a5 = Dense(3, groups=1)  # pylint: disable=keras-missing-argument
# pylint: disable-next=keras-unknown-argument
a6 = Dense(3, groups=1)
a7 = Dense(3, groups=1)

def early():
    # pylint: disable=keras-unknown-argument
    return Dense(3, groups=1)

def late():
    b1 = Dense(3, groups=1)
    # pylint: disable=keras-unknown-argument
    b2 = Dense(3, groups=1)
    # pylint: enable=keras-unknown-argument
    return b1, b2, Dense(3, groups=1)

def header():  # pylint: disable=keras-unknown-argument
    return Dense(3, groups=1)

class Kept:
    c1 = Dense(3, groups=1)
    # pylint: disable=keras-unknown-argument
    c2 = Dense(3, groups=1)

for _ in range(1):
    # pylint: disable=keras-unknown-argument
    d1 = Dense(3, groups=1)
d2 = Dense(3, groups=1)

if a1:
    # pylint: disable=keras-unknown-argument
    e1 = Dense(3, groups=1)
else:
    e2 = Dense(3, groups=1)

with open("x") as stream:
    # pylint: disable=keras-unknown-argument
    f1 = Dense(3, groups=1)
f2 = Dense(3, groups=1)

g1 = Sequential([  # pylint: disable=keras-unknown-argument
    Dense(3, groups=1),
    Dense(3, groups=1),  # pylint: disable=keras-unknown-argument
    # pylint: disable=keras-unknown-argument
    Dense(3, groups=1),
])
g2 = [Dense(  # pylint: disable=keras-unknown-argument
    3,
    groups=1,
), Dense(
    3,
    groups=1,  # pylint: disable=keras-unknown-argument
)]
# pylint: disable=keras-unknown-argument
h1 = Dense(3, groups=1)
early(), late(), header()
"""


def test_comments_mean_what_they_mean_in_pylint(run: Run, write: Write, tmp_path: Path) -> None:
    """Every place of a comment gives the lines that pylint itself reports."""
    write("pragmas.py", PRAGMAS)
    options = ("--disable=all", "--enable=keras-unknown-argument", "--output-format=json2")
    process = subprocess.run(
        [sys.executable, "-m", "pylint", "--load-plugins=keras_lint", *options, "pragmas.py"],
        cwd=tmp_path,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    expected = sorted(one["line"] for one in json.loads(process.stdout)["messages"])
    checked = run("check", "pragmas.py", "--select", "unknown-argument", "--format", "json")
    assert [one["line"] for one in json.loads(checked.stdout)["diagnostics"]] == expected
    assert len(expected) > 8


@pytest.mark.parametrize("comment", ["skip-file", "disable=all"])
def test_a_file_can_be_skipped(run: Run, write: Write, comment: str) -> None:
    write("wrong.py", f"# pylint: {comment}\n{WRONG}")
    assert run("check", "wrong.py").returncode == 0


def test_a_baseline_lets_old_findings_be(run: Run, write: Write, tmp_path: Path) -> None:
    write("project/wrong.py", WRONG)
    first = run("check", "project", "--baseline", "known.json")
    assert first.returncode == 0
    assert first.stderr == "known.json: recorded 1 finding\n"
    # Lines move, the folder is named otherwise, and one finding is new.
    write("project/wrong.py", f"# moved\n\n{WRONG}other = Dense(4, groups=2)\n")
    second = run(
        "check",
        str(tmp_path / "project"),
        "--baseline",
        "known.json",
        "--format",
        "json",
    )
    assert second.returncode == 1
    (found,) = json.loads(second.stdout)["diagnostics"]
    assert found["line"] == 6
    third = run("check", "project", "--baseline", "known.json", "--update-baseline")
    assert third.returncode == 0
    assert run("check", "project", "--baseline", "known.json").returncode == 0


def test_a_file_that_is_no_baseline(run: Run, write: Write) -> None:
    write("wrong.py", WRONG)
    write("known.json", "[]")
    checked = run("check", "wrong.py", "--baseline", "known.json")
    assert checked.returncode == 2
    assert checked.stderr.startswith("keras-lint: known.json: is no baseline")
    assert run("check", "wrong.py", "--update-baseline").returncode == 2


def test_a_reader_that_stops_early(run: Run, write: Write, tmp_path: Path) -> None:
    write("wrong.py", IMPORTS + "layer = Dense(3, groups=1)\n" * 2000)
    process = subprocess.run(
        f"{sys.executable} -m keras_lint check wrong.py --format json | head -1",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (process.stdout, process.stderr) == ("{\n", "")
