"""What ends a command: a reason in one line, for standard error."""

from __future__ import annotations


class CannotRun(Exception):
    """A command cannot do what it was asked for; its exit status is 2."""
