"""Keras's answers on all programs: recorded, so that the core is tested where Keras is not.

``python -m tests.annotated.record`` writes them anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from tests.annotated.annotations import EXAMPLES, HERE, PROGRAMS, PROJECTS, ROOT, program_name

ANSWERS = HERE / "answers.json"


@cache
def recorded() -> dict[str, Any]:
    """Read the recorded answers, by program."""
    found: dict[str, Any] = json.loads(ANSWERS.read_text("utf-8"))
    return found


def ask_keras(paths: list[Path]) -> dict[str, Any]:
    """Let real Keras execute programs, in one process of its own."""
    variables = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "KERAS_BACKEND": "tensorflow",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.annotated.worker", *map(str, paths)],
        cwd=ROOT, env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """Write the answers of the programs named on the command line, without names of all."""
    paths = [Path(argument).resolve() for argument in sys.argv[1:]]
    kept = json.loads(ANSWERS.read_text("utf-8")) if paths and ANSWERS.exists() else {}
    answers = {**kept, **ask_keras(paths or [*PROGRAMS, *PROJECTS, *EXAMPLES])}
    rows = [
        f"{json.dumps(name)}: {json.dumps(answers[name], sort_keys=True)}"
        for name in sorted(answers)
    ]
    ANSWERS.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")
    for path in paths or [*PROGRAMS, *PROJECTS, *EXAMPLES]:
        error = answers[program_name(path)]["error"]
        if error:
            print(f"{program_name(path)}:{error[0]}: {error[1]}: {error[2]}")


if __name__ == "__main__":
    main()
