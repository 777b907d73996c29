"""Which data a model is given that can be tried: zeros of their shapes, through Keras itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from keras_lint.model import DataCall, ModelGraph, SemanticModel
from keras_lint.shapes import Dynamic, TensorSpec, Unknown, is_known, with_defaults
from keras_lint.source import Span
from keras_lint.verification.encoding import Jsonable, NotDescribable
from keras_lint.verification.targets import KERAS_BATCH, LossQuestion

MAX_PARAMETERS = 5_000_000
"""Models with more are not run: their weights would have to be allocated."""

_PREDICTIONS = ("predict", "predict_generator", "predict_proba", "predict_classes")
_WITH_TARGETS = ("fit", "evaluate", "fit_generator", "evaluate_generator")
_ON_BATCH = {
    "predict_on_batch": "predict_on_batch",
    "train_on_batch": "test_on_batch",
    "test_on_batch": "test_on_batch",
}


@dataclass(frozen=True)
class FeedQuestion:
    """Data to try: the call that gives them, and the JSON for the worker or a reason."""

    data: DataCall
    span: Span
    kind: str
    request: Mapping[str, Jsonable] | None
    reason: str = ""


def feed_questions(
    model: SemanticModel, graph: ModelGraph, losses: Sequence[LossQuestion]
) -> Iterator[FeedQuestion]:
    """Give the data of every call that trains, evaluates or asks a model."""
    known = {id(one.data): one.request for one in losses}
    seen: set[str] = set()
    for data in model.data_calls:
        if data.model != graph.identity or data.guarded or data.x is None:
            continue
        parts: list[tuple[Span, str, Any, Any]] = [(data.span, data.kind, data.x, data.y)]
        if data.validation_x is not None and data.kind in _WITH_TARGETS:
            place = data.validation_span or data.span
            parts.append((place, "evaluate", data.validation_x, data.validation_y))
        for span, kind, x, y in parts:
            method = _method(data, kind)
            if method is None:
                continue
            try:
                request = _request(data, method, x, y, known.get(id(data)))
            except NotDescribable as error:
                yield FeedQuestion(data, span, kind, None, str(error))
                continue
            key = repr(request)
            if key not in seen:
                seen.add(key)
                yield FeedQuestion(data, span, kind, request)


def _method(data: DataCall, kind: str) -> str | None:
    """Give the method that checks data as this one does, and changes no weight."""
    if kind in _ON_BATCH:
        return _ON_BATCH[kind]
    if kind in _PREDICTIONS:
        return "predict" if data.batched else "predict_on_batch"
    if kind in _WITH_TARGETS:
        return "evaluate" if data.batched else "test_on_batch"
    return None


def _request(
    data: DataCall, method: str, x: Any, y: Any, loss: Mapping[str, Jsonable] | None
) -> Mapping[str, Jsonable]:
    needs_target = method in ("evaluate", "test_on_batch")
    given = data.arguments.get("batch_size")
    size = given if isinstance(given, int) and not isinstance(given, bool) else KERAS_BATCH
    samples = _samples([*_specs(x), *(_specs(y) if needs_target else [])], size)
    request: dict[str, Jsonable] = {
        "method": method,
        "batch": size,
        "x": _encoded(x, samples),
        "y": None,
    }
    if needs_target:
        if y is None:
            raise NotDescribable("no targets are given")
        request["y"] = _encoded(y, samples)
        if loss is not None:
            request.update(names=loss["names"], losses=loss["losses"])
    return request


def _samples(specs: Sequence[TensorSpec], default: int) -> int:
    """Give the number of samples that arrays of an unknown number get: that of the others."""
    for spec in specs:
        if spec.shape.dims:
            first = with_defaults(spec.shape.dims[0])
            if is_known(first):
                return first
    return default


def _specs(value: Any) -> list[TensorSpec]:
    if isinstance(value, TensorSpec):
        return [value]
    if isinstance(value, Mapping):
        return [spec for part in value.values() for spec in _specs(part)]
    if isinstance(value, list | tuple):
        return [spec for part in value for spec in _specs(part)]
    return []


def _encoded(value: Any, samples: int) -> Jsonable:
    if isinstance(value, TensorSpec):
        return {"shape": _shape(value, samples), "dtype": value.dtype or "float32"}
    if isinstance(value, Mapping):
        return {"dict": [[key, _encoded(part, samples)] for key, part in value.items()]}
    if isinstance(value, list | tuple):
        kind = "list" if isinstance(value, list) else "tuple"
        return {kind: [_encoded(part, samples) for part in value]}
    raise NotDescribable(value.why if isinstance(value, Unknown) else "data of another form")


def _shape(spec: TensorSpec, samples: int) -> list[int]:
    # Where nothing is known of the values they count as numbers: it is the shapes that are tried.
    if spec.dtype in ("string", "object", "str"):
        raise NotDescribable(f"the data {spec.shape} are no numbers")
    if spec.shape.dims is None:
        raise NotDescribable(spec.shape.why or "data of unknown shape")
    found: list[int] = []
    for axis, dim in enumerate(spec.shape.dims):
        settled = with_defaults(dim)
        if is_known(settled):
            found.append(settled)
        elif axis == 0:
            found.append(samples)
        else:
            why = settled.why if isinstance(settled, Unknown) else "only data know them"
            if isinstance(settled, Dynamic):
                why = "a size is open"
            raise NotDescribable(f"the sizes of the data {spec.shape}: {why}")
    return found
