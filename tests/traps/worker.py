"""Executes the traps with real Keras, all in one process of its own.

``python -m tests.traps.worker PATH...`` prints one JSON object: for each trap what it raised
(None where it ran to its end) and the seconds that it took.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.traps.programs_list import slug


def run(path: Path) -> str | None:
    """Execute one trap in a name space of its own, and give the text of what it raised."""
    import keras

    keras.backend.clear_session()
    keras.utils.set_random_seed(0)
    before = set(sys.modules)
    names: dict[str, Any] = {"__name__": "__main__", "__file__": str(path)}
    with _in_front(path.parent), _defaults():
        try:
            with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
                warnings.simplefilter("ignore")
                exec(compile(path.read_text("utf-8"), str(path), "exec"), names)
        except Exception:
            return traceback.format_exc()[-3000:]
        finally:
            for name in set(sys.modules) - before:
                if str(path.parent) in str(getattr(sys.modules[name], "__file__", "")):
                    del sys.modules[name]
            names.clear()
            gc.collect()
    return None


@contextlib.contextmanager
def _in_front(folder: Path) -> Iterator[None]:
    """Work in an empty folder, with the folder of the trap in front of the search path."""
    saved, arguments = Path.cwd(), sys.argv
    sys.argv = ["main.py"]
    sys.path.insert(0, str(folder))
    with tempfile.TemporaryDirectory() as empty:
        os.chdir(empty)
        try:
            yield
        finally:
            os.chdir(saved)
            sys.path.remove(str(folder))
            sys.argv = arguments


@contextlib.contextmanager
def _defaults() -> Iterator[None]:
    """Undo what a trap changes for the whole of Keras."""
    import keras

    try:
        yield
    finally:
        keras.config.set_image_data_format("channels_last")
        keras.config.set_floatx("float32")
        keras.config.set_dtype_policy("float32")


def main() -> None:
    """Answer for every trap named on the command line."""
    import keras
    import tensorflow as tf

    from tests.annotated import fake_data

    tf.config.run_functions_eagerly(True)  # compiling takes longer than running so little

    fake_data.install()
    keras.config.disable_interactive_logging()
    answers = {}
    for argument in sys.argv[1:]:
        started = time.perf_counter()
        error = run(Path(argument))
        answers[slug(Path(argument))] = [error, round(time.perf_counter() - started, 2)]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
