"""The targets that a model is trained on, beside its output and its loss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from keras_lint.model import CompileCall, DataCall, LayerCall, LossFact, ModelGraph, SemanticModel
from keras_lint.model.origins import CallOrigin, LostOrigin, Origin
from keras_lint.rules.places import specs_of
from keras_lint.shapes import Shape, TensorSpec, surely_differ

TRAINING_METHODS = ("fit", "fit_generator", "train_on_batch", "evaluate", "test_on_batch")

REGRESSION_LOSSES = frozenset(
    {
        "mean_squared_error",
        "mean_absolute_error",
        "mean_absolute_percentage_error",
        "mean_squared_logarithmic_error",
        "huber",
        "log_cosh",
    }
)
"""The losses that subtract target and output, and so broadcast them."""


@dataclass(frozen=True)
class Target:
    """What one output of a model is compared with.

    ``target`` is None where it is not known; ``is_input`` says that the data are their own
    target, as in an autoencoder. ``output_call`` is the layer whose output the model's
    output is, None where an operation stands between.
    """

    graph: ModelGraph
    data: DataCall
    compile: CompileCall | None
    loss: LossFact | None
    output: TensorSpec
    output_call: LayerCall | None
    target: TensorSpec | None
    is_input: bool = False


def targets_of(model: SemanticModel) -> Iterator[Target]:
    """Pair each output that is trained or evaluated with its target, in the code's order."""
    for data in model.data_calls:
        if data.kind not in TRAINING_METHODS:
            continue
        if data.batched and differing_counts(data.x, data.y) is not None:
            continue  # Keras compares the counts first
        graph = model.model_of_identity(data.model)
        if graph is None or graph.output is None:
            continue
        compiled = compile_before(model, graph, data.sequence)
        is_input = bool(data.x_source) and data.x_source == data.y_source
        for index, (output, target) in enumerate(_pairs(graph, data)):
            yield Target(
                graph,
                data,
                compiled,
                None if compiled is None else loss_of(compiled, index),
                output,
                output_layer(model, graph, output),
                target,
                is_input,
            )


def differing_counts(x: object, y: object) -> tuple[TensorSpec, TensorSpec] | None:
    """Give two arrays with surely different numbers of samples, if there are such."""
    specs = [spec for spec in (*specs_of(x), *specs_of(y)) if spec.shape.rank]
    for index, first in enumerate(specs):
        for other in specs[index + 1 :]:
            if surely_differ(first.shape[0], other.shape[0]):
                return first, other
    return None


def _pairs(graph: ModelGraph, data: DataCall) -> list[tuple[TensorSpec, TensorSpec | None]]:
    output, target = graph.output, data.y
    if isinstance(output, list | tuple) and len(output) == 1:
        output = output[0]
    if isinstance(output, TensorSpec):
        if isinstance(target, list | tuple) and len(target) == 1:
            target = target[0]
        return [(output, target if isinstance(target, TensorSpec) else None)]
    if not isinstance(output, list | tuple) or not isinstance(target, list | tuple):
        return []
    if len(output) != len(target):
        return []
    return [
        (one, other if isinstance(other, TensorSpec) else None)
        for one, other in zip(output, target, strict=True)
        if isinstance(one, TensorSpec)
    ]


def compile_before(model: SemanticModel, graph: ModelGraph, sequence: int) -> CompileCall | None:
    """Give the ``compile`` that holds at a point of the code."""
    found = None
    for one in model.compiles:
        if one.model == graph.identity and one.sequence < sequence:
            found = one
    return found


def loss_of(compiled: CompileCall, index: int = 0) -> LossFact | None:
    """Give the loss of an output by its position, None where it is not known."""
    losses: Mapping[str | int, LossFact] = compiled.losses or {}
    if len(losses) == 1:
        return next(iter(losses.values()))
    return losses.get(index)


def output_layer(model: SemanticModel, graph: ModelGraph, output: TensorSpec) -> LayerCall | None:
    """Give the layer whose output an output of the model is, with no operation between."""
    made = _origin(graph, output)
    for index in graph.output_calls:
        call = model.layer_calls[index]
        if made is not None and made != CallOrigin(index):
            continue
        if made is None and output.origin not in (call.call_span, graph.span):
            continue
        if isinstance(call.output, TensorSpec) and call.output.shape == output.shape:
            return call
    return None


def _origin(graph: ModelGraph, output: TensorSpec) -> Origin | None:
    outputs = graph.output if isinstance(graph.output, list | tuple) else [graph.output]
    if len(outputs) != len(graph.output_origins):
        return None
    pairs = zip(outputs, graph.output_origins, strict=True)
    found = next((origin for one, origin in pairs if one is output), None)
    return None if isinstance(found, LostOrigin) else found


def squeezed(target: Shape, output: Shape) -> tuple[Shape, Shape]:
    """Bring two shapes to one rank as the losses do.

    Keras: ``squeeze_or_expand_to_same_rank`` in ``keras/src/losses/loss.py``.
    """
    if target.dims is None or output.dims is None:
        return target, output
    if len(output) == len(target) + 1 and output[-1] == 1:
        if len(target) == 1:
            return target.with_inserted(-1, 1), output
        return target, output.without_axis(-1)
    if len(target) == len(output) + 1 and target[-1] == 1:
        if len(output) == 1:
            return target, output.with_inserted(-1, 1)
        return target.without_axis(-1), output
    return target, output


def broadcast_by_loss(target: Shape, output: Shape) -> tuple[str, ...] | None:
    """Give the shape that a regression loss makes of a target and an output that differ.

    None where they fit, where Keras raises, and where that cannot be known. The number of
    samples is written ``batch``.
    """
    target, output = squeezed(target, output)
    if target.dims is None or output.dims is None or not len(target) or not len(output):
        return None
    ours = ["batch", *map(str, list(target)[1:])]
    theirs = ["batch", *map(str, list(output)[1:])]
    rank = max(len(ours), len(theirs))
    ours = ["1"] * (rank - len(ours)) + ours
    theirs = ["1"] * (rank - len(theirs)) + theirs
    result, stretches = [], False
    for one, other in zip(ours, theirs, strict=True):
        if (one != other or not _is_sure(one)) and "1" not in (one, other):
            return None
        size = other if one == "1" else one
        # A size that is not known may be 1, and then fits.
        stretches = stretches or (one != other and _is_sure(size))
        result.append(size)
    return tuple(result) if stretches else None


def _is_sure(size: str) -> bool:
    return size == "batch" or size.isdecimal()


def same_leading_axes(target: Shape, output: Shape) -> bool:
    """Tell whether target and output may count the same things before the last axis."""
    if target.dims is None or output.dims is None:
        return True
    if len(target) != len(output):
        return False
    return not any(
        surely_differ(one, other)
        for one, other in zip(target.known[1:-1], output.known[1:-1], strict=True)
    )


def is_integer(spec: TensorSpec) -> bool:
    """Tell whether data are integers, or booleans."""
    return spec.dtype is not None and spec.dtype.startswith(("int", "uint", "bool"))
