"""``dense-on-multidim-input``: what is a mistake, and what it says."""

from __future__ import annotations

import pytest

from keras_lint.diagnostics import Applicability
from keras_lint.diagnostics.edits import apply
from tests.rules.marks import check, diagnose, program

RULE = "dense-on-multidim-input"

QUESTION = """
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Activation, Flatten

model = Sequential()
model.add(Dense(16, input_shape=(3, 2)))  # [dense-on-multidim-input]
model.add(Activation('relu'))
model.add(Flatten())
model.add(Dense(4))
model.compile(loss='mean_squared_error', optimizer='SGD')
"""

ANSWER = """
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Activation, Flatten

model = Sequential()
model.add(Flatten(input_shape=(3, 2)))
model.add(Dense(16))  # [dense-on-multidim-input]
model.add(Activation('relu'))
model.add(Dense(4))
model.compile(loss='mean_squared_error', optimizer='SGD')
"""


def test_the_question_is_reported_in_full() -> None:
    (found,) = check(QUESTION, rules=[RULE])
    assert found.message == (
        "this `Dense` maps each of the 3 rows of 2 values by itself: (None, 3, 2) -> (None, 3, 16)"
    )
    assert [(one.span.line, one.text) for one in found.labels] == [
        (6, "multiplies the last axis only: (None, 3, 2) -> (None, 3, 16)"),
        (6, "the input is (None, 3, 2)"),
        (8, "(None, 48)"),
    ]
    assert found.notes == (
        "`Dense` does not flatten its input; it multiplies the last axis only, and all "
        "positions share one kernel of shape (2, 16)",
        "the `Flatten` of this model stands after the axes were kept, so it joins them too late",
    )
    assert found.helps == (
        "move the model's own Flatten to the front: `Flatten(input_shape=(3, 2))` before this "
        "`Dense` gives (None, 6), (None, 16), (None, 16), (None, 4) and 112 + 0 + 68 = 180 "
        "parameters",
    )


def test_the_fix_of_the_question_is_the_accepted_answer() -> None:
    (found,) = diagnose(QUESTION, rules=[RULE])
    (fix,) = found.fixes
    assert fix.applicability is Applicability.UNSAFE
    assert apply(program(QUESTION), [fix]).text == program(ANSWER)


def test_the_answer_is_clean() -> None:
    assert diagnose(ANSWER) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            """
            model = keras.Sequential([
                layers.Dense(16, activation="relu", input_shape=(3, 2)),
                layers.Flatten(),
                layers.Dense(4),
            ])
            """,
            """
            model = keras.Sequential([
                layers.Flatten(input_shape=(3, 2)),
                layers.Dense(16, activation="relu"),
                layers.Dense(4),
            ])
            """,
        ),
        (
            """
            model = keras.Sequential([keras.Input((3, 2)), layers.Dense(16), layers.Flatten(),
                                      layers.Dense(4)])
            """,
            """
            model = keras.Sequential([keras.Input((3, 2)), layers.Flatten(), layers.Dense(16),
                                      layers.Dense(4)])
            """,
        ),
        (
            """
            inputs = keras.Input((28, 28))
            outputs = layers.Dense(10, activation="softmax")(inputs)
            model = keras.Model(inputs, outputs)
            """,
            """
            inputs = keras.Input((28, 28))
            outputs = layers.Dense(10, activation="softmax")(layers.Flatten()(inputs))
            model = keras.Model(inputs, outputs)
            """,
        ),
        (
            """
            from tensorflow.keras import Sequential, Input
            from tensorflow.keras.layers import Dense
            model = Sequential()
            model.add(Input((28, 28)))
            model.add(Dense(10))
            """,
            """
            from tensorflow.keras import Sequential, Input
            from tensorflow.keras.layers import Flatten
            from tensorflow.keras.layers import Dense
            model = Sequential()
            model.add(Input((28, 28)))
            model.add(Flatten())
            model.add(Dense(10))
            """,
        ),
    ],
    ids=["list", "one-line", "functional", "import"],
)
def test_the_fix_keeps_the_form_of_the_code(before: str, after: str) -> None:
    (found,) = diagnose(before, rules=[RULE])
    fixed = apply(program(before), found.fixes[:1]).text
    assert fixed == program(after)
    assert diagnose(fixed, rules=[RULE]) == []


def test_only_the_first_dense_of_a_run_is_reported() -> None:
    check(
        """
        model = keras.Sequential([
            keras.Input((28, 28)),
            layers.Dropout(0.1),
            layers.Dense(64, activation="relu"),  # [dense-on-multidim-input]
            layers.Dropout(0.1),
            layers.Dense(32, activation="relu"),
            layers.BatchNormalization(),
            layers.Dense(10, activation="softmax"),
        ])
        """,
        rules=[RULE],
    )


def test_after_convolutions_pooling_and_flatten_are_offered_with_their_weights() -> None:
    (found,) = check(
        """
        model = keras.Sequential([
            keras.Input((32, 32, 3)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Dense(64, activation="relu"),  # [dense-on-multidim-input]
            layers.Dense(10, activation="softmax"),
        ])
        """,
        rules=[RULE],
    )
    assert found.message == (
        "this `Dense` maps each of the 15 x 15 positions of 32 values by itself: "
        "(None, 15, 15, 32) -> (None, 15, 15, 64)"
    )
    assert found.helps == (
        "put GlobalAveragePooling2D() -> (None, 32) (2,112 weights in this layer) or "
        "Flatten() -> (None, 7200) (460,864 weights in this layer) before it",
        "for one prediction per position, `Conv2D(64, 1)` computes the same and says so",
    )
    assert {fix.applicability for fix in found.fixes} == {Applicability.DISPLAY}


def test_a_backbone_without_its_top_is_a_grid() -> None:
    check(
        """
        base = keras.applications.VGG16(include_top=False, weights=None, input_shape=(64, 64, 3))
        inputs = keras.Input((64, 64, 3))
        x = base(inputs)
        outputs = layers.Dense(10, activation="softmax")(x)  # [dense-on-multidim-input]
        model = keras.Model(inputs, outputs)
        """,
        rules=[RULE],
    )


def test_targets_with_fewer_axes_decide() -> None:
    (found,) = check(
        """
        x, y = np.zeros((64, 30, 4)), np.zeros((64,))
        model = keras.Sequential([
            keras.Input((30, 4)),
            layers.Conv1D(16, 3, activation="relu"),
            layers.Dense(8, activation="relu"),  # [dense-on-multidim-input]
            layers.Dense(1),
        ])
        model.compile("adam", loss="mse")
        model.fit(x, y)
        """,
    )
    assert found.notes[1] == (
        "Keras reports nothing: the loss subtracts (batch, 28, 1) and the targets, which "
        "broadcast to (batch, 28, batch)"
    )
