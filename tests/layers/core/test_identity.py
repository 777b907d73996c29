"""``Identity``, ``Masking`` and ``Lambda`` against Keras."""

from __future__ import annotations

from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.core.lambda_layer import Lambda
from keras_lint.shapes import Shape, TensorSpec
from tests.layers.differential import Draw, differential

sizes = st.one_of(st.none(), st.integers(0, 6))
shapes = st.lists(sizes, max_size=3).map(lambda rest: (None, *rest))
dtypes = st.sampled_from(["float32", "float16", "float64", "int32", "bool", "string"])


@st.composite
def identity_draws(draw: st.DrawFn) -> Draw:
    inputs = draw(st.one_of(shapes, st.lists(shapes, min_size=2, max_size=3)))
    return Draw(
        keywords={"dtype": draw(st.sampled_from([None, "float16", "float64", "mixed_float16"]))},
        inputs=draw(st.one_of(st.just(inputs), st.dictionaries(st.text("ab"), shapes, min_size=1))),
        dtype=draw(dtypes),
    )


@st.composite
def masking_draws(draw: st.DrawFn) -> Draw:
    return Draw(
        keywords={"mask_value": draw(st.sampled_from([0.0, -1, 3]))},
        inputs=draw(shapes),
        dtype=draw(dtypes),
    )


@st.composite
def lambda_draws(draw: st.DrawFn) -> Draw:
    shape = st.lists(sizes, max_size=3)
    declared = st.one_of(
        shape.map(tuple),
        shape,
        st.lists(shape.map(tuple), min_size=1, max_size=2),
        st.tuples(shape.map(tuple), shape.map(tuple)),
        st.dictionaries(st.sampled_from("ab"), shape.map(tuple), min_size=1),
        st.integers(1, 4),
    )
    return Draw(
        keywords={
            "function": draw(st.sampled_from([abs, abs, abs, abs, None, "relu", 3])),
            "output_shape": draw(declared),
        },
        inputs=draw(shapes),
        dtype=draw(dtypes),
    )


def test_identity_gives_what_keras_gives() -> None:
    """Nested inputs stay nested; floats are cast, integers are not."""
    differential("Identity", identity_draws(), refused=0)


def test_masking_gives_what_keras_gives() -> None:
    """The shape stays, whatever it is."""
    differential("Masking", masking_draws(), refused=0)


def test_lambda_with_a_declared_shape() -> None:
    """Keras puts the batch axis before each tuple and refuses lists of sizes."""
    differential("Lambda", lambda_draws())


def test_lambda_without_a_shape_is_unknown() -> None:
    """What the function computes is for the interpreter to find out."""
    output = Lambda(function=abs).call(CallArguments((TensorSpec(Shape.of(None, 3)),)))

    assert isinstance(output, TensorSpec)
    assert output.shape.why == "what the Lambda computes is unknown"
