"""A report compared with real Keras: the models, the losses, the findings and their fixes."""

from __future__ import annotations

import atexit
import os
from dataclasses import replace

from keras_lint.diagnostics import Diagnostic
from keras_lint.engine import Report
from keras_lint.settings import Settings
from keras_lint.verification import surprises
from keras_lint.verification.build import Builder
from keras_lint.verification.enrichment import disagreements, enriched, refuted
from keras_lint.verification.remedies import try_remedies, with_remedies
from keras_lint.verification.session import NoAnswer, Session
from keras_lint.verification.verdicts import RemedyVerdict, Verification


def verify(report: Report, session: Session) -> Verification:
    """Let real Keras build the models of a file and compare its answers with the static ones."""
    if not report.model.mentions_keras:
        return Verification(diagnostics=report.diagnostics)
    builder = Builder(report, session)
    try:
        models = builder.models()
        parts = list(builder.parts(models))
        layers = [layer for model in models for layer in model.layers] + parts
        losses = [loss for model in models for loss in model.losses]
        feeds = [feed for model in models for feed in model.feeds]
        found = list(disagreements(models, parts, builder.keras))
        found += surprises.refused(report, models, losses, builder.keras)
        tried: list[RemedyVerdict] = []
        dropped: list[Diagnostic] = []
        for diagnostic in report.diagnostics:
            if refuted(diagnostic, layers):
                dropped.append(diagnostic)
                continue
            against = surprises.taken_after_all(diagnostic, feeds)
            if against is not None:
                dropped.append(diagnostic)
                found.append(surprises.taken(against, diagnostic, builder.keras))
                continue
            diagnostic = enriched(  # noqa: PLW2901
                diagnostic, layers, losses, feeds, models, builder.keras
            )
            remedies = try_remedies(diagnostic, report, models, session)
            tried += remedies
            found.append(with_remedies(diagnostic, remedies, builder.keras))
    except NoAnswer as error:
        return Verification(diagnostics=report.diagnostics, unavailable=str(error))
    return Verification(
        tuple(models),
        tuple(sorted(found, key=lambda one: one.sort_key)),
        tuple(parts),
        tuple(tried),
        tuple(dropped),
    )


_sessions: dict[int, Session] = {}
"""By process: a fork must not talk to its parent's worker."""


def verified(report: Report, settings: Settings) -> Report:
    """Give a report whose findings Keras was asked about; the report itself where it cannot be.

    Never raises and prints nothing. One worker serves the whole process and ends with it.
    """
    try:
        answer = verify(report, _session_of(settings))
    except Exception as error:
        note = f"the verification of this file failed: {type(error).__name__}: {error}"
        return replace(report, notes=(*report.notes, note))
    notes = report.notes
    if answer.unavailable:
        notes = (*notes, f"nothing is verified: {answer.unavailable}")
    return replace(report, diagnostics=answer.diagnostics, notes=notes)


def _session_of(settings: Settings) -> Session:
    process = os.getpid()
    session = _sessions.get(process)
    if session is None:
        session = _sessions[process] = Session(settings)
        atexit.register(session.close)
    session.settings = settings
    return session
