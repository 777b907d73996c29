"""Findings built by hand, and short ways to build more."""

from __future__ import annotations

from keras_lint.diagnostics.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Severity,
)
from keras_lint.source import SourceText, Span


def source(path: str, *lines: str) -> SourceText:
    """Give a file with these lines."""
    return SourceText(path, "\n".join(lines) + "\n")


def at(file: SourceText, line: int, text: str) -> Span:
    """Give the span of the first occurrence of a text on a line."""
    column = file.lines()[line - 1].index(text)
    return Span(file.path, line, column, line, column + len(text))


def before(file: SourceText, line: int, text: str) -> Span:
    """Give the empty span in front of a text on a line."""
    column = file.lines()[line - 1].index(text)
    return Span(file.path, line, column, line, column)


DIGITS = source(
    "digits.py",
    "import keras",
    "from keras import layers",
    "",
    "",
    "model = keras.Sequential([",
    "    keras.Input((28, 28)),",
    '    layers.Dense(128, activation="relu"),',
    '    layers.Dense(10, activation="softmax"),',
    "])",
    "",
    'model.compile("adam", loss="sparse_categorical_crossentropy")',
)
FLATTEN_FIRST = (
    "flatten each image into 784 values first; the model then has 101,770 weights instead of 5,002"
)
OUTPUT_TARGET_MISMATCH = Diagnostic(
    rule="output-target-mismatch",
    code="E7101",
    severity=Severity.ERROR,
    span=at(DIGITS, 7, 'layers.Dense(128, activation="relu")'),
    message="the model returns 28 rows of 10 values per image, but the loss needs one row",
    labels=(
        Label(at(DIGITS, 6, "keras.Input((28, 28))"), "an image is 28 rows of 28"),
        Label(
            at(DIGITS, 7, 'layers.Dense(128, activation="relu")'),
            "works on each row by itself: (None, 28, 28) -> (None, 28, 128)",
        ),
        Label(at(DIGITS, 8, 'layers.Dense(10, activation="softmax")'), "(None, 28, 10)"),
        Label(
            at(DIGITS, 11, '"sparse_categorical_crossentropy"'),
            "needs (None, 10) for one label per image",
        ),
    ),
    notes=(
        "`Dense` does not flatten its input; Keras builds this model and stops in `fit()` "
        "(reproduced with keras 3.15.1)",
    ),
    helps=(FLATTEN_FIRST,),
    fixes=(
        Fix(
            FLATTEN_FIRST,
            (Edit(before(DIGITS, 7, "layers"), "layers.Flatten(),\n    "),),
            Applicability.UNSAFE,
        ),
    ),
)

CIFAR = source(
    "cifar.py",
    "import keras",
    "from keras import layers",
    "",
    "",
    "model = keras.Sequential([",
    "    keras.Input((32, 32, 3)),",
    '    layers.Conv2D(32, 3, activation="relu"),',
    "    layers.MaxPooling2D(),",
    '    layers.Dense(64, activation="relu"),',
    '    layers.Dense(10, activation="softmax"),',
    "])",
)
DENSE_ON_MULTIDIM_INPUT = Diagnostic(
    rule="dense-on-multidim-input",
    code="W7101",
    severity=Severity.WARNING,
    span=at(CIFAR, 9, 'layers.Dense(64, activation="relu")'),
    message="this `Dense` predicts for each of the 15 x 15 positions, not once per image",
    labels=(
        Label(at(CIFAR, 7, 'layers.Conv2D(32, 3, activation="relu")'), "(None, 30, 30, 32)"),
        Label(at(CIFAR, 8, "layers.MaxPooling2D()"), "(None, 15, 15, 32)"),
        Label(
            at(CIFAR, 9, 'layers.Dense(64, activation="relu")'),
            "multiplies the last axis only: (None, 15, 15, 64)",
        ),
        Label(at(CIFAR, 10, 'layers.Dense(10, activation="softmax")'), "(None, 15, 15, 10)"),
    ),
    notes=(
        "no later layer removes the 15 x 15 grid, "
        "and nothing in this file says what the targets look like",
    ),
    helps=(
        "for one prediction per image, put one of these before line 9\n"
        "  layers.GlobalAveragePooling2D()    (None, 32)      2,112 weights in the next layer\n"
        "  layers.Flatten()                   (None, 7200)    460,864 weights in the next layer",
        'for one prediction per position, `layers.Conv2D(64, 1, activation="relu")` computes the '
        "same\nand says so",
    ),
)

FORECAST = source(
    "forecast.py",
    "import keras",
    "from keras import layers",
    "",
    "x, y = load()",
    "",
    "model = keras.Sequential([",
    "    layers.LSTM(32, return_sequences=True),",
    "    layers.Dense(1),",
    "])",
    "",
    "",
    'model.compile("adam", loss="mse")',
    "model.fit(x, y, batch_size=16)",
)
LAST_STEP = "for one value per sequence, return only the last step"
TARGET_BROADCAST_BY_LOSS = Diagnostic(
    rule="target-broadcast-by-loss",
    code="W7102",
    severity=Severity.WARNING,
    span=at(FORECAST, 8, "layers.Dense(1)"),
    message="the loss compares each prediction with the target of every sequence in the batch",
    labels=(
        Label(at(FORECAST, 7, "return_sequences=True"), "keeps all 20 steps: (None, 20, 32)"),
        Label(at(FORECAST, 8, "layers.Dense(1)"), "one value for each step: (None, 20, 1)"),
        Label(
            at(FORECAST, 12, '"mse"'),
            "subtracts (16, 20, 1) and (16,), which broadcast to (16, 20, 16)",
        ),
        Label(at(FORECAST, 13, "y"), "one value per sequence: (992,)"),
    ),
    notes=(
        "Keras reports nothing and `fit()` runs; on random data its loss is the mean over all\n"
        "16 x 20 x 16 pairs (reproduced with keras 3.15.1)",
    ),
    helps=(LAST_STEP, "for one value per step, the targets need the shape (992, 20)"),
    fixes=(
        Fix(
            LAST_STEP,
            (Edit(at(FORECAST, 7, ", return_sequences=True"), ""),),
            Applicability.UNSAFE,
        ),
    ),
)

SOURCES = {file.path: file for file in (DIGITS, CIFAR, FORECAST)}
FINDINGS = (OUTPUT_TARGET_MISMATCH, DENSE_ON_MULTIDIM_INPUT, TARGET_BROADCAST_BY_LOSS)


def finding(span: Span, *labels: Label, fixes: tuple[Fix, ...] = ()) -> Diagnostic:
    """Give a finding of which only the places matter."""
    return Diagnostic("some-rule", "W7199", Severity.WARNING, span, "headline", labels, fixes=fixes)
