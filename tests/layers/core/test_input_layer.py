"""``keras.Input`` and ``InputLayer`` against Keras."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tf_keras
from hypothesis import given, settings
from hypothesis import strategies as st

from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import InvalidArgument, TensorSpec, is_dynamic
from tests.layers.answers import schema_value

sizes = st.one_of(
    st.integers(0, 5), st.none(), st.integers(0, 5), st.sampled_from([-1, 2.0, "a", True])
)
shapes = st.one_of(
    st.lists(sizes, max_size=3),
    st.lists(st.integers(1, 4), max_size=3).map(tuple),
    st.sampled_from([None, 10, np.int64(3), "ab", 2.5]),
)


def keras_answer(name: str, keywords: dict[str, object]) -> object:
    try:
        made = getattr(keras.layers, name)(**keywords)
    except Exception:
        return "refused"
    tensor = made.output if name == "InputLayer" else made
    return tuple(tensor.shape), tensor.dtype


def schema_answer(name: str, keywords: dict[str, object]) -> object:
    schema = find_layer(f"keras.layers.{name}")
    assert schema is not None
    values = {key: schema_value(value) for key, value in keywords.items()}
    layer, refusals = bind(schema, [], values, keras=3)
    if any(3 in refusal.keras for refusal in refusals):
        return "refused"
    spec = layer.spec()  # type: ignore[attr-defined]
    return tuple(None if is_dynamic(dim) else dim for dim in spec.shape.known), spec.dtype


@pytest.mark.parametrize("name", ["Input", "InputLayer"])
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_input_gives_what_keras_gives(name: str, data: st.DataObject) -> None:
    """Shapes with and without batch axis, and what Keras refuses of them."""
    choices = {
        "shape": shapes,
        "batch_size": st.sampled_from([None, 8, -1, 2.5, np.int64(4)]),
        "batch_shape": shapes,
        "dtype": st.sampled_from([None, "int32", "float16", "string", "no_such"]),
    }
    chosen = data.draw(st.sets(st.sampled_from(sorted(choices)), max_size=2))
    keywords = {key: data.draw(choices[key]) for key in sorted(chosen)}

    assert schema_answer(name, keywords) == keras_answer(name, keywords)


@pytest.mark.parametrize("name", ["Input", "InputLayer"])
@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_keras_2_refuses_what_is_refused_for_it(name: str, data: st.DataObject) -> None:
    """By name and by place; what Keras 2 takes is never refused, and its shapes are right."""
    first = "shape" if name == "Input" else "input_shape"
    names = [first, "batch_size", "name", "dtype", "sparse", "ragged", "batch_shape", "shpe"]
    names += ["batch_input_shape"] if name == "InputLayer" else []
    values = {
        first: shapes, "batch_size": st.sampled_from([None, 8]), "name": st.just("x"),
        "dtype": st.sampled_from([None, "int32"]), "sparse": st.booleans(),
    }  # fmt: skip
    chosen = data.draw(st.sets(st.sampled_from(names), max_size=2))
    keywords = {key: data.draw(values.get(key, shapes)) for key in sorted(chosen)}
    places = [data.draw(shapes)] if first not in keywords and data.draw(st.booleans()) else []
    schema = find_layer(f"keras.layers.{name}")
    assert schema is not None

    for major in (2, None):
        given_values = {key: schema_value(one) for key, one in keywords.items()}
        _, refusals = bind(schema, [schema_value(one) for one in places], given_values, keras=major)
        if any(r.keras == (2, 3) or major in r.keras for r in refusals):
            with pytest.raises((TypeError, ValueError)):
                getattr(tf_keras.layers, name)(*places, **keywords)


def test_keras_2_takes_one_int_for_a_shape() -> None:
    """``Input(shape=10)`` is refused by Keras 3 alone, and says how to write it."""
    schema = find_layer("keras.Input")
    assert schema is not None

    layer, refusals = bind(schema, [10], {})
    with pytest.raises(InvalidArgument) as caught:
        layer.spec()  # type: ignore[attr-defined]
    of_keras_2, _ = bind(schema, [10], {}, keras=2)

    assert [refusal.keras for refusal in refusals] == [(3,)]
    assert caught.value.remedy == "write shape=(10,)"
    assert str(of_keras_2.spec().shape) == "(None, 10)"  # type: ignore[attr-defined]


def test_former_names_of_the_shapes() -> None:
    """``InputLayer(input_shape=...)`` still works in Keras 3."""
    schema = find_layer("keras.layers.InputLayer")
    assert schema is not None

    layer, refusals = bind(schema, [], {"batch_input_shape": (2, 3)}, keras=3)

    assert refusals == []
    assert isinstance(layer.spec(), TensorSpec)  # type: ignore[attr-defined]
    assert str(layer.spec().shape) == "(2, 3)"  # type: ignore[attr-defined]
