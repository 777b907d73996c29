"""``unknown-keras-name``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import re

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import check, diagnose, full_text

REFUSED = {
    "misspelled": """
        layer = layers.Drop0ut(0.5)  # [unknown-keras-name]
        """,
    "gone_in_keras_3": """
        layer = layers.LocallyConnected1D(3, 2)  # [unknown-keras-name]
        """,
    "a_module": """
        layer = keras.layrs.Dense(3)  # [unknown-keras-name]
        """,
    "an_optimizer": """
        optimizer = keras.optimizers.Adamm(1e-3)  # [unknown-keras-name]
        """,
    "a_loss_that_is_not_called": """
        loss = keras.losses.mean_square_error  # [unknown-keras-name]
        """,
    "a_metric": """
        metric = keras.metrics.Accurcy()  # [unknown-keras-name]
        """,
    "a_model": """
        base = keras.applications.VGG15(weights=None)  # [unknown-keras-name]
        """,
    "a_method_of_models": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(3)])
        classes = model.predict_classes(np.zeros((2, 8)))  # [unknown-keras-name]
        """,
    "training_with_a_generator": """
        def batches():
            while True:
                yield np.zeros((2, 8)), np.zeros((2, 1))

        x = keras.Input((8,))
        model = keras.Model(x, layers.Dense(1)(x))
        model.compile("adam", "mse")
        model.fit_generator(batches(), steps_per_epoch=1)  # [unknown-keras-name]
        """,
    "the_states_of_a_model": """
        start = keras.Input(batch_shape=(1, 5, 2))
        model = keras.Sequential([start, layers.LSTM(2, stateful=True)])
        for epoch in range(2):
            model.reset_states()  # [unknown-keras-name]
        """,
    "a_method_of_layers": """
        x = keras.Input((8,))
        dense = layers.Dense(1)
        y = dense(x)
        z = dense.get_output_at(0)  # [unknown-keras-name]
        """,
    "a_function": """
        labels = keras.utils.to_categoricl([1])  # [unknown-keras-name]
        """,
}

# Python raises before the program runs.
IMPORTED = {
    "a_layer_that_is_imported": """
        from keras.layers import Fltten  # [unknown-keras-name]
        layer = Fltten()
        """,
    "a_callback_that_is_imported": """
        from keras.callbacks import EarlyStoping  # [unknown-keras-name]
        """,
    "a_module_of_tensorflow_keras": """
        from tensorflow.keras import lossess  # [unknown-keras-name]
        """,
    "a_module_that_is_imported": """
        import keras.optimizrs  # [unknown-keras-name]
        """,
}

ACCEPTED = {
    "the_states_of_a_layer": """
        start = keras.Input(batch_shape=(1, 5, 2))
        model = keras.Sequential([start, layers.LSTM(2, stateful=True)])
        for layer in model.layers:
            layer.reset_states()
        if hasattr(model, "reset_states"):
            model.reset_states()
        """,
    "a_method_of_the_users_own": """
        class Classifier(keras.Model):
            def call(self, inputs):
                return inputs

            def predict_classes(self, x):
                return np.argmax(self.predict(x, verbose=0), axis=-1)

        classes = Classifier().predict_classes(np.zeros((2, 8)))
        """,
    "an_alias": """
        layer = layers.MaxPool2D()
        """,
    "without_a_schema": """
        spec = layers.InputSpec(ndim=2)
        """,
    "where_it_may_be_caught": """
        try:
            from keras.utills import to_categorical
        except ImportError:
            from keras.utils import to_categorical
        """,
    "used_after_it_may_be_caught": """
        try:
            Conv = layers.QuaternionConv2D
        except AttributeError:
            Conv = layers.Conv2D
        layer = Conv(2, 3)
        """,
    "asked_for_with_a_default": """
        Norm = getattr(layers, "ScaleNormalization", layers.LayerNormalization)
        layer = Norm()
        """,
    "set_by_the_program": """
        class Snake(layers.Layer):
            def call(self, x):
                return x + keras.ops.sin(x) ** 2

        layers.Snake = Snake
        layer = layers.Snake()
        del layers.Snake
        """,
    "on_another_path": """
        if tf.config.list_physical_devices("GPU"):
            rnn = layers.CuDNNGRU
        else:
            rnn = layers.GRU
        layer = rnn(3)
        """,
    "in_another_package": """
        from tensorflow.keras.preprocessing.image import ImageDataGenerator
        """,
}


OLDER = """
from keras import initializations, objectives
from keras.layers.core import Dense
from keras.engine.topology import Layer
from keras.optimizers import adam_v2
from keras.regularizers import activity_l2
from keras.callbacks_v1 import TensorBoard
from keras.callbacks.callbacks import Callback
from keras.mixed_precision import policy
from keras.optimizer_v2 import adam
from keras.saving.saved_model import load
from keras.utils import np_utils
from keras.wrappers.scikit_learn import KerasClassifier
from tensorflow.python.keras.engine import training
"""


def test_what_an_older_keras_had_is_no_misspelling() -> None:
    check(OLDER, rules=["unknown-keras-name"])


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", IMPORTED.values(), ids=IMPORTED)
def test_imported(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


@pytest.mark.parametrize(
    ("code", "help_"),
    [
        ("keras.backend.Variable(1.0)", "use keras.Variable"),
        ("layers.MaxPoolling2D()", "the nearest that exists is layers.MaxPooling2D"),
        ("layers.Deconvolution2D(3, 2)", "write layers.Conv2DTranspose(...)"),
    ],
)
def test_what_is_named_exists(code: str, help_: str) -> None:
    import keras

    found = diagnose(f"one = {code}", rules=["unknown-keras-name"])
    name = re.search(r"(?:keras|layers)\.[\w.]+", found[0].helps[0])
    assert found[0].helps[0].startswith(help_)
    assert name is not None
    place = keras
    for part in name.group().removeprefix("keras.").split("."):
        place = getattr(place, part)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["misspelled"], "unknown-keras-name") == TEXT


TEXT = """\
error[unknown-keras-name]: Keras has no layer `Drop0ut`
 --> example.py:5:9
  |
5 | layer = layers.Drop0ut(0.5)  # [unknown-keras-name]
  |         ^^^^^^^^^^^^^^^^^^^
  |
note: Python raises when it reaches the name
help: the nearest that exists is layers.Dropout
  |
5 ~ layer = layers.Dropout(0.5)  # [unknown-keras-name]
  |

Found 1 error in 1 file; 1 can be fixed with `keras-lint fix --unsafe-fixes`
"""
