"""Analyzing many files, in as many processes as are asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from keras_lint.cli import files
from keras_lint.cli.pragmas import Pragmas
from keras_lint.diagnostics import Diagnostic
from keras_lint.engine import Report
from keras_lint.model import SemanticModel
from keras_lint.notebooks import located
from keras_lint.settings import Settings
from keras_lint.source import SourceText

_CHUNK = 4


@dataclass(frozen=True)
class Checked:
    """What a worker gives back for one file.

    ``source`` is set where something was found; ``unreadable`` where nothing was read;
    ``report`` holds what is to be said about its syntax and about our own failures.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    source: SourceText | None = None
    unreadable: files.Unreadable | None = None
    report: Report | None = None


def check_file(settings: Settings, rules: Sequence[str], path: str) -> Checked:
    """Run rules on one file and leave out what its comments switch off."""
    source = files.read(path)
    if isinstance(source, files.Unreadable):
        return Checked(path, unreadable=source)
    report = files.analyze(source, settings, rules=rules)
    found = report.diagnostics
    if found:
        pragmas = Pragmas(source)
        found = tuple(located(source, one) for one in found if not pragmas.silence(one))
    said = report if report.fault is not None or report.notes else None
    if said is not None:
        # Facts are many, and the parent reads none of them.
        bare = SemanticModel(SourceText(path, ""), None)
        said = Report(source, bare, (), report.fault, report.notes, report.left_out)
    return Checked(path, found, source if found else None, report=said)


def check_files(
    paths: Sequence[str], settings: Settings, rules: Sequence[str], jobs: int
) -> Iterator[Checked]:
    """Check files in the order given.

    Args:
        paths: the files.
        settings: the options.
        rules: the names of the rules.
        jobs: how many processes; 0 for one on each processor.
    """
    workers = min(jobs or os.cpu_count() or 1, len(paths))
    one = partial(check_file, settings, tuple(rules))
    if workers <= 1:
        yield from map(one, paths)
        return
    with ProcessPoolExecutor(max_workers=workers) as pool:
        yield from pool.map(one, paths, chunksize=_CHUNK if len(paths) > _CHUNK * workers else 1)
