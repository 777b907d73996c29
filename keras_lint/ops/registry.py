"""From a canonical function name to its operation, loading only the modules that a run needs."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from keras_lint.ops.operation import Operation, canonical_name, spelled_names

_SPELLING = re.compile(r'^\s*(?:@operation\()?"([A-Za-z_][\w.]*(?:{[\w,]*})?)\(', re.MULTILINE)


@cache
def operation_modules() -> dict[str, str]:
    """Map every declared spelling to the module that declares it, without importing any."""
    found: dict[str, str] = {}
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in ("__init__", "operation", "registry"):
            for spelling in _SPELLING.findall(path.read_text(encoding="utf-8")):
                for name in spelled_names(spelling):
                    found[name] = f"{__package__}.{path.stem}"
    return found


@cache
def find_operation(name: str) -> Operation | None:
    """Give the operation of a canonical name (``tensorflow.reshape``), or None."""
    name = canonical_name(name)
    module = operation_modules().get(name)
    if module is None:
        return None
    for function in vars(import_module(module)).values():
        declared = getattr(function, "operation", None)
        if isinstance(declared, Operation) and name in declared.spellings:
            return declared
    raise AssertionError(f"{module} spells {name} but declares no such operation")
