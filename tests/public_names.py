"""The public names of Keras, as the installed packages have them.

``python -m tests.public_names`` writes them into ``keras_lint/public_names.txt``.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

TABLE = Path(__file__).parent.parent / "keras_lint" / "public_names.txt"
CURRENT = ("keras", "keras._tf_keras.keras")
OLDER = ("tf_keras.api._v2.keras", "tf_keras.api._v1.keras")


def _modules(root: ModuleType) -> Iterator[tuple[str, ModuleType]]:
    """Give the modules of one API by the path that leads to them."""
    pending = [("keras", root)]
    while pending:
        path, module = pending.pop()
        yield path, module
        for name in vars(module):
            found = getattr(module, name)
            if not name.startswith("_") and name not in ("src", "api") and _is_part(found, module):
                pending.append((f"{path}.{name}", found))


def _is_part(found: object, module: ModuleType) -> bool:
    return isinstance(found, ModuleType) and found.__name__.startswith(f"{module.__name__}.")


def names(roots: tuple[str, ...]) -> dict[str, set[str]]:
    """Give the names of each module that some of the packages have."""
    found: dict[str, set[str]] = {}
    for root in roots:
        for path, module in _modules(importlib.import_module(root)):
            public = {name for name in vars(module) if not name.startswith("_")}
            found.setdefault(path, set()).update(public - {"src", "api"})
    return found


def table() -> str:
    """Give one line for each module: what Keras 3 has and, behind a bar, what Keras 2 had."""
    current, older = names(CURRENT), names(OLDER)
    lines = []
    for module in sorted(current.keys() | older.keys()):
        now = current.get(module, set())
        gone = older.get(module, set()) - now
        lines.append(" ".join([f"{module}:", *sorted(now), "|", *sorted(gone)]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
