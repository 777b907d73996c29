"""One worker with real Keras for all tests, and a stand-in for what real Keras never does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from keras_lint import engine
from keras_lint.settings import Settings
from keras_lint.verification import Session

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
engine.FAIL_LOUDLY = True

STAND_IN = """
import os, socket, sys, time
__version__ = "3.99.0"

class backend:
    backend = staticmethod(lambda: "none")
    clear_session = staticmethod(lambda: None)

class StatelessScope:
    def __init__(self, initialize_variables=True): pass
    def __enter__(self): return self
    def __exit__(self, *_): pass

class Tensor:
    def __init__(self, shape): self.shape = shape

def Input(shape, batch_size=None, dtype=None, name=None):
    return Tensor((batch_size, *shape))

class Layer:
    weights = trainable_weights = ()
    name = "layer"
    def __init__(self, *_, **__): pass
    def __call__(self, x): return x

class Dense(Layer):
    def __init__(self, units):
        self.units = units
        if units == 13:
            time.sleep(600)
        elif units == 14:
            os.kill(os.getpid(), 9)
        elif units == 15:
            print("printed by a library")
            os.write(1, b"written by a library")
        elif units == 16:
            socket.create_connection(("127.0.0.1", 9))
        elif units == 17:
            open(os.path.expanduser("~/.keras-lint-test"), "w")
        elif units == 18:
            self.held = bytearray(400_000_000)
            time.sleep(600)
        elif units == 19:
            os.system("true")
        elif units == 20:
            sys.exit(3)
        elif units == 21:
            open("scratch.txt", "w").close()
    def __call__(self, x): return Tensor((*x.shape[:-1], self.units))

class layers:
    Dense = Dense

class Sequential:
    weights = trainable_weights = ()
    def __init__(self, layers): self.outputs = []
"""


@pytest.fixture(scope="session")
def session() -> Iterator[Session]:
    """Give the worker that all tests share."""
    with Session(Settings(version="3", verify_seconds=100)) as made:
        yield made


@pytest.fixture
def stand_in(tmp_path: Path) -> Iterator[Session]:
    """Give a worker whose Keras hangs, dies, prints and connects when it is told to."""
    (tmp_path / "keras.py").write_text(STAND_IN)
    python = tmp_path / "python"
    python.write_text(
        f"#!{sys.executable}\n"
        "import runpy, sys\n"
        f"sys.path.insert(0, {str(tmp_path)!r})\n"
        "sys.argv = sys.argv[-3:]\n"
        "runpy.run_path(sys.argv[0], run_name='__main__')\n"
    )
    python.chmod(0o755)
    settings = Settings(version="3", python=str(python), verify_seconds=2, verify_memory=300)
    with Session(settings) as made:
        yield made
