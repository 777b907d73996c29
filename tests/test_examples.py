"""Each of the five programs does what its first comment says."""

from __future__ import annotations

from pathlib import Path

import pytest

from keras_lint import engine
from keras_lint.engine import analyze
from keras_lint.settings import Settings
from keras_lint.source import SourceText
from tests.annotated.record import recorded

engine.FAIL_LOUDLY = True
EXAMPLES = Path(__file__).parent.parent / "examples"

# File, what the first comment must say, the code of each line that is reported with its rule,
# and the class and line of what Keras raises.
CASES = [
    (
        "question.py",
        ["reports two things", "(None, 3, 2) -> (None, 3, 16)", "without the batch axis"],
        [
            ("model.add(Dense(16, input_shape=(3, 2)))", "dense-on-multidim-input"),
            ("y = model.predict(x)", "input-rank"),
        ],
        (17, "ValueError"),
    ),
    (
        "accepted_answer.py",
        ["reports nothing", "112 + 68 = 180 parameters"],
        [],
        None,
    ),
    (
        "image_classifier.py",
        ["the first Dense as an error", "(None, 28, 10)"],
        [('layers.Dense(128, activation="relu"),', "loss-against-output")],
        (21, "ValueError"),
    ),
    (
        "recurrent_regressor.py",
        ["warns", "(None, 20, 1)", "without a word"],
        [("model.add(layers.Dense(1))", "target-broadcast-by-loss")],
        None,
    ),
    (
        "transformer.py",
        ["reports nothing", "694,210 parameters"],
        [],
        None,
    ),
]
IDS = [case[0] for case in CASES]


def _report(name: str) -> engine.Report:
    text = (EXAMPLES / name).read_text("utf-8")
    return analyze(SourceText(name, text), Settings(version="3"))


def _defaults(report: engine.Report) -> list[tuple[str, str]]:
    lines = report.source.lines()
    return [
        (lines[one.span.line - 1].strip(), one.rule)
        for one in report.diagnostics
        if one.code[0] in "EW"
    ]


def test_there_are_five():
    assert sorted(path.name for path in EXAMPLES.glob("*.py")) == sorted(IDS)


@pytest.mark.parametrize(("name", "words", "findings", "raised"), CASES, ids=IDS)
def test_findings_are_those_of_the_first_comment(name, words, findings, raised):
    text = (EXAMPLES / name).read_text("utf-8")
    comment = text.partition("\nimport ")[0]
    assert all(line.startswith("# ") for line in comment.split("\n"))
    joined = comment.replace("\n# ", " ")
    assert [word for word in words if word not in joined] == []
    assert _defaults(_report(name)) == findings


@pytest.mark.parametrize(("name", "words", "findings", "raised"), CASES, ids=IDS)
def test_keras_does_what_the_first_comment_says(name, words, findings, raised):
    error = recorded()[f"examples/{name}"]["error"]
    assert (None if error is None else tuple(error[:2])) == raised


@pytest.mark.parametrize(
    ("name", "total"), [("accepted_answer.py", 180), ("transformer.py", 694210)]
)
def test_parameters_are_those_of_the_first_comment(name, total):
    (model,) = _report(name).model.models
    assert model.params == total


def test_the_question_is_advised_to_move_its_flatten():
    """The advice is the accepted answer, with its shapes."""
    first = _report("question.py").diagnostics[0]
    assert "move the model's own Flatten to the front" in first.helps[0]
    assert "(None, 6), (None, 16), (None, 16), (None, 4)" in first.helps[0]
    assert "112 + 0 + 68 = 180 parameters" in first.helps[0]
