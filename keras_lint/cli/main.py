"""The dispatch of commands; each command is a module with ``configure`` and ``run``."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from keras_lint.cli.failure import CannotRun
from keras_lint.version import __version__

COMMANDS = {
    "check": "report what the rules find in files and folders, without pylint",
    "summary": "show the layers, shapes and parameters of every model in files",
    "verify": "build the models in files with real Keras and compare its answers",
    "fix": "show or apply the fixes of what is found",
    "diff": "show what a change does to the models of a project",
    "explain": "show the manual page of a rule, or what an error of Keras means",
    "rules": "list the rules",
}
"""The commands and their meaning; each is the module of its name in this package."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(
        prog="keras-lint",
        description="Reads Keras code without running it and knows what Keras would build.",
    )
    parser.add_argument("--version", action="version", version=f"keras-lint {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    wanted = next((one for one in given if one in COMMANDS), None)
    for name, meaning in COMMANDS.items():
        command = commands.add_parser(name, help=meaning, description=meaning)
        if name == wanted:
            # Only the command that runs is imported: each has dependencies of its own.
            module = import_module(f"{__package__}.{name}")
            module.configure(command)
            command.set_defaults(run=module.run)
    options = parser.parse_args(given)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that has no word for a character must not end the run.
            stream.reconfigure(errors="backslashreplace")
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except CannotRun as failure:
        sys.stderr.write(f"keras-lint: {failure}\n")
        return 2
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; Python must not try to flush again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return status
