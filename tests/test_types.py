"""Types: the package passes mypy in its strict mode."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_package_is_strictly_typed():
    """The mode and the packages stand in pyproject.toml."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_strict_is_what_is_configured():
    """A looser mode would make the test above mean little."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert '[tool.mypy]\npython_version = "3.10"\nstrict = true\n' in text
    assert (ROOT / "keras_lint" / "py.typed").exists()
