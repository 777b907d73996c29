"""The machine-readable answer of ``keras-lint verify``."""

from __future__ import annotations

from typing import Any

from keras_lint.diagnostics.json_format import diagnostic, place
from keras_lint.engine import Report
from keras_lint.source import Span
from keras_lint.verification.execution import Execution
from keras_lint.verification.verdicts import (
    FeedVerdict,
    LayerVerdict,
    LossVerdict,
    ModelVerdict,
    RemedyVerdict,
    Verification,
)

SCHEMA = 1


def document(files: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the whole output."""
    return {"schema": SCHEMA, "files": files}


def failed(path: str, message: str) -> dict[str, Any]:
    """Give the entry of a file that cannot be read."""
    return {"path": path, "error": message, "models": [], "parts": [], "findings": []}


def entry(
    report: Report, verification: Verification, execution: Execution | None
) -> dict[str, Any]:
    """Give the entry of one file."""
    fault = report.fault
    found: dict[str, Any] = {
        "path": report.source.path,
        "error": None if fault is None else f"{_start(report)}: {fault.message}",
        "unavailable": verification.unavailable or None,
        "models": [_model(one) for one in verification.models],
        "parts": [_layer(one) for one in verification.parts],
        "remedies": [_remedy(one) for one in verification.remedies],
        "refuted": [diagnostic(one) for one in verification.dropped],
        "findings": [diagnostic(one) for one in verification.diagnostics],
    }
    if execution is not None:
        found["execution"] = _execution(execution)
        found["findings"] += [diagnostic(one) for one in execution.findings()]
    return found


def _start(report: Report) -> Span:
    """Give the place where a file, or a cell, is no Python."""
    fault = report.fault
    assert fault is not None, "the caller has looked"
    column = max(fault.column - 1, 0)
    return report.source.locate(Span(report.source.path, fault.line, column, fault.line, column))


def _model(model: ModelVerdict) -> dict[str, Any]:
    return {
        "name": model.name or None,
        "kind": model.kind,
        **place(model.span),
        "status": model.status.value,
        "reason": model.reason or None,
        "keras": model.keras or None,
        "params": model.params,
        "left_out": list(model.omitted),
        "layers": [_layer(one) for one in model.layers],
        "losses": [_loss(one) for one in model.losses],
        "data": [_feed(one) for one in model.feeds],
    }


def _layer(layer: LayerVerdict) -> dict[str, Any]:
    return {
        "class": layer.class_name,
        **place(layer.span),
        "status": layer.status.value,
        "static": layer.static,
        "keras": layer.keras or None,
        "params": layer.params,
        "raised": layer.raised or None,
        "reason": layer.reason or None,
    }


def _loss(loss: LossVerdict) -> dict[str, Any]:
    return {
        **place(loss.span),
        "batch": loss.batch or None,
        "raised": loss.raised or None,
        "broadcast": None if loss.broadcast is None else list(loss.broadcast),
        "not_tried": loss.skipped or None,
    }


def _feed(feed: FeedVerdict) -> dict[str, Any]:
    return {
        **place(feed.span),
        "call": feed.kind,
        "raised": feed.raised or None,
        "output": feed.output or None,
        "not_tried": feed.skipped or None,
    }


def _remedy(remedy: RemedyVerdict) -> dict[str, Any]:
    return {
        "title": remedy.fix.title,
        "shapes": list(remedy.shapes),
        "params": remedy.params,
        "refused": remedy.refused or None,
        "not_tried": remedy.skipped or None,
    }


def _execution(execution: Execution) -> dict[str, Any]:
    return {
        "keras": execution.keras or None,
        "unavailable": execution.unavailable or None,
        "error": execution.error or None,
        "error_place": None if execution.error_span is None else place(execution.error_span),
        "layers": [_layer(one) for one in execution.layers],
        "unforeseen": [
            {"class": one.class_name, **place(one.span), "output": one.output}
            for one in execution.unforeseen
        ],
    }
