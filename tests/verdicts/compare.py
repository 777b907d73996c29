"""Compare the table of verdicts with what ``check`` finds now.

``python -m tests.verdicts.compare SOURCES`` runs ``keras-lint check`` as a user does, with all
defaults, over the folder that ``build_sources.py`` of the oracle wrote: one folder a repository,
``OWNER+NAME``. It lists the findings without verdict and the verdicts without finding, and ends
with 1 if there are any.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.verdicts.table import Place, read

ROOT = Path(__file__).parents[2]


def found_in(sources: Path) -> dict[Place, str]:
    """Give the message of each finding in a folder of sources, by its place."""
    done = subprocess.run(
        [sys.executable, "-m", "keras_lint", "check", "--format", "json", "--jobs", "0", "."],
        cwd=sources, env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if not done.stdout:
        raise SystemExit(done.stderr)
    sys.stderr.write(done.stderr)
    return places(json.loads(done.stdout)["diagnostics"])


def places(diagnostics: Iterable[Mapping[str, Any]]) -> dict[Place, str]:
    """Turn the report's paths, ``OWNER+NAME/PATH``, into places."""
    found = {}
    for one in diagnostics:
        folder, _, path = one["path"].partition("/")
        place = Place(folder.replace("+", "/", 1), path, one["line"], one["rule"])
        found[place] = one["message"]
    return found


def differences(found: Mapping[Place, str], judged: Iterable[Place]) -> list[str]:
    """List what only one side has, a line each."""
    known = set(judged)
    return [
        *(f"no verdict: {place}: {found[place]}" for place in sorted(found.keys() - known)),
        *(f"no finding: {place}" for place in sorted(known - found.keys())),
    ]


def main() -> int:
    """Run the comparison that the command line asks for."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python -m tests.verdicts.compare SOURCES\n")
        return 2
    lines = differences(found_in(Path(sys.argv[1])), (row.place for row in read()))
    print("\n".join(lines or ["every finding has its verdict"]))
    return 1 if lines else 0


if __name__ == "__main__":
    raise SystemExit(main())
