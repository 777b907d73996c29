"""``Conv1D`` to ``Conv3D`` against Keras, and on sizes that are not known."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import DYNAMIC, Polynomial, Refusal, Shape, Symbol, TensorSpec, Unknown
from tests.layers.differential import Draw, differential
from tests.layers.draws import (
    bad_data_formats,
    bad_per_axis,
    counts,
    data_formats,
    per_axis,
    policies,
    rarely,
    shapes,
)

UNKNOWN = Unknown("nobody knows")
N = Polynomial.of(Symbol("n", "n"))


@st.composite
def draws(draw: st.DrawFn, spatial: int) -> Draw:
    keywords = {
        "filters": draw(rarely(st.sampled_from([2, 4, 6, 12]), counts, once_in=5)),
        "kernel_size": draw(rarely(per_axis(st.integers(1, 4), spatial), bad_per_axis(spatial))),
        "strides": draw(rarely(per_axis(st.integers(1, 3), spatial), bad_per_axis(spatial))),
        "padding": draw(
            rarely(
                st.sampled_from(["valid", "same", "VALID", "Same"]),
                st.sampled_from(["causal", "full", None, 1, ["valid"]]),
                once_in=6,
            )
        ),
        "data_format": draw(rarely(data_formats, bad_data_formats, once_in=40)),
        "use_bias": draw(st.sampled_from([True, True, False, 0, None])),
        "activation": draw(rarely(st.sampled_from([None, "relu"]), st.just("rellu"), once_in=40)),
        "dtype": draw(policies),
        "trainable": draw(st.sampled_from([True, True, False])),
    }
    if draw(st.integers(0, 3)) == 0:
        dilations = rarely(per_axis(st.integers(1, 3), spatial), bad_per_axis(spatial))
        keywords["dilation_rate"] = draw(dilations)
        if draw(st.booleans()):
            keywords["strides"] = 1
    if draw(st.booleans()):
        keywords["groups"] = draw(rarely(st.sampled_from([1, 2, 3]), counts))
    if draw(st.integers(0, 5)) == 0:
        keywords["lora_rank"] = draw(st.sampled_from([None, 0, 1, 2]))
        keywords["lora_alpha"] = 2
    channels = st.sampled_from([1, 2, 3, 6, 6, 12])
    return Draw(keywords, draw(shapes(spatial, channels=channels)))


@pytest.mark.parametrize("spatial", [1, 2, 3])
def test_conv_gives_what_keras_gives(spatial: int) -> None:
    """Shapes, weights and refusals agree."""
    differential(f"Conv{spatial}D", draws(spatial))


def applied(keywords: dict[str, object], shape: Shape, *, keras: int | None = 3) -> Shape:
    layer, refusals = bind(find_layer("keras.layers.Conv2D"), (), keywords, keras=keras)
    assert refusals == []
    return layer.call(CallArguments((TensorSpec(shape),))).shape


@pytest.mark.parametrize(
    ("keywords", "inputs", "expected"),
    [
        # An unknown rank leaves the number of filters known.
        ({}, Shape.unknown("no"), Shape((UNKNOWN, UNKNOWN, UNKNOWN, 8))),
        # An unknown size stays unknown beside one that is known.
        ({}, Shape((DYNAMIC, UNKNOWN, 9, 3)), Shape((DYNAMIC, UNKNOWN, 7, 8))),
        # Unknown channels are no channels of None.
        ({}, Shape((DYNAMIC, 9, 9, UNKNOWN)), Shape((DYNAMIC, 7, 7, 8))),
        ({"strides": UNKNOWN}, Shape.of(None, 9, None, 3), Shape((DYNAMIC, UNKNOWN, DYNAMIC, 8))),
        ({"strides": (UNKNOWN, 2)}, Shape.of(None, 9, 9, 3), Shape((DYNAMIC, UNKNOWN, 4, 8))),
        ({"padding": UNKNOWN}, Shape.of(None, 9, None, 3), Shape((DYNAMIC, UNKNOWN, DYNAMIC, 8))),
        ({"groups": UNKNOWN}, Shape.of(None, 9, 9, 3), Shape.of(None, 7, 7, 8)),
        # Both places of the channels give the same here in the axes that are known.
        ({"data_format": UNKNOWN}, Shape.of(None, 9, 9, 9), Shape((DYNAMIC, UNKNOWN, 7, UNKNOWN))),
        # None in one place leaves the other place only.
        ({"data_format": UNKNOWN}, Shape.of(None, 9, 9, None), Shape.of(None, 8, 7, None)),
        ({"filters": N}, Shape((DYNAMIC, N, N, 3)), Shape((DYNAMIC, N - 2, N - 2, N))),
    ],
)
def test_known_parts_survive(keywords: dict[str, object], inputs: Shape, expected: Shape) -> None:
    """What is not known stays so, and nothing else becomes so."""
    output = applied({"filters": 8, "kernel_size": 3, **keywords}, inputs)

    assert [is_same(a, b) for a, b in zip(output, expected, strict=True)] == [True] * 4


def is_same(left: object, right: object) -> bool:
    return left == right or (isinstance(left, Unknown) and isinstance(right, Unknown))


@pytest.mark.parametrize(
    ("keywords", "shape"),
    [
        ({}, Shape((DYNAMIC, UNKNOWN, 2, 3))),
        ({}, Shape((DYNAMIC, UNKNOWN, UNKNOWN, DYNAMIC))),
        ({"groups": 2}, Shape((DYNAMIC, UNKNOWN, UNKNOWN, 3))),
        ({"data_format": UNKNOWN}, Shape.of(None, 1, 1, 1)),
    ],
)
def test_a_refusal_needs_no_unknown_part(keywords: dict[str, object], shape: Shape) -> None:
    """What does not fit for any size that is unknown is refused."""
    with pytest.raises(Refusal):
        applied({"filters": 8, "kernel_size": 3, **keywords}, shape)


def test_keras_2_takes_further_batch_axes() -> None:
    """Keras 2 convolves over the last axes of any rank above; Keras 3 refuses."""
    shape = Shape.of(None, 5, 9, 9, 3)

    assert applied({"filters": 8, "kernel_size": 3}, shape, keras=2) == Shape.of(None, 5, 7, 7, 8)
    with pytest.raises(Refusal) as caught:
        applied({"filters": 8, "kernel_size": 3}, shape, keras=None)
    assert caught.value.keras == (3,)


def test_keras_1_names_are_known_and_refused_by_keras_3() -> None:
    """``nb_filter`` and the like still say what the layer does."""
    layer, refusals = bind(
        find_layer("keras.layers.Convolution1D"),
        (),
        {"nb_filter": 8, "filter_length": 3, "border_mode": "same", "dim_ordering": "th"},
        keras=None,
    )

    assert {(one.argument, one.keras) for one in refusals} == {
        ("nb_filter", (3,)),
        ("filter_length", (3,)),
        ("border_mode", (3,)),
        ("dim_ordering", (3,)),
    }
    assert layer.output_shape(Shape.of(None, 5, 9)) == Shape.of(None, 8, 9)
