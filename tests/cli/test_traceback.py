"""``keras-lint explain --traceback``: real errors of Keras, from real tracebacks."""

from __future__ import annotations

import io
import traceback
from pathlib import Path
from typing import Any

import pytest

from keras_lint.cli import main
from keras_lint.cli.error_patterns import explain
from keras_lint.cli.traceback_text import Frame, parse

HEAD = "import keras\nimport numpy as np\nfrom keras import layers\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text('[tool.pylint.keras-lint]\nkeras-version = "3"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _raised(folder: Path, program: str) -> str:
    """Run a program with real Keras and give the traceback that it ends with."""
    import keras

    path = folder / "program.py"
    path.write_text(HEAD + program)
    keras.config.disable_interactive_logging()
    keras.utils.clear_session()
    try:
        exec(compile(HEAD + program, str(path), "exec"), {})
    except Exception as error:
        assert error.__traceback__ is not None
        trace = error.__traceback__.tb_next
        return "".join(traceback.format_exception(type(error), error, trace))
    finally:
        keras.config.enable_interactive_logging()
    raise AssertionError("Keras takes this program")


def _explained(folder: Path, program: str, capsys: pytest.CaptureFixture[str]) -> str:
    (folder / "error.txt").write_text(_raised(folder, program), "utf-8")
    assert main(["explain", "--traceback", "error.txt"]) == 0
    return capsys.readouterr().out


def _fit(layers: str, x: str, y: str, loss: str) -> str:
    return (
        f"model = keras.Sequential([{layers}])\nmodel.compile('sgd', '{loss}')\n"
        f"x, y = np.zeros({x}), np.zeros({y})\nmodel.fit(x, y, verbose=0, batch_size=8)\n"
    )


FOUND = {
    "channels": (
        "model = keras.Sequential([\n    keras.Input((28, 28)),\n    layers.Conv2D(4, 3),\n])\n",
        ("program.py:6:5", "(None, 28, 28)"),
    ),
    "return_sequences": (
        "model = keras.Sequential()\nmodel.add(keras.Input((8, 3)))\n"
        "model.add(layers.LSTM(4))\nmodel.add(layers.LSTM(4))\n",
        ("program.py:", "return_sequences"),
    ),
    "too small": (
        "model = keras.Sequential([\n    keras.Input((2, 2, 1)),\n    layers.Conv2D(4, 3),\n])\n",
        ("program.py:6:5", "(None, 2, 2, 1)"),
    ),
    "concatenate": (
        "a, b = keras.Input((3, 4)), keras.Input((5, 4))\nc = layers.Concatenate()([a, b])\n",
        ("program.py:5:5", "(None, 3, 4)", "(None, 5, 4)"),
    ),
    "add": (
        "a, b = keras.Input((3,)), keras.Input((4,))\nc = layers.Add()([a, b])\n",
        ("program.py:5:5", "(None, 3)", "(None, 4)"),
    ),
    "operator": (
        "a, b = keras.Input((3,)), keras.Input((4,))\nc = a + b\n",
        ("program.py:5:5", "(None, 3)", "(None, 4)"),
    ),
    "reshape": (
        "model = keras.Sequential([keras.Input((12,)), layers.Reshape((5, 2))])\n",
        ("program.py:4:47", "12", "(5, 2)"),
    ),
    "flatten of None": (
        "model = keras.Sequential([\n    keras.Input((None, None, 8)),\n    layers.Flatten(),\n"
        "    layers.Dense(4),\n])\n",
        ("program.py:", "layers.Dense(4)"),
    ),
    "integer labels": (
        _fit("keras.Input((28, 28)), layers.Dense(10)", "(16, 28, 28)", "16",
             "sparse_categorical_crossentropy"),
        ("program.py:4:", "28 rows"),
    ),
    "labels for the wrong loss": (
        _fit("keras.Input((28,)), layers.Dense(10)", "(16, 28)", "16", "categorical_crossentropy"),
        ("program.py:", "(16,)"),
    ),
    "one sample": (
        "model = keras.Sequential([keras.Input((3, 2)), layers.Flatten(), layers.Dense(4)])\n"
        "y = model.predict(np.zeros((3, 2)), verbose=0)\n",
        ("program.py:5:", "(3, 2)"),
    ),
    "an argument": ("layer = layers.Dense(4, groups=3)\n", ("program.py:4:9", "groups")),
    "a class": ("m = keras.Sequential([layers.Dense])\n", ("program.py:4:23", "layers.Dense")),
}  # fmt: skip


@pytest.mark.parametrize(("program", "expected"), FOUND.values(), ids=FOUND)
def test_an_error_is_found_in_the_file_that_raised_it(
    folder: Path, capsys: pytest.CaptureFixture[str], program: str, expected: tuple[str, ...]
) -> None:
    out = _explained(folder, program, capsys)
    assert "-->" in out
    for text in expected:
        assert text in out, out


