"""``keras-lint diff``: what a change does to models, and to weights that were saved before."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from keras_lint.cli import main

HEAD = "import keras\nfrom keras import layers\n"
BEFORE = f"""{HEAD}
model = keras.Sequential([
    keras.Input((28, 28)),
    layers.Dense(16),
    layers.Flatten(),
    layers.Dense(10),
])
"""
AFTER = BEFORE.replace(
    "    layers.Dense(16),\n    layers.Flatten(),\n",
    "    layers.Flatten(),\n    layers.Dense(16),\n    layers.BatchNormalization(),\n",
)


def _git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with one commit, in which nothing holds a model."""
    _git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "pyproject.toml").write_text('[tool.pylint.keras-lint]\nkeras-version = "3"\n')
    monkeypatch.chdir(tmp_path)
    _commit(tmp_path)
    return tmp_path


def _commit(folder: Path, **contents: str) -> None:
    for name, text in contents.items():
        (folder / f"{name}.py").write_text(text)
    _git(folder, "add", ".")
    _git(folder, "commit", "-q", "--allow-empty", "-m", "change")


def test_nothing_differs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _commit(folder, model=BEFORE)
    (folder / "model.py").write_text(BEFORE.replace("Dense(16)", "Dense( 16 )") + "\n# a comment\n")
    assert main(["diff"]) == 0
    assert capsys.readouterr() == ("No model differs from HEAD\n", "")


def test_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _commit(folder, model=BEFORE)
    (folder / "model.py").write_text(AFTER)
    assert main(["diff"]) == 0
    assert capsys.readouterr().out == (
        "model.py: model (sequential)\n"
        "  output   (None, 10)\n"
        "  params   4,954 -> 12,794\n"
        "  trained  4,954 -> 12,762\n"
        "  + flatten (Flatten)  (None, 784)  0 params\n"
        "  ~ dense (Dense)  (None, 28, 16) -> (None, 16)  464 -> 12,560 params\n"
        "  - flatten (Flatten)  (None, 448)  0 params\n"
        "  + batch_normalization (BatchNormalization)  (None, 16)  64 params\n"
        "  ~ dense_1 (Dense)  (None, 10)  4,490 -> 170 params\n"
        "  ! saved weights no longer fit `dense`: the file has (28, 16), (16,), "
        "it needs (784, 16), (16,)\n"
        "  ! saved weights no longer fit `batch_normalization`: the file has none for "
        "`batch_normalization`, it needs (16,), (16,), (16,), (16,)\n"
        "  ! saved weights no longer fit `dense_1`: the file has (448, 10), (10,), "
        "it needs (16, 10), (10,)\n"
    )


def test_markdown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _commit(folder, model=BEFORE)
    (folder / "model.py").write_text(BEFORE.replace("Dense(10)", "Dense(12)"))
    assert main(["diff", "--format", "markdown"]) == 0
    assert capsys.readouterr().out == (
        "### Models, compared with `HEAD`\n\n"
        "#### `model.py`: `model`\n\n"
        "| | before | after |\n| --- | --- | --- |\n"
        "| output | `(None, 10)` | **`(None, 12)`** |\n"
        "| params | `4,954` | **`5,852`** |\n"
        "| `~` dense_1 (Dense) | `(None, 10)` 4,490 params | `(None, 12)` 5,388 params |\n\n"
        "**Weights saved before this change no longer fit:**\n\n"
        "* `dense_1`: the file has (448, 10), (10,), it needs (448, 12), (12,)\n"
    )


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["diff", "--format", "json", *arguments]) == 0
    models: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["models"]
    return models


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _commit(folder, model=BEFORE)
    (folder / "model.py").write_text(BEFORE.replace("Dense(10)", "Dense(12)"))
    (model,) = _json(capsys)
    assert (model["path"], model["name"], model["weights_known"]) == ("model.py", "model", True)
    assert (model["before"]["params"], model["after"]["params"]) == (4954, 5852)
    assert model["after"]["line"] == 4
    (layer,) = model["layers"]
    assert layer["before"]["weights"] == ["(448, 10)", "(10,)"]
    assert layer["after"]["params"] == 5388
    assert model["misfits"][0]["needed"] == ["(448, 12)", "(12,)"]


