"""The rows of a model's table, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from keras_lint.cli.layer_names import LayerNames
from keras_lint.diagnostics import Diagnostic, Severity
from keras_lint.diagnostics.paths import split_cell
from keras_lint.model import Construction, LayerCall, ModelGraph, SemanticModel
from keras_lint.shapes import Dim, Shape, Structure, TensorSpec, Unknown, is_known, with_defaults
from keras_lint.source import SourceText, Span

UNKNOWN = "?"
_ORDER = list(Severity)


@dataclass(frozen=True)
class Row:
    """One layer as it is shown; ``mark`` is the gravest of its findings."""

    name: str
    class_name: str
    shape: str
    params: str
    line: str
    mark: Severity | None = None


@dataclass(frozen=True)
class ModelTable:
    """One model as it is shown."""

    graph: ModelGraph
    rows: tuple[Row, ...]
    findings: tuple[Diagnostic, ...]


def tables(model: SemanticModel, findings: Sequence[Diagnostic]) -> Iterator[ModelTable]:
    """Give the models of a file, each with the findings at its layers."""
    told: set[int] = set()
    for graph in model.models:
        spans = {span for call in _calls(model, graph) for span in (call.span, call.call_span)}
        spans |= {construction.span for construction in _unapplied(model, graph)}
        own = [
            one
            for one in findings
            if id(one) not in told and (one.cause in graph.layers or one.span in spans)
        ]
        told.update(map(id, own))
        yield ModelTable(graph, tuple(_rows(model, graph, own)), tuple(own))


def loose_calls(model: SemanticModel) -> list[LayerCall]:
    """List the layer calls that belong to no model."""
    owned = {index for graph in model.models for index in graph.layers}
    models = {graph.span for graph in model.models}
    return [c for c in model.layer_calls if c.index not in owned and c.span not in models]


def _calls(model: SemanticModel, graph: ModelGraph) -> list[LayerCall]:
    return [model.layer_calls[index] for index in graph.layers]


def _unapplied(model: SemanticModel, graph: ModelGraph) -> list[Construction]:
    """List the layers of a Sequential that no shape has reached."""
    applied = {call.construction.index for call in _calls(model, graph)}
    by_index = {one.index: one for one in model.constructions}
    return [by_index[i] for i in graph.constructions if i in by_index and i not in applied]


def _rows(model: SemanticModel, graph: ModelGraph, findings: Sequence[Diagnostic]) -> Iterator[Row]:
    names = LayerNames()
    if graph.kind == "functional":
        for number, given in enumerate(graph.inputs):
            name = names.name_of(-1 - number, "InputLayer", given.name)
            shape = structure_text(given.spec)
            yield Row(name, "InputLayer", shape, "0", _line(model, given.span))
    seen: set[int] = set()
    for call in _calls(model, graph):
        row = _row(model, call, names, again=call.construction.layer in seen)
        seen.add(call.construction.layer)
        yield replace(row, mark=_mark(findings, call))
    for construction in _unapplied(model, graph):
        name = names.name_of(construction.layer, construction.class_name, construction.name)
        yield Row(
            name,
            construction.class_name.rpartition(".")[2],
            UNKNOWN,
            "0 (unbuilt)" if not graph.built else UNKNOWN,
            _line(model, construction.definition or construction.span),
            _gravest(one for one in findings if one.span == construction.span),
        )


def _row(model: SemanticModel, call: LayerCall, names: LayerNames, *, again: bool) -> Row:
    construction = call.construction
    shape = "Keras refuses" if call.refusal is not None else structure_text(call.output)
    return Row(
        names.name_of(construction.layer, call.class_name, call.name),
        call.class_name.rpartition(".")[2],
        shape + (" (on some paths)" if call.optional else ""),
        "(shared)" if again and call.params != 0 else number_text(call.params),
        _line(model, construction.definition or call.span),
    )


def _mark(findings: Sequence[Diagnostic], call: LayerCall) -> Severity | None:
    return _gravest(
        one
        for one in findings
        if one.cause == call.index
        or (one.cause is None and one.span in (call.span, call.call_span))
    )


def _gravest(findings: Iterator[Diagnostic]) -> Severity | None:
    return min((one.severity for one in findings), key=_ORDER.index, default=None)


def _line(model: SemanticModel, span: Span | None) -> str:
    return "" if span is None else line_text(model.source, span)


def line_text(source: SourceText, span: Span) -> str:
    """Write where a span starts: ``7``, ``cell 3:7``, or ``blocks.py:7`` for another file."""
    if span.path != source.path:
        return f"{PurePath(span.path).name}:{span.line}"
    place = source.locate(span)
    cell = split_cell(place.path)[1]
    return str(place.line) if cell is None else f"{cell}:{place.line}"


def structure_text(structure: Structure[Any] | None) -> str:
    """Write the shapes of a structure as Keras's summary does."""
    if isinstance(structure, TensorSpec):
        return _shape(structure.shape)
    if isinstance(structure, Mapping):
        parts = (f"{key}: {structure_text(value)}" for key, value in structure.items())
        return "{" + ", ".join(parts) + "}"
    if isinstance(structure, list | tuple):
        return "[" + ", ".join(structure_text(one) for one in structure) + "]"
    return UNKNOWN


def _shape(shape: Shape) -> str:
    if shape.dims is None:
        return UNKNOWN
    return str(Shape(tuple(with_defaults(dim) for dim in shape.dims)))


def number_text(dim: Dim) -> str:
    """Write a number of parameters: ``1,024``, an expression, or ``?``."""
    settled = with_defaults(dim)
    return f"{settled:,}" if is_known(settled) else str(settled)


def why_unknown(dim: Dim) -> str | None:
    """Give the reason for a number that is not known."""
    settled = with_defaults(dim)
    return settled.why if isinstance(settled, Unknown) else None
