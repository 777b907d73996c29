"""How to call the functions of ``keras_lint.ops.signal``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, flags, positive, shapes
from tests.ops.libraries import T

_long = st.sampled_from([1, 4, 7, 8, 16, 31, None])


@st.composite
def _complex(draw: Draw) -> Arguments:
    return {"x": T(draw(shapes(0, 4)), "complex64")}


@st.composite
def _real(draw: Draw) -> Arguments:
    x = T((*draw(shapes(0, 2)), draw(_long))) if draw(st.integers(0, 5)) else T(())
    return {"x": x, "fft_length": [draw(st.integers(1, 9))]} if draw(flags) else {"x": x}


@st.composite
def _framed(draw: Draw) -> Arguments:
    x = T((*draw(shapes(0, 2)), draw(_long))) if draw(st.integers(0, 5)) else T(())
    width = draw(st.integers(1, 9))
    arguments: dict[str, Any] = {
        "x": x,
        "frame_length": width,
        "frame_step": draw(st.integers(1, 5)),
    }
    if draw(flags):
        arguments["fft_length"] = draw(st.integers(1, 16))
    return {**arguments, "pad_end": draw(flags)} if draw(flags) else arguments


@st.composite
def _pair(draw: Draw) -> Arguments:
    shape = (*draw(shapes(0, 2)), draw(positive), draw(positive))
    return {"x": [T(shape), T(shape)]}


FAMILIES = {
    "parts_of_spectrum": Family(_pair(), dtypes=("float32",), refuses=()),
    "same_length": Family(_complex()),
    "same_area": Family(_complex()),
    "same_volume": Family(_complex()),
    "rfft": Family(_real(), dtypes=("float32", "float64")),
    "stft": Family(_framed(), dtypes=("float32", "float64")),
}
EXTRAS: dict[str, Any] = {}
