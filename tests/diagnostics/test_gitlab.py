"""The Code Quality report."""

from __future__ import annotations

import json
from dataclasses import replace

from keras_lint.diagnostics import gitlab
from keras_lint.diagnostics.fingerprints import fingerprints
from keras_lint.source import Span
from tests.diagnostics.findings import DENSE_ON_MULTIDIM_INPUT, SOURCES, finding


def test_all_fields_of_an_issue():
    item = replace(DENSE_ON_MULTIDIM_INPUT, labels=(), notes=("a note",), helps=("a way out",))
    assert json.loads(gitlab.render([item], SOURCES)) == [
        {
            "description": "this `Dense` predicts for each of the 15 x 15 positions, "
            "not once per image; a way out",
            "check_name": "dense-on-multidim-input",
            "fingerprint": fingerprints([item], SOURCES)[0],
            "severity": "major",
            "location": {"path": "cifar.py", "lines": {"begin": 9, "end": 9}},
            "content": {
                "body": "this `Dense` predicts for each of the 15 x 15 positions, "
                "not once per image\nnote: a note\nhelp: a way out"
            },
            "categories": ["Bug Risk"],
            "type": "issue",
        }
    ]


def test_a_finding_in_a_notebook_names_its_cell():
    (issue,) = json.loads(gitlab.render([finding(Span("./nb.ipynb:cell 7", 2, 0, 2, 1))], {}))
    assert issue["description"] == "cell 7, line 2: headline"
    assert issue["location"] == {"path": "nb.ipynb", "lines": {"begin": 1}}
