"""The formats by name."""

from __future__ import annotations

import json
import subprocess
import sys

from keras_lint.diagnostics import concise, github, gitlab, json_format, sarif, text
from keras_lint.diagnostics.formats import FORMATS
from keras_lint.diagnostics.rule_information import RuleInformation
from tests.diagnostics.findings import FINDINGS, SOURCES

RULES = [RuleInformation(f.rule, f.code, "One sentence", "# Page", f.severity) for f in FINDINGS]


def test_each_name_stands_for_its_module():
    assert {name: render(FINDINGS, SOURCES, RULES) for name, render in FORMATS.items()} == {
        "text": text.render(FINDINGS, SOURCES),
        "concise": concise.render(FINDINGS, SOURCES),
        "json": json_format.render(FINDINGS, SOURCES),
        "github": github.render(FINDINGS, SOURCES),
        "gitlab": gitlab.render(FINDINGS, SOURCES),
        "sarif": sarif.render(FINDINGS, SOURCES, RULES),
    }


def test_listing_the_formats_loads_none_of_them():
    program = (
        "import sys, json; import keras_lint.diagnostics.formats;"
        "print(json.dumps([m for m in sys.modules if m.startswith('keras_lint.diagnostics.')"
        " or m == 'rich']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert set(json.loads(done.stdout)) == {
        "keras_lint.diagnostics.diagnostic",
        "keras_lint.diagnostics.formats",
        "keras_lint.diagnostics.rule_information",
    }
