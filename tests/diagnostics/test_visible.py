"""Lines that fit, without breaking what is read as one word."""

from __future__ import annotations

import pytest

from keras_lint.diagnostics.visible import wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", ["short"]),
        ("", [""]),
        ("aaaa bbbb cccc", ["aaaa bbbb", "cccc"]),
        ("aaaa `b b b`, c", ["aaaa", "`b b b`, c"]),
        ("returns (2, 3)", ["returns", "(2, 3)"]),
        ("one\ntwo", ["one", "two"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("  laid out by its author", ["  laid out by its author"]),
        ("unbreakable_name", ["unbreakable_name"]),
        ("深層 学習 模型", ["深層 学習", "模型"]),
    ],
)
def test_wrap_to_ten_cells(text, expected):
    assert wrap(text, 10) == expected
