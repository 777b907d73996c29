"""What losses need of outputs and targets, and the places where they do not get it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from keras_lint.layers.arguments import Opaque
from keras_lint.model import SemanticModel
from keras_lint.rules.feeds import feeds, is_settled, misfit, trains_itself
from keras_lint.rules.targets import Target, squeezed, targets_of
from keras_lint.shapes import Shape, TensorSpec, is_known, surely_differ

SAME_SHAPE = frozenset(
    {"categorical_crossentropy", "binary_crossentropy", "binary_focal_crossentropy"}
)
"""Losses that want targets of exactly the output's shape."""
SPARSE = frozenset({"sparse_categorical_crossentropy"})
BROADCAST = frozenset(
    {
        "mean_squared_error",
        "mean_absolute_error",
        "mean_absolute_percentage_error",
        "mean_squared_logarithmic_error",
        "huber",
        "kl_divergence",
        "poisson",
        "hinge",
        "squared_hinge",
        "categorical_hinge",
    }
)
"""Losses that broadcast target and output as numpy does."""


@dataclass(frozen=True)
class Clash:
    """A target that a loss refuses.

    ``kind`` names the rule that explains it; ``target`` and ``output`` are the shapes as the
    code gives them; ``validation`` says that the target is that of the validation data.
    """

    kind: str
    one: Target
    loss: str
    target: TensorSpec
    output: Shape
    axis: int | None
    validation: bool = False


def clashes(model: SemanticModel) -> Iterator[Clash]:
    """Give every target that a loss of Keras's refuses."""
    for one in targets_of(model):
        if one.data.guarded or not is_settled(model, one.graph, one.data):
            continue
        if trains_itself(model) or not agree(model, one):
            continue
        found = clash(one)
        if found is not None and _is_refused(model, one):
            continue
        if found is not None:
            if model.keras == 3 or raises_in_keras_2(found):
                yield found
            continue
        other = one.data.validation_y
        if isinstance(other, TensorSpec) and isinstance(one.graph.output, TensorSpec):
            found = clash(replace(one, target=other, is_input=False))
            if found is not None and (model.keras == 3 or raises_in_keras_2(found)):
                yield replace(found, kind="validation-shape", validation=True)


def _is_refused(model: SemanticModel, one: Target) -> bool:
    """Tell whether the data do not even fit the model's input: Keras raises there first."""
    return any(
        feed.data is one.data and feed.part == "x" and misfit(model, feed) is not None
        for feed in feeds(model)
    )


def agree(model: SemanticModel, one: Target) -> bool:
    """Tell whether every ``compile`` that the model may have had by then gives the same loss."""
    if one.loss is None:
        return False
    names = {
        loss.name
        for compiled in model.compiles
        if compiled.model == one.graph.identity and compiled.sequence < one.data.sequence
        for loss in ((compiled.losses or {}).values() or ())
    }
    several = one.compile is not None and len(one.compile.losses or {}) > 1
    return several or names == {one.loss.name}


def clash(one: Target) -> Clash | None:
    """Tell whether, and how, a loss refuses the target of an output."""
    loss, target, output = one.loss, one.target, one.output.shape
    if loss is None or loss.name is None or target is None:
        return None
    given = target.shape
    if given.rank in (None, 0) or output.rank in (None, 0):
        return None
    ours, theirs = squeezed(given, output)
    several = _of_several_classes(one) and len(given) == len(output)
    if loss.name in SPARSE:
        axis = -1 if several else _sparse(ours, theirs)
    elif loss.name in SAME_SHAPE:
        axis = len(output) - 1 if several and output[-1] == 1 else _same_shape(ours, theirs)
    elif loss.name in BROADCAST:
        axis = _broadcast(ours, theirs, one)
    else:
        return None
    if axis is None:
        return None
    kind = _kind(one, loss.name, target, output)
    return Clash(kind, one, loss.name, target, output, None if axis < 0 else axis)


def raises_in_keras_2(found: Clash) -> bool:
    """Tell whether Keras 2 refuses a target that Keras 3 refuses.

    It gives targets ``(n,)`` a last axis, and the binary cross-entropies broadcast once the
    last axis of the output is squeezed.
    """
    given, output = found.target.shape, found.output
    if given.rank == 1:
        given = given.with_inserted(-1, 1)
    ours, theirs = squeezed(given, output)
    if found.loss in SPARSE:
        return _sparse(ours, theirs) is not None
    if found.loss in SAME_SHAPE:
        open_binary = found.loss.startswith("binary") and len(theirs) != len(output)
        return not open_binary and _same_shape(ours, theirs) is not None
    return _broadcast(ours, theirs, found.one) is not None


