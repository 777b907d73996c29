"""Edits that make a batch of one sample."""

from __future__ import annotations

import re

from keras_lint.diagnostics import Applicability, Edit, Fix
from keras_lint.model import DataCall, SemanticModel
from keras_lint.rules.call_edits import spelling, value_span

_SIMPLE = re.compile(r"[A-Za-z_][\w.]*(\[[^\[\]:]*\])*")


def batch_of_one(model: SemanticModel, source: str) -> str | None:
    """Write a batch of one sample: ``x[3:4]`` for ``x[3]``, else ``x[np.newaxis]``.

    None where the expression is no plain name, attribute or item.
    """
    indexed = re.fullmatch(r"([\w.]+)\[(\d+)\]", source)
    if indexed:
        return f"{indexed[1]}[{indexed[2]}:{int(indexed[2]) + 1}]"
    if not _SIMPLE.fullmatch(source):
        return None
    return f"{source}[{spelling(model, 'numpy.newaxis') or 'None'}]"


def batch_fixes(model: SemanticModel, data: DataCall, title: str) -> tuple[Fix, ...]:
    """Give the sample its batch axis where it is given to the model."""
    place = value_span(model, data.x_span, r"\w+")
    here = [one for one in model.data_calls if one.span == data.span]
    if place is None or len(here) != 1 or not data.kind.startswith("predict"):
        return ()
    code = batch_of_one(model, model.source.slice(place))
    return () if code is None else (Fix(title, (Edit(place, code),), Applicability.UNSAFE),)
