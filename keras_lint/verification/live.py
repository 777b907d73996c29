"""The findings for a model that lives in this process: a notebook's or a test's.

The model is written down as the program that would build it, and that program is analyzed.
Keras is not imported here: the model's own attributes say what it is made of.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from keras_lint.diagnostics import Diagnostic, text
from keras_lint.engine import analyze
from keras_lint.settings import Settings
from keras_lint.source import SourceText
from keras_lint.verification.live_data import data_text
from keras_lint.verification.live_source import CannotCheck, LiveSource
from keras_lint.verification.live_trace import has_graph, traced

PATH = "<model>"


class Findings(tuple[Diagnostic, ...]):
    """The findings for a live model. ``source`` is the program that their places are in."""

    source: SourceText

    @staticmethod
    def of(found: Iterable[Diagnostic], source: SourceText) -> Findings:
        """Make findings that know their source."""
        made = Findings(found)
        made.source = source
        return made

    def __str__(self) -> str:
        return text.render(self, {PATH: self.source}) if self else "no findings"

    __repr__ = __str__


def check(model: Any, x: Any = None, y: Any = None) -> Findings:
    """Give the findings for a live Keras model, and for the data that it is to be fed.

    Args:
        model: a model, compiled or not. One with code of its own needs ``x``: its ``call`` is
            run on symbolic tensors of these shapes, which builds its layers as ``fit`` does.
        x: what ``fit`` or ``predict`` would be given: arrays, or lists and dicts of them.
        y: the targets; without them ``x`` is what ``predict`` would be given.

    Raises:
        CannotCheck: the model has code of its own that cannot be followed.
    """
    graph = model if x is None or has_graph(model) else traced(model, x)
    source = LiveSource(model, graph)
    lines = source.lines()
    if x is not None:
        lines += data_text("x", x)
        if y is not None:
            lines += data_text("y", y)
        lines.append("model.fit(x, y)" if y is not None else "model.predict(x)")
    program = SourceText(PATH, "\n".join(lines) + "\n")
    report = analyze(program, Settings(version=source.version), rules=_default_rules())
    if report.fault is not None or report.notes:
        why = report.fault.message if report.fault is not None else report.notes[0]
        raise CannotCheck(f"the model could not be analyzed: {why}")
    return Findings.of(report.diagnostics, program)


def _default_rules() -> list[str]:
    # Inside the function, as the registry loads every rule.
    from keras_lint.rules.registry import all_rules

    return [rule.name for rule in all_rules() if rule.default_enabled()]


__all__ = ["CannotCheck", "Findings", "check"]