def test_what_only_the_run_knows_is_told_by_the_message(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import numpy as np

    np.save(folder / "x.npy", np.zeros((2, 9)))
    program = (
        "model = keras.Sequential([keras.Input((8,)), layers.Dense(3)])\n"
        "x = np.load('x.npy')\ny = model(x)\n"
    )
    out = _explained(folder, program, capsys)
    assert "`dense` was built for 8 values on axis -1 and gets (2, 9)\n" in out
    assert "program.py:4:46\n" in out
    assert "layers.Dense(3)])\n" in out


def test_without_the_file_the_message_is_explained(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = _raised(folder, FOUND["channels"][0])
    (folder / "program.py").unlink()
    (folder / "error.txt").write_text(text, "utf-8")
    assert main(["explain", "--traceback", "error.txt"]) == 0
    out = capsys.readouterr().out
    assert "`conv2d" in out
    assert "needs 4 axes and gets 3: (None, 28, 28)\n" in out
    assert "help: images without channels: `x[..., None]`" in out


def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    message = "ValueError: Shapes (None, 10) and (None, 1) are incompatible"
    monkeypatch.setattr("sys.stdin", io.StringIO(message))
    assert main(["explain", "--traceback", "-"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("the targets are (None, 10) and the model's output is (None, 1)\n")


def test_an_error_of_another_kind(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("KeyError: 'x'\n"))
    assert main(["explain", "--traceback", "-"]) == 1
    assert capsys.readouterr() == (
        "",
        "keras-lint: this error says nothing that is known here about Keras's shapes\n",
    )


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--traceback", "none.txt"]) == 2
    assert capsys.readouterr().err == "keras-lint: none.txt: No such file or directory\n"


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ('  File "/home/me/a.py", line 3, in <module>\n', (Frame("/home/me/a.py", 3),)),
        ('  File "/v/lib/python3.11/site-packages/keras/a.py", line 3, in f\n', ()),
        ("File ~/me/a.py:12, in f(x)\n", (Frame("~/me/a.py", 12),)),
        ("Cell In[7], line 2\n      1 x\n----> 2 y\n", (Frame("In [7]", 2),)),
        ("<ipython-input-7-ab> in <module>()\n      1 x\n----> 2 y\n",
         (Frame("<ipython-input-7-ab>", 2),)),
    ],
)  # fmt: skip
def test_the_frames_of_the_user(text: str, frames: tuple[Frame, ...]) -> None:
    assert parse(f"{text}ValueError: no\n").frames == frames


def test_the_last_error_counts_and_colors_do_not() -> None:
    text = (
        "KeyError: 1\n\nDuring handling of the above exception, another exception occurred:\n\n"
        "keras.errors.ValueError: Exception encountered\n\n\x1b[1mthe reason\x1b[0m\n"
    )
    failure = parse(text)
    assert (failure.kind, failure.message) == (
        "ValueError",
        "Exception encountered\n\nthe reason",
    )


MESSAGES = {
    'Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to '
    "have value 784, but received input with shape (None, 28, 28)": "was built for 784 values",
    "Input 0 of layer lstm is incompatible": None,
    'Input 0 of layer "sequential" is incompatible with the layer: expected shape=(None, 28, 28), '
    "found shape=(32, 28)": "the model takes (None, 28, 28) and gets (32, 28)",
    "The last dimension of the inputs to a Dense layer should be defined. Found None. Full input "
    "shape received: (None, None)": "a last axis of unknown size",
    "logits and labels must have the same first dimension, got logits shape [896,10] and labels "
    "shape [32]": "(896, 10) does not fit integer labels of shape (32,)",
    "`logits` and `labels` must have the same shape, received ((None, 10) vs (None, 1)).": (
        "the targets are (None, 1) and the model's output is (None, 10)"
    ),
    "Incompatible shapes: [32,10] vs. [32]": "(32, 10) and (32,)",
    "Negative dimension size caused by subtracting 3 from 2 for 'conv2d/Conv2D'": "2 values and a",
    "total size of new array must be unchanged, input_shape = [12], output_shape = [5, 2]": None,
    "Received a label value of 10 which is outside the valid range of [0, 10).": "10 classes",
    "A KerasTensor cannot be used as input to a TensorFlow function.": "symbolic tensor",
    "Layer 'dense' expected 2 variables, but received 0 variables during loading.": "0 variables",
}


@pytest.mark.parametrize(("message", "expected"), MESSAGES.items())
def test_messages_of_many_versions(message: str, expected: str | None) -> None:
    explanation = explain(message)
    if expected is None:
        assert explanation is None
        return
    assert explanation is not None
    assert expected in explanation.headline
    told: list[Any] = [explanation.headline, *explanation.notes, *explanation.helps]
    for text in told:
        for word in ("did you mean", "you forgot", "please", "illegal", "!"):
            assert word not in text.lower()
