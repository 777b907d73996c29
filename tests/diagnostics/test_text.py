"""The text for people: the three examples of the style guide, and the layout of hard cases."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from keras_lint.diagnostics import Applicability, Diagnostic, Edit, Fix, Label, text
from keras_lint.source import SourceText, Span
from tests.diagnostics.findings import (
    DENSE_ON_MULTIDIM_INPUT,
    FINDINGS,
    OUTPUT_TARGET_MISMATCH,
    SOURCES,
    TARGET_BROADCAST_BY_LOSS,
    at,
    before,
    finding,
    source,
)


def shown(item: Diagnostic, *files: SourceText) -> str:
    sources = {file.path: file for file in files} or SOURCES
    return "\n" + text.render_diagnostic(item, sources).plain + "\n"


def test_certain_with_one_remedy():
    assert shown(OUTPUT_TARGET_MISMATCH) == (
        """
error[output-target-mismatch]: the model returns 28 rows of 10 values per image, but the loss needs one row
  --> digits.py:7:5
   |
 6 |     keras.Input((28, 28)),
   |     --------------------- an image is 28 rows of 28
 7 |     layers.Dense(128, activation="relu"),
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ works on each row by itself: (None, 28, 28) -> (None, 28, 128)
 8 |     layers.Dense(10, activation="softmax"),
   |     -------------------------------------- (None, 28, 10)
...
11 | model.compile("adam", loss="sparse_categorical_crossentropy")
   |                            --------------------------------- needs (None, 10) for one label per image
   |
note: `Dense` does not flatten its input; Keras builds this model and stops in `fit()`
      (reproduced with keras 3.15.1)
help: flatten each image into 784 values first; the model then has 101,770 weights instead of 5,002
   |
 7 ~     layers.Flatten(),
 8 ~     layers.Dense(128, activation="relu"),
   |
"""  # noqa: E501
    )


def test_likely_with_two_remedies_in_a_table():
    assert shown(DENSE_ON_MULTIDIM_INPUT) == (
        """
warning[dense-on-multidim-input]: this `Dense` predicts for each of the 15 x 15 positions, not once per image
  --> cifar.py:9:5
   |
 7 |     layers.Conv2D(32, 3, activation="relu"),
   |     --------------------------------------- (None, 30, 30, 32)
 8 |     layers.MaxPooling2D(),
   |     --------------------- (None, 15, 15, 32)
 9 |     layers.Dense(64, activation="relu"),
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ multiplies the last axis only: (None, 15, 15, 64)
10 |     layers.Dense(10, activation="softmax"),
   |     -------------------------------------- (None, 15, 15, 10)
   |
note: no later layer removes the 15 x 15 grid, and nothing in this file says what the targets look like
help: for one prediction per image, put one of these before line 9
        layers.GlobalAveragePooling2D()    (None, 32)      2,112 weights in the next layer
        layers.Flatten()                   (None, 7200)    460,864 weights in the next layer
help: for one prediction per position, `layers.Conv2D(64, 1, activation="relu")` computes the same
      and says so
"""  # noqa: E501
    )


def test_silent_with_a_fix_between_the_ways_out():
    assert shown(TARGET_BROADCAST_BY_LOSS) == (
        """
warning[target-broadcast-by-loss]: the loss compares each prediction with the target of every sequence in the batch
  --> forecast.py:8:5
   |
 7 |     layers.LSTM(32, return_sequences=True),
   |                     --------------------- keeps all 20 steps: (None, 20, 32)
 8 |     layers.Dense(1),
   |     ^^^^^^^^^^^^^^^ one value for each step: (None, 20, 1)
...
12 | model.compile("adam", loss="mse")
   |                            ----- subtracts (16, 20, 1) and (16,), which broadcast to (16, 20, 16)
13 | model.fit(x, y, batch_size=16)
   |              - one value per sequence: (992,)
   |
note: Keras reports nothing and `fit()` runs; on random data its loss is the mean over all
      16 x 20 x 16 pairs (reproduced with keras 3.15.1)
help: for one value per sequence, return only the last step
   |
 7 ~     layers.LSTM(32),
   |
help: for one value per step, the targets need the shape (992, 20)
"""  # noqa: E501
    )


def test_labels_on_one_line_hang_below_their_marks():
    file = source("a.py", 'x = f(one, two, "three")')
    item = finding(
        at(file, 1, '"three"'),
        Label(at(file, 1, "one"), "first"),
        Label(at(file, 1, "two"), "second"),
        Label(at(file, 1, '"three"'), "third"),
    )
    assert shown(item, file) == (
        """
warning[some-rule]: headline
 --> a.py:1:17
  |
1 | x = f(one, two, "three")
  |       ---  ---  ^^^^^^^ third
  |       |    |
  |       |    second
  |       first
"""
    )


def test_a_label_inside_the_primary_span_stays_visible():
    file = source("a.py", "layers.Dense(units, activation)")
    item = finding(
        at(file, 1, "layers.Dense(units, activation)"),
        Label(at(file, 1, "layers.Dense(units, activation)"), "the call"),
        Label(at(file, 1, "units"), "a float"),
    )
    assert shown(item, file) == (
        """
