"""Fixes tried out: applied to the text, analyzed again, and built by real Keras."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from keras_lint.diagnostics import Diagnostic, Fix
from keras_lint.diagnostics.edits import apply
from keras_lint.engine import Report, analyze
from keras_lint.model import ModelGraph
from keras_lint.shapes import flatten_structure
from keras_lint.source import SourceText
from keras_lint.verification.build import Builder, shortened
from keras_lint.verification.enrichment import concerns_feed, concerns_layer, concerns_loss
from keras_lint.verification.session import Session
from keras_lint.verification.verdicts import ModelVerdict, RemedyVerdict, Status


def try_remedies(
    diagnostic: Diagnostic, report: Report, models: Sequence[ModelVerdict], session: Session
) -> list[RemedyVerdict]:
    """Give a verdict on every fix of a finding."""
    before = next((one for one in models if _holds(one, diagnostic)), None)
    if before is None:
        return [_try_apart(fix, diagnostic, report, session) for fix in diagnostic.fixes]
    return [_try(fix, diagnostic, report, before, session) for fix in diagnostic.fixes]


def _holds(model: ModelVerdict, diagnostic: Diagnostic) -> bool:
    return (
        any(concerns_layer(diagnostic, layer) for layer in model.layers)
        or any(concerns_loss(diagnostic, loss) for loss in model.losses)
        or any(concerns_feed(diagnostic, feed) for feed in model.feeds)
    )


def _try(
    fix: Fix, diagnostic: Diagnostic, report: Report, before: ModelVerdict, session: Session
) -> RemedyVerdict:
    """Apply one fix and let Keras build the model that comes of it."""
    again = _analyzed(fix, report, session, rules=())
    if isinstance(again, RemedyVerdict):
        return again
    if before.index >= len(again.model.models):
        return RemedyVerdict(fix, skipped="the repaired model is not followed")
    after = Builder(again, session).verdict(again.model.models[before.index])
    if after.status is Status.NOT_VERIFIED and not any(one.raised for one in after.layers):
        return RemedyVerdict(fix, skipped=after.reason)
    raised = [one.raised for one in after.layers if one.raised]
    known_errors = sum(1 for one in before.layers if one.static.startswith("refused"))
    if raised and known_errors <= 1:
        return RemedyVerdict(fix, refused=shortened(raised[0]))
    if after.status is Status.DISAGREEMENT and after.reason:
        return RemedyVerdict(fix, refused=shortened(after.reason))
    for loss in after.losses:
        about = any(concerns_loss(diagnostic, one) for one in before.losses)
        if loss.raised and (about or not any(one.raised for one in before.losses)):
            return RemedyVerdict(fix, refused=loss.raised)
    for feed in after.feeds:
        if feed.raised and any(concerns_feed(diagnostic, one) for one in before.feeds):
            return RemedyVerdict(fix, refused=feed.raised)
    return RemedyVerdict(fix, tuple(one.keras for one in after.layers), after.params)


def _analyzed(
    fix: Fix, report: Report, session: Session, rules: Sequence[str]
) -> Report | RemedyVerdict:
    """Apply one fix and analyze what comes of it, or say why that cannot be."""
    path = report.source.path
    if any(edit.span.path != path for edit in fix.edits):
        return RemedyVerdict(fix, skipped="it changes another file")
    text = apply(report.source.text, [fix]).text
    again = analyze(SourceText(path, text), session.settings, rules=rules)
    if again.fault is not None and report.fault is None:
        return RemedyVerdict(fix, refused=f"SyntaxError: {again.fault.message}")
    return again


def _try_apart(fix: Fix, diagnostic: Diagnostic, report: Report, session: Session) -> RemedyVerdict:
    """Try a fix of what belongs to no model that Keras built: what it touches must be built."""
    again = _analyzed(fix, report, session, rules=[diagnostic.rule])
    if isinstance(again, RemedyVerdict):
        return again
    if any(one.message == diagnostic.message for one in again.diagnostics):
        return RemedyVerdict(fix, skipped="the finding is still there")
    lines = _changed_lines(fix)
    builder = Builder(again, session)
    reason = "there is nothing in it that Keras builds"
    for graph in again.model.models:
        if not lines & _lines_of(again, graph):
            continue
        after = builder.verdict(graph)
        raised = after.reason if after.status is Status.DISAGREEMENT else ""
        words = [raised, *(one.raised for one in after.layers)]
        words += [one.raised for one in after.losses] + [one.raised for one in after.feeds]
        if any(words):
            return RemedyVerdict(fix, refused=shortened(next(filter(None, words))))
        if after.status is not Status.NOT_VERIFIED:
            return RemedyVerdict(fix, tuple(one.keras for one in after.layers), after.params)
        reason = after.reason
    for call in again.model.layer_calls:
        made = [one.origin for one in flatten_structure(call.inputs) if one.origin is not None]
        if lines & {one.line for one in (call.span, call.call_span, *made)}:
            part = builder.part(call)
            if part.raised:
                return RemedyVerdict(fix, refused=shortened(part.raised))
            if part.status is not Status.NOT_VERIFIED:
                return RemedyVerdict(fix, (part.keras,), part.params)
            reason = part.reason
    return RemedyVerdict(fix, skipped=reason)


def _changed_lines(fix: Fix) -> set[int]:
    """Give the lines of the new text that a fix has written."""
    found: set[int] = set()
    shift = 0
    for edit in sorted(fix.edits, key=lambda one: one.span):
        new = edit.replacement.count("\n")
        start = edit.span.line + shift
        found.update(range(start, start + new + 1))
        shift += new - (edit.span.end_line - edit.span.line)
    return found


def _lines_of(report: Report, graph: ModelGraph) -> set[int]:
    """Give the lines where a model is made, compiled and fed."""
    model = report.model
    calls = [model.layer_calls[index] for index in graph.layers]
    spans = [graph.span, *(one.span for one in calls), *(one.call_span for one in calls)]
    spans += [one.span for one in graph.inputs if one.span is not None]
    spans += [one.span for one in model.compiles if one.model == graph.identity]
    spans += [one.span for one in model.data_calls if one.model == graph.identity]
    path = report.source.path
    return {line for one in spans if one.path == path for line in range(one.line, one.end_line + 1)}


def with_remedies(diagnostic: Diagnostic, tried: Sequence[RemedyVerdict], keras: str) -> Diagnostic:
    """Give a finding without the fixes that Keras refuses, and with what the others give."""
    refused = {one.fix.title for one in tried if one.refused}
    notes = list(diagnostic.notes)
    for one in tried:
        if one.shapes and one.params is not None:
            name = keras.partition(" (")[0]
            notes.append(
                f"with the fix {name} gives {', '.join(one.shapes)} and {one.params:,} parameters"
            )
    return replace(
        diagnostic,
        notes=tuple(dict.fromkeys(notes)),
        fixes=tuple(fix for fix in diagnostic.fixes if fix.title not in refused),
        helps=tuple(text for text in diagnostic.helps if text not in refused),
    )
