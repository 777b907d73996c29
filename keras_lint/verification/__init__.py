"""Asks real Keras, in another process, whether the static answers are right."""

from __future__ import annotations

from keras_lint.verification.session import NoAnswer, Session
from keras_lint.verification.verify import verified, verify

__all__ = ["NoAnswer", "Session", "verified", "verify"]
