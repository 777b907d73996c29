"""The faces, driven as users drive them, on any Python and pylint, without Keras."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PLUGIN = ("--load-plugins=keras_lint", "--disable=all", "--enable=keras-lint")


def _run(
    module: str, *arguments: str | Path, folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "120"}
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=folder, env=variables, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def _pylint(*arguments: str | Path, folder: Path = ROOT) -> list[tuple[str, int, str]]:
    """Give file, line and symbol of each message."""
    command = (f"--rcfile={os.devnull}", "--output-format=json2", *PLUGIN, *arguments)
    done = _run("pylint", *command, folder=folder)
    assert done.stderr == ""
    messages = json.loads(done.stdout)["messages"]
    return sorted((Path(m["path"]).name, m["line"], m["symbol"]) for m in messages)


EXPECTED = [
    ("image_classifier.py", 13, "keras-loss-against-output"),
    ("question.py", 10, "keras-dense-on-multidim-input"),
    ("question.py", 17, "keras-input-rank"),
    ("recurrent_regressor.py", 17, "keras-target-broadcast-by-loss"),
]


@pytest.mark.parametrize("jobs", [1, 2])
def test_pylint_reports_the_examples(jobs):
    """Two programs of the five are clean; the same messages come from one process and from two."""
    files = sorted(EXAMPLES.glob("*.py"))
    assert len(files) == 5
    assert _pylint(f"-j{jobs}", *files) == EXPECTED


def test_pylint_lists_the_messages():
    """Every message is on or off by default as its checker says."""
    done = _run("pylint", "--load-plugins=keras_lint", "--list-msgs")
    assert ":keras-dense-on-multidim-input (W7101):" in done.stdout
    done = _run("pylint", "--load-plugins=keras_lint", "--help-msg=keras-input-rank")
    assert "E7141" in done.stdout


def test_pylint_obeys_its_pragma(tmp_path):
    """The comment behind the layer silences the finding of that layer alone."""
    text = (EXAMPLES / "question.py").read_text("utf-8")
    line = "model.add(Dense(16, input_shape=(3, 2)))"
    assert line in text
    silent = text.replace(line, f"{line}  # pylint: disable=keras-dense-on-multidim-input")
    (tmp_path / "silent.py").write_text(silent, "utf-8")
    assert _pylint("silent.py", folder=tmp_path) == [("silent.py", 17, "keras-input-rank")]


def test_summary_shows_what_keras_shows():
    """Shapes, parameters and the line of each layer."""
    done = _run("keras_lint", "summary", EXAMPLES / "accepted_answer.py")
    assert done.returncode == 0
    for part in ("(None, 6)", "(None, 16)", "(None, 4)", "112", "68", "Total params: 180"):
        assert part in done.stdout


def test_summary_gives_json():
    """The fixed format, on standard output alone."""
    done = _run("keras_lint", "summary", "--format", "json", EXAMPLES / "question.py")
    (entry,) = json.loads(done.stdout)["files"]
    assert [call["output_shape"] for call in entry["layer_calls"]] == [
        [None, 3, 16],
        [None, 3, 16],
        [None, 48],
        [None, 4],
    ]
    assert [model["params"] for model in entry["models"]] == [244]


def test_summary_goes_on_after_a_broken_file(tmp_path):
    """What cannot be read is a clear line and exit status 2; the others are still shown."""
    shutil.copy(EXAMPLES / "accepted_answer.py", tmp_path / "fine.py")
    (tmp_path / "broken.py").write_text("def f(:\n", "utf-8")
    (tmp_path / "binary.py").write_bytes(b"\x00\x01\xff")
    (tmp_path / "empty.py").write_text("", "utf-8")
    names = ("broken.py", "binary.py", "empty.py", "missing.py", "fine.py")
    done = _run("keras_lint", "summary", "--format", "json", *names, folder=tmp_path)
    entries = json.loads(done.stdout)["files"]
    assert done.returncode == 2
    assert done.stderr == ""
    assert [(e["path"], e["error"] is None) for e in entries] == [
        ("broken.py", False),
        ("binary.py", False),
        ("empty.py", True),
        ("missing.py", False),
        ("fine.py", True),
    ]
    assert len(entries[-1]["layer_calls"]) == 4


def test_check_reports_the_same_findings():
    """The command line says what pylint says; exit status 1 tells that there is something."""
    done = _run("keras_lint", "check", "--format", "json", EXAMPLES)
    assert done.returncode == 1
    assert "keras-dense-on-multidim-input" in done.stdout or "dense-on-multidim" in done.stdout
    done = _run("keras_lint", "check", EXAMPLES / "transformer.py", EXAMPLES / "accepted_answer.py")
    assert done.returncode == 0
