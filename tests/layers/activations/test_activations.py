"""The activation layers against Keras."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st
from keras.src.activations import ALL_OBJECTS_DICT

from keras_lint.layers.activations.names import ACTIVATION_NAMES
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from tests.layers.differential import Draw, differential

sizes = st.one_of(st.integers(1, 5), st.integers(1, 5), st.none())
shapes = st.lists(sizes, max_size=3).map(lambda rest: (None, *rest))
dtypes = st.sampled_from(["float32", "float16", "int32"])
numbers = st.sampled_from(
    [None, 0, 0.0, 0.3, 1, 6.0, True, -0.1, -1, "a", np.int64(2), np.int64(-2)]
)
axes = st.one_of(
    st.integers(-5, 5),
    st.lists(st.integers(-4, 4), max_size=3),
    st.lists(st.integers(1, 3), max_size=3).map(tuple),
    st.sampled_from([None, "a", 1.0, np.int64(1), [1, None]]),
)
ARGUMENTS = {
    "ReLU": {"max_value": numbers, "negative_slope": numbers, "threshold": numbers},
    "LeakyReLU": {"negative_slope": numbers, "alpha": numbers},
    "ELU": {"alpha": numbers},
    "Softmax": {"axis": axes},
    "PReLU": {"shared_axes": axes},
    "Activation": {
        "activation": st.sampled_from(
            ["relu", "tanh", "Softmax", "no_such", "relu6", None, 3, [1], abs, np.tanh, "gelu"]
        )
    },
}


@st.composite
def draws(draw: st.DrawFn, name: str) -> Draw:
    chosen = draw(st.sets(st.sampled_from(sorted(ARGUMENTS[name])), max_size=2))
    if name == "Activation":
        chosen = {"activation"}
    return Draw(
        keywords={key: draw(ARGUMENTS[name][key]) for key in sorted(chosen)},
        inputs=draw(shapes),
        dtype=draw(dtypes),
    )


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_activation_gives_what_keras_gives(name: str) -> None:
    """Shape, slopes and refused arguments; ``ELU`` and ``Softmax`` of Keras 3 refuse nothing."""
    differential(name, draws(name), refused=0 if name in ("ELU", "Softmax") else 30)


def test_the_names_are_those_of_keras() -> None:
    """What ``keras.activations.get`` takes as a string."""
    assert set(ALL_OBJECTS_DICT) == ACTIVATION_NAMES


def test_thresholded_relu_is_of_keras_2() -> None:
    """It has no place in Keras 3."""
    schema = find_layer("keras.layers.ThresholdedReLU")
    assert schema is not None

    _, refusals = bind(schema, [], {"theta": -1})

    assert schema.in_keras == (2,)
    assert [refusal.keras for refusal in refusals] == [(2,)]
