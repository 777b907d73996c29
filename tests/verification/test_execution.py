"""The user's program, run with training cut short, against the static answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from keras_lint.engine import analyze
from keras_lint.settings import Settings
from keras_lint.shapes import Shape, TensorSpec
from keras_lint.source import SourceText
from keras_lint.verification import Session
from keras_lint.verification.execution import execute
from keras_lint.verification.verdicts import Status
from tests.verification.programs import IMPORTS

PROGRAM = (
    IMPORTS
    + """
import urllib.request
print("the user's own words")
class Mine(layers.Layer):
    def __init__(self, n):
        super().__init__()
        self.inner = layers.Dense(n)
    def call(self, x):
        return self.inner(x) * 2
n = int(np.sqrt(16))
model = keras.Sequential([layers.Dense(8), Mine(n), layers.Lambda(lambda x: x[:, :2])])
model.compile("adam", "mse")
history = model.fit(np.zeros((50, 3)), np.zeros((50, 2)), epochs=10_000_000)
assert history.history["loss"] == [0.0]
assert model.predict(np.zeros((50, 3))).shape == (50, 2)
unknown = int.from_bytes(bytes([5]), "big")
late = keras.Sequential([keras.Input((3,)), layers.Dense(unknown)])
urllib.request.urlopen("http://localhost:9")
never = layers.Dense(3)(keras.Input((2,)))
"""
)


def test_the_real_layer_calls_are_compared_and_nothing_is_trained(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "program.py"
    path.write_text(PROGRAM)
    report = analyze(SourceText(str(path), PROGRAM), Settings(version="3"))
    seen = execute(report, session)
    assert seen.unavailable == ""
    found = {(one.span.line, one.class_name.rpartition(".")[2]): one for one in seen.layers}
    lines = PROGRAM.split("\n")
    model = next(i for i, line in enumerate(lines, 1) if line.startswith("model = "))
    assert found[model, "Dense"].status is Status.CONFIRMED
    assert found[model, "Dense"].keras == "(2, 8)"
    assert found[model, "Mine"].keras == "(2, 4)"
    assert found[model, "Lambda"].keras == "(2, 2)"
    late = next(i for i, line in enumerate(lines, 1) if line.startswith("late = "))
    assert found[late, "Dense"].status is Status.ANSWERED
    assert found[late, "Dense"].keras == "(None, 5)"
    never = next(i for i, line in enumerate(lines, 1) if line.startswith("never = "))
    assert found[never, "Dense"].status is Status.NOT_VERIFIED
    assert not seen.disagrees
    assert "denies the network" in seen.error
    assert seen.error_span is not None
    assert seen.error_span.line == next(i for i, line in enumerate(lines, 1) if "urlopen" in line)


# `None` is what data fill; a batch that the code fixes must be the one that is run.
def test_a_batch_that_is_known_is_compared(session: Session, tmp_path: Path) -> None:
    text = (
        IMPORTS
        + """fixed = keras.Sequential([keras.Input((3,), batch_size=4), layers.Dense(2)])
fixed.compile("adam", "mse")
fixed.fit(np.zeros((8, 3)), np.zeros((8, 2)), batch_size=4)
free = layers.Dense(5)(np.zeros((7, 3)))
"""
    )
    path = tmp_path / "program.py"
    path.write_text(text)
    report = analyze(SourceText(str(path), text), Settings(version="3"))
    seen = execute(report, session)
    assert seen.error == ""
    assert [(one.status, one.static) for one in seen.layers] == [
        (Status.CONFIRMED, "(4, 2)"),
        (Status.CONFIRMED, "(7, 5)"),
    ]
    calls = list(report.model.layer_calls)
    calls[1] = replace(calls[1], output=TensorSpec(Shape.of(9, 5), "float32"))
    planted = replace(report, model=replace(report.model, layer_calls=tuple(calls)))
    assert [one.status for one in execute(planted, session).layers] == [
        Status.CONFIRMED,
        Status.DISAGREEMENT,
    ]
