"""The version of keras_lint, in the one place that everything reads it from."""

from __future__ import annotations

__version__ = "0.1.0"
