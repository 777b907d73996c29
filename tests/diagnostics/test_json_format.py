"""The JSON of findings, whose fields others rely on."""

from __future__ import annotations

import json

from keras_lint.diagnostics import json_format
from tests.diagnostics.findings import FINDINGS, SOURCES, TARGET_BROADCAST_BY_LOSS


def test_all_fields_of_a_finding():
    whole = json.loads(json_format.render([TARGET_BROADCAST_BY_LOSS], SOURCES))
    assert whole == {
        "schema": 1,
        "diagnostics": [
            {
                "rule": "target-broadcast-by-loss",
                "code": "W7102",
                "severity": "warning",
                "confidence": "inference",
                "path": "forecast.py",
                "line": 8,
                "column": 5,
                "end_line": 8,
                "end_column": 20,
                "message": "the loss compares each prediction with the target of every "
                "sequence in the batch",
                "labels": [
                    {
                        "path": "forecast.py",
                        "line": 7,
                        "column": 21,
                        "end_line": 7,
                        "end_column": 42,
                        "text": "keeps all 20 steps: (None, 20, 32)",
                    },
                    {
                        "path": "forecast.py",
                        "line": 8,
                        "column": 5,
                        "end_line": 8,
                        "end_column": 20,
                        "text": "one value for each step: (None, 20, 1)",
                    },
                    {
                        "path": "forecast.py",
                        "line": 12,
                        "column": 28,
                        "end_line": 12,
                        "end_column": 33,
                        "text": "subtracts (16, 20, 1) and (16,), which broadcast to (16, 20, 16)",
                    },
                    {
                        "path": "forecast.py",
                        "line": 13,
                        "column": 14,
                        "end_line": 13,
                        "end_column": 15,
                        "text": "one value per sequence: (992,)",
                    },
                ],
                "notes": [
                    "Keras reports nothing and `fit()` runs; on random data its loss is the mean "
                    "over all\n16 x 20 x 16 pairs (reproduced with keras 3.15.1)"
                ],
                "helps": [
                    "for one value per sequence, return only the last step",
                    "for one value per step, the targets need the shape (992, 20)",
                ],
                "fixes": [
                    {
                        "title": "for one value per sequence, return only the last step",
                        "applicability": "unsafe",
                        "edits": [
                            {
                                "path": "forecast.py",
                                "line": 7,
                                "column": 19,
                                "end_line": 7,
                                "end_column": 42,
                                "replacement": "",
                            }
                        ],
                    }
                ],
            }
        ],
    }


def test_findings_keep_their_order():
    whole = json.loads(json_format.render(FINDINGS[::-1], SOURCES))
    assert [item["code"] for item in whole["diagnostics"]] == ["W7102", "W7101", "E7101"]


def test_no_findings_are_an_empty_list():
    assert json.loads(json_format.render([], {})) == {"schema": 1, "diagnostics": []}
