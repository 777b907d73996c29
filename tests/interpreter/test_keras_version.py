"""Which Keras a file is written for."""

from __future__ import annotations

from keras_lint.interpreter.keras_version import keras_version
from keras_lint.settings import Settings
from keras_lint.source import SourceText


def test_tf_keras_is_keras_2_whatever_is_set():
    """The name alone decides; a file that imports both is read as the settings say."""
    alone = SourceText("a.py", "import tf_keras as keras\n")
    both = SourceText("a.py", "import keras\nimport tf_keras\n")
    assert keras_version(alone, Settings(version="3")) == 2
    assert keras_version(both, Settings(version="3")) == 3
