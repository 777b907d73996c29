"""Edits that put a layer before another, in the form in which the code writes its layers."""

from __future__ import annotations

import re

from keras_lint.diagnostics import Edit
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.source import SourceText, Span

_IMPORT = re.compile(r"^from\s+(?P<module>[\w.]*keras[\w.]*)\s+import\s+(?P<names>.+)$")


def layer_spelling(model: SemanticModel, name: str) -> tuple[str, tuple[Edit, ...]] | None:
    """Write the name of a layer as the file would, with the import that it needs, if any.

    None where nothing in the file says how it imports Keras's layers.
    """
    spelled = model.imports.spelling(f"keras.layers.{name}")
    if spelled is not None:
        return spelled, ()
    for number, line in enumerate(model.source.lines(), 1):
        match = _IMPORT.match(line)
        if match is None or "*" in match["names"]:
            continue
        bound = re.findall(r"\w+", match["names"])
        if any(model.imports.names.get(one, "").startswith("keras.layers.") for one in bound):
            place = Span(model.source.path, number, 0, number, 0)
            return name, (Edit(place, f"from {match['module']} import {name}\n"),)
    return None


def insert_before(model: SemanticModel, call: LayerCall, code: str) -> tuple[Edit, ...] | None:
    """Put a layer, written as ``code``, before another one; None where the form is not known.

    Serves ``model.add(...)`` on a line of its own, an item of a list, and a layer that is
    called on its tensor at once (``Dense(16)(x)``).
    """
    source, span, applied = model.source, call.span, call.call_span
    if not _is_in(source, span) or call.construction.chain or call.chain:
        return None
    adding = re.match(r"(\s*)([\w.]+\.add\()$", _line_until(source, span))
    if adding:
        line = f"{adding[1]}{adding[2]}{code})\n"
        return (Edit(_point(span.path, span.line, 0), line),)
    if applied.contains(span) and (applied.line, applied.column) == (span.line, span.column):
        return _around_tensor(source, span, applied, code)
    if not _is_list_item(source, span):
        return None
    indent = _line_until(source, span)
    separator = f",\n{indent}" if not indent.strip() else ", "
    return (Edit(_point(span.path, span.line, span.column), code + separator),)


def _around_tensor(
    source: SourceText, span: Span, applied: Span, code: str
) -> tuple[Edit, ...] | None:
    rest = Span(span.path, span.end_line, span.end_column, applied.end_line, applied.end_column)
    text = source.slice(rest)
    if not re.fullmatch(r"\(\s*[\w.\[\]]+\s*\)", text):
        return None
    return (Edit(rest, f"({code}{text})"),)


def remove_layer(model: SemanticModel, call: LayerCall) -> tuple[Edit, ...] | None:
    """Take a layer out: its ``model.add(...)`` line, or its item of a list."""
    source, span = model.source, call.span
    if not _is_in(source, span) or call.construction.chain or call.chain:
        return None
    lines = source.lines()
    after = lines[span.end_line - 1][span.end_column :]
    if re.match(r"\s*[\w.]+\.add\($", _line_until(source, span)):
        if re.match(r"\)\s*(#.*)?$", after) and span.line == span.end_line:
            return (Edit(Span(span.path, span.line, 0, span.line + 1, 0), ""),)
        return None
    if not _is_list_item(source, span):
        return None
    comma = re.match(r"\s*,[ \t]*", after)
    if not _line_until(source, span).strip() and comma and not after[comma.end() :].strip():
        return (Edit(Span(span.path, span.line, 0, span.end_line + 1, 0), ""),)
    if comma:
        start, end = span.column, span.end_column + comma.end()
        if not after[comma.end() :].strip():
            start = len(_line_until(source, span).rstrip())
        return (Edit(Span(span.path, span.line, start, span.end_line, end), ""),)
    return None


def remove_argument(model: SemanticModel, call: LayerCall, name: str) -> tuple[Edit, ...] | None:
    """Take a keyword argument out of a constructor call, with the comma beside it."""
    place = call.construction.argument_spans.get(name)
    if place is None or not call.span.contains(place) or place.line != place.end_line:
        return None
    line = model.source.lines()[place.line - 1]
    before = re.search(rf"(,\s*)?\b{name}\s*=\s*$", line[: place.column])
    start = place.column
    if line[place.column :].startswith(name):
        # The span covers the keyword too.
        before = re.search(r",\s*$", line[: place.column])
    if before:
        start = before.start()
    end = place.end_column
    if before is None or not before.group().startswith(","):
        after = re.match(r"\s*,\s*", line[end:])
        end += after.end() if after else 0
    return (Edit(Span(place.path, place.line, start, place.line, end), ""),)


def argument_value(model: SemanticModel, call: LayerCall, name: str) -> str:
    """Give the source of an argument's value, without its keyword."""
    place = call.construction.argument_spans.get(name)
    if place is None or place.path != model.source.path:
        return ""
    return re.sub(rf"^{name}\s*=\s*", "", model.source.slice(place))


def replace_argument(
    model: SemanticModel, call_or_place: Span | None, name: str, value: str
) -> tuple[Edit, ...] | None:
    """Replace the value of an argument whose place is known."""
    if call_or_place is None or call_or_place.path != model.source.path:
        return None
    text = model.source.slice(call_or_place)
    keyword = re.match(rf"{name}\s*=\s*", text)
    return (Edit(call_or_place, (keyword.group() if keyword else "") + value),)


def _is_in(source: SourceText, span: Span) -> bool:
    return span.path == source.path


def _point(path: str, line: int, column: int) -> Span:
    return Span(path, line, column, line, column)


def _line_until(source: SourceText, span: Span) -> str:
    return source.lines()[span.line - 1][: span.column]


def _is_list_item(source: SourceText, span: Span) -> bool:
    """Tell whether a comma or bracket stands on both sides of an expression."""
    lines = source.lines()
    before = "\n".join([*lines[: span.line - 1], lines[span.line - 1][: span.column]])
    after = "\n".join([lines[span.end_line - 1][span.end_column :], *lines[span.end_line :]])
    before = re.sub(r"#[^\n]*", "", before[-2000:]).rstrip()
    return before.endswith(("[", ",")) and after[:2000].lstrip().startswith((",", "]"))
