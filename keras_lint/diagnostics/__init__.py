"""Findings as plain data, and their renderers."""

from keras_lint.diagnostics.diagnostic import (
    Applicability,
    Confidence,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Severity,
)

__all__ = ["Applicability", "Confidence", "Diagnostic", "Edit", "Fix", "Label", "Severity"]
