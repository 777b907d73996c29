"""Programs for the tests, analyzed."""

from __future__ import annotations

from textwrap import dedent

from keras_lint.engine import Report, analyze
from keras_lint.rules.registry import all_rules
from keras_lint.settings import Settings
from keras_lint.source import SourceText
from keras_lint.verification import Session, verify
from keras_lint.verification.verdicts import ModelVerdict, Status, Verification

IMPORTS = "import numpy as np\nimport keras\nfrom keras import layers\n"

FLAGSHIP = """
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Activation
from keras.layers import Flatten
model = Sequential()
model.add(Dense(16, input_shape=(3, 2)))
model.add(Activation('relu'))
model.add(Flatten())
model.add(Dense(4))
model.compile(loss='mean_squared_error', optimizer='SGD')
"""


def report_of(program: str, version: str = "3") -> Report:
    """Analyze a program, with the usual imports where it has none."""
    text = dedent(program).strip() + "\n"
    whole = text if "import" in text else IMPORTS + text
    rules = [rule.name for rule in all_rules() if rule.default_enabled()]
    return analyze(SourceText("program.py", whole), Settings(version=version), rules=rules)


def verdict_on(program: str, session: Session, version: str = "3") -> Verification:
    """Analyze a program and ask Keras."""
    return verify(report_of(program, version), session)


def only_model(verification: Verification) -> ModelVerdict:
    """Give the only model of a file."""
    assert verification.unavailable == ""
    (model,) = verification.models
    return model


def statuses(model: ModelVerdict) -> list[Status]:
    """List what became of the layers of a model."""
    return [layer.status for layer in model.layers]
