"""How to call the functions of ``keras_lint.ops.turning``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, axes_of, flags, once_in, tensors


@st.composite
def _turned(draw: Draw) -> Arguments:
    x = draw(tensors(2))
    arguments: dict[str, Any] = {"x": x}
    if draw(flags):
        arguments["k"] = draw(st.integers(-3, 5))
    if draw(flags):
        axes = st.tuples(axes_of(len(x.shape)), axes_of(len(x.shape)))
        arguments["axes"] = draw(once_in(8, st.just((0, 1, 1)), axes))
    return arguments


FAMILIES = {
    "fliplr": Family(tensors().map(lambda x: {"x": x})),
    "rot90": Family(_turned()),
    "rot90_in_keras": Family(
        _turned(),
        silent=("Axes must be a tuple of two different dimensions", "list index out of range"),
        left_open=("the sizes that Keras shows for half turns",),
    ),
}
EXTRAS: dict[str, Any] = {}
