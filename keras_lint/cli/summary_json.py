"""The machine-readable summary: everything the analyzer knows, in a fixed format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from keras_lint.diagnostics.paths import split_cell
from keras_lint.engine import Report
from keras_lint.model import LayerCall, ModelGraph
from keras_lint.shapes import (
    Dim,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    flatten_structure,
    is_known,
    with_defaults,
)
from keras_lint.source import SourceText, Span

SCHEMA = 1


def document(files: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the whole output."""
    return {"schema": SCHEMA, "files": files}


def failed(path: str, message: str, line: int = 1, column: int = 1) -> dict[str, Any]:
    """Give the entry of a file that cannot be read or parsed."""
    error = {"line": line, "column": column, "message": message}
    return {"path": path, "error": error, "models": [], "layer_calls": []}


def entry(report: Report) -> dict[str, Any]:
    """Give the entry of one file."""
    model = report.model
    fault = report.fault
    owners: dict[int, list[int]] = {}
    for graph in model.models:
        for call in graph.layers:
            owners.setdefault(call, []).append(graph.index)
    found: dict[str, Any] = {
        "path": report.source.path,
        "error": None,
        "models": [_model(graph, report.source) for graph in model.models],
        "layer_calls": [
            _call(call, owners.get(call.index, []), report.source) for call in model.layer_calls
        ],
        "unknowns": dict(Counter(one.why for one in model.unknowns).most_common()),
    }
    if fault is not None:
        column = max(fault.column - 1, 0)
        span = Span(report.source.path, fault.line, column, fault.line, column)
        found["error"] = {**_start(span, report.source), "message": fault.message}
    return found


def _model(graph: ModelGraph, source: SourceText) -> dict[str, Any]:
    return {
        "name": graph.name or graph.variable,
        "kind": graph.kind,
        **_start(graph.span, source),
        "built": graph.built,
        "input_shape": _structure(graph.input_structure),
        "output_shape": _structure(graph.output),
        "params": _number(graph.params) if graph.built else None,
        "trainable_params": _number(graph.trainable_params) if graph.built else None,
        "layers": list(graph.layers),
    }


def _start(span: Span, source: SourceText) -> dict[str, Any]:
    """Give where a span starts, in a notebook with the cell that its line is counted in."""
    place = source.locate(span)
    cell = split_cell(place.path)[1]
    found: dict[str, Any] = {} if cell is None else {"cell": int(cell.removeprefix("cell "))}
    return found | {"line": place.line, "column": place.column + 1}


def _call(call: LayerCall, models: list[int], source: SourceText) -> dict[str, Any]:
    status, reason = _status(call)
    return {
        **_start(call.span, source),
        "end_line": source.locate(call.span).end_line,
        "end_column": call.span.end_column + 1,
        "call_line": source.locate(call.call_span).line,
        "class": call.class_name,
        "name": call.name,
        "models": models,
        "input_shape": _structure(call.inputs),
        "output_shape": _structure(call.output),
        "params": _number(call.params),
        "status": status,
        "reason": reason,
    }


def _status(call: LayerCall) -> tuple[str, str | None]:
    if call.refusal is not None:
        return "error", str(call.refusal)
    specs = [] if call.output is None else flatten_structure(call.output)
    if not specs or any(spec.shape.dims is None for spec in specs):
        return "unknown", call.reason or "its output is not known"
    if all(_is_known(spec.shape) for spec in specs):
        if isinstance(call.params, Unknown):
            return "partial", call.params.why
        return "known", None
    return "partial", call.reason or "some of its sizes are not known"


def _is_known(shape: Shape) -> bool:
    return all(not isinstance(with_defaults(dim), Unknown) for dim in shape) and all(
        isinstance(_dim(dim), int | None) for dim in shape
    )


def _structure(structure: Structure[Any] | None) -> Any:
    if isinstance(structure, TensorSpec):
        return _shape(structure.shape)
    if isinstance(structure, Mapping):
        return {str(key): _structure(value) for key, value in structure.items()}
    if isinstance(structure, list | tuple):
        shapes = [_structure(one) for one in structure if _is_tensors(one)]
        return shapes[0] if isinstance(structure, tuple) and len(shapes) == 1 else shapes
    return None


def _is_tensors(part: Any) -> bool:
    return isinstance(part, TensorSpec | Mapping | list | tuple)


def _shape(shape: Shape) -> list[Any] | None:
    return None if shape.dims is None else [_dim(dim) for dim in shape.dims]


def _dim(dim: Dim) -> int | str | None:
    """Give an int, None for Keras's own, or a text for what is not known."""
    settled = with_defaults(dim)
    if is_known(settled):
        return settled
    text = str(settled)
    return None if text == "None" else text


def _number(dim: Dim) -> int | None:
    settled = with_defaults(dim)
    return settled if is_known(settled) else None
