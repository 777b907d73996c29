"""``unbuilt-model-attribute``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "count_params": """
        model = keras.Sequential([layers.Dense(4)])
        print(model.count_params())  # [unbuilt-model-attribute]
        """,
    "load_weights": """
        model = keras.Sequential([layers.Dense(4)])
        model.load_weights("epoch_9.weights.h5")  # [unbuilt-model-attribute]
        """,
    "output": """
        base = keras.Sequential()
        base.add(layers.Dense(4))
        x = layers.Dense(1)(base.output)  # [unbuilt-model-attribute]
        """,
    "output_of_a_sequential_that_was_only_trained": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(3), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(np.zeros((2, 8)), np.zeros((2, 1)), verbose=0)
        features = keras.Model(model.inputs, model.output)  # [unbuilt-model-attribute]
        """,
    "the_output_shape_of_a_layer": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(3)])
        for layer in model.layers:
            print(layer.output_shape)  # [unbuilt-model-attribute]
        """,
    "the_output_shape_of_a_layer_of_a_backbone": """
        base = keras.applications.VGG16(include_top=False, weights=None, input_shape=(32, 32, 3))
        for layer in base.layers:
            print(layer.output_shape)  # [unbuilt-model-attribute]
        """,
}

ACCEPTED = {
    "a_layer_that_is_asked_whether_it_has_it": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(3)])
        for layer in model.layers:
            if hasattr(layer, "output_shape"):
                print(layer.output_shape)
            print(getattr(layer, "output_shape", None))
        """,
    "summary": """
        model = keras.Sequential([layers.Dense(4)])
        model.summary(print_fn=lambda text, line_break=True: None)
        """,
    "built": """
        model = keras.Sequential([layers.Dense(4)])
        model.build((None, 8))
        print(model.output_shape)
        """,
    "given_data_that_are_not_followed": """
        def load():
            return eval("np.zeros((2, 8))")

        model = keras.Sequential([layers.Dense(4)])
        model.predict(load(), verbose=0)
        print(model.count_params())
        """,
    "asked_whether_it_is_built": """
        model = keras.Sequential([layers.Dense(4)])
        if model.built:
            print(model.count_params())
        """,
    "weights_of_a_model_that_saw_data": """
        import tempfile
        import keras
        import numpy as np
        from keras import layers

        model = keras.Sequential([layers.Dense(4)])
        model(np.zeros((2, 3)))
        with tempfile.TemporaryDirectory() as folder:
            model.save_weights(folder + "/last.weights.h5")
            model.load_weights(folder + "/last.weights.h5")
        """,
    "called_on_a_symbolic_tensor": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        y = model(keras.Input((8,)))
        print(model.output)
        """,
    "called_by_another_sequential": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(3)])
        outer = keras.Sequential([keras.Input((8,)), model, layers.Dense(2)])
        print(model.output)
        """,
    "outputs_and_layers": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(3), layers.Dense(1)])
        features = keras.Model(model.inputs, [model.layers[-2].output, *model.outputs])
        """,
    "layers_and_weights": """
        model = keras.Sequential([layers.Dense(4)])
        print(len(model.layers), len(model.weights))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["count_params"], "unbuilt-model-attribute") == TEXT


TEXT = """\
error[unbuilt-model-attribute]: `model` has no input shape when `count_params` is read
 --> example.py:6:7
  |
5 | model = keras.Sequential([layers.Dense(4)])
  |         ----------------------------------- has no input shape yet
6 | print(model.count_params())  # [unbuilt-model-attribute]
  |       ^^^^^^^^^^^^^^^^^^^^
  |
note: Keras makes weights and shapes once it knows the input; here it raises
help: start the model with keras.Input(shape=...), or call model.build(...) first

Found 1 error in 1 file
"""