def test_an_argument_that_changes_no_shape_is_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _commit(folder, model=BEFORE)
    (folder / "model.py").write_text(BEFORE.replace("Dense(16)", 'Dense(16, activation="relu")'))
    main(["diff"])
    assert capsys.readouterr().out.splitlines()[3:] == [
        "  ~ dense (Dense)  (None, 28, 16)  464 params  "
        'layers.Dense(16) -> layers.Dense(16, activation="relu")'
    ]


def test_models_that_are_new_gone_and_renamed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = "\nother = keras.Sequential([keras.Input((4,)), layers.Dense(2)])\n"
    _commit(folder, one=BEFORE, two=BEFORE, three=BEFORE)
    (folder / "one.py").write_text(HEAD)
    (folder / "two.py").write_text(BEFORE + other)
    (folder / "three.py").write_text(AFTER.replace("model =", "network ="))
    (folder / "four.py").write_text(HEAD + other)
    main(["diff"])
    heads = [line for line in capsys.readouterr().out.splitlines() if line[:1].strip()]
    assert heads == [
        "four.py: other (sequential) is new",
        "one.py: model (sequential) is gone",
        "three.py: network (sequential), was model",
        "two.py: other (sequential) is new",
    ]


def test_a_renamed_file_is_the_same_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _commit(folder, old=BEFORE)
    _git(folder, "mv", "old.py", "new.py")
    assert main(["diff"]) == 0
    assert capsys.readouterr().out == "No model differs from HEAD\n"


def test_a_change_in_a_module_reaches_the_models_that_import_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = f"{HEAD}def head():\n    return layers.Dense(10)\n"
    user = BEFORE.replace("layers.Dense(10)", "head()").replace(
        HEAD, f"{HEAD}from parts import *\n"
    )
    _commit(folder, parts=parts, model=user)
    (folder / "parts.py").write_text(parts.replace("10", "12"))
    (model,) = _json(capsys)
    assert model["path"] == "model.py"
    assert model["after"]["output"] == "(None, 12)"


