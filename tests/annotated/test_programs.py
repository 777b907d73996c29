"""The annotated programs: what keras_lint says, what the comments say, what Keras said."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from keras_lint.diagnostics import Severity
from keras_lint.rules.registry import find_rule
from tests.annotated.analysis import Analysis, analysis
from tests.annotated.annotations import (
    EXAMPLES,
    PROGRAMS,
    PROJECTS,
    UNKNOWN,
    Annotations,
    fits,
    plain,
    program_name,
    read_annotations,
)
from tests.annotated.record import recorded
from tests.annotated.worker import digest, sources

ALL = pytest.mark.parametrize("path", [*PROGRAMS, *PROJECTS, *EXAMPLES], ids=program_name)
MARKED = pytest.mark.parametrize("path", [*PROGRAMS, *PROJECTS], ids=program_name)


@cache
def _analysis(path: Path) -> Analysis:
    return analysis(path)


def _annotations(path: Path) -> dict[str, Annotations]:
    """Read the comments of all files of a program."""
    return {
        file.relative_to(path.parent).as_posix(): read_annotations(file.read_text("utf-8"))
        for file in sources(path)
    }


def _by_line(path: Path) -> tuple[dict[tuple[str, int], Any], dict[tuple[str, int], Any]]:
    """Give what Keras said, by file and line: shapes of each layer, parameters of each."""
    shapes: dict[tuple[str, int], Any] = {}
    params: dict[tuple[str, int], Any] = {}
    for file, line, _, outputs, count in recorded()[program_name(path)]["layers"]:
        shapes.setdefault((file, line), []).append(outputs)
        params.setdefault((file, line), []).append(count)
    return shapes, params


def _expected(path: Path, kind: str) -> dict[tuple[str, int], Any]:
    return {
        (file, line): plain(values)
        for file, said in _annotations(path).items()
        for line, values in getattr(said, kind).items()
    }


def _chosen(found: Mapping[Any, Any], keys: Any) -> dict[Any, Any]:
    return {key: found.get(key) for key in keys}


@MARKED
def test_shapes_are_those_of_the_comments(path):
    """Neither wrong nor less than is known: ``?`` stands where nothing can be known."""
    expected = _expected(path, "shapes")
    found = {place: list(chain(*shapes)) for place, shapes in _analysis(path).shapes.items()}
    assert _chosen(found, expected) == expected, _analysis(path).unknowns


@MARKED
def test_parameters_are_those_of_the_comments(path):
    expected = _expected(path, "params")
    assert _chosen(_analysis(path).params, expected) == expected, _analysis(path).unknowns


@MARKED
def test_models_are_those_of_the_comments(path):
    expected = _annotations(path)[path.name]
    found = _analysis(path)
    outputs = {line: plain(shape) for line, shape in expected.outputs.items()}
    assert _chosen(found.outputs, outputs) == outputs, found.unknowns
    assert _chosen(found.totals, expected.totals) == expected.totals, found.unknowns


@MARKED
def test_findings_are_the_marks(path):
    """A program without marks has no findings."""
    assert _analysis(path).findings == _annotations(path)[path.name].marks


@MARKED
def test_keras_confirms_the_comments(path):
    """An expectation that Keras refutes is a mistake in the comment."""
    shapes, params = _by_line(path)
    for place, expected in _expected(path, "shapes").items():
        actual = list(chain(*shapes.get(place, [])))
        assert fits(expected, actual), (place, actual)
    for place, expected in _expected(path, "params").items():
        assert fits(expected, params.get(place)), (place, params.get(place))
    said = _annotations(path)[path.name]
    outputs = recorded()[program_name(path)]["outputs"]
    for line, expected in said.outputs.items():
        assert fits(expected, outputs[str(line)][0]), (line, outputs)
    for line, expected in said.totals.items():
        assert fits(expected, outputs[str(line)][1]), (line, outputs)


@ALL
def test_nothing_known_is_wrong(path):
    """Every size that is known, on a line with or without a comment, is one of Keras's own.

    Where a run takes other ways than can be told, a line makes more layers or fewer.
    """
    shapes, params = _by_line(path)
    found = _analysis(path)
    for place in found.shapes.keys() & shapes.keys():
        for one in found.shapes[place]:
            assert any(fits(one, other) for other in shapes[place]), (place, one, shapes[place])
        for one in found.params[place]:
            assert any(fits(one, other) for other in params[place]), (place, one, params[place])


@ALL
def test_errors_are_what_keras_refuses(path):
    """A rule that says that Keras raises: it does. No such finding: it does not."""
    rules = {rule for _, rule in _analysis(path).findings}
    errors = {r for r in rules if (one := find_rule(r)) and one.severity() is Severity.ERROR}
    error = recorded()[program_name(path)]["error"]
    assert bool(errors) == (error is not None), (errors, error)
    assert error is None or error[1] not in ("NameError", "SyntaxError", "ImportError"), error


@ALL
def test_the_record_is_of_this_program(path):
    """After a change: ``python -m tests.annotated.record PATH``."""
    assert recorded()[program_name(path)]["digest"] == digest(path)


def test_comments_are_understood():
    """The comments that the tests above rely on are read as they are meant."""
    text = (
        "x = Dense(8)(x)  # shape: (None, 8)  # params: 72  # [one-rule, other-rule]\n"
        "y = f(x)  # kept  # shape: 2 * (None, 8) | [(None, ?), ?]\n"
        "# keras runs: f(3)\n"
    )
    said = read_annotations(text)
    assert said.shapes == {
        1: [(None, 8)],
        2: [(None, 8), (None, 8), [(None, UNKNOWN), UNKNOWN]],
    }
    assert said.params == {1: [72]}
    assert said.marks == [(1, "one-rule"), (1, "other-rule")]
    assert said.runs == "f(3)"
