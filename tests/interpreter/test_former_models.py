"""Whole programs of Keras 1, against the layers that Keras 1.2.2 gave their models.

``python -m tests.layers.keras_1.record`` runs the programs in ``keras_1`` and records them.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from keras_lint import engine
from keras_lint.engine import Report
from keras_lint.model import LayerCall
from keras_lint.rules.registry import all_rules
from keras_lint.settings import Settings
from keras_lint.shapes import flatten_structure, is_dynamic
from keras_lint.source import SourceText

PROGRAMS = Path(__file__).with_name("keras_1")
RECORDED: dict[tuple[str, str], list[list[Any]]] = {
    (path.stem, model): layers
    for path in sorted(PROGRAMS.glob("*.json"))
    for model, layers in json.loads(path.read_text(encoding="utf-8")).items()
}
NAMES_OF_TODAY = {"Convolution1D": "Conv1D", "Convolution2D": "Conv2D"}


@cache
def analyzed(program: str, version: str = "2") -> Report:
    text = (PROGRAMS / f"{program}.py").read_text(encoding="utf-8")
    rules = [one.name for one in all_rules() if one.default_enabled()]
    report = engine.analyze(SourceText("former.py", text), Settings(version=version), rules=rules)
    assert report.fault is None
    assert report.notes == ()
    return report


def row(call: LayerCall) -> list[Any]:
    shape = flatten_structure(call.output)[0].shape
    dims = [None if is_dynamic(one) else one for one in shape.known]
    return [call.class_name.rpartition(".")[2], dims, call.params]


@pytest.mark.parametrize(("program", "variable"), RECORDED)
def test_the_layers_are_those_of_keras_1(program: str, variable: str) -> None:
    """Each layer is listed with its shape and parameters, and the models in front of a merge."""
    model = analyzed(program).model
    (graph,) = [one for one in model.models if one.variable == variable]
    recorded = [
        [NAMES_OF_TODAY.get(name, name), *rest] for name, *rest in RECORDED[program, variable]
    ]

    ours = [row(model.layer_calls[index]) for index in graph.layers]
    assert graph.built
    assert sorted(ours, key=str) == sorted(recorded, key=str)
    assert graph.params == sum(params for *_, params in recorded)


@pytest.mark.parametrize("program", sorted({program for program, _ in RECORDED}))
def test_nothing_is_found_where_keras_1_runs(program: str) -> None:
    assert [(one.rule, one.span.line) for one in analyzed(program).diagnostics] == []


def test_what_goes_in_is_what_goes_into_the_models_in_front() -> None:
    """Keras 1: ``get_source_inputs``; an input that two of them share counts once."""
    graphs = {one.variable: one for one in analyzed("towers").model.models}

    assert [str(one.spec.shape) for one in graphs["answering"].inputs] == [
        "(None, 20)",
        "(None, 6)",
    ]
    assert [str(one.spec.shape) for one in graphs["twice"].inputs] == ["(None, 7)"]
    assert len(graphs["whole"].inputs) == 3
