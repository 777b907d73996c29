"""Findings as text for people: source excerpts with labels, notes and ways out.

```text
error[rule-name]: headline
 --> file.py:7:5
  |
7 |     layers.Dense(10),
  |     ^^^^^^^^^^^^^^^^ label
  |
note: what Keras does
help: a way out
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from keras_lint.diagnostics.changed_lines import ChangedLine, changed_lines
from keras_lint.diagnostics.diagnostic import Applicability, Diagnostic, Fix, Severity
from keras_lint.diagnostics.excerpt import (
    SECONDARY_STYLE,
    Gutter,
    MarkedSpan,
    excerpt,
    gap,
    shown_lines,
    with_gutter,
)
from keras_lint.diagnostics.paths import split_cell
from keras_lint.diagnostics.visible import one_line, visible, wrap
from keras_lint.source import SourceText, Span

WIDTH = 100
"""Notes and helps break at this width, not counting the word in front; nothing else breaks."""

_INDENT = " " * len("note: ")
_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.ADVICE: "bold cyan",
    Severity.INFORMATION: "bold green",
}
_COUNTED = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
    Severity.INFORMATION: ("piece of information", "pieces of information"),
}
_CHANGE_STYLES = {"~": "bold yellow", "+": "bold green", "-": "bold red"}


def render(report_items: Sequence[Diagnostic], sources: Mapping[str, SourceText]) -> str:
    """Give the findings in their order and a line that counts them, without colour."""
    return render_text(report_items, sources).plain


def render_text(report_items: Sequence[Diagnostic], sources: Mapping[str, SourceText]) -> Text:
    """Give the same with styles, to print with ``soft_wrap=True`` and ``highlight=False``."""
    blocks = [render_diagnostic(item, sources) for item in report_items]
    last = Text.assemble((summary(report_items), "bold"), "\n")
    return Text("\n\n").join([*blocks, last])


def render_diagnostic(item: Diagnostic, sources: Mapping[str, SourceText]) -> Text:
    """Give one finding, without a line end after it."""
    return Text("\n").join(_Finding(item, sources).lines())


def summary(report_items: Sequence[Diagnostic], file_count: int | None = None) -> str:
    """Count the findings: ``Found 3 errors, 2 warnings in 2 files; 1 can be fixed with ...``.

    Args:
        report_items: the findings.
        file_count: how many files were looked at, said where nothing was found.
    """
    if not report_items:
        where = "" if file_count is None else f" in {_count(file_count, 'file', 'files')}"
        return f"Found nothing to report{where}"
    severities = Counter(item.severity for item in report_items)
    counts = [_count(severities[key], *_COUNTED[key]) for key in Severity if severities[key]]
    files = len({split_cell(item.span.path)[0] for item in report_items})
    found = f"Found {', '.join(counts)} in {_count(files, 'file', 'files')}"
    return "; ".join([found, *_fixable(report_items)])


def _fixable(report_items: Sequence[Diagnostic]) -> Iterator[str]:
    kinds = [{fix.applicability for fix in item.fixes} for item in report_items]
    safe = sum(Applicability.SAFE in kind for kind in kinds)
    unsafe = sum(Applicability.UNSAFE in kind and Applicability.SAFE not in kind for kind in kinds)
    if safe:
        more = f", {unsafe} more with `keras-lint fix --unsafe-fixes`" if unsafe else ""
        yield f"{safe} can be fixed with `keras-lint fix`{more}"
    elif unsafe:
        yield f"{unsafe} can be fixed with `keras-lint fix --unsafe-fixes`"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


class _Finding:
    """One finding laid out: its spans by file, and its fixes as changed lines."""

    def __init__(self, item: Diagnostic, sources: Mapping[str, SourceText]) -> None:
        self._item = item
        self._sources = sources
        self._style = _STYLES[item.severity]
        self._files: dict[str, list[MarkedSpan]] = {}
        self._unseen: list[MarkedSpan] = []
        for marked in self._marked_spans():
            if self._has(marked.span):
                self._files.setdefault(marked.span.path, []).append(marked)
            elif marked.text:
                self._unseen.append(marked)
        self._changes = {fix: self._changed(fix) for fix in item.fixes}
        numbers = [line for spans in self._files.values() for line in shown_lines(spans)]
        numbers += [line.number for change in self._changes.values() for line in change]
        self._gutter = Gutter(len(str(max(numbers, default=1))))

    def lines(self) -> Iterator[Text]:
        """Give all lines of the finding."""
        item = self._item
        kind = f"{item.severity.value}[{item.rule}]"
        yield Text.assemble((kind, self._style), (f": {one_line(item.message)}", "bold"))
        yield from self._excerpts()
        for note in item.notes:
            yield from self._remark("note", "bold", note)
        for help_ in item.helps:
            yield from self._remark("help", "bold cyan", help_)
            for fix in item.fixes:
                if fix.title == help_:
                    yield from self._change(fix)
        for fix in item.fixes:
            if fix.title not in item.helps:
                yield from self._remark("help", "bold cyan", fix.title)
                yield from self._change(fix)

    def _marked_spans(self) -> Iterator[MarkedSpan]:
        """Give the primary span once for each label on it, at least once, then the others."""
        item = self._item
        own = [label.text for label in item.labels if label.span == item.span]
        for text in own or [""]:
            yield MarkedSpan(item.span, text, self._style, primary=True)
        for label in item.labels:
            if label.span != item.span:
                yield MarkedSpan(label.span, label.text, SECONDARY_STYLE, primary=False)

    def _has(self, span: Span) -> bool:
        source = self._sources.get(span.path)
        return source is not None and span.line <= len(source.lines())

    def _changed(self, fix: Fix) -> list[ChangedLine]:
        path = self._item.span.path
        source = self._sources.get(path)
        if source is None:
            return []
        return changed_lines(source, fix, shown_lines(self._files.get(path, ())))

    def _excerpts(self) -> Iterator[Text]:
        own = self._item.span.path
        yield self._place("--> ", self._item.span)
        if own in self._files:
            yield from self._file(own)
        for path, spans in self._files.items():
            if path != own:
                yield self._place("::: ", spans[0].span)
                yield from self._file(path)
        for marked in self._unseen:
            place = self._place("::: ", marked.span)
            yield place.append(f": {one_line(marked.text)}", marked.style)
        if self._files and (self._item.notes or self._item.helps or self._item.fixes):
            yield self._gutter.bar()

    def _place(self, arrow: str, span: Span) -> Text:
        return self._gutter.arrow(arrow).append(visible(str(span)))

    def _file(self, path: str) -> Iterator[Text]:
        yield self._gutter.bar()
        yield from excerpt(self._sources[path], self._files[path], self._gutter)

    def _remark(self, word: str, style: str, text: str) -> Iterator[Text]:
        first, *others = wrap(text, WIDTH)
        yield Text.assemble((word, style), f": {first}")
        for line in others:
            yield Text(_INDENT + line if line else "")

    def _change(self, fix: Fix) -> Iterator[Text]:
        if not self._changes[fix]:
            return
        yield self._gutter.bar()
        for line in self._changes[fix]:
            style = _CHANGE_STYLES[line.marker]
            if line.starts_hunk:
                yield gap()
            yield with_gutter(
                self._gutter.number(line.number, line.marker, style), visible(line.text)
            )
        yield self._gutter.bar()
