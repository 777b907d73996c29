"""The layers on numbers and categories against Keras."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.binding import bind
from keras_lint.layers.preprocessing.encoding import Discretization
from keras_lint.shapes import Shape, TensorSpec
from tests.layers.differential import Draw, differential

sizes = st.one_of(st.none(), st.integers(1, 4), st.just(1))
shapes = st.one_of(
    st.lists(sizes, max_size=3).map(lambda rest: (None, *rest)),
    st.lists(sizes, max_size=2).map(tuple),
)
modes = st.sampled_from(
    ["int", "one_hot", "multi_hot", "count", "one_hot", "multi_hot", "binary", "One_Hot", None]
)
counts = st.one_of(
    st.integers(1, 9), st.sampled_from([1, 0, -1, None, 2.0, 0.5, "a", np.int64(3), True])
)
dtypes = st.sampled_from([None, None, "int64", "int32", "float16", "float32"])
ARGUMENTS = {
    "CategoryEncoding": {"num_tokens": counts, "output_mode": modes, "dtype": st.just("float16")},
    "Discretization": {
        "bin_boundaries": st.sampled_from([None, [0.0, 1.0], [], (1, 2, 3)]),
        "num_bins": counts,
        "output_mode": modes,
        "sparse": st.booleans(),
        "dtype": st.sampled_from([None, "float16"]),
        "trainable": st.just(True),
    },
    "Hashing": {
        "num_bins": counts,
        "output_mode": modes,
        "sparse": st.booleans(),
        "salt": st.sampled_from([None, 3, [1, 2], (1,), "a", 1.5, np.int64(3)]),
        "mask_value": st.sampled_from([None, "", 0]),
        "dtype": dtypes,
    },
    "HashedCrossing": {
        "no_such_keyword": st.just(3),
        "num_bins": counts,
        "output_mode": modes,
        "sparse": st.booleans(),
        "dtype": dtypes,
    },
}
REQUIRED = {"CategoryEncoding": "num_tokens", "Hashing": "num_bins", "HashedCrossing": "num_bins"}


@st.composite
def draws(draw: st.DrawFn, name: str) -> Draw:
    arguments = ARGUMENTS[name]
    chosen = draw(st.sets(st.sampled_from(sorted(arguments)), max_size=3))
    inputs: object = draw(shapes)
    if name == "HashedCrossing" and draw(st.integers(0, 9)):
        other = draw(st.sampled_from([inputs, inputs, inputs, draw(shapes)]))
        inputs = draw(st.sampled_from([[inputs, other], (inputs, other), [inputs, other, other]]))
    if name in REQUIRED:
        chosen.add(REQUIRED[name])
    else:
        chosen.add(draw(st.sampled_from(["bin_boundaries", "num_bins"])))
    return Draw(
        keywords={key: draw(arguments[key]) for key in sorted(chosen)},
        inputs=inputs,
        dtype=draw(st.sampled_from(["int64", "float32", "string"])),
    )


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_encoding_gives_what_keras_gives(name: str) -> None:
    """Ids keep the shape, vectors get one more axis or take the place of one."""
    differential(name, draws(name))


@pytest.mark.parametrize(("size", "refused"), [(1, False), (3, True), (None, False)])
def test_boundaries_in_an_array(size: int | None, refused: bool) -> None:
    """Keras 3 asks for the truth of ``bin_boundaries``, which a longer array does not have."""
    boundaries = TensorSpec(Shape.of(size))

    _, refusals = bind(Discretization, [boundaries], {}, keras=3)

    assert bool(refusals) is refused


normalized = st.sampled_from([None, 0.0, 1, [0.0, 1.0], [[1.0, 2.0]], [0.0, 1.0, 2.0], (1.0,)])


@st.composite
def normalization_draws(draw: st.DrawFn) -> Draw:
    axes = st.one_of(
        st.just(-1),
        st.integers(-3, 3),
        st.lists(st.integers(-3, 3), max_size=2),
        st.sampled_from([None, "a", 1.0, np.int64(1), (1, 2), (-1, 1)]),
    )
    mean = draw(normalized)
    return Draw(
        keywords={
            "axis": draw(axes),
            "mean": mean,
            "variance": draw(st.one_of(st.just(mean), normalized)),
            "invert": draw(st.booleans()),
        },
        inputs=draw(shapes),
        dtype=draw(st.sampled_from(["float32", "int32"])),
    )


@st.composite
def rescaling_draws(draw: st.DrawFn) -> Draw:
    return Draw(
        keywords={
            "scale": draw(st.sampled_from([1 / 255, 2, [1.0, 2.0]])),
            "offset": draw(st.sampled_from([0.0, -1, [1.0, 2.0]])),
            "dtype": draw(st.sampled_from([None, "float16"])),
        },
        inputs=draw(shapes),
        dtype=draw(st.sampled_from(["float32", "uint8"])),
    )


def test_normalization_gives_what_keras_gives() -> None:
    """Mean, variance and a count are weights unless they are given."""
    differential("Normalization", normalization_draws())


def test_rescaling_gives_what_keras_gives() -> None:
    """The shape stays."""
    differential("Rescaling", rescaling_draws(), refused=0)
