"""``Dense`` against Keras."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from keras_lint.layers.arguments import NumpyInteger
from keras_lint.layers.binding import bind
from keras_lint.layers.core.dense import Dense
from tests.layers.differential import Draw, differential

sizes = st.one_of(st.none(), st.integers(1, 6))
units = st.one_of(
    st.integers(1, 8), st.sampled_from([0, -1, 2.0, None, "4", True, False, np.int64(3), (2,)])
)


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    return Draw(
        keywords={
            "units": draw(units),
            "use_bias": draw(st.sampled_from([True, False, 0, 1, None])),
        },
        inputs=(None, *draw(st.lists(sizes, max_size=3))),
    )


@st.composite
def further_draws(draw: st.DrawFn) -> Draw:
    names = ["relu", "Relu", "softmax", "leaky_relu", "LeakyReLU", "no_such", None, 3, "hard_silu"]
    return Draw(
        keywords={
            "units": draw(st.integers(1, 4)),
            "activation": draw(st.sampled_from(names)),
            "lora_rank": draw(st.sampled_from([None, 0, 1, 2, 7, -1, 1.5, "a", np.int64(2)])),
            "kernel_constraint": draw(st.sampled_from([None, None, "non_neg"])),
            "trainable": draw(st.booleans()),
            "dtype": draw(st.sampled_from([None, "float16", "mixed_float16", "mixed_bfloat16"])),
        },
        inputs=(None, *draw(st.lists(st.integers(1, 6), min_size=1, max_size=2))),
        dtype=draw(st.sampled_from(["float32", "int32"])),
    )


def test_dense_gives_what_keras_gives() -> None:
    """Shapes, weights and refusals for ranks from 1 to 4."""
    differential("Dense", draws())


def test_dense_with_activation_and_lora() -> None:
    """The kernel is frozen beside its two factors, and a constraint forbids them."""
    differential("Dense", further_draws())


def test_keras_2_takes_what_int_takes() -> None:
    """Only Keras 3 refuses a numpy integer, a float or a string for ``units``."""
    for given in (NumpyInteger(3), 2.0, "4"):
        _, refusals = bind(Dense, [given], {})

        assert [refusal.keras for refusal in refusals] == [(3,)]
