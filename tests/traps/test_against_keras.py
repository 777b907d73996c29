"""Every trap is correct: real Keras runs it to its end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.traps.programs_list import HERE, PROGRAMS

PARTS = [PROGRAMS[start::6] for start in range(6)]


@pytest.mark.parametrize("programs", PARTS, ids=range(len(PARTS)))
def test_keras_runs_every_trap(programs):
    """One process executes a sixth of them."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.traps.worker", *map(str, programs)],
        cwd=Path(HERE).parent.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    raised = {name: error for name, (error, _) in json.loads(done.stdout).items() if error}
    assert raised == {}, "\n".join(f"{name}:\n{text}" for name, text in raised.items())
