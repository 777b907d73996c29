"""What a person at a terminal sees, and what a program that reads the output does not."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """import keras
from keras import layers
m = keras.Sequential([keras.Input((6, 6, 4)), layers.Conv2D(4, {size})])
"""


@pytest.fixture
def two_files(tmp_path: Path) -> Path:
    (tmp_path / "a.py").write_text(PROGRAM.format(size=3))
    (tmp_path / "b.py").write_text(PROGRAM.format(size=9))
    (tmp_path / "pyproject.toml").write_text('[tool.pylint.keras-lint]\nkeras-version = "3"\n')
    return tmp_path


def _environment() -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    return {**os.environ, "PYTHONPATH": root, "TERM": "xterm", "COLUMNS": "80"}


def _verify(folder: Path, stderr: int) -> bytes:
    command = [sys.executable, "-m", "keras_lint", "verify", "--python", "nowhere", "a.py", "b.py"]
    done = subprocess.run(
        command, cwd=folder, env=_environment(), stdout=subprocess.PIPE, stderr=stderr, check=False
    )
    assert done.returncode == 2
    return done.stdout


def test_progress_is_shown_on_a_terminal_and_nowhere_else(two_files: Path) -> None:
    reader, writer = pty.openpty()
    shown = _verify(two_files, writer)
    os.close(writer)
    assert b"Asking Keras" in os.read(reader, 100_000)
    os.close(reader)
    assert b"Asking Keras" not in shown
    with (two_files / "errors.txt").open("w+b") as errors:
        assert _verify(two_files, errors.fileno()) == shown
        errors.seek(0)
        assert b"Asking Keras" not in errors.read()


# Two processes of pylint ask a worker each; what libraries print reaches neither's output.
def test_pylint_with_two_processes_prints_findings_alone(two_files: Path) -> None:
    command = [
        sys.executable, "-m", "pylint", "-j", "2", "--load-plugins=keras_lint", "--disable=all",
        "--enable=keras-size-below-one,keras-dense-on-multidim-input", "--keras-verify=y",
        "--output-format=json2", "a.py", "b.py",
    ]  # fmt: skip
    done = subprocess.run(
        command, cwd=two_files, env=_environment(), capture_output=True, text=True, check=False
    )
    found = json.loads(done.stdout)["messages"]
    assert [(one["path"], one["symbol"]) for one in found] == [("b.py", "keras-size-below-one")]
    assert done.stderr == ""
