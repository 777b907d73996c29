"""The places that explain a finding: where tensors come from, which calls led to a layer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from keras_lint.diagnostics import Label
from keras_lint.model import Construction, LayerCall, SemanticModel
from keras_lint.shapes import Structure, TensorSpec, flatten_structure
from keras_lint.source import SourceText, Span


def holds(majors: tuple[int, ...], keras: int | None) -> bool:
    """Tell whether what is true for some major versions is true for the Keras that is meant.

    Where nobody knows which one that is, only what holds for all counts.
    """
    return majors == (2, 3) if keras is None else keras in majors


def short(name: str) -> str:
    """Give the last part of a dotted name: ``keras.layers.Dense`` is ``Dense``."""
    return name.rpartition(".")[2]


def shapes_of(structure: object) -> str:
    """Write the shapes of a tensor, or of several: ``(None, 8) and (None, 9)``."""
    specs = specs_of(structure)
    return listed([str(spec.shape) for spec in specs]) if specs else "an unknown shape"


def specs_of(structure: object) -> list[TensorSpec]:
    """List the tensor specs in the arguments of a layer call, whatever else is among them."""
    if isinstance(structure, TensorSpec):
        return [structure]
    if isinstance(structure, dict):
        structure = list(structure.values())
    if isinstance(structure, list | tuple):
        return [spec for part in structure for spec in specs_of(part)]
    return []


def output_shapes(output: Structure[TensorSpec] | None) -> str:
    """Write what a layer gives."""
    return (
        "an unknown shape"
        if output is None
        else listed([str(spec.shape) for spec in flatten_structure(output)])
    )


def listed(words: Sequence[str], last: str = "and") -> str:
    """Write a list as prose: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(count: object, noun: str) -> str:
    """Write a number with its noun: ``1 axis``, ``2 axes``."""
    if count == 1:
        return f"{count} {noun}"
    plural = {"axis": "axes", "class": "classes"}.get(noun, f"{noun}s")
    return f"{count} {plural}"


def parent_labels(model: SemanticModel, call: LayerCall) -> tuple[Label, ...]:
    """Label the layers that an input of this one comes from with what they give.

    A layer that stands on the same place, such as one in a loop, is left out.
    """
    labels = []
    for index in call.parents:
        parent = model.layer_calls[index]
        if parent.span == call.span or parent.output is None:
            continue
        labels.append(Label(parent.span, f"gives {output_shapes(parent.output)}"))
    if not labels:
        labels = [
            Label(spec.origin, f"{spec.shape}")
            for spec in specs_of(call.inputs)
            if spec.origin is not None
            and spec.origin.path == call.span.path
            and not overlap(spec.origin, call.span)
        ]
    return unique(labels)


def overlap(one: Span, other: Span) -> bool:
    """Tell whether one of two places lies within the other."""
    return one.contains(other) or other.contains(one)


def unique(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Keep the first label of each place."""
    kept: dict[Span, Label] = {}
    for label in labels:
        kept.setdefault(label.span, label)
    return tuple(kept.values())


def chain_notes(
    source: SourceText,
    span: Span,
    chain: Sequence[Span],
    definition: Span | None = None,
) -> tuple[str, ...]:
    """Say which calls led to a place inside a helper, outermost first."""
    notes = []
    if definition is not None and definition.path != span.path:
        notes.append(f"the layer stands at {definition.path}:{definition.line}")
    calls = [one for one in chain if one.path == source.path and not one.contains(span)]
    if calls:
        steps = [f"`{_head(source, one)}` on line {one.line}" for one in calls[:4]]
        notes.append(f"reached through {', '.join(steps)}")
    return tuple(notes)


def _head(source: SourceText, span: Span) -> str:
    """Give a call on one line, its arguments cut where they are long."""
    text = " ".join(source.slice(span).split())
    return text if len(text) <= 40 else f"{text.partition('(')[0]}(...)"


def construction_notes(model: SemanticModel, construction: Construction) -> tuple[str, ...]:
    """Say which calls led to the making of a layer."""
    return chain_notes(model.source, construction.span, construction.chain, construction.definition)


def call_notes(model: SemanticModel, call: LayerCall) -> tuple[str, ...]:
    """Say which calls led to a layer call."""
    chain = call.chain or call.construction.chain
    return chain_notes(model.source, call.span, chain, call.construction.definition)
