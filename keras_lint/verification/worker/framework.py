"""Keras, whichever it is: ``keras``, ``tensorflow.keras`` or ``tf_keras``."""

from __future__ import annotations

import importlib
from contextlib import nullcontext
from typing import Any


class Framework:
    """One of ``keras``, ``tensorflow.keras`` and ``tf_keras``."""

    def __init__(self, name: str) -> None:
        if name == "tensorflow.keras":
            self.keras: Any = importlib.import_module("tensorflow").keras
        else:
            self.keras = importlib.import_module(name)
        self.version = _version(self.keras)
        self.major = int(self.version.split(".")[0])
        backend = getattr(self.keras.backend, "backend", None)
        self.backend = str(backend()) if callable(backend) else "tensorflow"

    def named(self, name: str) -> Any:
        """Give what a canonical name stands for."""
        if name.startswith("tensorflow."):
            found: Any = importlib.import_module("tensorflow")
        else:
            found = self.keras
        for part in name.split(".")[1:]:
            found = getattr(found, part)
        return found

    def scope(self) -> Any:
        """Give a context in which weights are made but not allocated, if there is one."""
        if self.major < 3:
            return nullcontext()
        return self.keras.StatelessScope(initialize_variables=False)


def _version(keras: Any) -> str:
    version = getattr(keras, "__version__", None)
    if version is None:
        version = keras.version() if callable(getattr(keras, "version", None)) else "2"
    return str(version)


_frameworks: dict[str, Framework] = {}


def framework_of(name: str) -> Framework:
    """Give a framework, imported the first time."""
    if name not in _frameworks:
        _frameworks[name] = Framework(name)
    return _frameworks[name]
