"""Edits of the arguments of calls, in the layout and the quotes that the code has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping

from keras_lint.diagnostics import Edit
from keras_lint.model import SemanticModel
from keras_lint.source import Span


def quoted(model: SemanticModel, text: str) -> str:
    """Write a string with the quotes that the file uses most."""
    source = model.source.text
    quote = "'" if source.count("'") > source.count('"') else '"'
    return f"{quote}{text}{quote}"


def spelling(model: SemanticModel, canonical: str) -> str | None:
    """Write a canonical name as the file would, or None where no import reaches it."""
    found = model.imports.spelling(canonical)
    if found is None and canonical.startswith("keras."):
        # A file may mix `keras` and `tf`; only one that says `tf.keras` means Keras by it.
        through = model.imports.spelling(f"tensorflow.{canonical}")
        root = "" if through is None else through.removesuffix(canonical.removeprefix("keras"))
        if root and (root in model.source.text or "tensorflow.keras" in model.source.text):
            return through
    return found


def add_keyword(
    model: SemanticModel, call: Span, places: Iterable[Span], code: str
) -> tuple[Edit, ...] | None:
    """Put ``name=value`` behind the last argument of a call whose arguments' places are known.

    None where something else stands between the last of them and the closing parenthesis.
    """
    inside = [one for one in places if call.contains(one)]
    if call.path != model.source.path or not inside:
        return None
    line, column = max((one.end_line, one.end_column) for one in inside)
    rest = model.source.slice(Span(call.path, line, column, call.end_line, call.end_column))
    if "".join(re.sub(r"#[^\n]*", "", rest).split()) not in (")", ",)"):
        return None
    return (Edit(Span(call.path, line, column, line, column), f", {code}"),)


def rename_keyword(
    model: SemanticModel, places: Mapping[str, Span], old: str, new: str
) -> tuple[Edit, ...] | None:
    """Give a keyword argument another name; its value stays as it is."""
    place = places.get(old)
    if place is None or place.path != model.source.path:
        return None
    start = _keyword_start(model, place, old)
    if start is None:
        return None
    return (Edit(Span(place.path, place.line, start, place.line, start + len(old)), new),)


def remove_keywords(
    model: SemanticModel, call: Span, places: Mapping[str, Span], names: Iterable[str]
) -> tuple[Edit, ...] | None:
    """Take keyword arguments out of a call, with the commas and the lines that they leave over."""
    found: list[Span] = []
    for name in names:
        place = places.get(name)
        if place is None or not call.contains(place) or place.line != place.end_line:
            return None
        start = _keyword_start(model, place, name)
        if start is None:
            return None
        found.append(Span(place.path, place.line, start, place.line, place.end_column))
    lines = model.source.lines()
    edits: list[Edit] = []
    for group in _neighbors(sorted(found), lines):
        line = lines[group.line - 1]
        start, end = group.column, group.end_column
        comma = re.search(r",\s*$", line[:start])
        if comma:
            start = comma.start()
        else:
            after = re.match(r"[ \t]*,[ \t]*", line[end:])
            end += after.end() if after else 0
        if not line[:start].strip() and not line[end:].strip():
            edits.append(Edit(Span(group.path, group.line, 0, group.line + 1, 0), ""))
        else:
            edits.append(Edit(Span(group.path, group.line, start, group.line, end), ""))
    return tuple(edits)


def _keyword_start(model: SemanticModel, place: Span, name: str) -> int | None:
    """Give the column where ``name=`` starts; None for a positional argument."""
    line = model.source.lines()[place.line - 1]
    if re.match(rf"{name}\s*=(?!=)", line[place.column :]):
        return place.column
    before = re.search(rf"\b{name}\s*=\s*$", line[: place.column])
    return None if before is None else before.start()


def _neighbors(places: list[Span], lines: list[str]) -> list[Span]:
    """Join places that only a comma separates."""
    joined: list[Span] = []
    for place in places:
        last = joined[-1] if joined else None
        if last is not None and last.line == place.line:
            between = lines[place.line - 1][last.end_column : place.column]
            if between.strip() == ",":
                joined[-1] = Span(last.path, last.line, last.column, place.line, place.end_column)
                continue
        joined.append(place)
    return joined


def value_span(model: SemanticModel, place: Span | None, name: str) -> Span | None:
    """Give the place of an argument's value, without its keyword."""
    if place is None or place.path != model.source.path:
        return None
    keyword = re.match(rf"{name}\s*=(?!=)\s*", model.source.slice(place))
    if keyword is None:
        return place
    if "\n" in keyword.group():
        return None
    start = place.column + len(keyword.group())
    return Span(place.path, place.line, start, place.end_line, place.end_column)


def as_tuple(model: SemanticModel, place: Span) -> tuple[Edit, ...] | None:
    """Make a tuple of one item of an expression: ``(784)`` and ``784`` become ``(784,)``."""
    if place.path != model.source.path or place.line != place.end_line:
        return None
    line = model.source.lines()[place.line - 1]
    before, after = line[: place.column], line[place.end_column :]
    end = Span(place.path, place.line, place.end_column, place.line, place.end_column)
    # A call has a name or a closing bracket in front of its parenthesis.
    if re.search(r"(?:^|[^\w)\]\s])\s*\($", before) and re.match(r"\s*\)", after):
        return (Edit(end, ","),)
    text = model.source.slice(place)
    if not _is_expression(text):
        return None
    if _is_in_parentheses(text):
        return (Edit(Span(end.path, end.line, end.column - 1, end.line, end.column - 1), ","),)
    start = Span(place.path, place.line, place.column, place.line, place.column)
    return (Edit(start, "("), Edit(end, ",)"))


def without_first_item(model: SemanticModel, place: Span) -> tuple[Edit, ...] | None:
    """Take the first item out of a tuple or list that is written out."""
    if place.path != model.source.path or place.line != place.end_line:
        return None
    text = model.source.slice(place)
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError:
        return None
    if not isinstance(tree, ast.Tuple | ast.List) or len(tree.elts) < 2 or not text.isascii():
        return None
    if text[0] not in "([" or tree.col_offset != 0:
        return None
    first, second = tree.elts[0], tree.elts[1]
    start, end = place.column + first.col_offset, place.column + second.col_offset
    edits = [Edit(Span(place.path, place.line, start, place.line, end), "")]
    if isinstance(tree, ast.Tuple) and len(tree.elts) == 2:
        stop = place.column + (second.end_col_offset or 0)
        if not text[stop - place.column :].lstrip().startswith(","):
            edits.append(Edit(Span(place.path, place.line, stop, place.line, stop), ","))
    return tuple(edits)


def _is_expression(text: str) -> bool:
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:
        return False
    return True


def _is_in_parentheses(text: str) -> bool:
    """Tell whether one pair of parentheses stands around the whole of an expression."""
    return text.startswith("(") and text.endswith(")") and _is_expression(text[1:-1])
