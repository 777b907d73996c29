"""What programs feed to ``model.fit``: as the analyzer sees it, and as it is when they run."""

from __future__ import annotations

import textwrap
from typing import Any

from keras_lint.shapes import TensorSpec, Unknown, is_known
from tests.interpreter.programs import run

IMPORTS = "import keras\nimport numpy as np\nimport pandas as pd\nimport tensorflow as tf\n"
MODEL = "model = keras.Sequential([keras.layers.Flatten()])\n"


class Recorder:
    """A model that notes the shapes it is fed with."""

    def __init__(self) -> None:
        self.shapes: list[Any] = []

    def fit(self, x: Any, y: Any = None, **arguments: Any) -> None:
        """Note x, and y where it is given; of a dataset, those of its first batch."""
        if y is None and hasattr(x, "element_spec"):
            x = next(iter(x))
        elif y is None and hasattr(x, "image_shape"):
            x = x[0]
        parts = x if isinstance(x, tuple) else (x, y)
        self.shapes += [_shape(part) for part in parts if part is not None]


def _shape(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _shape(item) for key, item in part.items()}
    return tuple(part.shape)


def seen(program: str) -> list[str]:
    """Give the shapes of all x and y, in order, as the analyzer writes them."""
    calls = run(IMPORTS + MODEL + textwrap.dedent(program)).model.data_calls
    return [_text(part) for call in calls for part in (call.x, call.y) if part is not None]


def _text(part: Any) -> str:
    if isinstance(part, dict):
        return "{" + ", ".join(f"{key}: {_text(item)}" for key, item in part.items()) + "}"
    return str(part.shape) if isinstance(part, TensorSpec) else "?"


def executed(program: str) -> list[Any]:
    """Run a program and give the shapes of what it feeds."""
    model = Recorder()
    exec(IMPORTS + textwrap.dedent(program), {"model": model, "__name__": "program"})
    return model.shapes


def check(program: str, *expected: str) -> None:
    """Hold the analyzer to the expected shapes, and these to what really happens."""
    assert seen(program) == list(expected)
    calls = run(IMPORTS + MODEL + textwrap.dedent(program)).model.data_calls
    specs = [part for call in calls for part in (call.x, call.y) if part is not None]
    real = executed(program)
    assert len(real) == len(specs)
    for spec, shape in zip(specs, real, strict=True):
        assert _agrees(spec, shape), f"{_text(spec)} is really {shape}"


def _agrees(spec: Any, shape: Any) -> bool:
    if isinstance(spec, dict):
        return all(_agrees(spec[key], shape[key]) for key in spec)
    if isinstance(spec, Unknown) or spec.shape.dims is None:
        return True
    if len(spec.shape) != len(shape):
        return False
    return all(not is_known(dim) or dim == n for dim, n in zip(spec.shape, shape, strict=True))
