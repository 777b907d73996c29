"""``keras-lint check``: the rules on files and folders, without pylint."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from keras_lint.cli import configuration, files, rule_choice
from keras_lint.cli.baseline import Baseline
from keras_lint.cli.failure import CannotRun
from keras_lint.cli.runner import Checked, check_files
from keras_lint.diagnostics import Diagnostic
from keras_lint.diagnostics.formats import FORMATS
from keras_lint.source import SourceText

CLEAN, FOUND, COULD_NOT = 0, 1, 2
LONG_RUN = 10
"""From how many files on a progress bar is shown."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    parser.add_argument(
        "-j",
        "--jobs",
        type=_count,
        default=1,
        metavar="N",
        help="processes to use; 0: one for each processor",
    )
    for name, meaning in (("select", "the rules to run"), ("ignore", "the rules to leave out")):
        parser.add_argument(
            f"--{name}",
            type=_names,
            action="extend",
            default=[],
            metavar="RULE,...",
            help=f"{meaning}: names, codes or their first letters, groups, all",
        )
    parser.add_argument(
        "--extra", action="store_true", help="run the rules of keras-lint-extra, too"
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="how to print")
    parser.add_argument("--output", metavar="FILE", help="where to print; standard output if not")
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        help="report only what is not recorded in this file; make it if it is not there",
    )
    parser.add_argument(
        "--update-baseline", action="store_true", help="record what is found now as known"
    )


def _names(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Check the files; 0 where all is clean, 1 with findings, 2 where something could not."""
    if options.update_baseline and not options.baseline:
        raise CannotRun("--update-baseline needs --baseline FILE")
    chosen = configuration.read()
    rules = rule_choice.choose(
        chosen, select=options.select, ignore=options.ignore, extra=options.extra
    )
    status = CLEAN
    paths = []
    for path in files.expand(options.paths):
        if isinstance(path, files.Unreadable):
            files.complain(path.path, path.message)
            status = COULD_NOT
        else:
            paths.append(path)
    paths = list(dict.fromkeys(paths))
    found: list[Diagnostic] = []
    sources: dict[str, SourceText] = {}
    complaints = []
    for checked in _with_progress(check_files(paths, chosen.settings, rules, options.jobs), paths):
        found += checked.diagnostics
        if checked.source is not None:
            sources |= {part.path: part for part in checked.source.parts()}
        if checked.unreadable is not None or checked.report is not None:
            complaints.append(checked)
    for checked in complaints:
        status = max(status, _complain(checked))
    return max(status, _report(found, sources, rules, len(paths), options))


def _complain(checked: Checked) -> int:
    """Say what could not be done with a file."""
    status = CLEAN
    if checked.unreadable is not None:
        files.complain(checked.path, checked.unreadable.message)
        status = COULD_NOT
    report = checked.report
    if report is not None:
        files.complain_of_syntax(report)
        for note in report.notes:
            files.complain(checked.path, note)
        status = CLEAN if report.fault is None else COULD_NOT
    return status


def _report(
    found: Sequence[Diagnostic],
    sources: Mapping[str, SourceText],
    rules: Sequence[str],
    file_count: int,
    options: argparse.Namespace,
) -> int:
    """Print the findings that are not known already, and give the status."""
    if options.baseline:
        baseline = Baseline(options.baseline)
        if options.update_baseline or not baseline.exists():
            baseline.record(found, sources)
            counted = "1 finding" if len(found) == 1 else f"{len(found)} findings"
            files.complain(options.baseline, f"recorded {counted}")
        found = baseline.new_ones(found, sources)
    try:
        _write(found, sources, rules, file_count, options)
    except OSError as error:
        if options.output is None:
            raise
        raise CannotRun(f"{options.output}: {error.strerror or error}") from None
    return FOUND if found else CLEAN


def _write(
    found: Sequence[Diagnostic],
    sources: Mapping[str, SourceText],
    rules: Sequence[str],
    file_count: int,
    options: argparse.Namespace,
) -> None:
    if options.format == "text" and not options.output:
        _print_text(found, sources, file_count)
        return
    text = FORMATS[options.format](found, sources, rule_choice.information(rules))
    if options.output:
        Path(options.output).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


def _print_text(
    found: Sequence[Diagnostic], sources: Mapping[str, SourceText], file_count: int
) -> None:
    # Inside the function: the other formats must not pay for rich.
    from rich.console import Console

    from keras_lint.diagnostics import text

    if not found:
        sys.stdout.write(text.summary((), file_count) + "\n")
        return
    console = Console(highlight=False, markup=False, emoji=False)
    console.print(text.render_text(found, sources), soft_wrap=True, end="")


def _with_progress(results: Iterator[Checked], paths: Sequence[str]) -> Iterator[Checked]:
    """Show how far a long run is, where a person looks on."""
    if len(paths) < LONG_RUN or not sys.stderr.isatty():
        yield from results
        return
    # Inside the function: most runs show no progress.
    from rich.console import Console
    from rich.progress import track

    yield from track(
        results,
        description="Checking",
        total=len(paths),
        console=Console(stderr=True),
        transient=True,
    )