def _sparse(target: Shape, output: Shape) -> int | None:
    """Give the axis that does not fit, -1 for the rank.

    Keras: ``sparse_categorical_crossentropy`` of the backend.
    """
    if len(target) == len(output):
        if surely_differ(target[-1], 1):
            return -1
        if target[-1] != 1:
            return None
        target = target.without_axis(-1)
    if len(target) != len(output) - 1:
        return -1
    for axis in range(1, len(target)):
        if surely_differ(target[axis], output[axis]):
            return axis
    return None


def _same_shape(target: Shape, output: Shape) -> int | None:
    if len(target) != len(output):
        # A last axis of unknown size may be the 1 that Keras squeezes.
        longer = target if len(target) > len(output) else output
        near = abs(len(target) - len(output)) == 1
        return None if near and not _surely_not_one(longer) else -1
    for axis in range(1, len(target)):
        if surely_differ(target[axis], output[axis]):
            return axis
    return None


def _surely_not_one(shape: Shape) -> bool:
    return surely_differ(shape[-1], 1)


def _broadcast(target: Shape, output: Shape, one: Target) -> int | None:
    """Give the axis of the output on which target and output do not broadcast."""
    if abs(len(target) - len(output)) == 1:
        longer = target if len(target) > len(output) else output
        if not _surely_not_one(longer):
            return None
    for back in range(1, min(len(target), len(output)) + 1):
        ours, theirs = target[-back], output[-back]
        at_batch = (back == len(target), back == len(output))
        if all(at_batch):
            continue
        if any(at_batch):
            size = theirs if at_batch[0] else ours
            if _no_batch_fits(one, size):
                return len(output) - back
            continue
        if 1 in (ours, theirs):
            continue
        if surely_differ(ours, theirs):
            return len(output) - back
    return None


def _no_batch_fits(one: Target, size: object) -> bool:
    """Tell whether a size differs from that of some batch of known data."""
    samples = None if one.target is None or not one.data.batched else one.target.shape[0]
    if not isinstance(size, int) or samples is None or not is_known(samples) or size == 1:
        return False
    batch = one.data.arguments.get("batch_size", 32)
    if one.data.kind in ("train_on_batch", "test_on_batch"):
        batch = samples
    if batch is None:
        batch = 32
    if not isinstance(batch, int) or isinstance(batch, bool) or batch < 1 or samples < 1:
        return False
    if one.data.arguments.get("validation_split"):
        return False
    sizes = {min(batch, samples), samples % batch or min(batch, samples)}
    return any(one_size not in (1, size) for one_size in sizes)


def _kind(one: Target, loss: str, target: TensorSpec, output: Shape) -> str:
    """Name the rule that explains a clash."""
    shape = target.shape
    if label_mode(one) is not None and len(output) <= 2:
        return "class-mode-against-loss"
    if one.is_input or (len(shape) >= 3 and len(output) >= 3 and loss not in SPARSE):
        return "target-shape"
    per_position = loss in SPARSE and len(shape) == len(output) - 1 and shape[-1] != 1
    if per_position and len(shape) >= 2:
        return "target-shape"
    if len(output) >= 3 and len(shape) < len(output):
        return "loss-against-output"
    if loss in SPARSE:
        return "loss-against-labels" if len(shape) == len(output) else "target-shape"
    column = len(shape) == 1 or shape[-1] == 1
    if loss == "categorical_crossentropy" and len(output) == 2 and len(shape) <= 2 and column:
        return "loss-against-labels"
    if len(shape) <= 2 and len(output) == 2:
        return "units-against-classes"
    return "target-shape"


def label_mode(one: Target) -> tuple[str, str] | None:
    """Give how a generator or dataset over a folder encodes its labels: argument and value."""
    data = one.data.arguments.get("x")
    if not isinstance(data, Opaque) or "_from_" not in data.name:
        return None
    for argument in ("class_mode", "label_mode"):
        mode = data.keywords.get(argument)
        if isinstance(mode, str):
            return argument, mode
    return None


def _of_several_classes(one: Target) -> bool:
    """Tell whether targets are one-hot over the classes of a folder, which are two or more."""
    content = None if one.target is None else one.target.content
    mode = label_mode(one)
    return mode is not None and mode[1] == "categorical" and bool(content and content.one_hot)


def loss_place(clash: Clash) -> object:
    """Give the place of the loss in the call of ``compile``."""
    loss, compiled = clash.one.loss, clash.one.compile
    if loss is not None and loss.span is not None:
        return loss.span
    return None if compiled is None else compiled.span
