"""How to call the functions of ``keras_lint.ops.decoding``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, flags, shapes
from tests.ops.libraries import T

_bytes = T((), "string")
_strings = st.builds(lambda shape: {"x": T(shape, "string")}, shapes(0, 4))


@st.composite
def _decoded(draw: Draw) -> Arguments:
    arguments: dict[str, Any] = {"contents": _bytes}
    if draw(flags):
        arguments["channels"] = draw(st.sampled_from([0, 1, 3]))
    return arguments


@st.composite
def _any_image(draw: Draw) -> Arguments:
    arguments = dict(draw(_decoded()))
    if draw(flags):
        arguments["dtype"] = draw(st.sampled_from(["uint8", "float32", "uint16"]))
    arguments["expand_animations"] = draw(st.sampled_from([False, False, False, True]))
    return arguments


FAMILIES = {
    "read_file": Family(st.just({"filename": T((), "string")}), refuses=()),
    "decode_jpeg": Family(_decoded(), refuses=()),
    "decode_webp": Family(_decoded(), refuses=()),
    "decode_image": Family(
        _any_image(), refuses=(), left_open=("decode_image may find an animation",)
    ),
    "same_strings": Family(_strings, refuses=()),
    "to_number": Family(_strings, refuses=()),
    "string_length": Family(_strings, refuses=()),
}
EXTRAS: dict[str, Any] = {
    "tensorflow.strings.regex_replace": lambda _arguments: {"pattern": "a", "rewrite": "b"},
    "tensorflow.strings.substr": lambda _arguments: {"pos": 0, "len": 1},
}
