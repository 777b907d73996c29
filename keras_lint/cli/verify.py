"""``keras-lint verify``: the models in files, built by real Keras, against the analysis."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from keras_lint.cli import configuration, files, rule_choice
from keras_lint.cli.pragmas import Pragmas
from keras_lint.engine import Report
from keras_lint.notebooks import relocated
from keras_lint.verification import Session, verify
from keras_lint.verification.execution import Execution, execute
from keras_lint.verification.verdicts import Verification

AGREE, FOUND, COULD_NOT = 0, 1, 2
_LONG_RUN = 2
"""From how many files on a progress bar is shown."""


@dataclass(frozen=True)
class Verified:
    """One file: what was analyzed, what Keras said, and what running it showed, if it was run."""

    report: Report
    verification: Verification
    execution: Execution | None = None


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")
    parser.add_argument(
        "--execute",
        action="store_true",
        help="RUN the files, training cut short, and compare their real layer calls",
    )
    parser.add_argument("--python", metavar="PATH", help="the interpreter whose Keras is asked")


def run(options: argparse.Namespace) -> int:
    """Verify the files; 0 where all agree, 1 with findings, 2 where something could not be."""
    settings = configuration.read().settings
    if options.python:
        settings = replace(settings, python=options.python)
    unreadable: list[files.Unreadable] = []
    paths: list[str] = []
    for found in files.expand(options.paths):
        if isinstance(found, files.Unreadable):
            unreadable.append(found)
        else:
            paths.append(found)
    if options.execute:
        sys.stderr.write(f"keras-lint: running {', '.join(paths)} (training is cut short)\n")
    rules = rule_choice.choose(configuration.read())
    done: list[Verified] = []
    with Session(settings) as session:
        for path in _with_progress(list(dict.fromkeys(paths))):
            source = files.read(path)
            if isinstance(source, files.Unreadable):
                unreadable.append(source)
                continue
            report = files.analyze(source, settings, rules=rules)
            done.append(_verified(report, session, run_it=options.execute))
    if options.format == "json":
        _print_json(done, unreadable)
    else:
        _print_text(done, unreadable)
    return _status(done, unreadable)


def _verified(report: Report, session: Session, *, run_it: bool) -> Verified:
    verification = verify(report, session)
    pragmas = Pragmas(report.source)
    kept = tuple(one for one in verification.diagnostics if not pragmas.silence(one))
    verification = relocated(report.source, replace(verification, diagnostics=kept))
    execution = execute(report, session) if run_it and report.model.mentions_keras else None
    return Verified(report, verification, relocated(report.source, execution))


def _status(done: Sequence[Verified], unreadable: Sequence[files.Unreadable]) -> int:
    faults = any(one.report.fault is not None for one in done)
    if unreadable or faults or any(one.verification.unavailable for one in done):
        return COULD_NOT
    if any(one.verification.diagnostics or one.verification.disagrees for one in done):
        return FOUND
    if any(one.execution is not None and one.execution.disagrees for one in done):
        return FOUND
    return AGREE if all(_is_complete(one) for one in done) else COULD_NOT


def _is_complete(one: Verified) -> bool:
    if one.execution is not None:
        return not one.execution.unavailable and not one.execution.error
    return one.verification.complete


def _print_json(done: Sequence[Verified], unreadable: Sequence[files.Unreadable]) -> None:
    # Inside the function: the other format has no use for it.
    from keras_lint.cli import verify_json

    entries = [verify_json.failed(one.path, one.message) for one in unreadable]
    entries += [verify_json.entry(one.report, one.verification, one.execution) for one in done]
    json.dump(verify_json.document(entries), sys.stdout, indent=2)
    sys.stdout.write("\n")


def _print_text(done: Sequence[Verified], unreadable: Sequence[files.Unreadable]) -> None:
    # Inside the function: JSON must not pay for rich.
    from keras_lint.cli import verify_table

    for failure in unreadable:
        files.complain(failure.path, failure.message)
    for one in done:
        files.complain_of_syntax(one.report)
        verify_table.show(one.report, one.verification, one.execution)


def _with_progress(paths: Sequence[str]) -> Iterator[str]:
    """Show how far a long run is, where a person looks on."""
    if len(paths) < _LONG_RUN or not sys.stderr.isatty():
        yield from paths
        return
    # Inside the function: most runs show no progress.
    from rich.console import Console
    from rich.progress import track

    yield from track(
        paths, description="Asking Keras", console=Console(stderr=True), transient=True
    )
