"""Zeros of the shapes of the user's data, through the methods of a model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from keras_lint.verification import Session, verify
from keras_lint.verification.surprises import refused
from tests.verification.programs import only_model, report_of, verdict_on

INTO_TWO = """
a, b = keras.Input((3,)), keras.Input((4,))
model = keras.Model([a, b], layers.Dense(2)(layers.Concatenate()([a, b])))
model.compile("adam", loss="mse")
"""
MODEL = """
model = keras.Sequential([keras.Input((9,)), layers.Dense(1)])
model.compile("adam", loss="mse")
"""


@pytest.mark.parametrize(
    ("program", "rule", "words"),
    [
        (
            "model = keras.Sequential([keras.Input((1, 9)), layers.LSTM(8), layers.Dense(1)])\n"
            'model.compile("adam", loss="mse")\n'
            "model.fit(np.zeros((100, 9)), np.zeros((100, 1)))",
            "input-rank",
            "Expected shape (None, 1, 9), but input has incompatible shape (None, 9)",
        ),
        (
            MODEL + "model.fit(np.zeros((100, 9)), np.zeros((90, 1)))",
            "sample-counts",
            "Data cardinality is ambiguous",
        ),
        (
            MODEL + "model.predict(np.zeros((100, 7)))",
            "input-size",
            "expected axis -1 of input shape to have value 9",
        ),
        (
            MODEL + "model.train_on_batch(np.zeros((5, 7)), np.zeros((5, 1)))",
            "input-size",
            "received input with shape (5, 7)",
        ),
        (
            INTO_TWO + "model.fit(np.zeros((10, 3)), np.zeros((10, 2)))",
            "number-of-inputs",
            "but it received 1 input tensors",
        ),
        (
            MODEL + "model.fit(np.zeros((20, 9)), np.zeros((20, 1)),\n"
            "          validation_data=(np.zeros((8, 7)), np.zeros((8, 1))))",
            "validation-shape",
            "but received input with shape (None, 7)",
        ),
        (
            "model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(1)])\n"
            "model.predict(np.zeros((28, 28)))",
            "input-rank",
            "Expected shape (None, 28, 28), but input has incompatible shape (28, 28)",
        ),
    ],
)
def test_what_keras_says_of_data_is_reproduced(
    program: str, rule: str, words: str, session: Session
) -> None:
    verification = verdict_on(program, session)
    assert [one.rule for one in verification.diagnostics] == [rule]
    (note,) = [n for n in verification.diagnostics[0].notes if "(reproduced with keras 3" in n]
    assert words in note
    assert not verification.disagrees


def test_data_that_fit_are_taken(session: Session) -> None:
    verification = verdict_on(
        INTO_TWO
        + """
model.fit({a.name: np.zeros((10, 3)), b.name: np.zeros((10, 4))}, np.zeros((10, 2)))
model.predict([np.zeros((7, 3)), np.zeros((7, 4))])
""",
        session,
    )
    assert verification.diagnostics == ()
    last = only_model(verification).feeds[-1]
    assert (last.kind, last.raised, last.output) == ("predict", "", "(7, 2)")


# Keras adds the axis by itself and predicts 28 times.
def test_what_keras_makes_of_one_sample_is_shown(session: Session) -> None:
    verification = verdict_on(
        """
        model = keras.Sequential([keras.Input((28, 1)), layers.LSTM(4), layers.Dense(1)])
        model.predict(np.zeros((28, 1)))
        """,
        session,
    )
    (finding,) = verification.diagnostics
    assert finding.rule == "one-sample-without-batch"
    assert "on zeros of these shapes `predict` gives (28, 1) (reproduced" in finding.notes[-1]


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("model.fit(load(), np.zeros((10, 1)))", "`load`"),
        ("model.predict(np.zeros((90_000_000, 9)))", "too large"),
    ],
)
def test_data_that_cannot_be_tried_say_why(program: str, reason: str, session: Session) -> None:
    (feed,) = only_model(verdict_on(MODEL + program, session)).feeds
    assert reason in feed.skipped
    assert feed.raised == ""


def test_weights_are_not_allocated_for_a_trial(session: Session) -> None:
    program = """
    model = keras.Sequential([keras.Input((100_000,)), layers.Dense(100_000)])
    model.predict(np.zeros((1, 100_000)))
    """
    (feed,) = only_model(verdict_on(program, session)).feeds
    assert feed.skipped == "its 10,000,100,000 weights are not allocated"


# One of the two is wrong; the reader gets both answers.
def test_an_error_that_keras_does_not_raise_for_the_data_is_withdrawn(session: Session) -> None:
    bad = report_of(MODEL + "model.fit(np.zeros((91, 9)), np.zeros((90, 1)))")
    good = report_of(MODEL + "model.fit(np.zeros((90, 9)), np.zeros((90, 1)))")
    verification = verify(replace(good, diagnostics=bad.diagnostics), session)
    assert verification.dropped == bad.diagnostics
    (finding,) = verification.diagnostics
    assert finding.rule == "keras-disagrees"
    assert finding.message.startswith("Keras gives no error here, the analysis an error: the data")


def test_an_error_about_data_that_the_analysis_misses_is_a_finding(session: Session) -> None:
    report = report_of(MODEL + "model.predict(np.zeros((90, 9)))")
    model = only_model(verify(report, session))
    (feed,) = model.feeds
    planted = replace(model, feeds=(replace(feed, raised="ValueError: not these", output=""),))
    (finding,) = refused(report, [planted], [], "keras 3")
    assert finding.rule == "keras-disagrees"
    assert finding.message == "Keras gives an error here, the analysis a `predict` that runs"
    assert finding.notes[-1] == "ValueError: not these"
    assert list(refused(report, [model], [], "keras 3")) == []


# A rule that is switched off has seen it all the same.
def test_an_error_that_a_silenced_rule_explains_is_no_disagreement(session: Session) -> None:
    report = report_of(MODEL + "model.predict(np.zeros((90, 7)))")
    verification = verify(replace(report, diagnostics=()), session)
    assert only_model(verification).feeds[0].raised != ""
    assert verification.diagnostics == ()


def test_what_the_model_itself_raises_is_reproduced(session: Session) -> None:
    program = """
    one, two = layers.Dense(2, name="a"), layers.Dense(1, name="a")
    keras.Sequential([keras.Input((3,)), one, two])
    """
    (finding,) = verdict_on(program, session).diagnostics
    assert finding.rule == "duplicate-layer-name"
    (note,) = [one for one in finding.notes if "(reproduced with keras 3" in one]
    assert "should have unique names" in note
