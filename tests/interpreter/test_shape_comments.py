"""``# shape:`` comments: used where the analyzer does not know, never stronger than it."""

from __future__ import annotations

from tests.interpreter.programs import last_shape, run


# Nothing but the comment tells what the file holds.
def test_a_comment_tells_what_the_analyzer_cannot_know():
    program = """
        x = load_features()  # shape: (None, 28, 28)
        layers.Flatten()(x)
    """
    assert last_shape(program) == "(None, 784)"


# A word in the comment is a size of its own.
def test_a_word_is_a_symbol():
    program = """
        x = load_features()  # shape: (None, steps, 3)
        layers.Dense(2)(x)
    """
    assert last_shape(program) == "(None, steps, 2)"


# The comment is wrong: what the code says stands, and the contradiction is a fact.
def test_a_contradiction_is_recorded_and_the_code_wins():
    program = """
        x = keras.Input((28, 28))
        y = layers.Flatten()(x)  # shape: (None, 28)
        layers.Dense(2)(y)
    """
    report = run(program)
    assert str(report.model.layer_calls[-1].inputs.shape) == "(None, 784)"
    assert [misuse.kind for misuse in report.model.misuses] == ["shape-comment"]
