"""Where Keras 1 and Keras 2 read one call differently, nothing is said, unless it is decided."""

from __future__ import annotations

import pytest

from keras_lint import engine
from keras_lint.settings import Settings
from keras_lint.shapes import flatten_structure
from keras_lint.source import SourceText

KERAS, TENSORFLOW = "from keras import layers", "from tensorflow.keras import layers"
IMAGE, STEPS = "layers.Input((9, 9, 2))", "layers.Input((5, 4))"


def answer(imports: str, call: str, version: str) -> tuple[str, str]:
    text = SourceText("example.py", f"{imports}\ny = {call}\n")
    report = engine.analyze(text, Settings(version=version))
    (made,) = report.model.layer_calls
    shape = flatten_structure(made.output)[0].shape
    known = "unknown" if "Unknown" in repr(made.params) else str(made.params)
    return str(shape), known


def test_a_kernel_that_may_be_a_kernel_size_and_strides() -> None:
    """Keras 1, and Keras 2 before ``tf.keras``, read ``Conv2D(4, 3, 2)`` as a kernel of 3 x 2."""
    call = f"layers.Conv2D(4, 3, 2)({IMAGE})"

    assert answer(KERAS, call, "2") == ("(None, ?, ?, 4)", "unknown")
    assert answer(KERAS, call, "3") == answer(TENSORFLOW, call, "2") == ("(None, 4, 4, 4)", "76")


def test_a_kernel_that_can_be_nothing_else() -> None:
    volume = "layers.Conv3D(4, 3, 3, 2)(layers.Input((9, 9, 9, 1)))"

    assert answer(KERAS, f"layers.Conv2D(4, 3, 2, bias=False)({IMAGE})", "2")[1] == "48"
    assert answer(KERAS, volume, "2") == ("(None, 7, 7, 8, 4)", "76")
    assert answer(KERAS, f"layers.Conv2D(4, 1, 1)({IMAGE})", "2") == ("(None, 9, 9, 4)", "12")


@pytest.mark.parametrize(
    ("imports", "call", "version", "params"),
    [
        (KERAS, "layers.GRU(3)", "2", "unknown"),
        (KERAS, "layers.GRU(3)", "3", "81"),
        (TENSORFLOW, "layers.GRU(3)", "2", "81"),
        (KERAS, "layers.GRU(output_dim=3)", "2", "72"),
        (KERAS, "layers.GRU(3, inner_init='zero')", "2", "72"),
        (KERAS, "layers.GRU(3, reset_after=True)", "2", "81"),
    ],
)
def test_the_biases_of_a_gru(imports: str, call: str, version: str, params: str) -> None:
    """Keras 1, and Keras 2 before ``tf.keras``, have one bias for each gate."""
    assert answer(imports, f"{call}({STEPS})", version) == ("(None, 3)", params)


def test_the_length_of_an_embedding() -> None:
    call = "layers.Embedding(9, 4, input_length=6)(layers.Input((None,)))"

    assert answer(KERAS, call, "2")[0] == "(None, 6, 4)"
    assert answer(TENSORFLOW, call, "2")[0] == "(None, None, 4)"
