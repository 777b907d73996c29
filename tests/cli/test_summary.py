"""``keras-lint summary``: tables, JSON, and files that cannot be read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .conftest import Run

Write = Callable[[str, str], Path]

FUNCTIONAL = """\
import keras
from keras import layers
inputs = keras.Input((8, 8, 3), name="image")
shared = layers.Conv2D(3, 1)
x = shared(inputs)
x = shared(x)
x = layers.BatchNormalization()(x)
x = layers.Flatten()(x)
model = keras.Model(inputs, layers.Dense(10, name="scores")(x))
"""


def rows(output: str) -> list[list[str]]:
    """Give the cells of the tables' bodies."""
    lines = (line for line in output.splitlines() if line.startswith("│"))
    return [[cell.strip() for cell in line.strip("│").split("│")] for line in lines]


def test_shows_a_model_as_keras_does(run: Run, write: Write) -> None:
    write("functional.py", FUNCTIONAL)
    shown = run("summary", "functional.py")
    assert shown.returncode == 0
    assert shown.stderr == ""
    assert 'Model: "model", functional, functional.py:9' in shown.stdout
    assert rows(shown.stdout) == [
        ["image (InputLayer)", "(None, 8, 8, 3)", "0", "3"],
        ["conv2d (Conv2D)", "(None, 8, 8, 3)", "12", "4"],
        ["conv2d (Conv2D)", "(None, 8, 8, 3)", "(shared)", "4"],
        ["batch_normalization (BatchNormalization)", "(None, 8, 8, 3)", "12", "7"],
        ["flatten (Flatten)", "(None, 192)", "0", "8"],
        ["scores (Dense)", "(None, 10)", "1,930", "9"],
    ]
    assert " Total params: 1,954\n" in shown.stdout
    assert " Trainable params: 1,948\n" in shown.stdout
    assert " Non-trainable params: 6\n" in shown.stdout


def test_marks_the_layer_where_something_is_wrong(run: Run, write: Write, posted: str) -> None:
    imports = "from keras import Sequential\nfrom keras.layers import *\nimport numpy as np\n"
    write("question.py", imports + posted.replace("print y.shape", "print(y.shape)"))
    shown = run("summary", "question.py")
    assert shown.returncode == 0
    assert [row[4] for row in rows(shown.stdout)] == ["warning", "", "", ""]
    assert "line 5: warning: " in shown.stdout
    assert "(dense-on-multidim-input)" in shown.stdout


def test_shows_a_model_that_is_not_built(run: Run, write: Write) -> None:
    write("unbuilt.py", "import keras\nm = keras.Sequential([keras.layers.Dense(3)])\n")
    shown = run("summary", "unbuilt.py")
    assert rows(shown.stdout) == [["dense (Dense)", "?", "0 (unbuilt)", "2"]]
    assert "Total params: 0 (unbuilt)" in shown.stdout


def test_says_where_tracking_stopped_and_what_would_carry_it_on(run: Run, write: Write) -> None:
    lines = [
        "import keras",
        "from somewhere import load",
        "x_train = load('a.npy')",
        "m = keras.Sequential([keras.Input(x_train.shape[1:]), keras.layers.Conv2D(8, 3)])",
    ]
    write("unknown.py", "\n".join(lines))
    shown = run("summary", "unknown.py", "--why").stdout
    comment = "# shape: (n, height, width, channels)"
    assert "`somewhere.load` is not followed" in shown
    assert f"line 3 could say  {lines[2]}  {comment}" in shown
    # What it says helps: with sizes in the place of words everything is known.
    lines[2] += "  # shape: (100, 28, 28, 1)"
    write("unknown.py", "\n".join(lines))
    shown = run("summary", "unknown.py", "--why").stdout
    assert rows(shown) == [["conv2d (Conv2D)", "(None, 26, 26, 8)", "80", "4"]]
    assert "unknown.py: everything was followed" in shown


