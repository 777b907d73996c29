"""Texts that are no Python: what is named, what is left out, what stays."""

from __future__ import annotations

import ast

import pytest

from keras_lint.engine import analyze
from keras_lint.interpreter.leniency import ParseFailure, leave_out
from keras_lint.settings import Settings
from keras_lint.shapes import TensorSpec
from keras_lint.source import SourceText

PRINT = "Python 2's print statement"


def left_out(text: str) -> list[tuple[int, str]]:
    """Give the lines and names of what is left out; the rest must be Python, line for line."""
    repaired, failures = leave_out(SourceText("broken.py", text))
    ast.parse(repaired)
    assert repaired.count("\n") == text.count("\n") + 1
    return [(failure.line, failure.message) for failure in failures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("print y.shape\n", PRINT),
        ("if x: print y\n", PRINT),
        ("exec 'x'\n", "Python 2's exec statement"),
        ("raise E, 'x'\n", "Python 2's form of `raise`, with a comma"),
        ("x = `y`\n", "Python 2's backquotes"),
        ("if a <> b:\n    pass\n", "Python 2's operator `<>`"),
        ("x = 0777\n", "Python 2's form of an octal integer"),
        ("x = 10L\n", "Python 2's long integer"),
        ("if x = 3:\n    pass\n", "`=` where a condition needs `==`"),
        ("async = 3\n", "an assignment to the keyword `async`"),
        ("x := 3\n", "`:=` outside of parentheses"),
        ("return 3\n", "`return` outside of a function"),
        ("x = 3\nyield x\n", "`yield` outside of a function"),
        ("if x:\n    continue\n", "`continue` outside of a loop"),
        ("f(x=3, x=4)\n", "keyword argument repeated: x"),
        ("x = ur'a'\n", "Python 2's string prefix `ur`"),
        ("def f(a, (b, c)):\n    pass\n", "Python 2's tuple as a parameter"),
        (">>> x = 1\n", "the prompt of an interactive session"),
        ("!pip install keras\n", "a shell command of a notebook"),
        ("%matplotlib inline\n", "a magic command of a notebook"),
        ("x = \u201ca\u201d\n", "a typographic quotation mark"),
        ("<<<<<<< HEAD\n", "a marker of an unresolved merge"),
        ("def f():\nx = 1\n", "a block without a body"),
        ("x = (1\n", "'(' was never closed"),
        ("m = f([\n  a(1)\n  b(2)\n])\n", "invalid syntax, as where a comma is missing"),
    ],
)
def test_names_the_construct(text: str, expected: str) -> None:
    assert [name for _, name in left_out(text)] == [expected]


def test_leaves_out_all_print_statements_at_once() -> None:
    text = "".join(f"x = {i}\nprint x\n" for i in range(300)) + "print(x)\nprinter = 1\n"
    assert left_out(text) == [(2 * i + 2, PRINT) for i in range(300)]


def test_a_python_2_handler_keeps_its_body() -> None:
    text = "try:\n    x\nexcept E, e:\n    y = 1\n"
    repaired, _ = leave_out(SourceText("broken.py", text))
    assert "except Exception:\n    y = 1\n" in repaired


def test_a_statement_of_many_lines_is_left_out_as_one() -> None:
    text = "a = 1\nm = f([\n  b(1)\n  c(2)\n])\nd = 4\n"
    repaired, _ = leave_out(SourceText("broken.py", text))
    assert repaired.splitlines()[0] == "a = 1"
    assert repaired.splitlines()[2:6] == ["", "", "", "d = 4"]


def test_a_bracket_that_stays_open_does_not_swallow_the_file() -> None:
    text = "m = f([\n  b(1),\nx = 3\ny = 4\n"
    repaired, _ = leave_out(SourceText("broken.py", text))
    assert repaired.splitlines()[2:] == ["x = 3", "y = 4", ""]


def test_gives_up_on_what_is_no_program() -> None:
    text = "".join(f"this is line {i} of a letter\n" for i in range(200))
    with pytest.raises(ParseFailure):
        leave_out(SourceText("letter.py", text))
    report = analyze(SourceText("letter.py", f"keras\n{text}"), Settings())
    assert report.fault is not None
    assert report.left_out == ()


def test_what_a_left_out_statement_may_have_changed_is_unknown() -> None:
    """Nothing is said of a model whose layers are not all known."""
    text = (
        "import keras\n"
        "model = keras.Sequential([keras.Input((3,))])\n"
        "model.add(keras.layers.Flatten()\n"
        "size = 3\n"
        "size = (4\n"
        "output = keras.layers.Dense(size)(keras.Input((3,)))\n"
    )
    report = analyze(SourceText("broken.py", text), Settings())
    (call,) = report.model.layer_calls
    assert isinstance(call.output, TensorSpec)
    (model,) = report.model.models
    assert [fault.line for fault in report.left_out] == [3, 5]
    assert str(call.output.shape) == "(None, ?)"
    assert (model.built, str(model.params)) == (False, "?")


def test_line_ends_and_columns() -> None:
    report = analyze(SourceText("broken.py", "x = 1\r\nif x:\r\n    print x\r\n"), Settings())
    assert report.fault is not None
    assert (report.fault.line, report.fault.column, report.fault.message) == (3, 5, PRINT)
