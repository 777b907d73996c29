"""Fixes tried out: applied to the text, analyzed again, and built by real Keras."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from keras_lint.diagnostics import Diagnostic, Fix
from keras_lint.diagnostics.edits import apply
from keras_lint.engine import Report, analyze
from keras_lint.source import SourceText
from keras_lint.verification.build import Builder, shortened
from keras_lint.verification.enrichment import concerns_layer, concerns_loss
from keras_lint.verification.session import Session
from keras_lint.verification.verdicts import ModelVerdict, RemedyVerdict, Status


def try_remedies(
    diagnostic: Diagnostic, report: Report, models: Sequence[ModelVerdict], session: Session
) -> list[RemedyVerdict]:
    """Give a verdict on every fix of a finding."""
    before = next((one for one in models if _holds(one, diagnostic)), None)
    if before is None:
        return [
            RemedyVerdict(fix, skipped="it belongs to no model that was built")
            for fix in diagnostic.fixes
        ]
    return [_try(fix, diagnostic, report, before, session) for fix in diagnostic.fixes]


def _holds(model: ModelVerdict, diagnostic: Diagnostic) -> bool:
    return any(concerns_layer(diagnostic, layer) for layer in model.layers) or any(
        concerns_loss(diagnostic, loss) for loss in model.losses
    )


def _try(
    fix: Fix, diagnostic: Diagnostic, report: Report, before: ModelVerdict, session: Session
) -> RemedyVerdict:
    """Apply one fix and let Keras build the model that comes of it."""
    path = report.source.path
    if any(edit.span.path != path for edit in fix.edits):
        return RemedyVerdict(fix, skipped="it changes another file")
    text = apply(report.source.text, [fix]).text
    again = analyze(SourceText(path, text), session.settings, rules=())
    if again.fault is not None and report.fault is None:
        return RemedyVerdict(fix, refused=f"SyntaxError: {again.fault.message}")
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
    return RemedyVerdict(fix, tuple(one.keras for one in after.layers), after.params)


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
