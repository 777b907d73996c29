"""Running small programs through the analyzer."""

from __future__ import annotations

import textwrap

from keras_lint.engine import Report, analyze
from keras_lint.settings import Settings
from keras_lint.source import SourceText

PROLOGUE = "import keras\nfrom keras import layers\n"


def run(program: str, *, path: str = "program.py", **options: object) -> Report:
    """Analyze a program behind the usual imports, without any rule."""
    text = PROLOGUE + textwrap.dedent(program)
    settings = Settings(version="3").with_options(options)
    return analyze(SourceText(path, text), settings, rules=())


def shapes(program: str, **options: object) -> list[str]:
    """Give the output shape of every layer call, as text."""
    calls = run(program, **options).model.layer_calls
    return [str(getattr(call.output, "shape", call.output)) for call in calls]


def last_shape(program: str, **options: object) -> str:
    """Give the output shape of the last layer call."""
    return shapes(program, **options)[-1]
