"""The style of the house: ruff, sizes and names of files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(
    path for folder in ("keras_lint", "tests", "examples") for path in (ROOT / folder).rglob("*.py")
)


def _ruff(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ruff", *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_lint():
    done = _ruff("check", "--output-format=concise", "--no-cache", ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_format():
    done = _ruff("format", "--check", "--no-cache", ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_is_long():
    """A file has one subject; past 400 lines it has several."""
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {str(p.relative_to(ROOT)): n for p, n in sizes.items() if n > 400} == {}


@pytest.mark.parametrize("word", ["utils", "helpers", "helper", "common", "misc"])
def test_names_say_the_subject(word):
    parts = {str(p.relative_to(ROOT)) for p in SOURCES if word in (p.stem, p.parent.name)}
    assert parts == set()
