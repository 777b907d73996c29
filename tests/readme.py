"""The README's samples: its commands, what they print, and the table of rules.

``python -m tests.readme`` puts what they print now into the README.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from keras_lint.layers.registry import find_layer, layer_modules

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TABLE = "rules --format markdown"
WIDTH = "100"

_SAMPLE = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```\n")
_TABLE = re.compile(r"(<!-- rules -->\n)((?:.*\n)*?)(<!-- /rules -->\n)")
_LAYERS = re.compile(r"(<!-- layers -->\n)((?:.*\n)*?)(<!-- /layers -->\n)")
_MODULES = {"keras-lint": "keras_lint", "pylint": "pylint"}


def samples(text: str) -> list[tuple[str, str]]:
    """List the commands in the README with the output that it shows."""
    return _SAMPLE.findall(text)


def table(text: str) -> str:
    """Give the table of rules in the README."""
    found = _TABLE.search(text)
    assert found is not None, "the README has a place for the rules"
    return found[2]


def layer_table() -> str:
    """Give the layers that are known, by the families of ``keras/src/layers``."""
    families: dict[str, list[str]] = {}
    for name, module in layer_modules().items():
        schema = find_layer(name)
        if schema is not None and schema.keras_name == name and 3 in schema.in_keras:
            families.setdefault(module.split(".")[-2], []).append(name.rpartition(".")[2])
    rows = [f"| {key} | {', '.join(sorted(families[key]))} |" for key in sorted(families)]
    total = sum(map(len, families.values()))
    return "\n".join(["", f"| family | layers ({total}) |", "|---|---|", *rows, ""]) + "\n"


def shown_layers(text: str) -> str:
    """Give the table of layers in the README."""
    found = _LAYERS.search(text)
    assert found is not None, "the README has a place for the layers"
    return found[2]


def printed(command: str) -> str:
    """Run a command of the README at the root of the checkout and give what it prints."""
    program, *arguments = command.split()
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": WIDTH, "PYTHONUTF8": "1"}
    variables.pop("FORCE_COLOR", None)
    done = subprocess.run(
        [sys.executable, "-m", _MODULES[program], *arguments],
        cwd=ROOT, env=variables, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.strip("\n").split("\n"))


def main() -> None:
    """Renew every output in the README."""
    text = README.read_text("utf-8")
    text = _SAMPLE.sub(lambda m: f"```console\n$ {m[1]}\n{printed(m[1])}```\n", text)
    text = _TABLE.sub(lambda m: f"{m[1]}\n{printed(f'keras-lint {TABLE}')}\n{m[3]}", text)
    text = _LAYERS.sub(lambda m: f"{m[1]}{layer_table()}{m[3]}", text)
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
