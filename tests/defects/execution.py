"""Runs one defect program with real Keras, inside this process."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from tests.defects.cases import Program


def execute(program: Program, workplace: Path) -> Exception | None:
    """Run a program in a folder of its own, with its data files; give what it raises.

    Twins train eagerly, which takes half the time; defects as users have them.
    """
    import keras
    import tensorflow as tf

    keras.backend.clear_session()
    keras.utils.set_random_seed(0)
    tf.config.run_functions_eagerly(not program.wrong)
    _lay_out(program.folder, workplace)
    names: dict[str, Any] = {"__name__": "__main__", "__file__": str(program.main)}
    text = program.main.read_text("utf-8")
    code = compile(text, str(program.main), "exec", dont_inherit=True)
    try:
        with _small_data(), _inside(program.folder, workplace), _quiet():
            exec(code, names)
    except Exception as error:
        return error.with_traceback(None)
    finally:
        tf.config.run_functions_eagerly(False)
        names.clear()
        gc.collect()
    return None


@contextlib.contextmanager
def _small_data() -> Iterator[None]:
    """Put small data in place of downloads while a program runs."""
    from tests.annotated import fake_data
    from tests.defects import fake_downloads

    fake_downloads.hide_plots()
    with contextlib.ExitStack() as stack:
        for owner, name, stand_in in (*fake_data.stand_ins(), *fake_downloads.stand_ins()):
            stack.enter_context(mock.patch.object(owner, name, stand_in))
        yield


def _lay_out(folder: Path, workplace: Path) -> None:
    """Copy the data files of a case, and make the images that its ``images.json`` lists."""
    from tests.defects import fake_downloads

    for path in folder.iterdir():
        if path.name == "images.json":
            fake_downloads.make_images(path, workplace)
        elif path.is_file() and path.suffix != ".py":
            shutil.copy(path, workplace)


@contextlib.contextmanager
def _inside(folder: Path, workplace: Path) -> Iterator[None]:
    """Work in the workplace, with the folder first on the module search path."""
    cwd, arguments, modules = Path.cwd(), sys.argv, set(sys.modules)
    os.chdir(workplace)
    sys.argv = ["program.py"]
    sys.path.insert(0, str(folder))
    sys.dont_write_bytecode, written = True, sys.dont_write_bytecode
    try:
        yield
    finally:
        sys.dont_write_bytecode = written
        sys.path.remove(str(folder))
        sys.argv = arguments
        os.chdir(cwd)
        for name in set(sys.modules) - modules:
            if str(folder) in str(getattr(sys.modules[name], "__file__", None)):
                del sys.modules[name]
        sys.path_importer_cache.pop(str(folder), None)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        warnings.simplefilter("ignore")
        yield
