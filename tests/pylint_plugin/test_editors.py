"""Editors that run pylint, each over its own protocol: VS Code's extension and pylsp."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from vscode_common_python_lsp import JsonRpc

ROOT = Path(__file__).parents[2]
IMPORTS = "import keras\nfrom keras import layers\n"
WRONG = f'{IMPORTS}WORDS = "äöü"; LAYER = layers.Dense(3, groups=1); undefined\n'
RIGHT = f"{IMPORTS}LAYER = layers.Dense(3)\n"
OTHER = f"{IMPORTS}LAYER = layers.Conv2D(3)\n"
PLUGIN = (
    "--load-plugins=keras_lint",
    "--disable=all",
    "--enable=keras-lint,undefined-variable",
)
VS_CODE = """
import sys
from vscode_common_python_lsp import JsonRpc, RunResult, run_message_loop, run_module
run_message_loop(JsonRpc(sys.stdin.buffer, sys.stdout.buffer), run_module, RunResult)
"""


@contextmanager
def process(folder: Path, *arguments: str) -> Iterator[JsonRpc]:
    """Start a server that speaks JSON-RPC over its standard streams."""
    path = os.pathsep.join((str(ROOT), str(folder)))
    with subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        rpc = JsonRpc(server.stdout, server.stdin)
        try:
            yield rpc
        finally:
            server.kill()


# -- the extension "Pylint" for VS Code -------------------------------------------------------


def lint(rpc: JsonRpc, folder: Path, source: str) -> list[dict[str, Any]]:
    """Send a buffer as the extension does, and read the answer as it does."""
    arguments = ["pylint", "--reports=n", "--output-format=json2", *PLUGIN]
    arguments += ["--clear-cache-post-run=y", "--from-stdin", str(folder / "program.py")]
    request = {"id": "1", "method": "run", "module": "pylint", "argv": arguments}
    rpc.send_data(request | {"useStdin": True, "cwd": str(folder), "source": source})
    answer: dict[str, Any] = rpc.receive_data()
    assert answer["error"] == ""
    assert "exception" not in answer
    found: list[dict[str, Any]] = json.loads(answer["result"])["messages"]
    return found


def test_vs_code_gets_fresh_findings_for_each_buffer_in_one_process(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text("", "utf-8")
    with process(tmp_path, "-c", VS_CODE) as rpc:
        seen = [
            [one["symbol"] for one in lint(rpc, tmp_path, source)]
            for source in (WRONG, RIGHT, OTHER, f"{WRONG}print y\n", WRONG)
        ]
        rpc.send_data({"method": "exit"})
    assert seen == [
        ["keras-unknown-argument", "undefined-variable"],
        [],
        ["keras-missing-argument"],
        ["syntax-error"],
        ["keras-unknown-argument", "undefined-variable"],
    ]


def test_vs_code_gets_the_place_behind_other_alphabets_as_pylint_counts(tmp_path: Path) -> None:
    with process(tmp_path, "-c", VS_CODE) as rpc:
        ours, pylints = lint(rpc, tmp_path, WRONG)
    line = WRONG.splitlines()[2].encode()
    assert line[pylints["column"] : pylints["endColumn"]] == b"undefined"
    assert line[ours["column"] : ours["endColumn"]] == b"layers.Dense(3, groups=1)"


# -- python-lsp-server ------------------------------------------------------------------------


class Pylsp:
    """A client of pylsp with one open document."""

    def __init__(self, rpc: JsonRpc, folder: Path) -> None:
        self.rpc = rpc
        self.file = folder / "program.py"
        self.version = 0
        root = folder.as_uri()
        start = {"processId": None, "rootUri": root, "capabilities": {}}
        rpc.send_data({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": start})
        while rpc.receive_data().get("id") != 1:
            pass
        self.notify("initialized", {})
        others = ("pycodestyle", "pyflakes", "mccabe", "flake8", "pydocstyle", "jedi_completion")
        plugins: dict[str, Any] = {name: {"enabled": False} for name in others}
        plugins["pylint"] = {"enabled": True, "args": list(PLUGIN)}
        settings = {"pylsp": {"plugins": plugins}}
        self.notify("workspace/didChangeConfiguration", {"settings": settings})

    def notify(self, method: str, params: dict[str, Any]) -> None:
        """Send a message that has no answer."""
        self.rpc.send_data({"jsonrpc": "2.0", "method": method, "params": params})

    def saved(self, source: str) -> list[dict[str, Any]]:
        """Give the diagnostics that follow when the document is saved with a new text."""
        self.file.write_text(source, "utf-8")
        document: dict[str, Any] = {"uri": self.file.as_uri()}
        self.version += 1
        if self.version == 1:
            opened = {"languageId": "python", "version": 1, "text": source}
            self.notify("textDocument/didOpen", {"textDocument": document | opened})
        else:
            versioned = document | {"version": self.version}
            changes = [{"text": source}]
            params = {"textDocument": versioned, "contentChanges": changes}
            self.notify("textDocument/didChange", params)
        self.notify("textDocument/didSave", {"textDocument": document})
        # The server waits for the last of several messages, and then publishes once.
        while True:
            message: dict[str, Any] = self.rpc.receive_data()
            if message.get("method") == "textDocument/publishDiagnostics":
                found: list[dict[str, Any]] = message["params"]["diagnostics"]
                return found


def test_pylsp_publishes_findings_of_what_is_saved(tmp_path: Path) -> None:
    with process(tmp_path, "-m", "pylsp") as rpc:
        client = Pylsp(rpc, tmp_path)
        first = client.saved(WRONG)
        second = client.saved(RIGHT)
        third = client.saved(OTHER)
    assert [one["code"] for one in first] == ["E7102", "E0602"]
    assert {one["source"] for one in first} == {"pylint"}
    assert first[0]["message"].startswith("[keras-unknown-argument] ")
    start = first[0]["range"]["start"]
    line = WRONG.splitlines()[2].encode()
    assert start["line"] == 2
    assert line[start["character"] :].startswith(b"layers.Dense(")
    assert (second, [one["code"] for one in third]) == ([], ["E7103"])
