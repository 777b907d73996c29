"""Workflow commands, which end at a line end and separate properties by commas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from keras_lint.diagnostics import Severity, github
from keras_lint.source import Span
from tests.diagnostics.findings import OUTPUT_TARGET_MISMATCH, SOURCES, finding


def test_a_command_has_everything_that_the_annotation_shows():
    assert github.render([OUTPUT_TARGET_MISMATCH], SOURCES) == (
        "::error file=digits.py,line=7,endLine=7,col=5,endColumn=41,"
        "title=E7101 (output-target-mismatch)"
        "::the model returns 28 rows of 10 values per image, but the loss needs one row"
        "%0Aline 6: an image is 28 rows of 28"
        "%0Aline 7: works on each row by itself: (None, 28, 28) -> (None, 28, 128)"
        "%0Aline 8: (None, 28, 10)"
        "%0Aline 11: needs (None, 10) for one label per image"
        "%0Anote: `Dense` does not flatten its input; Keras builds this model and stops in "
        "`fit()` (reproduced with keras 3.15.1)"
        "%0Ahelp: flatten each image into 784 values first; the model then has 101,770 weights "
        "instead of 5,002\n"
    )


def test_what_separates_is_escaped():
    item = replace(finding(Span("a,b:%.py", 1, 0, 1, 3)), message="50%: a, b\r\nc")
    assert github.render([item], {}) == (
        "::warning file=a%2Cb%3A%25.py,line=1,endLine=1,col=1,endColumn=4,"
        "title=W7199 (some-rule)::50%25: a, b%0D%0Ac\n"
    )


# GitHub refuses columns where the range has several lines.
def test_a_range_over_several_lines_has_no_columns():
    assert github.render([finding(Span("a.py", 1, 4, 3, 1))], {}) == (
        "::warning file=a.py,line=1,endLine=3,title=W7199 (some-rule)::headline\n"
    )


def test_a_finding_in_a_notebook_names_its_cell():
    assert github.render([finding(Span("nb.ipynb:cell 7", 2, 0, 2, 1))], {}) == (
        "::warning file=nb.ipynb,title=W7199 (some-rule)::cell 7, line 2: headline\n"
    )


@pytest.mark.parametrize("severity", [Severity.ADVICE, Severity.INFORMATION])
def test_what_is_no_warning_is_a_notice(severity):
    item = replace(finding(Span("a.py", 1, 0, 1, 1)), severity=severity)
    assert github.render([item], {}).startswith("::notice file=a.py,")
