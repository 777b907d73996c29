"""Global pooling against Keras, and on sizes that are not known."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.shapes import DYNAMIC, Shape, TensorSpec, Unknown
from tests.layers.differential import Draw, differential
from tests.layers.draws import bad_data_formats, data_formats, dtypes, policies, rarely, shapes

UNKNOWN = Unknown("nobody knows")


@st.composite
def draws(draw: st.DrawFn, spatial: int) -> Draw:
    keywords = {
        "data_format": draw(rarely(data_formats, bad_data_formats, once_in=5)),
        "dtype": draw(policies),
        "keepdims": draw(st.sampled_from([True, False, 1, 0, None, "no"])),
    }
    return Draw(keywords, draw(shapes(spatial)), draw(dtypes))


@pytest.mark.parametrize("spatial", [1, 2, 3])
@pytest.mark.parametrize("kind", ["Max", "Average"])
def test_global_pooling_gives_what_keras_gives(kind: str, spatial: int) -> None:
    """Shapes and refusals agree; channels of None pass."""
    differential(f"Global{kind}Pooling{spatial}D", draws(spatial))


@pytest.mark.parametrize(
    ("keywords", "inputs", "expected"),
    [
        ({}, Shape.unknown("no"), (UNKNOWN, UNKNOWN)),
        ({}, Shape((DYNAMIC, UNKNOWN, UNKNOWN, 3)), (DYNAMIC, 3)),
        ({"data_format": UNKNOWN}, Shape.of(None, 4, 5, 3), (DYNAMIC, UNKNOWN)),
        ({"data_format": UNKNOWN}, Shape.of(None, 3, 5, 3), (DYNAMIC, 3)),
        ({"keepdims": True, "data_format": UNKNOWN}, Shape.of(None, 4, 5, 1),
         (DYNAMIC, UNKNOWN, 1, 1)),
        ({"keepdims": UNKNOWN}, Shape.of(None, 4, 5, 3), None),
    ],
)  # fmt: skip
def test_known_parts_survive(
    keywords: dict[str, object], inputs: Shape, expected: tuple[object, ...] | None
) -> None:
    """What is not known stays so, and nothing else becomes so."""
    layer, _ = bind(find_layer("keras.layers.GlobalAveragePooling2D"), (), keywords, keras=3)
    dims = layer.call(CallArguments((TensorSpec(inputs),))).shape.dims

    if dims is not None:
        dims = tuple(UNKNOWN if isinstance(dim, Unknown) else dim for dim in dims)
    assert dims == expected
