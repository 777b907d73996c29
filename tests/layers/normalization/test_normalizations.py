"""The normalizations against Keras."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.normalization.batch_normalization import BatchNormalization
from keras_lint.shapes import InvalidShape, Shape, TensorSpec
from tests.layers.differential import Draw, differential

sizes = st.one_of(st.sampled_from([1, 2, 3, 4, 6, 8]), st.integers(1, 12), st.none())
shapes = st.lists(sizes, max_size=3).map(lambda rest: (None, *rest))
switches = st.sampled_from([True, False, 0, 1, None])
one_axis = st.one_of(
    st.just(-1),
    st.integers(-4, 4),
    st.sampled_from([None, "1", "a", 1.0, np.int64(-1), [1], (1, 2), True]),
)
several_axes = st.one_of(
    st.just(-1),
    st.integers(-4, 4),
    st.lists(st.integers(1, 3), max_size=3),
    st.lists(st.integers(-3, 3), max_size=3).map(tuple),
    st.sampled_from([None, "a", 1.0, np.int64(-1), [1.0], [np.int64(1)]]),
)
clippings = st.sampled_from(
    [None, {}, {"rmax": 3, "rmin": 1}, {"rmax": 1, "rmin": 3}, {"dmax": -1}, {"max": 1}]
)
ARGUMENTS = {
    "BatchNormalization": {
        "axis": one_axis,
        "center": switches,
        "scale": switches,
        "renorm": switches,
        "renorm_clipping": clippings,
        "momentum": st.sampled_from([0.9, 1, None]),
        "trainable": st.booleans(),
    },
    "LayerNormalization": {
        "axis": several_axes,
        "center": switches,
        "scale": switches,
        "rms_scaling": switches,
    },
    "GroupNormalization": {
        "groups": st.one_of(
            st.sampled_from([1, 1, -1, -1, 2, 3, 4, 32]),
            st.sampled_from([1, -1, 0, -2, None, 2.0, "2", np.int64(2), True]),
        ),
        "axis": st.one_of(
            st.sampled_from([-1, -1, 1, None, "a", np.int64(1), [1]]),
            st.integers(-4, 4),
            st.just(-1),
        ),
        "center": switches,
        "scale": switches,
    },
    "RMSNormalization": {"axis": several_axes},
    "UnitNormalization": {"axis": several_axes},
}


@st.composite
def draws(draw: st.DrawFn, name: str) -> Draw:
    arguments = ARGUMENTS[name]
    chosen = draw(st.sets(st.sampled_from(sorted(arguments)), max_size=len(arguments)))
    # The default of 32 groups fits few of these shapes.
    chosen |= {"groups"} & set(arguments)
    return Draw(
        keywords={key: draw(arguments[key]) for key in sorted(chosen)},
        inputs=draw(shapes),
        dtype=draw(st.sampled_from(["float32", "float16", "int32"])),
    )


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_normalization_gives_what_keras_gives(name: str) -> None:
    """The shape stays; weights and refusals follow the axes and the switches."""
    differential(name, draws(name))


@pytest.mark.parametrize("shape", [(None, 4), (None, 5, 3)])
def test_a_built_layer_insists_on_its_features(shape: tuple[int | None, ...]) -> None:
    """Neither another size of the axis nor another rank passes the second time."""
    layer, _ = bind(BatchNormalization, [], {})
    built = CallArguments((TensorSpec(Shape.of(None, 3)),))

    with pytest.raises(InvalidShape):
        layer.check_rebuild(built, CallArguments((TensorSpec(Shape.of(*shape)),)))


def test_keras_2_normalizes_over_several_axes() -> None:
    """A list of axes for ``BatchNormalization`` is refused by Keras 3 alone."""
    _, refusals = bind(BatchNormalization, [], {"axis": [1, 2]})

    assert [refusal.keras for refusal in refusals] == [(3,)]
