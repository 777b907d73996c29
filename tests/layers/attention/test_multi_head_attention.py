"""``MultiHeadAttention`` against Keras."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.attention.multi_head_attention import MultiHeadAttention
from keras_lint.layers.binding import bind
from keras_lint.shapes import InvalidArgument, InvalidShape, Shape, TensorSpec, Unknown
from tests.layers.attention.headed_draws import common_keywords, headed_inputs, heads
from tests.layers.differential import Draw, Tensor, compare, differential
from tests.layers.draws import rarely

axes = rarely(
    st.sampled_from([None, None, None, 1, (1,), -2, [1], ()]),
    st.one_of(st.integers(-9, 6), st.lists(st.integers(-3, 3), max_size=2), st.just("1")),
    once_in=4,
)
output_shapes = rarely(
    st.one_of(st.none(), st.integers(1, 6), st.lists(st.integers(1, 4), max_size=2)),
    st.sampled_from([0, -1, 2.0, "ab", (None, 3), (2.0,), (-1,), np.int64(3), (np.int64(3),)]),
    once_in=15,
)


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    keywords = {
        "num_heads": draw(heads),
        "key_dim": draw(heads),
        "value_dim": draw(st.one_of(st.none(), heads)),
        "output_shape": draw(output_shapes),
        "attention_axes": draw(axes),
        **draw(common_keywords()),
    }
    query, call = draw(headed_inputs(same_width=False))
    return Draw(keywords, query, call_keywords=call)


def test_multi_head_attention_gives_what_keras_gives() -> None:
    """Heads, widths, axes, gates and scores; keys that do not fit the values."""
    differential("MultiHeadAttention", draws())


def test_several_axes_are_attended_to() -> None:
    """An image attends to an image."""
    image = (None, 4, 5, 6)
    keywords = {"num_heads": 2, "key_dim": 3, "attention_axes": (1, 2)}
    draw = Draw(keywords, image, call_keywords={"value": Tensor(image)})

    assert compare("MultiHeadAttention", draw) == "accepted"


def spec(*sizes: int | None) -> TensorSpec:
    return TensorSpec(Shape.of(*sizes), "float32")


def attention(keras: int | None = 3, **keywords: object) -> MultiHeadAttention:
    layer, refusals = bind(MultiHeadAttention, [2, 3], keywords, keras=keras)
    assert refusals == []
    assert isinstance(layer, MultiHeadAttention)
    return layer


def test_one_input_is_too_few() -> None:
    """Self-attention names its tensor twice."""
    with pytest.raises(InvalidArgument) as refusal:
        attention().call(CallArguments((spec(None, 4, 6),)))

    assert (refusal.value.argument, refusal.value.kind) == ("value", "missing")


def test_a_list_is_one_input() -> None:
    """``layer([query, value])`` lacks the value."""
    with pytest.raises(InvalidArgument):
        attention().call(CallArguments(([spec(None, 4, 6)] * 2,)))


def test_query_value_and_key_come_by_position() -> None:
    """The key comes last and has a kernel of its own."""
    arguments = CallArguments((spec(None, 4, 6), spec(None, 5, 7), spec(None, 5, 8)))

    assert attention().call(arguments) == spec(None, 4, 6)
    kernels = [weight.dims for weight in attention(use_bias=False).call_weights(arguments)]
    assert kernels == [(6, 2, 3), (8, 2, 3), (7, 2, 3), (2, 3, 6)]


def test_a_dynamic_key_differs_from_a_known_value_in_keras_3_alone() -> None:
    """Keras 3 compares the shapes as tuples."""
    arguments = CallArguments((spec(None, 4, 6), spec(None, 5, 6), spec(None, None, 6)))

    with pytest.raises(InvalidShape) as refusal:
        attention().call(arguments)
    assert refusal.value.keras == (3,)


def test_an_unknown_key_fits() -> None:
    """What is not known is not refused."""
    key = TensorSpec(Shape((2, Unknown("why"), 6)), "float32")

    assert attention().call(CallArguments((spec(2, 4, 6), spec(2, 5, 6), key))) == spec(2, 4, 6)


def test_keras_2_gives_scores_over_the_values() -> None:
    """Keras 3 says that there are as many values as queries."""
    arguments = CallArguments(
        (spec(None, 4, 6), spec(None, 5, 6)), {"return_attention_scores": True}
    )

    assert attention(keras=2).call(arguments)[1].shape == Shape.of(None, 2, 4, 5)
    assert attention(keras=3).call(arguments)[1].shape == Shape.of(None, 2, 4, 4)
