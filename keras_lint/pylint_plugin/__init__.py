"""pylint's face of keras_lint: the checker, its options, and astroid support for Keras."""

from __future__ import annotations

import atexit
import gc

from pylint.lint import PyLinter

from keras_lint.pylint_plugin import tensorflow_keras
from keras_lint.pylint_plugin.checker import register_checkers
from keras_lint.pylint_plugin.options import settings_of
from keras_lint.pylint_plugin.sarif_reporter import SarifReporter


def register(linter: PyLinter) -> None:
    """Give pylint what keras_lint adds to it."""
    register_checkers(linter)
    linter.register_reporter(SarifReporter)
    tensorflow_keras.install()
    # The trees of Keras and TensorFlow are millions of objects: looking through them for cycles
    # when the process ends would take a quarter of the run, and what is frozen is not looked at.
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def load_configuration(linter: PyLinter) -> None:
    """Adapt pylint once the user's options are read."""
    if settings_of(linter).resolve_tensorflow:
        tensorflow_keras.configure(linter)
    else:
        tensorflow_keras.uninstall()