warning[some-rule]: headline
 --> a.py:1:1
  |
1 | layers.Dense(units, activation)
  | ^^^^^^^^^^^^^-----^^^^^^^^^^^^^
  | |            |
  | |            a float
  | the call
"""
    )


def test_two_labels_on_the_primary_span_are_both_shown():
    file = source("a.py", "y = Dense(3)(x)")
    span = at(file, 1, "Dense(3)")
    assert shown(finding(span, Label(span, "one"), Label(span, "two")), file) == (
        """
warning[some-rule]: headline
 --> a.py:1:5
  |
1 | y = Dense(3)(x)
  |     ^^^^^^^^
  |     |
  |     two
  |     one
"""
    )


def test_a_span_over_several_lines_is_marked_on_its_first():
    file = source("a.py", "m = Dense(", "    3,", ")")
    span = Span("a.py", 1, 4, 3, 1)
    assert shown(finding(span, Label(span, "(None, 3)")), file) == (
        """
warning[some-rule]: headline
 --> a.py:1:5
  |
1 | m = Dense(
  |     ^^^^^^ (None, 3)
"""
    )


def test_a_gap_of_one_line_is_shown_without_a_stray_blank():
    file = source("a.py", "first()", "", "third()")
    item = finding(at(file, 1, "first()"), Label(at(file, 3, "third()"), "here"))
    assert shown(item, file) == (
        """
warning[some-rule]: headline
 --> a.py:1:1
  |
1 | first()
  | ^^^^^^^
2 |
3 | third()
  | ------- here
"""
    )


# "深層" is four cells wide, "é" written with a combining accent one, a tab is shown as four.
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('"深層", Dense(1)', ('"深層", Dense(1)', "        ^^^^^^^^")),
        ('"e\u0301", Dense(1)', ('"e\u0301", Dense(1)', "     ^^^^^^^^")),
        ("\tx = Dense(1)", ("    x = Dense(1)", "        ^^^^^^^^")),
        ('"ü", Dense(1)', ('"ü", Dense(1)', "     ^^^^^^^^")),
        ('"🙂", Dense(1)', ('"🙂", Dense(1)', "      ^^^^^^^^")),
    ],
)
def test_marks_stand_below_what_they_mark(line, expected):
    file = source("a.py", line)
    rows = shown(finding(at(file, 1, "Dense(1)")), file).splitlines()[4:]
    assert rows == [f"1 | {expected[0]}", f"  | {expected[1]}"]


def test_wide_characters_inside_a_span_widen_its_mark():
    file = source("a.py", 'f("深層")')
    rows = shown(finding(at(file, 1, '"深層"')), file).splitlines()[4:]
    assert rows == ['1 | f("深層")', "  |   ^^^^^^"]


# A file could otherwise drive the terminal of whoever lints it, or show lines in a false order.
def test_control_characters_do_not_reach_the_terminal():
    file = source("a.py", 's = "\x1b[31m\u202e", Dense(1)')
    span = at(file, 1, "Dense(1)")
    item = replace(finding(span, Label(span, "\x1b[1m")), message="in \x1b]0;title\x07")
    assert shown(item, file) == (
        """
warning[some-rule]: in ␛]0;title␇
 --> a.py:1:15
  |
