"""Scripts that use Keras through modules of their project alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from keras_lint.diagnostics import Severity
from keras_lint.engine import Report, analyze
from keras_lint.settings import Settings
from keras_lint.source import SourceText

RULES = ["input-rank", "input-size"]
NETWORK = """
from keras import Input, Sequential
from keras.layers import Dense

def network():
    model = Sequential([Input((4,)), Dense(1)])
    model.compile("adam", "mse")
    return model
"""


def report(folder: Path, text: str) -> Report:
    path = folder / "train.py"
    path.write_text(text, "utf-8")
    return analyze(SourceText(str(path), text), Settings(version="3"), rules=RULES)


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("network.py", "from network import network"),
        ("nets/network.py", "from nets.network import network"),
        ("nets/network.py", "from nets import network as nets; network = nets.network"),
        ("nets/__init__.py", "from nets import network"),
    ],
)
def test_a_script_that_names_no_keras(tmp_path: Path, module: str, line: str) -> None:
    """What it feeds to the models of its modules is checked."""
    (tmp_path / module).parent.mkdir(exist_ok=True)
    (tmp_path / module).write_text(NETWORK, "utf-8")
    text = f"import numpy as np\n{line}\nnetwork().fit(np.zeros((8, 5)), np.zeros(8))\n"
    found = report(tmp_path, text).diagnostics
    assert [(one.rule, one.span.line) for one in found] == [("input-size", 3)]


def test_through_a_module_between(tmp_path: Path) -> None:
    (tmp_path / "network.py").write_text(NETWORK, "utf-8")
    (tmp_path / "setup.py").write_text("from network import network\nnet = network()\n", "utf-8")
    text = "import numpy as np\nfrom setup import net\nnet.fit(np.zeros((8, 5)), np.zeros(8))\n"
    found = report(tmp_path, text).diagnostics
    assert [(one.rule, one.span.line) for one in found] == [("input-size", 3)]


def test_a_script_of_another_kind(tmp_path: Path) -> None:
    """No module of its has Keras: there is nothing to do."""
    (tmp_path / "loader.py").write_text("def load():\n    return []\n", "utf-8")
    text = "from loader import load\nmodel.fit(load())\n"
    assert not report(tmp_path, text).model.mentions_keras


def test_errors_stay_errors_where_no_name_is_guessed(tmp_path: Path) -> None:
    """The word alone, as in a file name, makes no posted snippet of a script."""
    (tmp_path / "network.py").write_text(NETWORK, "utf-8")
    text = (
        "import numpy as np\nfrom network import network\nmodel = network()\n"
        'model.fit(np.zeros((8, 5)), np.zeros(8))\nmodel.save("model.keras")\n'
    )
    found = report(tmp_path, text)
    assert not found.model.guessed_imports
    assert [one.severity for one in found.diagnostics] == [Severity.ERROR]


def test_data_that_a_helper_feeds(tmp_path: Path) -> None:
    """The finding stands in the analyzed file, where it calls the helper."""
    (tmp_path / "scores.py").write_text("def score(m, x):\n    return m.predict(x)\n", "utf-8")
    text = (
        "import keras\nimport numpy as np\nfrom scores import score\n"
        "model = keras.Sequential([keras.Input((4, 4)), keras.layers.Flatten()])\n"
        "image = np.zeros((4, 4))\n"
        "print(score(model, image))\n"
    )
    found = report(tmp_path, text).diagnostics
    assert [(one.rule, one.span.line) for one in found] == [("input-rank", 6)]
    assert all(label.span.path == found[0].span.path for label in found[0].labels)
