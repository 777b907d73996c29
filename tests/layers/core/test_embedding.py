"""``Embedding`` and ``ReversibleEmbedding`` against Keras."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.binding import bind
from keras_lint.layers.core.embedding import Embedding
from keras_lint.shapes import Shape, TensorSpec
from tests.layers.differential import Draw, differential

sizes = st.one_of(st.none(), st.integers(1, 6))
dims = st.one_of(
    st.integers(1, 9),
    st.integers(1, 9),
    st.sampled_from([0, -1, 2.0, None, "4", True, np.int64(3)]),
)


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    keywords = {
        "input_dim": draw(dims),
        "output_dim": draw(dims),
        "mask_zero": draw(st.booleans()),
        "lora_rank": draw(st.sampled_from([None, None, 2, 0, -1, 1.5])),
        "embeddings_constraint": draw(st.sampled_from([None, None, "non_neg"])),
    }
    if draw(st.booleans()):
        keywords["input_length"] = draw(st.sampled_from([None, 5, (5, 6)]))
    return Draw(
        keywords=keywords,
        inputs=tuple(draw(st.lists(sizes, max_size=4))),
        dtype=draw(st.sampled_from(["int32", "int64", "float32", "bool", "string", "uint8"])),
    )


@st.composite
def reversible_draws(draw: st.DrawFn) -> Draw:
    call_keywords = {}
    if draw(st.booleans()):
        call_keywords["reverse"] = draw(st.booleans())
    return Draw(
        keywords={
            "input_dim": draw(dims),
            "output_dim": draw(dims),
            "tie_weights": draw(st.booleans()),
            "lora_rank": draw(st.sampled_from([None, None, 2])),
            "weights": draw(st.sampled_from([None, None, None, [[1.0]]])),
        },
        inputs=tuple(draw(st.lists(sizes, max_size=4))),
        dtype=draw(st.sampled_from(["int32", "float32"])),
        call_keywords=call_keywords,
    )


def test_embedding_gives_what_keras_gives() -> None:
    """One more axis, for ids of any rank and dtype."""
    differential("Embedding", draws())


def test_reversible_embedding_gives_what_keras_gives() -> None:
    """In reverse the last axis is replaced."""
    differential("ReversibleEmbedding", reversible_draws())


@pytest.mark.parametrize(("columns", "refused"), [(50, False), (100, True)])
def test_values_have_the_shape_of_the_table(columns: int, refused: bool) -> None:
    """Keras sets the given weights at once, and refuses others than (1000, 50)."""
    values = TensorSpec(Shape((1000, columns)))

    _, refusals = bind(Embedding, [1000, 50], {"weights": [values]})

    assert bool(refusals) is refused
