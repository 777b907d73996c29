"""Findings with what Keras adds: reproduced in its own words, or refuted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from keras_lint.diagnostics import Diagnostic, Severity
from keras_lint.rules.verification.keras_disagrees import KerasDisagrees
from keras_lint.source import Span
from keras_lint.verification.build import shortened
from keras_lint.verification.verdicts import (
    FeedVerdict,
    LayerVerdict,
    LossVerdict,
    ModelVerdict,
    Status,
)


def disagreements(
    models: Sequence[ModelVerdict], parts: Sequence[LayerVerdict], keras: str
) -> Iterator[Diagnostic]:
    """Give a finding for every place where Keras says something else."""
    seen: set[int] = set()
    for model in models:
        at_layers = [one for one in model.layers if one.status is Status.DISAGREEMENT]
        for layer in at_layers:
            yield from _at_layer(layer, keras, seen)
        if model.status is Status.DISAGREEMENT and not at_layers:
            theirs = model.reason or _total(model)
            yield KerasDisagrees().finding(model.span, shortened(theirs), "a model", keras)
    for part in parts:
        if part.status is Status.DISAGREEMENT:
            yield from _at_layer(part, keras, seen)


def _at_layer(layer: LayerVerdict, keras: str, seen: set[int]) -> Iterator[Diagnostic]:
    key = -1 - (layer.construction or 0) if layer.call is None else layer.call
    if key in seen:
        return
    seen.add(key)
    theirs = "an error" if layer.raised else layer.keras
    finding = KerasDisagrees().finding(layer.span, theirs, layer.static, keras, layer.call)
    if layer.raised:
        finding = replace(finding, notes=(*finding.notes, shortened(layer.raised)))
    yield finding


def _total(model: ModelVerdict) -> str:
    return "other outputs" if model.params is None else f"{model.params:,} parameters"


def refuted(diagnostic: Diagnostic, layers: Iterable[LayerVerdict]) -> bool:
    """Tell whether a finding rests on an answer that Keras contradicts."""
    if diagnostic.rule == KerasDisagrees.name:
        return False
    return any(
        layer.status is Status.DISAGREEMENT and concerns_layer(diagnostic, layer)
        for layer in layers
    )


def concerns_layer(diagnostic: Diagnostic, layer: LayerVerdict) -> bool:
    """Tell whether a finding is about a layer."""
    if diagnostic.cause is not None:
        return diagnostic.cause == layer.call
    return layer.span.contains(diagnostic.span)


def enriched(
    diagnostic: Diagnostic,
    layers: Sequence[LayerVerdict],
    losses: Iterable[LossVerdict],
    feeds: Iterable[FeedVerdict],
    models: Iterable[ModelVerdict],
    keras: str,
) -> Diagnostic:
    """Give a finding with a note where Keras reproduced it."""
    reproduced = f"(reproduced with {keras.partition(' (')[0]})"
    at_data = [one for one in feeds if concerns_feed(diagnostic, one)]
    # The data of validation stand inside the call that trains.
    at_data.sort(
        key=lambda one: any(
            other.span != one.span for other in at_data if one.span.contains(other.span)
        )
    )
    for feed in at_data:
        if feed.span.contains(diagnostic.span):
            if feed.raised and diagnostic.severity is Severity.ERROR:
                return _with_note(diagnostic, f"{feed.raised} {reproduced}")
            if feed.output and diagnostic.severity is Severity.WARNING:
                note = f"on zeros of these shapes `{feed.kind}` gives {feed.output} {reproduced}"
                return _with_note(diagnostic, note)
    for loss in losses:
        if not concerns_loss(diagnostic, loss):
            continue
        if loss.raised and diagnostic.severity is Severity.ERROR:
            return _with_note(diagnostic, f"{loss.raised} {reproduced}")
        if loss.broadcast and diagnostic.severity is Severity.WARNING:
            note = f"Keras pairs target and output to {loss.broadcast}, and reports nothing"
            return _with_note(diagnostic, f"{note} {reproduced}")
    for feed in at_data:
        if feed.raised and diagnostic.severity is Severity.ERROR:
            return _with_note(diagnostic, f"{feed.raised} {reproduced}")
    for model in models:
        # What no layer raised the model itself did, and the analysis has foreseen it.
        whole = model.status is Status.CONFIRMED and model.reason and model.keras
        inside = any(one.span.contains(diagnostic.span) for one in model.layers)
        here = inside or diagnostic.span == model.span
        if whole and here and diagnostic.severity is Severity.ERROR and diagnostic.cause is None:
            return _with_note(diagnostic, f"{shortened(model.reason)} {reproduced}")
    for layer in layers:
        if not concerns_layer(diagnostic, layer):
            continue
        if layer.raised and diagnostic.severity is Severity.ERROR:
            return _with_note(diagnostic, f"{shortened(layer.raised)} {reproduced}")
        if layer.status is Status.CONFIRMED and diagnostic.cause is not None and not layer.raised:
            return _with_note(diagnostic, f"Keras gives {layer.keras} here {reproduced}")
    return diagnostic


def concerns_loss(diagnostic: Diagnostic, loss: LossVerdict) -> bool:
    """Tell whether a finding is about what a loss does with its target."""
    places: list[Span] = [diagnostic.span, *(label.span for label in diagnostic.labels)]
    return any(
        whole.contains(place) for whole in (loss.span, loss.compile_span) for place in places
    )


def concerns_feed(diagnostic: Diagnostic, feed: FeedVerdict) -> bool:
    """Tell whether a finding is about data that a model is given."""
    places: list[Span] = [diagnostic.span, *(label.span for label in diagnostic.labels)]
    return any(feed.span.contains(place) for place in places)


def _with_note(diagnostic: Diagnostic, note: str) -> Diagnostic:
    return replace(diagnostic, notes=(*diagnostic.notes, note))
