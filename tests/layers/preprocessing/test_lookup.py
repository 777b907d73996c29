"""The lookups and ``TextVectorization`` against Keras."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from keras_lint.layers.binding import bind
from keras_lint.layers.preprocessing.lookup import StringLookup
from keras_lint.shapes import Unknown
from tests.layers.differential import Draw, differential

sizes = st.one_of(st.none(), st.integers(1, 4), st.just(1))
shapes = st.lists(sizes, max_size=3).map(lambda rest: (None, *rest))
modes = st.sampled_from(
    ["int", "one_hot", "multi_hot", "count", "tf_idf", "binary", "tf-idf", "no_such", None]
)
limits = st.sampled_from([None, None, None, 2, 3, 10, 1, 0, "a", np.int64(9)])
weights = st.sampled_from([None, None, None, [1.0], [1.0, 2.0]])
words = st.one_of(
    st.sampled_from([None, ["a", "b"], ["a", "b", "c"], ["[UNK]", "a"], ["", "[UNK]", "a"]]),
    st.sampled_from(
        [("x",), ["", "a"], ["a", "[UNK]"], ["[MASK]", "[UNK]", "a"], ["a", "a"], [], [1, 2]]
    ),
)
numbers = st.sampled_from(
    [None, [1, 2], [1, 2, 3], [-1, 5], [7, 7], [], (4,), [0, -1, 5], [0, 1], ["a"]]
)
shared = {
    "max_tokens": limits,
    "num_oov_indices": st.sampled_from([1, 1, 0, 2, -1, None]),
    "output_mode": modes,
    "pad_to_max_tokens": st.booleans(),
    "idf_weights": weights,
    "invert": st.sampled_from([False, False, True]),
    "sparse": st.sampled_from([False, False, True]),
    "salt": st.sampled_from([None, None, 3, [1, 2], (1,), "a"]),
}
ARGUMENTS = {
    "StringLookup": {
        **shared,
        "vocabulary": words,
        "mask_token": st.sampled_from([None, "", "[MASK]", "", 3]),
        "dtype": st.just("string"),
        "autocast": st.just(True),
    },
    "IntegerLookup": {
        **shared,
        "vocabulary": numbers,
        "mask_token": st.sampled_from([None, 0, 7, 0, ""]),
        "oov_method": st.sampled_from(["floormod", "farmhash", "no_such"]),
        "vocabulary_dtype": st.sampled_from(["int64", "int64", "int32"]),
    },
    "TextVectorization": {
        "max_tokens": limits,
        "standardize": st.sampled_from(["lower", None, "no_such", abs, "strip_punctuation"]),
        "split": st.sampled_from(["whitespace", None, "character", abs, "no_such"]),
        "ngrams": st.sampled_from([None, 2, (1, 2), [1, 2], "a", 1.5, (1.5,), np.int64(2)]),
        "output_mode": modes,
        "output_sequence_length": st.sampled_from([None, 4, 0, -1, 1.5, "a", np.int64(3)]),
        "pad_to_max_tokens": st.booleans(),
        "vocabulary": words,
        "idf_weights": weights,
        "sparse": st.booleans(),
        "ragged": st.booleans(),
        "trainable": st.booleans(),
    },
}


@st.composite
def draws(draw: st.DrawFn, name: str) -> Draw:
    arguments = ARGUMENTS[name]
    chosen = draw(st.sets(st.sampled_from(sorted(arguments)), max_size=4))
    keywords = {key: draw(arguments[key]) for key in sorted(chosen)}
    integers = name == "IntegerLookup" or keywords.get("invert")
    return Draw(
        keywords=keywords,
        inputs=draw(shapes),
        dtype="int64" if integers else "string",
        # Without a vocabulary Keras shows None for what `adapt` would find.
        unknown_allowed=keywords.get("vocabulary") is None,
    )


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_lookup_gives_what_keras_gives(name: str) -> None:
    """Ids and vectors, vocabularies with and without special tokens, and what is refused."""
    differential(name, draws(name))


def test_the_vocabulary_may_come_from_adapt() -> None:
    """Without a vocabulary the size of the vectors is unknown, not None."""
    layer, _ = bind(StringLookup, [], {"output_mode": "multi_hot"}, keras=3)

    assert layer._depth() == Unknown("the vocabulary comes from `adapt`")
