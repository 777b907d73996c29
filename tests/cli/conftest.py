"""The command line, driven as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Give a function that runs ``keras-lint`` in the test's folder."""

    def run_command(*arguments: str, **options: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        environment.pop("FORCE_COLOR", None)
        return subprocess.run(
            [sys.executable, "-m", "keras_lint", *arguments],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env=environment | options,
            check=False,
        )

    return run_command


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Give a function that writes a file into the test's folder."""

    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        return path

    return write_file


@pytest.fixture
def posted() -> str:
    """Give the most-read question of the field, as it is posted: no imports, Python 2."""
    return """\
model = Sequential()
model.add(Dense(16, input_shape=(3, 2)))
model.add(Activation('relu'))
model.add(Flatten())
model.add(Dense(4))
model.compile(loss='mean_squared_error', optimizer='SGD')
x = np.array([[1, 2], [3, 4], [5, 6]])
y = model.predict(x)

print y.shape
"""
