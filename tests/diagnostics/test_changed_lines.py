"""The lines of a fix are lines of the old and of the new text, each with its number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keras_lint.diagnostics import Applicability, Edit, Fix
from keras_lint.diagnostics.changed_lines import ChangedLine, changed_lines
from keras_lint.diagnostics.edits import apply
from keras_lint.source import SourceText, Span


@st.composite
def fixes(draw: st.DrawFn) -> tuple[SourceText, Fix]:
    """Draw a text and a fix of some edits that do not overlap."""
    text = draw(st.text("ab \n", max_size=30))
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6).filter(even)))

    def place(offset: int) -> tuple[int, int]:
        above = text[:offset].split("\n")
        return len(above), len(above[-1])

    edits = [
        Edit(Span("a.py", *place(start), *place(end)), draw(st.text("xy\n", max_size=4)))
        for start, end in zip(ends[::2], ends[1::2], strict=True)
    ]
    return SourceText("a.py", text), Fix("a fix", tuple(edits), Applicability.SAFE)


def even(items: list[int]) -> bool:
    return len(items) % 2 == 0


@given(fixes(), st.sets(st.integers(1, 10)))
def test_the_old_text_and_the_changed_lines_give_the_new_text(drawn, shown):
    source, fix = drawn
    old, new = source.lines(), SourceText("", apply(source.text, [fix]).text).lines()
    changes = changed_lines(source, fix, shown)
    assert [
        line for line in changes if line.marker == "-" and old[line.number - 1] != line.text
    ] == []
    assert [
        line for line in changes if line.marker != "-" and new[line.number - 1] != line.text
    ] == []
    if all(line.marker != "~" for line in changes):
        kept_old = without(old, {line.number for line in changes if line.marker == "-"})
        kept_new = without(new, {line.number for line in changes if line.marker == "+"})
        assert kept_old == kept_new


def without(lines: list[str], numbers: set[int]) -> list[str]:
    return [line for number, line in enumerate(lines, 1) if number not in numbers]


def test_edits_of_another_file_are_passed_over():
    edits = (Edit(Span("b.py", 1, 0, 1, 0), "x"), Edit(Span("a.py", 1, 0, 1, 1), "z"))
    fix = Fix("a fix", edits, Applicability.SAFE)
    assert changed_lines(SourceText("a.py", "y"), fix, {1}) == [ChangedLine(1, "~", "z")]


# "whole" lines are new ones; what is put into a line is shown with that line.
@pytest.mark.parametrize(
    ("column", "new", "expected"),
    [
        (0, "import keras\n", [ChangedLine(2, "+", "import keras")]),
        (
            4,
            "Flatten(),\n    ",
            [ChangedLine(2, "~", "    Flatten(),"), ChangedLine(3, "~", "    Dense(1)")],
        ),
    ],
)
def test_an_insertion(column, new, expected):
    source = SourceText("a.py", "[\n    Dense(1)\n]")
    fix = Fix("a fix", (Edit(Span("a.py", 2, column, 2, column), new),), Applicability.SAFE)
    assert changed_lines(source, fix, {2}) == expected
