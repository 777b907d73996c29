"""For test suites: assert that a model is clean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from keras_lint.verification.live import Findings, check


def assert_clean(model: Any, x: Any = None, y: Any = None, *, ignore: Sequence[str] = ()) -> None:
    """Assert that nothing is found about a live model and the data that it is to be fed.

    Args:
        model: a Keras model; one with code of its own needs ``x``.
        x: the data, if any.
        y: the targets, if any.
        ignore: names of rules whose findings are accepted.

    Raises:
        AssertionError: something was found; the text shows it.
        CannotCheck: the model cannot be looked into, so that nobody knows whether it is clean.
    """
    __tracebackhide__ = True
    found = check(model, x, y)
    accepted = {name.removeprefix("keras-") for name in ignore}
    left = Findings.of([one for one in found if one.rule not in accepted], found.source)
    if left:
        raise AssertionError(str(left))
