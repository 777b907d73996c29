"""Applying the fixes of one file until nothing more is to be fixed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from keras_lint.cli import files
from keras_lint.cli.failure import CannotRun
from keras_lint.cli.pragmas import Pragmas
from keras_lint.diagnostics import Applicability, Diagnostic, Fix
from keras_lint.diagnostics.edits import apply
from keras_lint.engine import Report
from keras_lint.notebooks import BadNotebook, Notebook
from keras_lint.settings import Settings
from keras_lint.source import SourceText, Span

MOST_ROUNDS = 200
"""How many times one file is analyzed again; a model has fewer things to fix."""

_NOT_TRIED = "it was not tried"

Confirm = Callable[[Report], Mapping[Fix, str]]
"""Gives each fix of a report's findings with why it is not confirmed, empty where it is."""


class CannotFix(CannotRun):
    """A file that stays as it is, with the reason in one line."""


@dataclass(frozen=True)
class Applied:
    """A fix that was made, with the rule that gave it."""

    rule: str
    fix: Fix


@dataclass(frozen=True)
class Unconfirmed:
    """A fix that Keras did not confirm, where it would have been made, and why not."""

    rule: str
    fix: Fix
    place: Span
    why: str


@dataclass(frozen=True)
class Fixed:
    """A file after its fixes.

    ``unsafe`` counts the findings whose fix needs a permission that was not given,
    ``unconfirmed`` are those that Keras did not confirm, with the reasons.
    """

    source: SourceText
    first: Report
    applied: tuple[Applied, ...] = ()
    unsafe: int = 0
    unconfirmed: tuple[Unconfirmed, ...] = ()


def settle(
    source: SourceText,
    settings: Settings,
    rules: Sequence[str],
    *,
    unsafe: bool,
    confirm: Confirm | None = None,
) -> Fixed:
    """Apply fixes and analyze again until there is none left.

    Args:
        source: the file.
        settings: the options.
        rules: the names of the rules whose fixes are meant.
        unsafe: whether fixes may change what a model computes.
        confirm: asks Keras; without it every fix counts as confirmed.

    Raises:
        CannotFix: the result would be no Python, or no result is final.
    """
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    first = report = files.analyze(source, settings, rules=rules)
    applied: list[Applied] = []
    seen = {source.text}
    for _ in range(MOST_ROUNDS):
        found = _heard(report)
        offered = list(_offered(found, report.source.path, allowed))
        chosen = offered
        doubts: Mapping[Fix, str] = {}
        if confirm is not None and offered:
            doubts = confirm(replace(report, diagnostics=tuple(found)))
            chosen = [one for one in offered if not doubts.get(one.fix, _NOT_TRIED)]
        if not chosen:
            everything = len(list(_offered(found, source.path, set(Applicability))))
            left = everything - len(offered)
            unconfirmed = tuple(
                Unconfirmed(
                    one.rule,
                    one.fix,
                    report.source.locate(one.fix.edits[0].span),
                    doubts.get(one.fix, _NOT_TRIED),
                )
                for one in offered
            )
            return Fixed(report.source, first, tuple(applied), left, unconfirmed)
        fixed, done = _with_fixes(report.source, _together(chosen))
        applied += done
        if fixed.text in seen:
            raise CannotFix("its fixes undo one another; it is left as it is")
        seen.add(fixed.text)
        after = files.analyze(fixed, settings, rules=rules)
        if len(_faults(after)) > len(_faults(report)):
            raise CannotFix(f"would not parse after the fix {done[0].fix.title!r}")
        report = after
    raise CannotFix("its fixes come to no end; it is left as it is")


def _heard(report: Report) -> list[Diagnostic]:
    pragmas = Pragmas(report.source)
    return [one for one in report.diagnostics if not pragmas.silence(one)]


def _offered(
    found: Sequence[Diagnostic], path: str, allowed: set[Applicability]
) -> Iterator[Applied]:
    """Give one fix for each finding that has one; those for display are never made."""
    for one in found:
        for fix in one.fixes:
            here = bool(fix.edits) and all(edit.span.path == path for edit in fix.edits)
            if here and fix.applicability in allowed - {Applicability.DISPLAY}:
                yield Applied(one.rule, fix)
                break


def _together(chosen: Sequence[Applied]) -> list[Applied]:
    """Give the fixes to make at once: what changes a model is looked at again after each."""
    safe = [one for one in chosen if one.fix.applicability is Applicability.SAFE]
    return safe or list(chosen[:1])


def _with_fixes(source: SourceText, chosen: Sequence[Applied]) -> tuple[SourceText, list[Applied]]:
    fixes = tuple(one.fix for one in chosen)
    try:
        if isinstance(source, Notebook):
            done = apply(source.original, fixes)
            fixed: SourceText = source.fixed(fixes)
        else:
            done = apply(source.text, fixes)
            fixed = replace(source, text=done.text)
    except BadNotebook as error:
        raise CannotFix(str(error)) from None
    made = list(done.applied)
    return fixed, [one for one in chosen if one.fix in made]


def _faults(report: Report) -> Sequence[object]:
    if report.fault is not None and not report.left_out:
        return (report.fault,)
    return report.left_out
