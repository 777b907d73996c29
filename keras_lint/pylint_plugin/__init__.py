"""pylint's face of keras_lint: the checker, its options, and astroid support for Keras."""

from __future__ import annotations

from pylint.lint import PyLinter

from keras_lint.pylint_plugin import tensorflow_keras
from keras_lint.pylint_plugin.checker import register_checkers
from keras_lint.pylint_plugin.options import settings_of


def register(linter: PyLinter) -> None:
    """Give pylint what keras_lint adds to it."""
    register_checkers(linter)
    tensorflow_keras.install()


def load_configuration(linter: PyLinter) -> None:
    """Adapt pylint once the user's options are read."""
    if settings_of(linter).resolve_tensorflow:
        tensorflow_keras.configure(linter)
    else:
        tensorflow_keras.uninstall()
