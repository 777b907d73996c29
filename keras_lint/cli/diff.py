"""``keras-lint diff``: what a change does to the models of a project."""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from keras_lint.cli import configuration, files
from keras_lint.cli.diff_formats import FORMATS
from keras_lint.cli.model_changes import ModelChange, compare
from keras_lint.cli.model_outline import ModelOutline, outlines
from keras_lint.cli.revisions import Repository
from keras_lint.settings import Settings

SAME, DIFFERENT, COULD_NOT = 0, 1, 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "revision", nargs="?", default="HEAD", metavar="REV", help="what to compare with: HEAD"
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders: all")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="how to print")
    parser.add_argument(
        "--exit-code", action="store_true", help="give the status 1 where a model differs"
    )


def run(options: argparse.Namespace) -> int:
    """Compare; 0 in any case but --exit-code, 2 where something could not be read."""
    repository = Repository()
    revision, paths = options.revision, options.paths
    if not repository.knows(revision) and Path(revision).exists():
        revision, paths = "HEAD", [revision, *paths]
    commit = repository.commit(revision)
    settings = configuration.read().settings
    status = SAME
    found: list[ModelChange] = []
    changes = repository.changes(commit, paths or ["."])
    with tempfile.TemporaryDirectory(prefix="keras-lint-") as folder:
        if changes:
            repository.export(commit, Path(folder))
        for change in changes:
            old, read_old = _models(Path(folder), change.old, settings)
            new, read_new = _models(repository.root, change.new, settings, complains=True)
            if read_old and read_new:
                found += compare(change.name, old, new)
            else:
                status = COULD_NOT
    sys.stdout.write(FORMATS[options.format](found, revision))
    return max(status, DIFFERENT) if found and options.exit_code else status


def _models(
    root: Path, name: str | None, settings: Settings, *, complains: bool = False
) -> tuple[list[ModelOutline], bool]:
    """Give the models of a file, and whether it could be read."""
    if name is None:
        return [], True
    source = files.read(str(root / name))
    if isinstance(source, files.Unreadable):
        files.complain(name, source.message + ("" if complains else " (before the change)"))
        return [], False
    report = files.analyze(source, settings, rules=())
    if report.fault is not None and complains:
        files.complain_of_syntax(report)
    prefix = str(root / name)
    found = outlines(report)
    return [
        replace(one, place=replace(one.place, path=one.place.path.replace(prefix, name)))
        for one in found
    ], True
