"""From a canonical name to a backbone, loading only the family that is asked for."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from keras_lint.applications.application import Application

_NAME = re.compile(r'"(keras\.applications\.[\w.]*\b[A-Z]\w*)"')


@cache
def application_names() -> dict[str, str]:
    """Map every public name of a backbone to the module that describes it.

    The modules are read as text, so that none is imported before it is needed.
    """
    return {
        name: f"{__package__}.{path.stem}"
        for path in sorted(Path(__file__).parent.glob("*.py"))
        for name in _NAME.findall(path.read_text(encoding="utf-8"))
    }


@cache
def find_application(name: str) -> Application | None:
    """Give a backbone by any of its names, such as ``keras.applications.VGG16``, or None."""
    module = application_names().get(name)
    if module is None:
        return None
    for value in vars(import_module(module)).values():
        if isinstance(value, Application) and name in value.names:
            return value
    raise AssertionError(f"{module} writes {name} but describes no such backbone")
