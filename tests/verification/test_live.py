"""Models of this process: the program that is written for them, and its findings."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import layers

import keras_lint
from keras_lint.testing import assert_model_is_clean
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
        assert_model_is_clean(_digits(), X, Y)
    assert_model_is_clean(_digits(layers.Flatten()), X, Y)


def test_findings_can_be_accepted_by_name() -> None:
    rule = keras_lint.check(_digits(), X, Y)[0].rule
    assert_model_is_clean(_digits(), X, Y, ignore=[f"keras-{rule}"])


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
        assert_model_is_clean(Mine())


def test_what_is_no_model_is_refused() -> None:
    with pytest.raises(CannotCheck, match="no Keras model"):
        keras_lint.check(object())
