"""Data that Keras takes where the analysis says it raises, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from keras_lint.diagnostics import Diagnostic, Severity
from keras_lint.engine import Report
from keras_lint.rules.verification.keras_disagrees import KerasDisagrees
from keras_lint.verification.enrichment import concerns_feed, concerns_loss
from keras_lint.verification.verdicts import FeedVerdict, LossVerdict, ModelVerdict

_WHATEVER_THE_VALUES = frozenset(
    ("input-rank", "input-size", "number-of-inputs", "sample-counts",
     "loss-against-output", "loss-against-labels")
)  # fmt: skip
"""Rules about errors that the first batch of zeros raises, too."""


def taken_after_all(diagnostic: Diagnostic, feeds: Sequence[FeedVerdict]) -> FeedVerdict | None:
    """Give the data that a finding is about, where Keras takes them against what it says."""
    if diagnostic.rule not in _WHATEVER_THE_VALUES:
        return None
    about = [one for one in feeds if concerns_feed(diagnostic, one)]
    tried = [one for one in about if not one.skipped]
    if not tried or len(tried) != len(about) or any(one.raised for one in about):
        return None
    return tried[0]


def taken(feed: FeedVerdict, diagnostic: Diagnostic, keras: str) -> Diagnostic:
    """Make the finding about data that Keras takes."""
    static = f"an error: {diagnostic.message}"
    return KerasDisagrees().finding(feed.span, "no error", static, keras)


def refused(
    report: Report, models: Sequence[ModelVerdict], losses: Sequence[LossVerdict], keras: str
) -> Iterator[Diagnostic]:
    """Give a finding for data that Keras refuses and the analysis takes."""
    raised = [one for model in models for one in model.feeds if one.raised]
    if not raised:
        return
    foreseen = list(_every_error(report))
    for feed in raised:
        if not feed.raised.startswith("ValueError") or any(
            concerns_feed(one, feed) for one in foreseen
        ):
            continue
        about = [one for one in losses if one.span.contains(feed.span)]
        if any(concerns_loss(one, loss) for one in foreseen for loss in about):
            continue
        words = f"a `{feed.kind}` that runs"
        found = KerasDisagrees().finding(feed.span, "an error", words, keras)
        yield replace(found, notes=(*found.notes, feed.raised))


def _every_error(report: Report) -> Iterator[Diagnostic]:
    """Give what the rules about errors find, the rules that are off included."""
    # Inside the function, as the registry loads every rule.
    from keras_lint.rules.registry import all_rules

    yield from (one for one in report.diagnostics if one.severity is Severity.ERROR)
    for rule in all_rules():
        if rule.code.startswith("E"):
            yield from rule().check(report.model)
