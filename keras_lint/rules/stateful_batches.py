"""Batches of data beside the batch size that a stateful recurrent layer is declared with."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import LayerCall, ModelGraph, SemanticModel
from keras_lint.rules.feeds import Feed, feeds, trains_itself
from keras_lint.rules.places import chain_notes, overlap, short
from keras_lint.rules.rule import Rule
from keras_lint.source import Span

_DEFAULT_BATCH = 32
_STATEFUL = ("keras.layers.LSTM", "keras.layers.GRU", "keras.layers.SimpleRNN")
_WHOLE = ("fit", "evaluate", "predict")
_AT_ONCE = ("train_on_batch", "test_on_batch", "predict_on_batch")
_CUT = ("steps_per_epoch", "steps", "validation_split")


def stateful_findings(rule: Rule, model: SemanticModel) -> Iterator[Diagnostic]:
    """Give one finding for each call whose batches do not have the size of the state.

    Keras 3: ``RNN.call`` compares the batch size; what is left over at the end meets the
    state with an operator, which a batch of one survives.
    """
    if model.keras != 3 or trains_itself(model):
        return
    told: set[Span] = set()
    for feed in feeds(model):
        size = feed.given.spec.shape.known[0] if feed.given.spec.shape.rank else None
        count = feed.spec.shape.known[0] if feed.spec.shape.rank else None
        if feed.part != "x" or not isinstance(size, int) or not isinstance(count, int):
            continue
        layer = _stateful(model, feed.graph)
        batch = _batch(feed, count)
        if layer is None or batch is None or feed.place in told:
            continue
        left = count % batch
        if batch == size and left in (0, 1):
            continue
        told.add(feed.place)
        yield _finding(rule, model, feed, layer, (size, count, batch))


def _batch(feed: Feed, count: int) -> int | None:
    """Give the number of samples that are in a batch, None where that is not known."""
    if feed.data.kind in _AT_ONCE:
        return count
    if feed.data.kind not in _WHOLE or not feed.data.batched:
        return None
    if any(name in feed.data.arguments for name in _CUT):
        return None
    given = feed.data.arguments.get("batch_size")
    size = _DEFAULT_BATCH if given is None else given
    return min(size, count) if isinstance(size, int) and size > 0 else None


def _stateful(model: SemanticModel, graph: ModelGraph) -> LayerCall | None:
    for index in graph.layers:
        call = model.layer_calls[index]
        if call.class_name in _STATEFUL and getattr(call.schema, "stateful", None) is True:
            return None if call.optional else call
    return None


def _finding(
    rule: Rule, model: SemanticModel, feed: Feed, layer: LayerCall, sizes: tuple[int, int, int]
) -> Diagnostic:
    size, count, batch = sizes
    name = short(layer.class_name)
    text = f"gives batches of {batch}"
    remedy = f"give batch_size={size}, and a number of samples that it divides"
    if batch == size:
        text = f"leaves {count % batch} of {count} samples for the last batch of {batch}"
        remedy = f"give {count - count % batch} samples, which {size} divides"
    elif count < size:
        text = f"gives a batch of {batch}"
        remedy = (
            f"give {size} samples at a time, or build the model again with batch_shape=({batch}, "
            "...) and take over the weights: other.set_weights(model.get_weights())"
        )
    labels = [
        Label(layer.span, f"keeps a state for {size} samples"),
        Label(feed.given.span or layer.span, f"the model takes {feed.given.spec.shape}"),
    ]
    return rule.diagnostic(
        feed.data.span,
        f"`{feed.data.kind}` {text}, the stateful `{name}` is declared with batches of {size}",
        labels=tuple(
            one
            for one in labels
            if one.span.path == model.source.path and not overlap(one.span, feed.data.span)
        ),
        notes=(
            f"Keras builds this model and raises in `{feed.data.kind}`",
            *chain_notes(model.source, feed.data.span, feed.data.chain),
        ),
        helps=(remedy,),
    )
