"""The dispatch of commands; each command is a module with ``configure`` and ``run``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from keras_lint import __version__

COMMANDS = {
    "summary": "show the layers, shapes and parameters of every model in files",
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
    status: int = options.run(options)
    return status
