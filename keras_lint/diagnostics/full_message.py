"""A finding as plain text without source lines, for programs that show those themselves."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics.diagnostic import Diagnostic, Label


def full_message(item: Diagnostic, *, labels: bool) -> str:
    """Give headline, notes and ways out, one a line; with the labels where asked for."""
    return "\n".join(_lines(item, labels=labels))


def _lines(item: Diagnostic, *, labels: bool) -> Iterator[str]:
    yield item.message
    if labels:
        yield from (_label(label, item.span.path) for label in item.labels)
    yield from (f"note: {note}" for note in item.notes)
    titles = [fix.title for fix in item.fixes if fix.title not in item.helps]
    yield from (f"help: {help_}" for help_ in (*item.helps, *titles))


def _label(label: Label, path: str) -> str:
    place = f"line {label.span.line}" if label.span.path == path else str(label.span)
    return f"{place}: {label.text}"
