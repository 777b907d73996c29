"""keras_lint: reads Keras code without running it and knows what Keras would build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from keras_lint.version import __version__

if TYPE_CHECKING:
    from pylint.lint import PyLinter  # third party, for the type checker alone

__all__ = ["__version__", "check", "load_configuration", "register"]


def register(linter: PyLinter) -> None:
    """Register the checkers with pylint (``--load-plugins keras_lint``)."""
    # Inside the function: the other faces must not pay for pylint.
    from keras_lint.pylint_plugin import register as register_plugin

    register_plugin(linter)


def load_configuration(linter: PyLinter) -> None:
    """Adapt pylint's own options, which are read by now."""
    # Inside the function, as in `register`.
    from keras_lint.pylint_plugin import load_configuration as load_plugin_configuration

    load_plugin_configuration(linter)


def __getattr__(name: str) -> Any:
    """Load `keras_lint.testing` where it is asked for."""
    if name == "testing":
        # Inside the function, as in `register`.
        from importlib import import_module

        return import_module("keras_lint.testing")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def check(model: Any, x: Any = None, y: Any = None) -> Any:
    """Give the findings for a live Keras model, and for the data that it is to be fed.

    A model with code of its own needs ``x``, as its layers are connected by calling it. The
    result prints as text with the places in the program that would build the model.
    """
    # Inside the function, as in `register`.
    from keras_lint.verification.live import check as check_model

    return check_model(model, x, y)
