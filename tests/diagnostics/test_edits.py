"""Fixes applied to text, and the difference shown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keras_lint.diagnostics import Applicability, Edit, Fix
from keras_lint.diagnostics.edits import apply, unified_diff
from keras_lint.source import Span


def edit(line: int, column: int, end_line: int, end_column: int, new: str) -> Edit:
    return Edit(Span("a.py", line, column, end_line, end_column), new)


def fix(*edits: Edit) -> Fix:
    return Fix("a fix", edits, Applicability.SAFE)


def test_edits_are_applied_wherever_they_stand_in_the_fix():
    applied = apply("abc\ndef\n", [fix(edit(2, 1, 2, 2, "E"), edit(1, 0, 1, 1, "AA"))])
    assert applied.text == "AAbc\ndEf\n"


def test_columns_count_characters():
    assert apply('"深層🙂é", x', [fix(edit(1, 8, 1, 9, "y"))]).text == '"深層🙂é", y'


def test_an_edit_may_span_lines():
    assert apply("f(\n  1,\n)\nrest", [fix(edit(1, 1, 3, 1, "(1)"))]).text == "f(1)\nrest"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_new_lines_end_like_the_line_they_are_put_in(end):
    before = f"a{end}b{end}"
    assert apply(before, [fix(edit(2, 0, 2, 0, "x\ny\n"))]).text == f"a{end}x{end}y{end}b{end}"


def test_mixed_line_ends_stay_as_they_are():
    before = "a\r\nb\nc\r\n"
    assert apply(before, [fix(edit(3, 0, 3, 0, "x\n"))]).text == "a\r\nb\nx\r\nc\r\n"


def test_form_feeds_and_other_separators_are_no_line_ends():
    assert apply("a\x0cb\u2028c\nd", [fix(edit(2, 0, 2, 1, "D"))]).text == "a\x0cb\u2028c\nD"


@pytest.mark.parametrize("before", ["a\nb", "a\nb\n"])
def test_the_last_line_can_be_removed_as_a_whole(before):
    assert apply(before, [fix(edit(2, 0, 3, 0, ""))]).text == "a\n"


def test_of_two_overlapping_fixes_the_first_is_applied():
    wide, narrow = fix(edit(1, 0, 1, 4, "wide")), fix(edit(1, 2, 1, 3, "!"))
    applied = apply("....", [wide, narrow])
    assert (applied.text, applied.applied, applied.left_out) == ("wide", (wide,), (narrow,))


def test_a_fix_is_applied_as_a_whole_or_not_at_all():
    first = fix(edit(1, 0, 1, 1, "A"))
    second = fix(edit(1, 0, 1, 1, "B"), edit(1, 3, 1, 4, "D"))
    assert apply("abcd", [first, second]).text == "Abcd"


def test_neighbours_do_not_overlap():
    assert apply("abcd", [fix(edit(1, 0, 1, 2, "x")), fix(edit(1, 2, 1, 4, "y"))]).text == "xy"


def test_two_insertions_at_one_place_have_no_order():
    first, second = fix(edit(1, 1, 1, 1, "x")), fix(edit(1, 1, 1, 1, "y"))
    assert apply("ab", [first, second]).left_out == (second,)


# Both fixes need the same import, which the file needs once.
def test_the_same_line_is_inserted_once_for_two_fixes():
    line = edit(1, 0, 1, 0, "import keras\n")
    fixes = [fix(line, edit(1, 0, 1, 1, "A")), fix(line, edit(1, 1, 1, 2, "B"))]
    applied = apply("ab", fixes)
    assert (applied.text, applied.left_out) == ("import keras\nAB", ())


# Two closing parentheses at one place belong to two different opening ones.
def test_the_same_characters_are_not_shared_by_two_fixes():
    outer = fix(edit(1, 0, 1, 0, "f("), edit(1, 4, 1, 4, ")"))
    inner = fix(edit(1, 2, 1, 2, "g("), edit(1, 4, 1, 4, ")"))
    applied = apply("a+bc", [outer, inner])
    assert (applied.text, applied.left_out) == ("f(a+bc)", (inner,))


def test_insertions_of_one_fix_at_one_place_keep_their_order():
    assert apply("c", [fix(edit(1, 0, 1, 0, "b"), edit(1, 0, 1, 0, "a"))]).text == "bac"


@pytest.mark.parametrize(
    "broken",
    [
        edit(4, 0, 4, 0, ""),
        edit(1, 0, 1, 5, ""),
        edit(1, 2, 1, 1, ""),
        edit(0, 0, 1, 1, ""),
        edit(1, -1, 1, 1, ""),
    ],
)
def test_an_edit_outside_of_the_text_is_a_broken_invariant(broken):
    with pytest.raises(AssertionError):
        apply("abc\nd", [fix(broken)])


def test_overlapping_edits_in_one_fix_are_a_broken_invariant():
    with pytest.raises(AssertionError):
        apply("abc", [fix(edit(1, 0, 1, 2, ""), edit(1, 1, 1, 3, ""))])


TEXTS = st.text(alphabet="ab深 \t\x0c\n\r", max_size=30)


@st.composite
def fixes_of_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]], list[Fix]]:
    """Draw a text and fixes of one edit each, also as offsets into the text."""
    text = draw(TEXTS)
    starts = [0, *(end.end() for end in re.finditer("\r\n|\r|\n", text))]
    # A place between "\r" and "\n" is in no line.
    offsets = [i for i in range(len(text) + 1) if text[i - 1 : i + 1] != "\r\n" or i == 0]
    ranges = []
    for _ in range(draw(st.integers(0, 5))):
        start, end = sorted((draw(st.sampled_from(offsets)), draw(st.sampled_from(offsets))))
        ranges.append((start, end, draw(st.text("xy", max_size=3))))

    def place(offset: int) -> tuple[int, int]:
        line = max(i for i, start in enumerate(starts) if start <= offset)
        return line + 1, offset - starts[line]

    fixes = [fix(edit(*place(start), *place(end), new)) for start, end, new in ranges]
    return text, ranges, fixes


@given(fixes_of_texts())
def test_applied_fixes_change_their_ranges_and_nothing_else(drawn):
    text, ranges, fixes = drawn
    result = apply(text, fixes)
    assert len(result.applied) + len(result.left_out) == len(fixes)
    kept = {id(one) for one in result.applied}
    expected = text
    chosen = [place for place, one in zip(ranges, fixes, strict=True) if id(one) in kept]
    for start, end, new in sorted(chosen, reverse=True):
        expected = expected[:start] + new + expected[end:]
    assert result.text == expected


@given(fixes_of_texts())
def test_a_single_fix_is_always_applied_and_a_left_out_one_works_alone(drawn):
    text, _, fixes = drawn
    for left_out in apply(text, fixes).left_out:
        assert apply(text, [left_out]).applied == (left_out,)


def test_unified_diff():
    assert unified_diff("a.py", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n") == (
        "--- a.py\n+++ a.py\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+five\n 6\n"
    )


def test_unified_diff_tells_of_a_missing_line_end():
    assert unified_diff("a.py", "1", "1\n") == (
        "--- a.py\n+++ a.py\n@@ -1 +1 @@\n-1\n\\ No newline at end of file\n+1\n"
    )


def test_unified_diff_of_equal_texts_is_empty():
    assert unified_diff("a.py", "1\n", "1\n") == ""


def patched(old: str, diff: str) -> str:
    """Apply a unified diff, strictly: every line it names must be there."""
    old_lines = re.findall("[^\n]*\n|[^\n]+", old)
    new_lines: list[str] = []
    position = 0
    body = re.findall("[^\n]*\n|[^\n]+", diff)[2:]
    for index, line in enumerate(body):
        if header := re.match(r"@@ -(\d+)(?:,(\d+))? ", line):
            start = int(header[1]) - (header[2] != "0")
            new_lines += old_lines[position:start]
            position = start
            continue
        if line.startswith("\\"):
            continue
        cut = index + 1 < len(body) and body[index + 1].startswith("\\")
        content = line[1:-1] if cut else line[1:]
        if line[0] in " -":
            assert old_lines[position] == content
            position += 1
        if line[0] in " +":
            new_lines.append(content)
    return "".join(new_lines + old_lines[position:])


@given(TEXTS, TEXTS)
def test_a_unified_diff_leads_from_the_old_text_to_the_new(old, new):
    assert patched(old, unified_diff("a.py", old, new)) == new
