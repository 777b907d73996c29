"""How long it takes, measured; what is done in that time, asserted.

``pytest tests/benchmarks`` measures; with ``-n 2`` or ``--benchmark-disable`` each runs once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from keras_lint.engine import analyze
from keras_lint.settings import Settings
from keras_lint.source import SourceText
from tests.benchmarks.programs import (
    CALLS_OF_A_MODEL,
    LAYERS,
    deep_model,
    plain_script,
    training_script,
)

ROOT = Path(__file__).parents[2]


def _run(*command: str) -> str:
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "CUDA_VISIBLE_DEVICES": "-1"}
    done = subprocess.run(
        [sys.executable, *command], env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def _models(text: str) -> int:
    return text.count("= keras.Model(")


def test_summary_of_a_300_line_file_as_a_process(benchmark: Any, tmp_path: Path) -> None:
    """The aim: under 0.6 s."""
    file = tmp_path / "train.py"
    file.write_text(training_script(300), "utf-8")
    output = benchmark(_run, "-m", "keras_lint", "summary", str(file), "--format", "json")
    calls = json.loads(output)["files"][0]["layer_calls"]
    assert len(calls) == CALLS_OF_A_MODEL * _models(training_script(300))


def test_keras_building_the_same_models_as_a_process(benchmark: Any, tmp_path: Path) -> None:
    """What the benchmark above is compared with: at least 10 times as long."""
    file = tmp_path / "train.py"
    file.write_text(training_script(300) + "print('built')\n", "utf-8")
    assert benchmark.pedantic(_run, (str(file),), rounds=2).endswith("built\n")


def test_a_file_without_keras(benchmark: Any) -> None:
    """It costs a look at its imports."""
    source = SourceText("plain.py", plain_script(3_000))
    report = benchmark(analyze, source, Settings(version="3"))
    assert report.fault is None
    assert not report.model.mentions_keras


def test_a_10000_line_file(benchmark: Any) -> None:
    """It is analyzed in full."""
    text = training_script(10_000)
    source = SourceText("large.py", text)
    report = benchmark.pedantic(analyze, (source, Settings(version="3")), rounds=2)
    assert len(text.splitlines()) >= 10_000
    assert len(report.model.models) == _models(text)
    assert len(report.model.layer_calls) == CALLS_OF_A_MODEL * _models(text)
    assert all(graph.output is not None for graph in report.model.models)


def test_a_model_of_5000_layers(benchmark: Any) -> None:
    """It is analyzed in full."""
    source = SourceText("deep.py", deep_model())
    report = benchmark.pedantic(analyze, (source, Settings(version="3")), rounds=2)
    (graph,) = report.model.models
    assert len(report.model.layer_calls) == LAYERS
    assert graph.params == LAYERS * (16 * 16 + 16)
