"""The traps: correct programs that look suspicious."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE / "programs"
PROGRAMS = sorted([*FOLDER.glob("*.py"), *FOLDER.glob("*/main.py")])


def slug(path: Path) -> str:
    """Give the name of a trap: that of its file, or of its folder."""
    return path.parent.name if path.name == "main.py" else path.stem


def files(path: Path) -> list[Path]:
    """List the files of a trap: itself, or all modules of its folder."""
    return sorted(path.parent.rglob("*.py")) if path.name == "main.py" else [path]
