"""Real Keras refuses or accepts every defect as its docstring says, and runs every twin."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.defects.cases import Program, programs
from tests.defects.execution import execute

NOT_OF_KERAS = (NameError, ImportError, SyntaxError, OSError, MemoryError, RecursionError)
"""What a broken program raises, not a refused model."""

RAISING = [program for program in programs(wrong=True) if program.raises]
SILENT = [program for program in programs(wrong=True) if not program.raises]
TWINS = programs(wrong=False)


@pytest.mark.parametrize("program", RAISING, ids=lambda program: program.name)
def test_keras_refuses(program: Program, tmp_path: Path):
    error = execute(program, tmp_path)
    assert error is not None, "the program came to its end"
    assert not isinstance(error, NOT_OF_KERAS), repr(error)


@pytest.mark.parametrize("program", [*SILENT, *TWINS], ids=lambda program: program.name)
def test_keras_says_nothing(program: Program, tmp_path: Path):
    error = execute(program, tmp_path)
    if error is not None:
        raise error
