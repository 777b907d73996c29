"""What keras_lint makes of an annotated program, in the form of Keras's answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from keras_lint import engine
from keras_lint.engine import analyze
from keras_lint.model import SemanticModel
from keras_lint.rules.registry import all_rules
from keras_lint.settings import Settings
from keras_lint.shapes import TensorSpec, is_known, with_defaults
from keras_lint.source import SourceText
from tests.annotated.annotations import UNKNOWN, read_annotations, strip_annotations

engine.FAIL_LOUDLY = True


@dataclass
class Analysis:
    """The layers by file and line (each its shapes and parameters), models by line, findings."""

    shapes: dict[tuple[str, int], list[Any]] = field(default_factory=dict)
    params: dict[tuple[str, int], list[Any]] = field(default_factory=dict)
    outputs: dict[int, Any] = field(default_factory=dict)
    totals: dict[int, Any] = field(default_factory=dict)
    findings: list[tuple[int, str]] = field(default_factory=list)
    unknowns: list[str] = field(default_factory=list)


def analysis(path: Path) -> Analysis:
    """Analyze a program, its annotations taken away."""
    text = path.read_text("utf-8")
    marked = {rule for _, rule in read_annotations(text).marks}
    rules = [r.name for r in all_rules() if r.default_enabled() or r.name in marked]
    source = SourceText(str(path), strip_annotations(text))
    report = analyze(source, Settings(version="3"), rules=rules)
    assert report.fault is None, report.fault
    assert report.notes == ()
    found = _read(report.model, path)
    found.findings = sorted((one.span.line, one.rule) for one in report.diagnostics)
    return found


def _read(model: SemanticModel, path: Path) -> Analysis:
    found = Analysis()
    layers: dict[int, list[Any]] = {}
    for call in sorted(model.layer_calls, key=lambda one: one.construction.index):
        made = call.construction
        span = made.definition or made.span
        file = path.name if span.path == str(path) else _relative(span.path, path.parent)
        place = (file, span.line)
        if made.layer not in layers:
            layers[made.layer] = []
            found.shapes.setdefault(place, []).append(layers[made.layer])
            found.params.setdefault(place, []).append(None)
        shape = _structure(call.output)
        if shape not in layers[made.layer]:
            layers[made.layer].append(shape)
        if call.first:
            found.params[place][-1] = _number(call.params)
    for graph in model.models:
        if graph.built:
            found.outputs[graph.span.line] = _structure(graph.output)
            found.totals[graph.span.line] = _number(graph.params)
    found.unknowns = [f"{one.place}: {one.why}" for one in model.unknowns]
    return found


def _relative(path: str, folder: Path) -> str:
    full = Path(path).resolve()
    return full.relative_to(folder).as_posix() if full.is_relative_to(folder) else path


def _structure(structure: Any) -> Any:
    if isinstance(structure, TensorSpec):
        dims = structure.shape.dims
        return UNKNOWN if dims is None else [_size(dim) for dim in dims]
    if isinstance(structure, Mapping):
        return {str(key): _structure(value) for key, value in structure.items()}
    if isinstance(structure, list | tuple):
        parts = [_structure(one) for one in structure]
        return parts[0] if isinstance(structure, tuple) and len(parts) == 1 else parts
    return UNKNOWN


def _size(dim: Any) -> int | str | None:
    settled = with_defaults(dim)
    if is_known(settled):
        return settled
    return None if str(settled) == "None" else UNKNOWN


def _number(dim: Any) -> int | str:
    settled = with_defaults(dim)
    return settled if is_known(settled) else UNKNOWN
