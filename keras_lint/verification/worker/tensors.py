"""Shapes, sizes and texts of what Keras gives."""

from __future__ import annotations

import importlib
import re
from typing import Any


def numpy_module() -> Any:
    """Give numpy, which comes with Keras."""
    return importlib.import_module("numpy")


def count(variables: Any) -> int:
    """Count the values in some variables."""
    total = 0
    for variable in variables:
        size = 1
        for axis in variable.shape:
            size *= int(axis)
        total += size
    return total


def leaves(value: Any) -> list[Any]:
    """List the tensors of a nested value, dicts by key."""
    if isinstance(value, dict):
        return [leaf for key in sorted(value, key=str) for leaf in leaves(value[key])]
    if isinstance(value, list | tuple):
        return [leaf for item in value for leaf in leaves(item)]
    return [value]


def shapes_of(value: Any) -> list[list[int | None]]:
    """List the shapes of the tensors in a nested value."""
    found = []
    for leaf in leaves(value):
        shape = getattr(leaf, "shape", None)
        if shape is not None:
            found.append([None if axis is None else int(axis) for axis in shape])
    return found


def volume(sizes: Any) -> int:
    """Multiply sizes."""
    total = 1
    for size in sizes:
        total *= size
    return total


def described(error: BaseException) -> dict[str, str]:
    """Give the type and the text of an exception, without colour."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", str(error))
    return {"type": type(error).__name__, "text": text[:4000]}
