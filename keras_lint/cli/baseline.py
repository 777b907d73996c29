"""Findings that are known already: old code is let be, new code is not."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from keras_lint.cli.failure import CannotRun
from keras_lint.diagnostics import Diagnostic
from keras_lint.diagnostics.fingerprints import fingerprints
from keras_lint.diagnostics.paths import with_slashes
from keras_lint.source import SourceText

SCHEMA = 1


class BadBaseline(CannotRun):
    """A file that is no baseline, with the reason in one line."""


class Baseline:
    """A file with the names of known findings; they survive that lines move.

    Paths count from the folder of the file, so it means the same from wherever it is used.
    """

    def __init__(self, path: str) -> None:
        self.path = Path(path)

    def exists(self) -> bool:
        """Tell whether findings have been recorded."""
        return self.path.exists()

    def new_ones(
        self, found: Sequence[Diagnostic], sources: Mapping[str, SourceText]
    ) -> list[Diagnostic]:
        """Give the findings that are not recorded.

        Raises:
            BadBaseline: the file cannot be read.
        """
        try:
            content = json.loads(self.path.read_text(encoding="utf-8"))
            known = {str(one["fingerprint"]) for one in content["findings"]}
        except (OSError, ValueError, TypeError, KeyError) as error:
            reason = f"{type(error).__name__}: {error}"
            raise BadBaseline(f"{self.path}: is no baseline ({reason})") from None
        names = self._names(found, sources)
        return [one for one, name in zip(found, names, strict=True) if name not in known]

    def record(self, found: Sequence[Diagnostic], sources: Mapping[str, SourceText]) -> None:
        """Write down the findings of today.

        Raises:
            BadBaseline: the file cannot be written.
        """
        names = self._names(found, sources)
        findings = [
            {
                "fingerprint": name,
                "path": self._relative(one.span.path),
                "rule": one.rule,
                "message": one.message,
            }
            for one, name in zip(found, names, strict=True)
        ]
        content = {"schema": SCHEMA, "findings": findings}
        try:
            self.path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        except OSError as error:
            raise BadBaseline(f"{self.path}: {error.strerror or error}") from None

    def _names(self, found: Sequence[Diagnostic], sources: Mapping[str, SourceText]) -> list[str]:
        moved = {self._relative(path): source for path, source in sources.items()}
        items = [
            replace(one, span=replace(one.span, path=self._relative(one.span.path)))
            for one in found
        ]
        return fingerprints(items, moved)

    def _relative(self, path: str) -> str:
        try:
            relative = os.path.relpath(path, self.path.absolute().parent)
        except ValueError:
            return with_slashes(path)  # on another drive
        return with_slashes(relative)
