"""Names of findings that stay the same while their lines move."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from keras_lint.diagnostics.diagnostic import Diagnostic
from keras_lint.diagnostics.paths import split_cell, with_slashes
from keras_lint.source import SourceText


def fingerprints(
    report_items: Sequence[Diagnostic], sources: Mapping[str, SourceText]
) -> list[str]:
    """Give one name for each finding, in the order of the findings; no two are equal.

    It depends on the file, the rule, the text of the line without indentation, and on how
    many findings of that rule on equal lines stand above.
    """
    lines = {path: source.lines() for path, source in sources.items()}
    alike: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, item in enumerate(report_items):
        text = _line(lines.get(item.span.path, []), item.span.line)
        alike[(with_slashes(split_cell(item.span.path)[0]), item.rule, text)].append(index)
    found = [""] * len(report_items)
    for key, indices in alike.items():
        indices.sort(key=lambda index: (report_items[index].span, report_items[index].message))
        for occurrence, index in enumerate(indices):
            found[index] = _digest(*key, str(occurrence))
    return found


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1].strip() if number <= len(lines) else ""


def _digest(*parts: str) -> str:
    encoded = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(encoded).hexdigest()
