"""Executes programs with real Keras, all in one process of its own, and prints what it did.

``python -m tests.annotated.worker PATH...`` prints one JSON object: the answer for each program.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import hashlib
import io
import json
import os
import sys
import traceback
import warnings
from pathlib import Path
from typing import Any

from tests.annotated.annotations import plain, program_name, read_annotations
from tests.annotated.tracing import Trace, tracing


def answer(path: Path) -> dict[str, Any]:
    """Run one program and give what Keras made of it."""
    import keras

    keras.backend.clear_session()
    keras.utils.set_random_seed(0)
    files = sources(path)
    before = set(sys.modules)
    names: dict[str, Any] = {"__name__": "__main__", "__file__": str(path)}
    error = None
    with tracing({str(file) for file in files}) as trace, _inside(path.parent):
        try:
            _execute(path, names)
        except Exception as raised:
            error = _place(raised, path)
        found = {
            "digest": digest(path),
            "layers": _layers(trace, path.parent),
            "outputs": _outputs(path, names),
            "error": error,
        }
    for name in set(sys.modules) - before:
        if str(path.parent) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]
    names.clear()
    gc.collect()
    return found


def sources(path: Path) -> list[Path]:
    """List the files of a program: itself, or its whole project."""
    return sorted(path.parent.rglob("*.py")) if "projects" in path.parts else [path]


def digest(path: Path) -> str:
    """Give a fingerprint of what is executed."""
    texts = (file.read_text("utf-8") for file in sources(path))
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def _execute(path: Path, names: dict[str, Any]) -> None:
    text = path.read_text("utf-8")
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        exec(compile(text, str(path), "exec"), names)
        exec(read_annotations(text).runs, names)


@contextlib.contextmanager
def _inside(folder: Path) -> Any:
    """Work where the program lies, with its folder in front of the module search path."""
    saved, arguments = Path.cwd(), sys.argv
    os.chdir(folder)
    sys.argv = ["program.py"]
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        sys.argv = arguments
        os.chdir(saved)


def _place(raised: Exception, path: Path) -> list[Any]:
    frames = traceback.extract_tb(raised.__traceback__)
    line = max((f.lineno or 0 for f in frames if f.filename == str(path)), default=0)
    return [line, type(raised).__name__, str(raised).split("\n", 1)[0][:200]]


def _layers(trace: Trace, folder: Path) -> list[list[Any]]:
    """Give file, line, class, output shapes and parameters of every layer that was applied."""
    return [
        [
            Path(made.file).relative_to(folder).as_posix(),
            made.line,
            type(made.layer).__name__,
            made.outputs(),
            made.layer.count_params() if made.layer.built else None,
        ]
        for made in trace.made.values()
        if made.outputs()
    ]


def _outputs(path: Path, names: dict[str, Any]) -> dict[str, Any]:
    """Give output shape and parameters of the models that annotated lines bind to names."""
    text = path.read_text("utf-8")
    expected = read_annotations(text)
    bound = {
        node.lineno: node.targets[0].id
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    found = {}
    for line in sorted({*expected.outputs, *expected.totals}):
        model = names.get(bound.get(line, ""))
        if model is not None and model.built:
            found[str(line)] = [plain(model.output_shape), model.count_params()]
    return found


def main() -> None:
    """Answer for every program named on the command line."""
    from tests.annotated import fake_data

    fake_data.install()
    answers = {}
    for argument in sys.argv[1:]:
        path = Path(argument)
        answers[program_name(path)] = answer(path)
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
