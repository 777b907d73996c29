"""Pooling over a window against Keras, and on sizes that are not known."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import DYNAMIC, Polynomial, Shape, Symbol, TensorSpec, Unknown, ceil_divide
from tests.layers.differential import Draw, differential
from tests.layers.draws import (
    bad_data_formats,
    bad_per_axis,
    data_formats,
    dtypes,
    per_axis,
    policies,
    rarely,
    shapes,
)

UNKNOWN = Unknown("nobody knows")
N = Polynomial.of(Symbol("n", "n"))


@st.composite
def draws(draw: st.DrawFn, spatial: int, required: bool) -> Draw:
    keywords = {
        "padding": draw(
            rarely(
                st.sampled_from(["valid", "same"]),
                st.sampled_from(["causal", "SAME", None, ["same"]]),
            )
        ),
        "data_format": draw(rarely(data_formats, bad_data_formats, once_in=40)),
        "dtype": draw(policies),
    }
    if draw(st.integers(0, 30)) if required else draw(st.booleans()):
        sizes = rarely(per_axis(st.integers(1, 4), spatial), bad_per_axis(spatial))
        keywords["pool_size"] = draw(sizes)
    if draw(st.booleans()):
        strides = rarely(per_axis(st.integers(1, 3), spatial), bad_per_axis(spatial), once_in=10)
        keywords["strides"] = draw(strides)
    return Draw(keywords, draw(shapes(spatial)), draw(dtypes))


@pytest.mark.parametrize("spatial", [1, 2, 3])
@pytest.mark.parametrize("kind", ["Max", "Average"])
def test_pooling_gives_what_keras_gives(kind: str, spatial: int) -> None:
    """Shapes and refusals agree; only average pooling requires a size."""
    differential(f"{kind}Pooling{spatial}D", draws(spatial, kind == "Average"))


@pytest.mark.parametrize(
    ("keywords", "inputs", "expected"),
    [
        ({}, Shape.unknown("no"), Shape((UNKNOWN,) * 4)),
        ({}, Shape((DYNAMIC, UNKNOWN, 9, 3)), Shape((DYNAMIC, UNKNOWN, 4, 3))),
        ({"pool_size": UNKNOWN}, Shape.of(2, None, 9, 3), Shape((2, DYNAMIC, UNKNOWN, 3))),
        ({"pool_size": UNKNOWN, "strides": 1, "padding": "same"}, Shape.of(2, 8, 9, 3),
         Shape.of(2, 8, 9, 3)),
        ({"strides": (1, UNKNOWN)}, Shape.of(2, 8, 9, 3), Shape((2, 7, UNKNOWN, 3))),
        ({"data_format": UNKNOWN}, Shape.of(2, 8, 8, 4), Shape((2, UNKNOWN, 4, UNKNOWN))),
        ({"padding": "same"}, Shape((DYNAMIC, 8 * N, N, 3)),
         Shape((DYNAMIC, 4 * N, ceil_divide(N, 2), 3))),
    ],
)  # fmt: skip
def test_known_parts_survive(keywords: dict[str, object], inputs: Shape, expected: Shape) -> None:
    """What is not known stays so, and nothing else becomes so."""
    layer, refusals = bind(find_layer("keras.layers.MaxPooling2D"), (), keywords, keras=3)
    output = layer.call(CallArguments((TensorSpec(inputs),))).shape

    assert refusals == []
    assert [UNKNOWN if isinstance(dim, Unknown) else dim for dim in output] == list(expected)


@pytest.mark.parametrize(("keras", "refused_by"), [(2, []), (3, [(3,)]), (None, [(3,)])])
def test_average_pooling_needs_a_size_in_keras_3_alone(
    keras: int | None, refused_by: list[tuple[int, ...]]
) -> None:
    """Keras 2 pools by 2 where nothing else is said."""
    schema = find_layer("keras.layers.AveragePooling2D")
    layer, refusals = bind(schema, (), {}, keras=keras)

    assert [one.keras for one in refusals] == refused_by
    if keras == 2:
        assert layer.output_shape(Shape.of(None, 8, 8, 3)) == Shape.of(None, 4, 4, 3)


def test_upper_case_padding_is_refused_by_keras_3_alone() -> None:
    """Keras 3 compares with ``same`` as it is written."""
    _, refusals = bind(find_layer("keras.layers.MaxPooling2D"), (), {"padding": "SAME"})

    assert [(one.argument, one.keras) for one in refusals] == [("padding", (3,))]


def test_a_configured_format_reaches_one_axis_in_keras_3_alone() -> None:
    """Keras 2 pools a sequence over its second axis, whatever the configuration says."""
    inputs = Shape.of(None, 8, 6)
    outputs = [
        bind(
            find_layer("keras.layers.MaxPooling1D"), (), {}, keras=keras,
            data_format="channels_first",
        )[0].output_shape(inputs)
        for keras in (2, 3, None)
    ]  # fmt: skip

    assert outputs[:2] == [Shape.of(None, 4, 6), Shape.of(None, 8, 3)]
    assert [isinstance(dim, Unknown) for dim in outputs[2]] == [False, True, True]
