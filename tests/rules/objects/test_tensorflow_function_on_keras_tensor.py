"""``tensorflow-function-on-keras-tensor``: what Keras 3 refuses and what it takes."""

from __future__ import annotations

import pytest

from keras_lint.ops.registry import operation_modules
from keras_lint.rules.objects.tensorflow_function_on_keras_tensor import successor_of
from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import diagnose, full_text

REFUSED = {
    "concat": """
        x = keras.Input((8,))
        y = tf.concat([x, layers.Dense(4)(x)], axis=-1)  # [tensorflow-function-on-keras-tensor]
        """,
    "through_a_function": """
        def mean_over_steps(tensor):
            return tf.reduce_mean(tensor, axis=1)  # [tensorflow-function-on-keras-tensor]

        steps = keras.Input((5, 8))
        out = layers.Dense(2)(mean_over_steps(layers.LSTM(3, return_sequences=True)(steps)))
        """,
    "numpy": """
        x = keras.Input((8,))
        std = np.exp(0.5 * layers.Dense(4)(x))  # [tensorflow-function-on-keras-tensor]
        """,
    "numpy_of_several": """
        x = keras.Input((8,))
        y = np.concatenate([x, layers.Dense(4)(x)], -1)  # [tensorflow-function-on-keras-tensor]
        """,
    "output_of_a_backbone": """
        base = keras.applications.VGG16(include_top=False, weights=None, input_shape=(32, 32, 3))
        flat = tf.reshape(base.output, (-1, 512))  # [tensorflow-function-on-keras-tensor]
        """,
}

ACCEPTED = {
    "in_a_layer": """
        class Mean(layers.Layer):
            def call(self, inputs):
                return self.halve(tf.reduce_mean(inputs, axis=1))

            def halve(self, tensor):
                return tf.multiply(tensor, 0.5)

        out = Mean()(keras.Input((5, 8)))
        """,
    "in_a_lambda": """
        def scaled(tensor):
            return tf.nn.relu(tensor) / tf.reduce_max(tensor)

        model = keras.Sequential([keras.Input((8,)), layers.Lambda(scaled), layers.Dense(1)])
        out = layers.Lambda(lambda pair: tf.concat(pair, -1))([model.inputs[0], model.outputs[0]])
        """,
    "as_an_activation": """
        out = layers.Dense(4, activation=tf.nn.relu)(keras.Input((8,)))
        """,
    "on_values": """
        dense = layers.Dense(4)
        probabilities = tf.nn.softmax(dense(tf.ones((2, 8))))
        """,
    "numpy_on_the_shape": """
        x = keras.Input((5, 8))
        flat = layers.Reshape((int(np.prod(x.shape[1:])),))(x)
        last = np.shape(x)[-1] + np.ndim(np.squeeze(x))
        """,
    "numpy_on_predictions": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
        best = np.argmax(model.predict(np.zeros((3, 8))), axis=-1)
        values = np.exp(layers.Dense(2)(np.ones((2, 8))))
        """,
    "keras_functions": """
        x = keras.Input((5, 8))
        y = keras.ops.concatenate([x, x[:, ::-1] * 2 + 1], axis=1)
        """,
    "in_a_try": """
        x = keras.Input((8,))
        try:
            y = tf.concat([x, x], axis=-1)
        except ValueError:
            y = keras.ops.concatenate([x, x], axis=-1)
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_keras_2_takes_them() -> None:
    assert diagnose(REFUSED["concat"], version="2") == []


def test_every_successor_exists() -> None:
    import keras

    names = [name for name in operation_modules() if name.startswith("tensorflow.")]
    successors = {name: successor_of(name) for name in names}
    for name, successor in successors.items():
        if successor is not None:
            place = keras
            for part in successor.split(".")[1:]:
                place = getattr(place, part)
            assert callable(place), name
    assert successors["tensorflow.concat"] == "keras.ops.concatenate"
    assert successors["tensorflow.image.resize"] == "keras.ops.image.resize"


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["concat"], "tensorflow-function-on-keras-tensor") == TEXT


TEXT = """\
error[tensorflow-function-on-keras-tensor]: `tf.concat` gets a symbolic tensor of Keras 3, (None, 8)
 --> example.py:6:5
  |
6 | y = tf.concat([x, layers.Dense(4)(x)], axis=-1)  # [tensorflow-function-on-keras-tensor]
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: such a tensor has no values, which functions of TensorFlow need: Keras raises here
help: use `keras.ops.concatenate`, or do it in a `Lambda`, or in the `call` of a layer of your own

Found 1 error in 1 file
"""
