"""How to call the functions of ``keras_lint.ops.casting``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, concrete, flags, once_in, shapes, tensors

_dtypes = st.sampled_from(["float32", "int32", "float64", "uint8", "bool", "int64"])
_tensors = tensors(0, 5)


@st.composite
def _nested(draw: Draw, depth: int = 2) -> Any:
    """Draw nested lists of numbers, all of one shape."""
    shape = concrete(draw(shapes(0, depth, st.integers(0, 3))))
    number = draw(st.sampled_from([3, 1.5, 7]))

    def build(dims: tuple[int, ...]) -> Any:
        return [build(dims[1:]) for _ in range(dims[0])] if dims else number

    return build(shape)


@st.composite
def _converted(draw: Draw, *, lists: bool = True) -> Arguments:
    value: Any = draw(_tensors)
    if lists and draw(flags):
        value = draw(_nested())
    return {"x": value, "dtype": draw(_dtypes)} if draw(flags) else {"x": value}


@st.composite
def _array(draw: Draw) -> Arguments:
    arguments = dict(draw(_converted()))
    if draw(flags):
        arguments["ndmin"] = draw(st.integers(0, 6))
    return arguments


@st.composite
def _constant(draw: Draw) -> Arguments:
    shape = concrete(draw(shapes(0, 3)))
    value: Any = draw(once_in(3, _nested(), st.just(2.5)))
    return {"x": value, "shape": shape} if draw(flags) else {"x": value}


FAMILIES = {
    "cast": Family(st.fixed_dictionaries({"x": _tensors, "dtype": _dtypes}), refuses=()),
    "cast_to_floatx": Family(st.fixed_dictionaries({"x": tensors(0, 4)}), refuses=()),
    "convert": Family(_converted(), refuses=()),
    "contiguous": Family(_converted(), refuses=()),
    "array": Family(_array(), refuses=()),
    "constant": Family(_constant(), silent=("Expected Tensor's shape",)),
    "variable": Family(_nested().map(lambda value: {"x": value}), refuses=()),
    "same_values": Family(st.fixed_dictionaries({"x": _tensors}), refuses=()),
}
EXTRAS: dict[str, Any] = {}
