"""Layers that take one tensor, given a list or a tuple: Keras refuses each that is listed."""

from __future__ import annotations

from typing import Any

import keras
import pytest
import tf_keras

from keras_lint.interpreter.input_structures import _REFUSE_ONE, _REFUSE_SEVERAL

ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "Dense": (2,), "EinsumDense": ("ab,bc->ac", 4), "Reshape": ((-1,),), "Permute": ((1,),),
    "RepeatVector": (2,), "Embedding": (9, 2), "LSTM": (2,), "GRU": (2,), "SimpleRNN": (2,),
    "DepthwiseConv2D": (1,), "AveragePooling2D": (2,), "ConvLSTM2D": (2, 1),
    **{
        name: (2, 1)
        for name in _REFUSE_SEVERAL
        if name.startswith(("Conv", "SeparableConv"))
    },
}  # fmt: skip
STEPS = ("LSTM", "GRU", "SimpleRNN", "Bidirectional", "TimeDistributed")


def made(framework: Any, name: str) -> Any:
    """Make a layer of one version of Keras."""
    layers = framework.layers
    inside = {"Bidirectional": layers.LSTM, "TimeDistributed": layers.Dense}
    arguments = (inside[name](2),) if name in inside else ARGUMENTS.get(name, ())
    return getattr(layers, name)(*arguments)


def tensor(framework: Any, name: str) -> Any:
    """Make an input that the layer takes."""
    rank = 5 if name == "ConvLSTM2D" else 3 if name in STEPS else 2
    for ending, axes in (("1D", 3), ("1DTranspose", 3), ("2D", 4), ("2DTranspose", 4), ("3D", 5)):
        if name.endswith(ending) and name != "ConvLSTM2D":
            rank = axes
    return framework.Input((4,) * (rank - 1))


@pytest.mark.parametrize("sequence", [list, tuple])
@pytest.mark.parametrize(
    ("framework", "name", "count"),
    [
        *((keras, name, 1) for name in sorted(_REFUSE_ONE)),
        *((keras, name, 2) for name in sorted(_REFUSE_SEVERAL)),
        *((tf_keras, name, 2) for name in sorted(_REFUSE_SEVERAL)),
    ],
)
def test_keras_refuses_it(framework: Any, name: str, count: int, sequence: Any) -> None:
    """The same layer takes one tensor by itself."""
    layer = made(framework, name)
    tensors = sequence([tensor(framework, name) for _ in range(count)])
    made(framework, name)(tensors[0])

    with pytest.raises((ValueError, TypeError, AttributeError, IndexError)):
        layer(tensors)
