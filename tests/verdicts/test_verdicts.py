"""The table of verdicts is well formed, and the findings it judges are good enough."""

from __future__ import annotations

from collections import Counter

from keras_lint.rules.registry import all_rules
from tests.verdicts import compare, table
from tests.verdicts.table import COLUMNS, VERDICTS, Place

CODES = {rule.name: rule.code for rule in all_rules()}
ROWS = table.read()


def _judged(letter: str) -> Counter[str]:
    return Counter(row.verdict for row in ROWS if CODES[row.place.rule].startswith(letter))


def test_the_columns():
    assert table.header() == COLUMNS


def test_every_rule_is_one_that_runs_by_default():
    unknown = {
        row.place.rule for row in ROWS if CODES.get(row.place.rule, "")[:1] not in ("E", "W")
    }
    assert unknown == set()


def test_every_verdict_is_a_known_word():
    assert [row for row in ROWS if row.verdict not in VERDICTS] == []


def test_every_verdict_has_its_reason_in_one_line():
    assert [row for row in ROWS if not row.reason.strip() or "\n" in row.reason] == []


def test_no_place_is_judged_twice():
    counted = Counter(row.place for row in ROWS)
    assert [place for place, times in counted.items() if times > 1] == []


def test_the_rows_are_sorted():
    assert [row.place for row in ROWS] == sorted(row.place for row in ROWS)


def test_no_error_is_false():
    wrong = [
        f"{row.place}: {row.reason}"
        for row in ROWS
        if row.verdict == "false" and CODES[row.place.rule].startswith("E")
    ]
    assert wrong == []


def test_nine_warnings_in_ten_are_welcome():
    judged = _judged("W")
    assert judged["true"] >= 0.9 * judged.total(), dict(judged)


def test_a_report_is_read_as_places():
    found = compare.places(
        [{"path": "a+b@1/c d/e.py", "line": 7, "rule": "learning-rate", "message": "too large"}]
    )
    assert found == {Place("a/b@1", "c d/e.py", 7, "learning-rate"): "too large"}


def test_what_one_side_has_alone_is_listed():
    here, gone, new = (Place("a/b", "c.py", line, "learning-rate") for line in (1, 2, 3))
    assert compare.differences({here: "x", new: "too large"}, [here, gone]) == [
        "no verdict: a/b c.py:3 learning-rate: too large",
        "no finding: a/b c.py:2 learning-rate",
    ]
