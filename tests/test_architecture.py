"""ARCHITECTURE.md names what is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "keras_lint"
TEXT = (PACKAGE / "ARCHITECTURE.md").read_text("utf-8")


def _section(title: str) -> str:
    found = re.search(rf"^#+ {title}\n(.*?)(?=^#|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def test_every_part_of_the_package_has_its_row():
    """A folder or module at the top of the package stands in the layout."""
    parts = {p.stem for p in PACKAGE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    entries = {"__init__", "__main__", "testing"}
    named = set(re.findall(r"`(\w+)/?`", _section("Layout")))
    assert parts - entries <= named


def test_the_modules_of_the_interpreter_exist():
    named = set(re.findall(r"`(\w+)`", _section("Inside the interpreter")))
    assert len(named) > 30
    assert {name for name in named if not list((PACKAGE / "interpreter").glob(f"{name}*"))} == {
        "match"
    }


def test_the_files_that_it_names_exist():
    names = re.findall(r"`((?:tests|\.ci|core|ops|rules|interpreter)/[\w/.]*)`", TEXT)
    roots = (ROOT, PACKAGE, PACKAGE / "layers")
    assert len(names) > 10
    assert [name for name in names if not any((root / name).exists() for root in roots)] == []
