"""What the plugin costs pylint: the same programs spelled `tensorflow.keras` and `keras`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = ("functional.py", "subclassing.py")
OURS = """
import atexit, sys, time
from keras_lint.pylint_plugin import checker
spent, inner = [0.0], checker._Checker.visit_module
def visit(self, module):
    start = time.process_time()
    inner(self, module)
    spent[0] += time.process_time() - start
checker._Checker.visit_module = visit
atexit.register(lambda: sys.stderr.write(f"{spent[0] / time.process_time()}"))
def register(linter):
    pass
"""


def spelled_keras(source: str) -> str:
    """Give a program that asks for Keras itself instead of for TensorFlow's."""
    source = re.sub(r"^from tensorflow import keras\b", "import keras", source, flags=re.MULTILINE)
    return "import keras\n" + re.sub(r"\b(tensorflow|tf)\.keras\b", "keras", source)


def run(folder: Path, *options: str) -> tuple[list[dict[str, Any]], str]:
    """Give pylint's messages and what it says on standard error."""
    files = [str(folder / name) for name in PROGRAMS]
    path = os.pathsep.join((str(ROOT), str(folder)))
    process = subprocess.run(
        [
            sys.executable,
            "-m",
            "pylint",
            f"--rcfile={os.devnull}",
            "-E",
            "-fjson2",
            *options,
            *files,
        ],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    messages: list[dict[str, Any]] = json.loads(process.stdout)["messages"]
    return messages, process.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with the programs and the plugin that measures."""
    for name in PROGRAMS:
        text = (ROOT / "tests" / "pylint_plugin" / "programs" / name).read_text("utf-8")
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "measuring.py").write_text(OURS, "utf-8")
    return tmp_path


def test_pylint_with_the_plugin(benchmark: Any, folder: Path) -> None:
    """The aims: 10 % more than the benchmark below, of which the checker takes at most 5 %."""
    options = (folder, "--load-plugins=keras_lint,measuring")
    messages, share = benchmark.pedantic(run, options, rounds=2)
    benchmark.extra_info["share of the checker"] = float(share)
    assert messages == []


def test_pylint_alone_on_the_same_programs_spelled_keras(benchmark: Any, folder: Path) -> None:
    """What the benchmark above is compared with; it infers into the same Keras."""
    for name in PROGRAMS:
        text = spelled_keras((folder / name).read_text("utf-8"))
        (folder / name).write_text(text, "utf-8")
    messages, said = benchmark.pedantic(run, (folder,), rounds=2)
    assert said == ""
    assert not [one for one in messages if one["symbol"] in ("import-error", "undefined-variable")]
