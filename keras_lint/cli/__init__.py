"""The command line: ``keras-lint COMMAND``."""

from __future__ import annotations

from keras_lint.cli.main import main

__all__ = ["main"]
