"""Asks real Keras, in another process, whether the static answers are right."""

from __future__ import annotations




__all__ = ["Session", "verified", "verify"]
