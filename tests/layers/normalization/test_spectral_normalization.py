"""``SpectralNormalization`` against Keras."""

from hypothesis import strategies as st

from tests.layers.differential import Draw, Nested, differential


def _draws():
    dense = st.builds(
        lambda units, bias, k, power: Draw(
            {
                "layer": Nested("Dense", {"units": units, "use_bias": bias}),
                "power_iterations": power,
            },
            (None, 4, k),
        ),
        st.integers(1, 9),
        st.booleans(),
        st.integers(1, 6),
        st.sampled_from([1, 2, 3, 0, -1]),
    )
    convolution = st.builds(
        lambda filters, size, k: Draw(
            {"layer": Nested("Conv2D", {"filters": filters, "kernel_size": size})},
            (None, 8, 7, k),
        ),
        st.integers(1, 5),
        st.integers(1, 3),
        st.integers(1, 4),
    )
    return st.one_of(dense, convolution)


# The wrapped layer's shape, its variables, and one vector more.
def test_shapes_and_weights_are_those_of_keras():
    differential("SpectralNormalization", _draws())
