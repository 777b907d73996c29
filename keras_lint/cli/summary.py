"""``keras-lint summary``: the models in files, as tables or as JSON."""

from __future__ import annotations

import argparse
import json
import sys

from keras_lint.cli import files, summary_json
from keras_lint.engine import analyze
from keras_lint.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")
    parser.add_argument("--why", action="store_true", help="list where tracking stopped, and why")


def run(options: argparse.Namespace) -> int:
    """Print the summary; 2 where a file could not be read or parsed, else 0."""
    status = 0
    entries = []
    for found in files.expand(options.paths):
        source = found if isinstance(found, files.Unreadable) else files.read(found)
        if isinstance(source, files.Unreadable):
            status = 2
            entries.append(summary_json.failed(source.path, source.message))
            continue
        report = analyze(source, Settings(), rules=())
        if report.fault is not None:
            status = 2
        entries.append(summary_json.entry(report))
    json.dump(summary_json.document(entries), sys.stdout)
    sys.stdout.write("\n")
    return status