1 | s = "␛[31m\ufffd", Dense(1)
  |               ^^^^^^^^ ␛[1m
"""
    )


def test_labels_in_other_files_have_their_own_blocks():
    train = source("train.py", "model = build()")
    blocks = source("blocks.py", *[""] * 11, "    return Dense(3)")
    item = replace(
        finding(at(train, 1, "build()"), Label(at(blocks, 12, "Dense(3)"), "(None, 3)")),
        notes=("built once",),
    )
    assert shown(item, train, blocks) == (
        """
warning[some-rule]: headline
  --> train.py:1:9
   |
 1 | model = build()
   |         ^^^^^^^
  ::: blocks.py:12:12
   |
12 |     return Dense(3)
   |            -------- (None, 3)
   |
note: built once
"""
    )


def test_a_place_whose_text_is_not_known_is_named():
    file = source("a.py", "build()")
    item = finding(at(file, 1, "build()"), Label(Span("gone.py", 3, 4, 3, 9), "(None, 3)"))
    assert shown(item, file) == (
        """
warning[some-rule]: headline
 --> a.py:1:1
  |
1 | build()
  | ^^^^^^^
 ::: gone.py:3:5: (None, 3)
"""
    )


def test_a_finding_without_any_source_keeps_its_words():
    span = Span("gone.py", 3, 4, 3, 9)
    assert shown(replace(finding(span, Label(span, "here")), notes=("why",)), source("a.py")) == (
        """
warning[some-rule]: headline
 --> gone.py:3:5
 ::: gone.py:3:5: here
note: why
"""
    )


# An import is a line of its own; the changed argument stands on a line that is shown above.
def test_a_fix_at_two_places_leaves_out_what_lies_between():
    file = source("a.py", '"""Text."""', "", "import os", "", "", "", "Dense(1.0)", "# end")
    edits = (
        Edit(Span("a.py", 3, 0, 3, 0), "import keras\n"),
        Edit(at(file, 7, "1.0"), "1"),
        Edit(Span("a.py", 8, 0, 9, 0), ""),
    )
    item = finding(at(file, 7, "1.0"), fixes=(Fix("an int", edits, Applicability.SAFE),))
    assert shown(item, file) == (
        """
warning[some-rule]: headline
 --> a.py:7:7
  |
7 | Dense(1.0)
  |       ^^^
  |
help: an int
  |
3 + import keras
...
8 ~ Dense(1)
8 - # end
  |
"""
    )


def test_a_replaced_line_that_is_not_shown_above_is_shown_with_the_new_one():
    file = source("a.py", "import os", "x = 1", "y = 2", "z(x)")
    fix = Fix("two", (Edit(at(file, 2, "1"), "2"),), Applicability.SAFE)
    rows = shown(finding(at(file, 4, "z(x)"), fixes=(fix,)), file).splitlines()
    assert rows[-4:] == ["  |", "2 - x = 1", "2 + x = 2", "  |"]


def test_a_removal_between_two_expressions_shows_the_removed_line_alone():
    file = source("a.py", "[", "    Flatten(),", "    Dense(1),", "]")
    fix = Fix("without", (Edit(Span("a.py", 2, 4, 3, 4), ""),), Applicability.SAFE)
    rows = shown(finding(at(file, 3, "Dense(1)"), fixes=(fix,)), file).splitlines()
    assert rows[-3:] == ["  |", "2 -     Flatten(),", "  |"]


def test_two_fixes_of_one_title_are_both_shown():
    file = source("a.py", "f(1)")
    fixes = tuple(
        Fix("another", (Edit(at(file, 1, "1"), new),), Applicability.DISPLAY) for new in "23"
    )
    rows = shown(finding(at(file, 1, "1"), fixes=fixes), file).splitlines()
    assert [row for row in rows if "~" in row] == ["1 ~ f(2)", "1 ~ f(3)"]


def test_a_fix_in_a_file_with_windows_line_ends():
    file = SourceText("a.py", "a\r\n    Dense(1),\r\n")
    edit = Edit(before(file, 2, "Dense"), "Flatten(),\n    ")
    fix = Fix("flatten", (edit,), Applicability.UNSAFE)
    rows = shown(finding(at(file, 2, "Dense(1)"), fixes=(fix,)), file).splitlines()
    assert rows[-4:] == ["  |", "2 ~     Flatten(),", "3 ~     Dense(1),", "  |"]


def test_findings_are_separated_and_counted():
    rendered = text.render(FINDINGS[1:], SOURCES)
    blocks = [text.render_diagnostic(item, SOURCES).plain for item in FINDINGS[1:]]
    found = "Found 2 warnings in 2 files; 1 can be fixed with `keras-lint fix --unsafe-fixes`"
    assert rendered == "\n\n".join([*blocks, found]) + "\n"


def printed(color: bool) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, force_terminal=color, color_system="standard" if color else None, width=40
    )
    rendered = text.render_text(FINDINGS, SOURCES)
    console.print(rendered, soft_wrap=True, highlight=False, end="")
    return stream.getvalue()


def test_rich_prints_the_same_text_in_a_narrow_terminal():
    assert printed(color=False) == text.render(FINDINGS, SOURCES)


def test_colour_tells_the_primary_mark_from_the_others():
    lines = printed(color=True).splitlines()
    assert lines[0].startswith("\x1b[1;31merror[output-target-mismatch]\x1b[0m")
    assert "\x1b[1;31m" + "^" * 36 + "\x1b[0m" in "\n".join(lines)
    assert "\x1b[1;34m" + "-" * 21 + "\x1b[0m" in "\n".join(lines)


LINES = st.lists(
    st.text(alphabet="ab深é\u0301\t \x1b\u202e🙂", max_size=12), min_size=1, max_size=8
)
PLACES = st.tuples(st.integers(1, 9), st.integers(0, 14), st.integers(0, 3), st.integers(0, 14))


def span_at(line: int, column: int, more: int, end: int) -> Span:
    return Span("a.py", line, column, line + more, end if more else column + end)


# Whatever the places, even those that the text does not have: each label is read once.
@given(LINES, PLACES, st.lists(PLACES, max_size=5))
def test_every_label_is_shown_once_and_nothing_drives_the_terminal(lines, primary, others):
    labels = [Label(span_at(*place), f"<{i}>") for i, place in enumerate(others)]
    rendered = shown(finding(span_at(*primary), *labels), source("a.py", *lines))
    assert [rendered.count(label.text) for label in labels] == [1] * len(labels)
    assert not set(rendered) & set("\x1b\t\u202e")
    assert all(row == row.rstrip() for row in rendered.split("\n"))
