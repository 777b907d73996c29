"""``Attention`` and ``AdditiveAttention`` against Keras."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments, Weight
from keras_lint.layers.attention.attention import AdditiveAttention, Attention
from keras_lint.layers.binding import bind
from keras_lint.shapes import Shape, TensorSpec, Unknown
from tests.layers.differential import Draw, compare, differential
from tests.layers.draws import policies, rarely

sizes = rarely(st.integers(1, 5), st.none(), once_in=5)
shapes = st.tuples(st.sampled_from([None, 2]), sizes, sizes)
odd_shapes = st.lists(sizes, min_size=2, max_size=4).map(lambda rest: (None, *rest))
rates = rarely(st.sampled_from([0.0, 0.5, 3]), st.sampled_from([None, "0.1"]), once_in=20)
modes = rarely(st.sampled_from(["dot", "concat"]), st.sampled_from(["add", None, 1]), once_in=15)


@st.composite
def draws(draw: st.DrawFn, *, additive: bool) -> Draw:
    count = draw(rarely(st.sampled_from([2, 3]), st.sampled_from([0, 1, 4]), once_in=15))
    inputs: object = [draw(rarely(shapes, odd_shapes, once_in=8)) for _ in range(count)]
    match draw(st.sampled_from(["list"] * 20 + ["tuple", "dict", "one"])):
        case "tuple":
            inputs = tuple(inputs)
        case "dict":
            inputs = {"query": (None, 2, 3), "value": (None, 2, 3)}
        case "one":
            inputs = (None, 2, 3)
    keywords = {
        "use_scale": draw(st.booleans()),
        "dropout": draw(rates),
        "dtype": draw(policies),
    }
    if not additive or draw(st.booleans()):
        keywords |= {"score_mode": draw(modes), "seed": draw(st.sampled_from([None, 3]))}
    call = {"return_attention_scores": True} if draw(st.booleans()) else {}
    return Draw(keywords, inputs, call_keywords=call)


@pytest.mark.parametrize("name", ["Attention", "AdditiveAttention"])
def test_attention_gives_what_keras_gives(name: str) -> None:
    """Two or three inputs, scores, scales; what is no list is refused."""
    differential(name, draws(additive=name == "AdditiveAttention"))


@pytest.mark.parametrize("mask", [[None, None], [None], (None, None)])
def test_the_masks_are_a_list_of_two_or_three(mask: object) -> None:
    """Keras refuses a tuple, and a list of another length."""
    draw = Draw({}, [(None, 2, 3)] * 2, call_keywords={"mask": mask})

    compare("Attention", draw)


def spec(*sizes: int | None) -> TensorSpec:
    return TensorSpec(Shape.of(*sizes), "float32")


def test_unknown_inputs_leave_the_known_ones_to_speak() -> None:
    """The query says all axes of the output but the last."""
    layer, _ = bind(Attention, [], {})
    value = TensorSpec(Shape.unknown("why"), "float32")

    output = layer.call(CallArguments(([spec(None, 4, 6), value],)))

    assert str(output.shape) == "(None, 4, ?)"


def test_an_unknown_flag_leaves_the_number_of_outputs_unknown() -> None:
    """One tensor or two: neither is guessed."""
    layer, _ = bind(Attention, [], {})
    keywords = {"return_attention_scores": Unknown("a flag")}

    output = layer.call(CallArguments(([spec(None, 4, 6)] * 2,), keywords))

    assert output == TensorSpec(Shape.unknown("a flag"))


def test_an_unknown_query_leaves_the_scale_unknown() -> None:
    """Its last axis is the size of the weight."""
    layer, _ = bind(AdditiveAttention, [], {})
    query = TensorSpec(Shape((2, 3, Unknown("why"))))

    assert layer.call_weights(CallArguments(([query, spec(2, 3, 4)],))) == (
        Weight((Unknown("why"),)),
    )
