"""The direction of imports: the contracts in pyproject.toml hold."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "keras_lint"
WORKER = PACKAGE / "verification" / "worker"
CORE = ("shapes", "diagnostics", "layers", "ops", "applications", "model", "rules")
HOSTS = {"astroid", "pylint", "pygls", "lsprotocol"}
COMMAND = "from importlinter.cli import lint_imports_command as run; run()"


def _imported(path: Path) -> set[str]:
    """Give the top-level packages that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_imports_point_downwards():
    """The contracts are those of the design; import-linter reads them from pyproject.toml."""
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_every_module_has_a_row():
    """A module that no contract names could import anything."""
    contracts = (ROOT / "pyproject.toml").read_text("utf-8")
    parts = {p.stem for p in PACKAGE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    missing = {part for part in parts - {"__init__"} if f"keras_lint.{part}" not in contracts}
    assert missing == set()


def test_nothing_imports_what_is_analyzed():
    """User code is read, never run: only the worker, in its own process, knows Keras."""
    guilty = [
        str(path.relative_to(ROOT))
        for path in PACKAGE.rglob("*.py")
        if _imported(path) & {"keras", "tensorflow", "tf_keras", "numpy", "torch", "jax"}
        and WORKER not in path.parents
        and path != WORKER.with_suffix(".py")
    ]
    assert guilty == []


@pytest.mark.parametrize("part", CORE)
def test_the_core_knows_no_host(part):
    """What is below the interpreter, and the rules, know neither syntax trees nor faces."""
    files = [*(PACKAGE / part).rglob("*.py"), *PACKAGE.glob(f"{part}.py")]
    assert files
    assert [str(f.relative_to(ROOT)) for f in files if _imported(f) & HOSTS] == []
