"""Models of this process: the program that is written for them, and its findings."""

from __future__ import annotations

import subprocess
import sys

import keras
import numpy as np
import pytest
from keras import layers

import keras_lint
from keras_lint.testing import assert_clean
from keras_lint.verification.live import CannotCheck


class Doubled(layers.Layer):
    def call(self, x):
        return keras.ops.concatenate([x, x], -1)


def _digits(*first: layers.Layer) -> keras.Model:
    head = [layers.Dense(128, activation="relu"), layers.Dense(10, activation="softmax")]
    model = keras.Sequential([keras.Input((28, 28)), *first, *head])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    return model


X, Y = np.zeros((100, 28, 28)), np.arange(100) % 10


def test_a_live_model_without_its_flatten_is_found() -> None:
    found = keras_lint.check(_digits(), X, Y)
    assert [one.severity.value for one in found] == ["error"]
    assert "(100,)" in found[0].message
    assert "layers.Dense(units=128, activation='relu')" in str(found)


def test_the_helper_for_tests_raises_with_the_finding() -> None:
    with pytest.raises(AssertionError, match="28 rows of 10 values"):
        assert_clean(_digits(), X, Y)
    assert_clean(_digits(layers.Flatten()), X, Y)


def test_findings_can_be_accepted_by_name() -> None:
    rule = keras_lint.check(_digits(), X, Y)[0].rule
    assert_clean(_digits(), X, Y, ignore=[f"keras-{rule}"])


# The program must give what the live model has, through custom layers and operations too.
def test_a_live_functional_model_is_written_down_as_it_is() -> None:
    a = keras.Input((8,))
    b = layers.Dense(4)(a)
    c = layers.Add()([a[:, :4], b]) + b
    inner = keras.Sequential([keras.Input((3, 2)), layers.TimeDistributed(layers.Dense(3))])
    d = inner(layers.Reshape((3, 2))(layers.Dense(6)(c)))
    model = keras.Model(a, [Doubled()(c), d, layers.LSTM(5, return_sequences=True)(d)])
    from keras_lint.engine import analyze
    from keras_lint.verification.live import SourceText
    from keras_lint.verification.live_source import LiveSource

    text = "\n".join(LiveSource(model).lines()) + "\n"
    report = analyze(SourceText("m.py", text), rules=())
    (graph,) = [one for one in report.model.models if one.variable == "model"]
    assert [str(one.shape) for one in graph.output] == [str(one.shape) for one in model.outputs]


def test_predict_on_one_sample_is_found() -> None:
    model = keras.Sequential([keras.Input((3, 2)), layers.Flatten(), layers.Dense(4)])
    found = keras_lint.check(model, np.zeros((3, 2)))
    assert [one.rule for one in found] == ["input-rank"]


def test_a_model_with_code_of_its_own_cannot_pass_as_clean() -> None:
    class Mine(keras.Model):
        def call(self, x):
            return x

    with pytest.raises(CannotCheck, match="code of its own"):
        assert_clean(Mine())


def test_what_is_no_model_is_refused() -> None:
    with pytest.raises(CannotCheck, match="no Keras model"):
        keras_lint.check(object())


class Classifier(keras.Model):
    def __init__(self, *first: layers.Layer) -> None:
        super().__init__()
        self.first = list(first)
        self.hidden = layers.Dense(16, activation="relu")
        self.top = layers.Dense(10, activation="softmax")

    def call(self, x):
        for layer in self.first:
            x = layer(x)
        return self.top(self.hidden(x))


# The layers of such a model are connected by calling it; the data say on what.
def test_a_model_with_code_of_its_own_is_called_on_symbols() -> None:
    bad, good = Classifier(), Classifier(layers.Flatten())
    for model in (bad, good):
        model.compile("adam", loss="sparse_categorical_crossentropy")
    assert [one.rule for one in keras_lint.check(bad, X, Y)] == ["loss-against-output"]
    keras_lint.testing.assert_clean(good, X, Y)


def test_code_that_symbols_cannot_follow_is_said() -> None:
    class Branching(keras.Model):
        def call(self, x):
            return x if float(x[0, 0, 0]) > 0 else -x

    with pytest.raises(CannotCheck, match="cannot be called on symbolic tensors"):
        keras_lint.check(Branching(), X)


def test_models_of_tf_keras_are_checked() -> None:
    import tf_keras

    top = tf_keras.layers.Dense(10, activation="softmax")
    image = tf_keras.Input((28, 28))
    flat = tf_keras.layers.Flatten()
    bad = tf_keras.Sequential([image, tf_keras.layers.Dense(10, activation="softmax")])
    good = tf_keras.Model(image, top(flat(image)))
    for model in (bad, good):
        model.compile("adam", loss="sparse_categorical_crossentropy")
    assert [one.rule for one in keras_lint.check(bad, X, Y)] == ["loss-against-output"]
    keras_lint.testing.assert_clean(good, X, Y)


def test_the_helper_is_reached_by_the_package_alone() -> None:
    program = "import keras_lint; print(keras_lint.testing.assert_clean.__module__)"
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert found.stdout == "keras_lint.testing\n"
    assert not hasattr(keras_lint, "nothing")
