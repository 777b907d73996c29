"""Programs run by real Keras: what it raises, and where."""

from __future__ import annotations

import linecache
import sys
import traceback
import warnings
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from keras_lint.diagnostics import Diagnostic
from keras_lint.rules.registry import all_rules
from tests.rules.marks import check, marks, program

PATH = "<program>"
ROOT = Path(__file__).parents[2]
ERRORS = tuple(rule.name for rule in all_rules() if rule.code.startswith("E"))


@dataclass(frozen=True)
class Outcome:
    """What a run ended with: ``error`` is None where it came to its end."""

    error: str | None
    message: str = ""
    line: int = 0

    @property
    def ran(self) -> bool:
        """Whether Keras raised nothing."""
        return self.error is None


@contextmanager
def elsewhere() -> Iterator[None]:
    """Keep what a program saves out of the folder of the tests."""
    if Path.cwd() != ROOT:
        yield  # a test has made a folder of its own, with data for the program
        return
    with TemporaryDirectory() as folder, chdir(folder):
        yield


def run(source: str) -> Outcome:
    """Execute a program with the installed Keras."""
    import keras
    import numpy as np

    keras.config.disable_interactive_logging()
    keras.utils.set_random_seed(0)
    text = program(source)
    linecache.cache[PATH] = (len(text), None, text.splitlines(True), PATH)
    names: dict[str, Any] = {"__name__": "__main__", "np": np}
    try:
        with elsewhere(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(text, PATH, "exec"), names)
    except Exception as error:
        frames = traceback.extract_tb(sys.exc_info()[2])
        line = max((f.lineno or 0 for f in frames if f.filename == PATH), default=0)
        return Outcome(type(error).__name__, str(error), line)
    finally:
        keras.config.enable_interactive_logging()
    return Outcome(None)


def assert_runs(source: str) -> None:
    """Fail unless Keras takes the program."""
    outcome = run(source)
    assert outcome.ran, f"Keras raises {outcome.error}: {outcome.message}\nin\n{program(source)}"


def assert_raises(source: str) -> Outcome:
    """Fail unless Keras refuses the program; a marked program must be refused."""
    assert marks(program(source)), "a program that Keras refuses has a mark"
    outcome = run(source)
    assert not outcome.ran, f"Keras takes this:\n{program(source)}"
    assert outcome.error not in ("NameError", "SyntaxError", "ImportError"), outcome.message
    return outcome


def refused(source: str) -> list[Diagnostic]:
    """Check the marks of a program against the errors, and that Keras refuses it."""
    found = check(source, rules=ERRORS)
    assert_raises(source)
    return found


def accepted(source: str) -> None:
    """Check that a program has no error, and that Keras takes it."""
    check(source, rules=ERRORS)
    assert_runs(source)
