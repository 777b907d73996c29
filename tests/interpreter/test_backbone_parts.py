"""Models that take several outputs out of one pretrained model share its layers."""

from __future__ import annotations

import keras
import pytest

from tests.interpreter.programs import run

PROGRAM = """
base = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(96, 96, 3))
base.trainable = {trainable}
model = keras.Model(base.input, [base.get_layer(name).output for name in {names}])
"""
NAMES = (
    ("block_1_expand_relu",),
    ("block_1_expand_relu", "block_3_expand_relu"),
    ("block_1_expand_relu", "block_3_expand_relu", "out_relu"),
)


@pytest.mark.parametrize("names", NAMES, ids=len)
@pytest.mark.parametrize("trainable", [True, False])
def test_shared_layers_count_once(names: tuple[str, ...], trainable: bool) -> None:
    program = PROGRAM.format(names=names, trainable=trainable)
    known: dict[str, object] = {"keras": keras}
    exec(program, known)
    real = known["model"]
    assert isinstance(real, keras.Model)
    ours = run(program).model.models[-1]
    assert ours.params == real.count_params()
    assert ours.trainable_params == sum(
        int(weight.numpy().size) for weight in real.trainable_weights
    )
