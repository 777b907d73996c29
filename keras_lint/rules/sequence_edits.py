"""Edits that let a recurrent layer keep its steps or give the last one alone."""

from __future__ import annotations

from keras_lint.diagnostics import Edit
from keras_lint.model import Construction, LayerCall, SemanticModel
from keras_lint.rules.call_edits import add_keyword
from keras_lint.rules.layer_edits import remove_argument, replace_argument, stands_once
from keras_lint.rules.places import short
from keras_lint.rules.refusals import RECURRENT

_NAME = "return_sequences"


def keep_sequences(model: SemanticModel, call: LayerCall) -> tuple[Edit, ...] | None:
    """Write ``return_sequences=True``; None where the code makes the layer in another way."""
    made = _recurrent(model, call)
    if made is None:
        return None
    if _NAME in made.arguments:
        return replace_argument(model, made.argument_spans.get(_NAME), _NAME, "True")
    return add_keyword(model, made.span, made.argument_spans.values(), f"{_NAME}=True")


def drop_sequences(model: SemanticModel, call: LayerCall) -> tuple[Edit, ...] | None:
    """Take ``return_sequences=True`` out; None where it does not stand at the layer."""
    made = _recurrent(model, call)
    return None if made is None else remove_argument(model, made, _NAME)


def _recurrent(model: SemanticModel, call: LayerCall) -> Construction | None:
    """Give the recurrent layer itself, which may stand inside ``Bidirectional``."""
    made = call.construction
    if not stands_once(model, made):
        return None
    if short(made.class_name) != "Bidirectional":
        return made
    inner = [
        one
        for one in model.constructions
        if one.index != made.index
        and made.span.contains(one.span)
        and short(one.class_name) in RECURRENT
    ]
    return inner[0] if len(inner) == 1 else None
