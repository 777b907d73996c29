"""Edits that put a layer before another, in the form in which the code writes its layers."""

from __future__ import annotations

import ast
import re

from keras_lint.diagnostics import Edit
from keras_lint.model import Construction, LayerCall, SemanticModel
from keras_lint.rules.call_edits import remove_keywords, spelling
from keras_lint.source import SourceText, Span

_IMPORT = re.compile(r"^from\s+(?P<module>[\w.]*keras[\w.]*)\s+import\s+(?P<names>.+)$")


def stands_once(model: SemanticModel, made: Construction) -> bool:
    """Tell whether the code at the place of a layer makes this layer and no other.

    What stands in a loop, or in a function that is called twice, is another layer's, too.
    """
    if made.span.path != model.source.path or made.definition is not None:
        return False
    return sum(one.span == made.span for one in model.constructions) == 1


def layer_spelling(model: SemanticModel, name: str) -> tuple[str, tuple[Edit, ...]] | None:
    """Write the name of a layer as the file would, with the import that it needs, if any.

    None where nothing in the file says how it imports Keras's layers.
    """
    spelled = spelling(model, f"keras.layers.{name}")
    if spelled is not None:
        return spelled, ()
    lines = model.source.lines()
    for number, line in enumerate(lines, 1):
        match = _IMPORT.match(line)
        if match is None or "*" in match["names"]:
            continue
        names = match["names"]
        if names.lstrip().startswith("(") and ")" not in names:
            names = "\n".join(lines[number - 1 : number + 100]).partition(")")[0]
        bound = re.findall(r"\w+", names)
        if any(model.imports.names.get(one, "").startswith("keras.layers.") for one in bound):
            place = Span(model.source.path, number, 0, number, 0)
            return name, (Edit(place, f"from {match['module']} import {name}\n"),)
    return None


def insert_before(
    model: SemanticModel, call: LayerCall, code: str, comment: str = ""
) -> tuple[Edit, ...] | None:
    """Put a layer, written as ``code``, before another one; None where the form is not known.

    A comment goes with it where the layer gets a line of its own.

    Serves ``model.add(...)`` on a line of its own, an item of a list, and a layer that is
    called on its tensor at once (``Dense(16)(x)``).
    """
    source, span, applied = model.source, call.span, call.call_span
    if not stands_once(model, call.construction):
        return None
    adding = re.match(r"(\s*)([\w.]+\.add\()$", _line_until(source, span))
    if adding:
        line = f"{adding[1]}{adding[2]}{code}){comment}\n"
        return (Edit(_point(span.path, span.line, 0), line),)
    if applied.contains(span) and (applied.line, applied.column) == (span.line, span.column):
        return _around_tensor(source, span, applied, code)
    if not _is_list_item(source, span):
        return None
    indent = _line_until(source, span)
    separator = f",{comment}\n{indent}" if not indent.strip() else ", "
    return (Edit(_point(span.path, span.line, span.column), code + separator),)


def _around_tensor(
    source: SourceText, span: Span, applied: Span, code: str
) -> tuple[Edit, ...] | None:
    rest = Span(span.path, span.end_line, span.end_column, applied.end_line, applied.end_column)
    text = source.slice(rest)
    if not _is_one_argument(text):
        return None
    return (Edit(rest, f"({code}{text})"),)


def _is_one_argument(text: str) -> bool:
    try:
        call = ast.parse(f"f{text}", mode="eval").body
    except SyntaxError:
        return False
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and len(call.args) == 1
        and not call.keywords
        and not isinstance(call.args[0], ast.Starred)
    )


def comment_of(model: SemanticModel, call: LayerCall) -> str:
    """Give the comment behind a layer that has its lines for itself, with the space before it."""
    source, span = model.source, call.span
    after = source.lines()[span.end_line - 1][span.end_column :]
    before = _line_until(source, span)
    if re.match(r"\s*[\w.]+\.add\($", before):
        found = re.fullmatch(r"\)(\s*#.*)", after)
    else:
        found = None if before.strip() else re.fullmatch(r"\s*,(\s*#.*)", after)
    return found[1] if found else ""


def remove_layer(model: SemanticModel, call: LayerCall) -> tuple[Edit, ...] | None:
    """Take a layer out: its ``model.add(...)`` line, or its item of a list, with its comment."""
    source, span = model.source, call.span
    if not stands_once(model, call.construction):
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
    alone = comma is not None and re.fullmatch(r"(#.*)?", after[comma.end() :].strip())
    if not _line_until(source, span).strip() and alone:
        return (Edit(Span(span.path, span.line, 0, span.end_line + 1, 0), ""),)
    if comma:
        start, end = span.column, span.end_column + comma.end()
        if not after[comma.end() :].strip():
            start = len(_line_until(source, span).rstrip())
        return (Edit(Span(span.path, span.line, start, span.end_line, end), ""),)
    return None


def remove_argument(
    model: SemanticModel, made: LayerCall | Construction, *names: str
) -> tuple[Edit, ...] | None:
    """Take keyword arguments out of a constructor call, with the commas beside them."""
    construction = made if isinstance(made, Construction) else made.construction
    return remove_keywords(model, construction.span, construction.argument_spans, names)


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
    kept = keyword.group() if keyword else ""
    if text[len(kept) :].startswith("'") and re.fullmatch(r'"[^"\']*"', value):
        value = f"'{value[1:-1]}'"
    return (Edit(call_or_place, kept + value),)


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