def test_mentions_layer_calls_of_no_model(run: Run, write: Write) -> None:
    write("loose.py", "import keras\ny = keras.layers.Dense(3)(keras.Input((2,)))\n")
    assert run("summary", "loose.py").stdout == (
        "loose.py: no models\nloose.py: 1 layer call belongs to no model (line 2)\n\n"
    )


def test_what_cannot_be_read_costs_nothing_else(run: Run, write: Write, tmp_path: Path) -> None:
    write("good.py", FUNCTIONAL)
    (tmp_path / "binary.py").write_bytes(b"\x7fELF\0\xff\xfe")
    (tmp_path / "folder").mkdir()
    shown = run("summary", "missing.py", "binary.py", "folder", "good.py")
    assert shown.returncode == 2
    assert shown.stderr.splitlines() == [
        "missing.py: no such file",
        "binary.py: is no text: its encoding cannot be told",
        "folder: the folder holds no Python files",
    ]
    assert "good.py:9" in shown.stdout


def test_an_empty_file_has_no_models(run: Run, write: Write) -> None:
    write("empty.py", "")
    shown = run("summary", "empty.py")
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, "empty.py: no models\n", "")


def test_files_of_a_folder_without_models_are_counted(run: Run, write: Write) -> None:
    write("project/model.py", FUNCTIONAL)
    write("project/__init__.py", "")
    write("project/plain.py", "X = 1\n")
    shown = run("summary", "project")
    assert shown.returncode == 0
    assert shown.stdout.endswith("\n2 other files hold no models\n")


def test_reads_the_rest_of_a_file_with_a_syntax_error(run: Run, write: Write, posted: str) -> None:
    write("posted.py", posted)
    shown = run("summary", "posted.py")
    assert shown.returncode == 2
    assert shown.stderr == (
        "posted.py:10:1: syntax error: Python 2's print statement;"
        " the rest of the file is analyzed without it\n"
    )
    assert [row[1] for row in rows(shown.stdout)] == [
        "(None, 3, 16)",
        "(None, 3, 16)",
        "(None, 48)",
        "(None, 4)",
    ]
    assert "imports no Keras" in shown.stdout


def test_json_has_the_fields_of_its_specification(run: Run, write: Write, posted: str) -> None:
    write("posted.py", posted)
    shown = run("summary", "posted.py", "missing.py", "--format", "json")
    assert shown.returncode == 2
    document: dict[str, Any] = json.loads(shown.stdout)
    first, missing = document["files"]
    assert document["schema"] == 1
    assert set(first) >= {"path", "error", "models", "layer_calls"}
    assert first["error"] == {"line": 10, "column": 1, "message": "Python 2's print statement"}
    assert first["models"][0] == {
        "name": "model",
        "kind": "sequential",
        "line": 1,
        "column": 9,
        "built": True,
        "input_shape": [None, 3, 2],
        "output_shape": [None, 4],
        "params": 244,
        "trainable_params": 244,
        "layers": [0, 1, 2, 3],
    }
    assert first["layer_calls"][0] == {
        "line": 2,
        "column": 11,
        "end_line": 2,
        "end_column": 40,
        "call_line": 2,
        "class": "keras.layers.Dense",
        "name": None,
        "models": [0],
        "input_shape": [None, 3, 2],
        "output_shape": [None, 3, 16],
        "params": 48,
        "status": "known",
        "reason": None,
    }
    assert missing["error"]["message"] == "no such file"


def test_json_pays_for_no_tables(run: Run, write: Write) -> None:
    write("functional.py", FUNCTIONAL)
    shown = run("summary", "functional.py", "--format", "json", PYTHONPROFILEIMPORTTIME="1")
    assert "rich" not in shown.stderr
    assert "keras_lint.rules.registry" in shown.stderr


def test_a_terminal_without_the_characters_gets_others(run: Run, write: Write) -> None:
    write("functional.py", FUNCTIONAL.replace("scores", "größe"))
    shown = run("summary", "functional.py", PYTHONIOENCODING="ascii")
    assert shown.returncode == 0
    assert "conv2d (Conv2D)" in shown.stdout
