"""Which losses of a model are known well enough to be tried: compile, target, batch size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from keras_lint.layers.schema import LayerSchema
from keras_lint.model import CompileCall, DataCall, LossFact, ModelGraph, SemanticModel
from keras_lint.shapes import TensorSpec, Unknown, is_known, with_defaults
from keras_lint.verification.encoding import Jsonable, NotDescribable, encode, encode_shape

KERAS_BATCH = 32
"""The batch size of ``fit`` where none is given."""

_WITH_TARGETS = ("fit", "evaluate", "train_on_batch", "test_on_batch", "fit_generator")


@dataclass(frozen=True)
class LossQuestion:
    """A loss to try: the calls that it comes from, and the JSON for the worker or a reason."""

    data: DataCall
    compiled: CompileCall
    request: Mapping[str, Jsonable] | None
    reason: str = ""


def loss_questions(model: SemanticModel, graph: ModelGraph) -> Iterator[LossQuestion]:
    """Give every loss of a model that meets a target."""
    seen = set()
    for data in model.data_calls:
        if data.model != graph.identity or data.kind not in _WITH_TARGETS or data.y is None:
            continue
        compiled = _compiled(model, graph, data)
        if compiled is None or not compiled.losses:
            continue
        try:
            request = _request(compiled.losses, data)
        except NotDescribable as error:
            yield LossQuestion(data, compiled, None, str(error))
            continue
        key = repr(request)
        if key not in seen:
            seen.add(key)
            yield LossQuestion(data, compiled, request)


def _compiled(model: SemanticModel, graph: ModelGraph, data: DataCall) -> CompileCall | None:
    earlier = [
        one
        for one in model.compiles
        if one.model == graph.identity and one.sequence < data.sequence
    ]
    return max(earlier, key=lambda one: one.sequence, default=None)


def _request(losses: Mapping[str | int, LossFact], data: DataCall) -> Mapping[str, Jsonable]:
    specs = _targets(data.y)
    batch = _batch_size(data, specs[0])
    shapes = [_target_shape(spec, batch) for spec in specs]
    return {
        "batch": batch,
        "targets": shapes,
        "dtypes": [spec.dtype or "float32" for spec in specs],
        "names": list(losses),
        "losses": [_loss(loss) for loss in losses.values()],
    }


def _targets(y: Any) -> list[TensorSpec]:
    if isinstance(y, TensorSpec):
        return [y]
    if isinstance(y, list | tuple) and all(isinstance(one, TensorSpec) for one in y):
        return list(y)
    why = y.why if isinstance(y, Unknown) else "targets of a form that is not tried"
    raise NotDescribable(f"the target: {why}")


def _target_shape(spec: TensorSpec, batch: int) -> list[int | None]:
    # The first size is the number of samples, which the batch replaces.
    if spec.shape.rank == 0:
        raise NotDescribable("the target is a single number")
    shape = encode_shape(spec if spec.shape.dims is None else _with_batch(spec, batch))
    if None in shape:
        raise NotDescribable(f"the target {spec.shape} has sizes that only data knows")
    return shape


def _with_batch(spec: TensorSpec, batch: int) -> TensorSpec:
    return spec.with_shape(spec.shape.with_axis(0, batch))


def _batch_size(data: DataCall, target: TensorSpec) -> int:
    """Give the size of the first batch that Keras would take."""
    if target.shape.dims is None or not target.shape.dims:
        return KERAS_BATCH
    samples = with_defaults(target.shape.dims[0])
    if not data.batched or data.kind.endswith("_on_batch"):
        return samples if is_known(samples) else KERAS_BATCH
    given = data.arguments.get("batch_size")
    wanted = given if isinstance(given, int) and not isinstance(given, bool) else KERAS_BATCH
    return max(1, min(wanted, samples) if is_known(samples) else wanted)


def _loss(loss: LossFact) -> Jsonable:
    if loss.name is None:
        raise NotDescribable("the loss is the user's own" if loss.own else "the loss is not known")
    keywords = {key: encode(value, _no_layer) for key, value in loss.arguments.items()}
    return {"name": loss.name, "keywords": {k: v for k, v in keywords.items() if k != "name"}}


def _no_layer(_: LayerSchema) -> Jsonable:
    raise NotDescribable("a layer inside a loss")
