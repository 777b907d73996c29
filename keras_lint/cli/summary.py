"""``keras-lint summary``: the models in files, as tables or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable

from keras_lint.cli import configuration, files, summary_json
from keras_lint.engine import Report
from keras_lint.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")
    parser.add_argument("--why", action="store_true", help="list where tracking stopped, and why")


def run(options: argparse.Namespace) -> int:
    """Print the summary; 2 where a file could not be read or parsed, else 0."""
    settings = configuration.read().settings
    found = files.expand(options.paths)
    if options.format == "json":
        return _print_json(found, settings)
    return _print_text(found, settings, options)


def _print_json(found: Iterable[str | files.Unreadable], settings: Settings) -> int:
    status = 0
    entries = []
    for one in found:
        source = one if isinstance(one, files.Unreadable) else files.read(one)
        if isinstance(source, files.Unreadable):
            status = 2
            entries.append(summary_json.failed(source.path, source.message))
            continue
        report = files.analyze(source, settings, rules=())
        status = 2 if report.fault is not None else status
        entries.append(summary_json.entry(report))
    json.dump(summary_json.document(entries), sys.stdout)
    sys.stdout.write("\n")
    return status


def _print_text(
    found: Iterable[str | files.Unreadable], settings: Settings, options: argparse.Namespace
) -> int:
    # Inside the function: JSON must not pay for rich, nor for the rules.
    from keras_lint.cli import rule_choice, summary_table
    from keras_lint.cli.stops import stops

    status = 0
    silent = 0
    rules = rule_choice.default_names()
    out = summary_table.console()
    for one in found:
        source = one if isinstance(one, files.Unreadable) else files.read(one)
        if isinstance(source, files.Unreadable):
            status = 2
            files.complain(source.path, source.message)
            continue
        report = files.analyze(source, settings, rules=rules)
        if report.fault is not None:
            status = 2
            files.complain_of_syntax(report)
        for note in report.notes:
            files.complain(source.path, note)
        if _is_empty(report) and source.path not in options.paths:
            silent += 1
            continue
        summary_table.show(report, out)
        if options.why:
            summary_table.show_stops(source, stops(report, settings), out)
    if silent:
        out.print(f"{silent} other {'file holds' if silent == 1 else 'files hold'} no models")
    return status


def _is_empty(report: Report) -> bool:
    model = report.model
    return not (model.models or model.layer_calls or report.diagnostics)
