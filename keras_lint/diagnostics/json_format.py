"""Findings as one JSON object; its fields are stable.

```json
{
  "schema": 1,
  "diagnostics": [
    {
      "rule": "output-target-mismatch", "code": "E7101",
      "severity": "error", "confidence": "high",
      "path": "digits.py", "line": 7, "column": 5, "end_line": 7, "end_column": 41,
      "message": "...",
      "labels": [{"path": ..., "line": ..., ..., "text": "..."}],
      "notes": ["..."], "helps": ["..."],
      "fixes": [
        {
          "title": "...", "applicability": "unsafe",
          "edits": [{"path": ..., "line": ..., ..., "replacement": "..."}]
        }
      ]
    }
  ]
}
```

* ``severity``: ``error``, ``warning``, ``advice``, ``information``; ``confidence``: ``high``,
  ``inference``; ``applicability``: ``safe``, ``unsafe``, ``display``.
* Lines and columns count from 1, columns in characters; ``end_column`` is the first column
  after the range, so an insertion has equal ends.
* ``schema`` changes when a field goes or changes its meaning; new fields may come.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from keras_lint.diagnostics.diagnostic import Diagnostic, Fix
from keras_lint.source import SourceText, Span

SCHEMA = 1


def render(report_items: Sequence[Diagnostic], sources: Mapping[str, SourceText]) -> str:
    """Give the findings in their order."""
    whole = {"schema": SCHEMA, "diagnostics": [diagnostic(item) for item in report_items]}
    return json.dumps(whole, indent=2) + "\n"


def diagnostic(item: Diagnostic) -> dict[str, object]:
    """Give one finding as JSON's types."""
    return {
        "rule": item.rule,
        "code": item.code,
        "severity": item.severity.value,
        "confidence": item.confidence.value,
        **place(item.span),
        "message": item.message,
        "labels": [{**place(label.span), "text": label.text} for label in item.labels],
        "notes": list(item.notes),
        "helps": list(item.helps),
        "fixes": [_fix(fix) for fix in item.fixes],
    }


def place(span: Span) -> dict[str, object]:
    """Give a span as JSON's types, with columns from 1."""
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column + 1,
        "end_line": span.end_line,
        "end_column": span.end_column + 1,
    }


def _fix(fix: Fix) -> dict[str, object]:
    return {
        "title": fix.title,
        "applicability": fix.applicability.value,
        "edits": [{**place(edit.span), "replacement": edit.replacement} for edit in fix.edits],
    }
