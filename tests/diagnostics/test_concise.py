"""One line for each finding."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.diagnostics import concise
from keras_lint.source import Span
from tests.diagnostics.findings import FINDINGS, SOURCES, finding


def test_one_line_for_each_finding():
    assert concise.render(FINDINGS, SOURCES) == (
        "digits.py:7:5: E7101 the model returns 28 rows of 10 values per image, "
        "but the loss needs one row (output-target-mismatch)\n"
        "cifar.py:9:5: W7101 this `Dense` predicts for each of the 15 x 15 positions, "
        "not once per image (dense-on-multidim-input)\n"
        "forecast.py:8:5: W7102 the loss compares each prediction with the target of every "
        "sequence in the batch (target-broadcast-by-loss)\n"
    )


def test_a_message_cannot_break_its_line():
    item = replace(finding(Span("nb.ipynb:cell 7", 2, 6, 2, 7)), message="a\r\nb\x1b")
    assert concise.render([item], {}) == "nb.ipynb:cell 7:2:7: W7199 a b␛ (some-rule)\n"


def test_nothing_for_no_findings():
    assert concise.render([], {}) == ""
