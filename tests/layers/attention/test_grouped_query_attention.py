"""``GroupQueryAttention`` against Keras."""

from __future__ import annotations

from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.attention.grouped_query_attention import GroupedQueryAttention
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import Shape, TensorSpec
from tests.layers.attention.headed_draws import common_keywords, headed_inputs, heads
from tests.layers.differential import Draw, differential


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    groups = draw(heads)
    times = draw(st.integers(1, 3))
    whole = isinstance(groups, int)
    keywords = {
        "head_dim": draw(heads),
        "num_query_heads": groups * times if whole else draw(heads),
        "num_key_value_heads": groups,
        **draw(common_keywords()),
    }
    if draw(st.sampled_from([False] * 9 + [True])):
        keywords["num_query_heads"] = draw(st.integers(0, 5))
    query, call = draw(headed_inputs(same_width=True))
    return Draw(keywords, query, call_keywords=call)


def test_grouped_query_attention_gives_what_keras_gives() -> None:
    """Heads that are shared, gates and scores; widths and keys that do not fit."""
    differential("GroupQueryAttention", draws())


def test_the_public_name_and_the_name_of_the_class_are_one_layer() -> None:
    """Keras exports the class ``GroupedQueryAttention`` as ``GroupQueryAttention``."""
    for name in ("GroupQueryAttention", "GroupedQueryAttention"):
        assert find_layer(f"keras.layers.{name}") is GroupedQueryAttention


def test_an_unknown_value_keeps_the_shape_of_the_query() -> None:
    """The output has the shape of the query, whatever it attends to."""
    layer, _ = bind(GroupedQueryAttention, [4, 6, 3], {})
    query, value = TensorSpec(Shape.of(None, 5, 8)), TensorSpec(Shape.unknown("why"))

    assert layer.call(CallArguments((query, value))).shape == Shape.of(None, 5, 8)
