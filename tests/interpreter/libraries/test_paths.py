"""``os.path``, ``sys.path``, and modules of the project that lie elsewhere."""

from __future__ import annotations

import pytest

from keras_lint.engine import analyze
from keras_lint.settings import Settings
from keras_lint.source import SourceText

LIBRARY = "import keras\ndef head(n):\n    return keras.layers.Dense(n)(keras.Input((4,)))\n"


@pytest.mark.parametrize(
    "line",
    [
        "sys.path.append('..')",
        "sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))",
        "sys.path.append(os.path.join(os.path.dirname(__file__), os.pardir))",
        "sys.path.append(os.path.abspath('..'))",
    ],
)
def test_modules_are_found_along_the_path(tmp_path, line):
    (tmp_path / "parts.py").write_text(LIBRARY)
    (tmp_path / "scripts").mkdir()
    script = tmp_path / "scripts" / "train.py"
    text = f"import os, sys\n{line}\nfrom parts import head\nmodel = head(5)\n"
    script.write_text(text)
    [call] = analyze(SourceText(str(script), text), Settings(version="3")).model.layer_calls
    assert str(call.output.shape) == "(None, 5)"


def test_a_script_that_only_uses_a_module_of_models(tmp_path):
    """The script itself has no word of Keras."""
    (tmp_path / "parts.py").write_text(LIBRARY)
    script = tmp_path / "run.py"
    text = "from parts import head\nnet = head(7)\n"
    script.write_text(text)
    [call] = analyze(SourceText(str(script), text), Settings(version="3")).model.layer_calls
    assert (call.output.shape[-1], call.span.line) == (7, 2)
