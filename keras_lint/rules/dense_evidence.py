"""Whether the axes that a ``Dense`` keeps are meant: the evidence, strongest first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from keras_lint.model import LayerCall, LossFact, ModelGraph, SemanticModel
from keras_lint.rules.axes import KeptAxes, has_attention, is_open
from keras_lint.rules.feeds import counts_samples, feeds
from keras_lint.rules.targets import (
    REGRESSION_LOSSES,
    Target,
    broadcast_by_loss,
    is_integer,
    same_leading_axes,
    targets_of,
)
from keras_lint.shapes import Shape, TensorSpec, surely_differ
from keras_lint.source import Span

_BARE_SOURCES = ("input", "convolution", "embedding", "reshape", "backbone")


@dataclass(frozen=True)
class Verdict:
    """What the evidence says of one run: ``kind`` names the evidence that decided.

    ``places`` and ``notes`` are what a message shows of it.
    """

    is_mistake: bool
    kind: str
    places: tuple[tuple[Span, str], ...] = ()
    notes: tuple[str, ...] = field(default=())


def judge(model: SemanticModel, kept: KeptAxes) -> Verdict | None:
    """Decide whether a run is a mistake; the first evidence that applies does.

    None where another rule explains the same mistake better: an axis that counts the samples
    is the business of `input-rank`.
    """
    if kept.source_kind == "input" and any(
        feed.graph.identity == kept.graph.identity and counts_samples(feed) for feed in feeds(model)
    ):
        return None
    if kept.reaches_output:
        by_target = _by_target(model, kept)
        if by_target is not None:
            return by_target
    if (
        kept.unclear
        or kept.source_kind == "unclear"
        or has_attention(model, kept.graph)
        or _has_own_loss(model, kept.graph)
    ):
        return Verdict(False, "unclear")
    if _flattens_later(kept):
        note = (
            "the `Flatten` of this model stands after the axes were kept, so it joins them too late"
        )
        return Verdict(True, "flatten-later", notes=(note,))
    if kept.end is not None:
        return Verdict(False, "consumed")
    if _is_placeholder(model, kept.graph):
        return Verdict(False, "placeholder")
    if kept.source_kind in _BARE_SOURCES and not is_open(kept):
        return Verdict(True, "to-the-output", notes=(_nothing_removes(model, kept),))
    return Verdict(False, "open")


def _is_placeholder(model: SemanticModel, graph: ModelGraph) -> bool:
    """Tell whether a model is written to a file and never compiled, fed or applied."""
    used = (
        any(one.model == graph.identity for one in model.compiles)
        or any(one.model == graph.identity for one in model.data_calls)
        or any(one.construction.layer == graph.identity for one in model.layer_calls)
    )
    saving = rf"\b{graph.variable}\.(save|export|save_weights)\("
    return not used and bool(graph.variable) and bool(re.search(saving, model.source.text))


def _flattens_later(kept: KeptAxes) -> bool:
    return (
        kept.graph.kind == "sequential"
        and kept.source_kind == "input"
        and kept.end is not None
        and kept.end.class_name == "keras.layers.Flatten"
    )


def _nothing_removes(model: SemanticModel, kept: KeptAxes) -> str:
    last = kept.graph.output
    shape = last.shape if isinstance(last, TensorSpec) else "these axes"
    known = any(
        data.model == kept.graph.identity and data.y is not None for data in model.data_calls
    )
    unseen = "" if known else ", and nothing in this file says what the targets look like"
    return f"no later layer removes these axes: the model ends in {shape}{unseen}"


def _has_own_loss(model: SemanticModel, graph: ModelGraph) -> bool:
    """Tell whether a model is trained with a loss that is not known, or not one of Keras's."""
    for compiled in model.compiles:
        if compiled.model != graph.identity:
            continue
        losses: list[LossFact] = list((compiled.losses or {}).values())
        if compiled.losses is None or any(loss.name is None for loss in losses):
            return True
        if any(map(_aligns, losses)):
            return True
    return False


def _aligns(loss: LossFact) -> bool:
    """Tell whether a loss finds out by itself which steps of the output each label is for."""
    return loss.name is not None and "ctc" in loss.name


def _by_target(model: SemanticModel, kept: KeptAxes) -> Verdict | None:
    """Compare the output with the targets that the code shows; None where there are none."""
    for one in targets_of(model):
        if one.graph.identity != kept.graph.identity or not _is_end(one, kept.run[-1]):
            continue
        if one.is_input:
            return Verdict(False, "target-is-input")
        loss = one.loss
        if loss is not None and (loss.own or loss.name is None or _aligns(loss)):
            return Verdict(False, "unclear")
        if one.target is None or one.target.shape.rank is None:
            continue
        return _compare(one, one.target, kept)
    return None


def _is_end(one: Target, last: LayerCall) -> bool:
    return one.output_call is not None and one.output_call.index == last.index


def _compare(one: Target, target: TensorSpec, kept: KeptAxes) -> Verdict | None:
    output, shape = one.output.shape, target.shape
    assert output.rank is not None and shape.rank is not None, "both ranks are known here"
    if shape.rank >= output.rank:
        return Verdict(False, "same-axes" if same_leading_axes(shape, output) else "other-sizes")
    if shape.rank == output.rank - 1 and _is_target_per_position(one, target, output):
        return Verdict(False, "same-axes")
    broadcast = _broadcast(one, shape)
    if broadcast is not None and kept.source_kind == "recurrent":
        # `target-broadcast-by-loss` tells this story, with the steps that are kept.
        return Verdict(False, "broadcast")
    places = []
    if one.data.y_span is not None:
        places.append((one.data.y_span, f"the targets are {shape}"))
    if broadcast is not None:
        ours = ", ".join(["batch", *map(str, output.known[1:])])
        note = (
            f"Keras reports nothing: the loss subtracts ({ours}) and the targets, "
            f"which broadcast to ({', '.join(broadcast)})"
        )
    else:
        note = f"the model ends in {output}, the targets are {shape}"
    return Verdict(True, "target", tuple(places), (note,))


def _broadcast(one: Target, shape: Shape) -> tuple[str, ...] | None:
    if one.loss is None or one.loss.name not in REGRESSION_LOSSES:
        return None
    return broadcast_by_loss(shape, one.output.shape)


def _is_target_per_position(one: Target, target: TensorSpec, output: Shape) -> bool:
    """Tell whether targets with one axis less still hold one value for each position.

    ``(n, T)`` fits ``(None, T, 1)``, and integers ``(n, T)`` fit ``(None, T, C)`` as classes.
    """
    fits = not any(
        surely_differ(ours, theirs)
        for ours, theirs in zip(target.shape.known[1:], output.known[1:-1], strict=True)
    )
    if not fits:
        return False
    if output[-1] == 1 and len(target.shape) > 1:
        return True
    sparse = one.loss is not None and one.loss.name == "sparse_categorical_crossentropy"
    return len(target.shape) > 1 and (sparse or (one.loss is None and is_integer(target)))