def test_a_revision_and_paths(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _commit(folder, a=BEFORE, b=BEFORE)
    _commit(folder, a=AFTER, b=AFTER)
    assert _json(capsys) == []
    assert [model["path"] for model in _json(capsys, "HEAD~1")] == ["a.py", "b.py"]
    assert [model["path"] for model in _json(capsys, "HEAD~1", "b.py")] == ["b.py"]
    (folder / "a.py").write_text(BEFORE)
    assert [model["path"] for model in _json(capsys, "a.py")] == ["a.py"]


def test_paths_count_from_the_current_folder(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "src").mkdir()
    _commit(folder, a=BEFORE, **{"src/b": BEFORE})
    (folder / "a.py").write_text(AFTER)
    (folder / "src" / "b.py").write_text(AFTER)
    monkeypatch.chdir(folder / "src")
    assert [model["path"] for model in _json(capsys, "HEAD", ".")] == ["src/b.py"]
    assert len(_json(capsys)) == 1
    assert len(_json(capsys, "HEAD", "..")) == 2


def test_the_exit_status_on_demand(folder: Path) -> None:
    _commit(folder, model=BEFORE)
    assert main(["diff", "--exit-code"]) == 0
    (folder / "model.py").write_text(AFTER)
    assert main(["diff", "--exit-code"]) == 1


def test_an_unknown_layer_leaves_the_weights_open(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = BEFORE.replace("Dense(10)", "Dense(int(input()))")
    _commit(folder, model=text)
    (folder / "model.py").write_text(text.replace("Dense(16)", "Dense(32)"))
    main(["diff"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "  ? whether saved weights still fit is not known: some layers are not"


def test_a_notebook(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def notebook(text: str) -> str:
        cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": text}
        return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4})

    (folder / "nb.ipynb").write_text(notebook(BEFORE))
    _commit(folder)
    (folder / "nb.ipynb").write_text(notebook(AFTER))
    (model,) = _json(capsys)
    assert (model["path"], model["after"]["path"]) == ("nb.ipynb", "nb.ipynb:cell 1")


def test_no_repository(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("plain"))
    assert main(["diff"]) == 2
    assert capsys.readouterr().err.startswith("keras-lint: not a git repository")


def test_no_such_revision(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "nowhere"]) == 2
    assert capsys.readouterr().err == "keras-lint: there is no revision 'nowhere'\n"


def test_no_git(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["diff"]) == 2
    assert capsys.readouterr().err == "keras-lint: diff needs git, which is not installed\n"


def test_a_file_that_is_broken_now(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _commit(folder, model=BEFORE)
    (folder / "model.py").write_bytes(b"\0")
    assert main(["diff"]) == 2
    assert capsys.readouterr().err == "model.py: is a binary file\n"


PAIRS = {
    "more units": ("Dense(16)", "Dense(32)"),
    "a layer in front": ("    layers.Dense(16)", "    layers.Dense(28),\n    layers.Dense(16)"),
    "without weights": ("layers.Flatten()", "layers.Flatten(), layers.Dropout(0.5)"),
    "one layer less": ("    layers.Dense(16),\n", ""),
    "no bias": ("Dense(10)", "Dense(10, use_bias=False)"),
    "another class": ("layers.Dense(16)", "layers.LSTM(16, return_sequences=True)"),
    "normalization": ("layers.Flatten()", "layers.Flatten(), layers.BatchNormalization()"),
    "a name": ("Dense(16)", 'Dense(16, name="first")'),
}


FUNCTIONAL = f"""{HEAD}
inputs = keras.Input((8,))
shared = layers.Dense(8)
encoder = keras.Sequential([keras.Input((8,)), layers.Dense(8)])
x = shared(inputs)
x = layers.Add()([inputs, shared(x)])
x = encoder(x)
model = keras.Model(inputs, layers.Dense(4)(x))
"""
FUNCTIONAL_PAIRS = {
    "more outputs": ("Dense(4)", "Dense(5)"),
    "another order": ("x = encoder(x)", "x = layers.Dense(6)(x)\nx = layers.Dense(8)(x)"),
    "inside of a model": ("layers.Dense(8)])", "layers.Dense(8, use_bias=False)])"),
    "no shortcut": ("layers.Add()([inputs, shared(x)])", "shared(x)"),
}


@pytest.mark.parametrize(
    ("before", "pair"),
    [
        *((BEFORE, pair) for pair in PAIRS.values()),
        *((FUNCTIONAL, pair) for pair in FUNCTIONAL_PAIRS.values()),
    ],
    ids=[*PAIRS, *FUNCTIONAL_PAIRS],
)
def test_keras_refuses_to_load_where_weights_are_said_not_to_fit(
    folder: Path, capsys: pytest.CaptureFixture[str], before: str, pair: tuple[str, str]
) -> None:
    after = before.replace(*pair)
    _commit(folder, model=before)
    (folder / "model.py").write_text(after)
    changed = [model for model in _json(capsys) if model["name"] == "model"]
    misfits = [one for model in changed for one in model["misfits"]]
    old, new = _built(before), _built(after)
    old.save_weights(folder / "saved.weights.h5")
    if not misfits:
        new.load_weights(folder / "saved.weights.h5")
        return
    with pytest.raises(ValueError) as raised:
        new.load_weights(folder / "saved.weights.h5")
    number = 1 if "A total of" not in str(raised.value) else int(str(raised.value).split()[3])
    assert len(misfits) == number


def _built(source: str) -> Any:
    names: dict[str, Any] = {}
    exec(compile(source, "model.py", "exec"), names)
    return names["model"]


def test_a_subclassed_model_is_saved_by_its_attributes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = f"""{HEAD}
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = layers.Dense(4)

    def call(self, x):
        return self.first(x)


model = Own()
model.build((None, 8))
"""
    _commit(folder, model=own)
    (folder / "model.py").write_text(own.replace("Dense(4)", "Dense(6)"))
    (model,) = _json(capsys)
    assert (model["misfits"], model["weights_known"]) == ([], False)
