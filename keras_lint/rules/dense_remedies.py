"""Ways to remove the axes before a ``Dense``, with the shapes and weights that each gives."""

from __future__ import annotations

from dataclasses import dataclass

from keras_lint.diagnostics import Applicability, Edit, Fix
from keras_lint.layers.arguments import show
from keras_lint.layers.schema import LayerSchema
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import KeptAxes
from keras_lint.rules.dense_wording import unit_of
from keras_lint.rules.layer_edits import (
    argument_value,
    comment_of,
    insert_before,
    layer_spelling,
    remove_argument,
    remove_layer,
)
from keras_lint.rules.sequence_edits import drop_sequences
from keras_lint.rules.simulation import Applied, apply, apply_all, make, weight_count
from keras_lint.shapes import Dim, is_known

_INPUT_ARGUMENTS = ("input_shape", "input_dim")


@dataclass(frozen=True)
class Remedies:
    """The ways out as text, and those of them that can be written as edits."""

    helps: tuple[str, ...]
    fixes: tuple[Fix, ...]


def flatten_first(model: SemanticModel, kept: KeptAxes) -> tuple[str, tuple[Edit, ...]]:
    """Move the model's own ``Flatten`` to the front: the advice, and the edits if possible."""
    assert kept.end is not None, "the model's own Flatten ends the run"
    spelled = layer_spelling(model, "Flatten")
    name = spelled[0] if spelled else "Flatten"
    argument = next((a for a in _INPUT_ARGUMENTS if a in kept.first.construction.arguments), "")
    carried = f"{argument}={argument_value(model, kept.first, argument)}" if argument else ""
    code = f"{name}({carried})"
    title = f"move the model's own Flatten to the front: `{code}` before this `Dense`"
    title += _consequences(model, kept)
    removed = remove_layer(model, kept.end)
    comment = comment_of(model, kept.end)
    inserted = _insert(model, kept.first, code, argument, comment)
    if removed is None or inserted is None:
        return title, ()
    return title, (*inserted, *removed)


def _insert(
    model: SemanticModel, call: LayerCall, code: str, argument: str, comment: str = ""
) -> tuple[Edit, ...] | None:
    inserted = insert_before(model, call, code, comment)
    if inserted is None:
        return None
    if not argument:
        return inserted
    freed = remove_argument(model, call, argument)
    return None if freed is None else (*inserted, *freed)


def _consequences(model: SemanticModel, kept: KeptAxes) -> str:
    """Say what the layers of the model would give with ``Flatten`` in front."""
    assert kept.end is not None, "the model's own Flatten ends the run"
    graph = kept.graph
    calls = [model.layer_calls[i] for i in graph.layers]
    start = calls.index(kept.first)
    calls = [one for one in calls[start:] if one.index != kept.end.index]
    schemas = [one.schema for one in calls]
    layers = [one for one in schemas if one is not None]
    if len(layers) != len(schemas) or not graph.complete:
        return ""
    flat = apply(make("keras.layers.Flatten"), kept.input_shape)
    found = None if flat is None else apply_all(layers, flat.shape)
    if flat is None or found is None:
        return ""
    shapes = [flat, *found]
    if len(shapes) > 8:
        text = f"{shapes[0].shape}, {shapes[1].shape}, ..., {shapes[-1].shape}"
    else:
        text = ", ".join(str(one.shape) for one in shapes)
    return f" gives {text}{_total(found)}"


def _total(found: list[Applied]) -> str:
    counts = [one.params for one in found]
    total: Dim = 0
    for count in counts:
        total = total + count
    if not is_known(total):
        return ""
    parts = [f"{count:,}" for count in counts if is_known(count)]
    addition = f"{' + '.join(parts)} = " if 1 < len(parts) <= 6 else ""
    return f" and {addition}{total:,} parameters"


def remedies(model: SemanticModel, kept: KeptAxes) -> Remedies:
    """Give each way to one prediction for each sample, then how to say that it is meant."""
    helps: list[str] = []
    fixes: list[Fix] = []
    if kept.source_kind == "recurrent" and kept.source is not None:
        title = _drop_sequences(kept)
        helps.append(title)
        last_step = drop_sequences(model, kept.source)
        if last_step is not None:
            fixes.append(Fix(title, last_step, Applicability.DISPLAY))
    options = [_option(model, kept, name) for name in _candidates(kept)]
    offers = [one for one in options if one is not None]
    if offers:
        where = "this `Dense`" if len(offers) == 1 else "it"
        helps.append(f"put {' or '.join(text for text, _ in offers)} before {where}")
    for text, edits in offers:
        if edits:
            # One honest way alone may be applied; of several the user chooses.
            only = len(offers) == 1 and len(helps) == 1
            how = Applicability.UNSAFE if only else Applicability.DISPLAY
            fixes.append(Fix(f"put {text} before this `Dense`", edits, how))
    helps.append(_meant(kept))
    return Remedies(tuple(helps), tuple(fixes))


def _candidates(kept: KeptAxes) -> list[str]:
    """List the layers that would remove the axes, the usual one first."""
    rank = len(kept.input_shape)
    pooled = [f"GlobalAveragePooling{rank - 2}D"] if 3 <= rank <= 5 else []
    if kept.source_kind in ("convolution", "backbone", "embedding"):
        return [*pooled, "Flatten"]
    return ["Flatten"]


def _option(model: SemanticModel, kept: KeptAxes, name: str) -> tuple[str, tuple[Edit, ...]] | None:
    layer = make(f"keras.layers.{name}")
    given = apply(layer, kept.input_shape)
    dense = kept.first.schema
    if given is None or dense is None:
        return None
    after = apply(dense, given.shape)
    if after is None:
        return None
    count = weight_count(after.params)
    text = f"{name}() -> {given.shape}"
    text += f" ({count} in this layer)" if count else ""
    return text, _option_edits(model, kept, name)


def _option_edits(model: SemanticModel, kept: KeptAxes, name: str) -> tuple[Edit, ...]:
    spelled = layer_spelling(model, name)
    if spelled is None:
        return ()
    argument = next((a for a in _INPUT_ARGUMENTS if a in kept.first.construction.arguments), "")
    carried = f"{argument}={argument_value(model, kept.first, argument)}" if argument else ""
    inserted = _insert(model, kept.first, f"{spelled[0]}({carried})", argument)
    return () if inserted is None else (*spelled[1], *inserted)


def _drop_sequences(kept: KeptAxes) -> str:
    assert kept.source is not None, "a recurrent layer gave the axes"
    shape = kept.input_shape
    last = f"({', '.join(str(d) for d in (shape[0], shape[-1]))})"
    return f"return only the last step, without `return_sequences=True`: {last}"


def _meant(kept: KeptAxes) -> str:
    unit = unit_of(kept)
    schema = kept.first.schema
    units = show(getattr(schema, "units", "...")) if isinstance(schema, LayerSchema) else "..."
    if kept.source_kind == "convolution" and len(kept.input_shape) in (4, 5):
        layer = f"Conv{len(kept.input_shape) - 2}D({units}, 1)"
        return f"for one prediction per {unit}, `{layer}` computes the same and says so"
    layer = f"TimeDistributed(Dense({units}))"
    return f"for one prediction per {unit}, `{layer}` computes the same and says so"
