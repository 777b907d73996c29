"""What a model is compiled with and fed, and what is done with its predictions."""

from __future__ import annotations

from tests.interpreter.programs import run

MODEL = """
        import numpy as np
        model = keras.Sequential([keras.Input((8,)), layers.Dense(3, activation="softmax")])
"""


def test_a_loss_has_one_name_however_it_is_written():
    for spelling in (
        '"mse"',
        '"MSE"',
        '"mean_squared_error"',
        "keras.losses.MeanSquaredError()",
        "keras.losses.mean_squared_error",
    ):
        model = run(MODEL + f"        model.compile('adam', loss={spelling})\n").model
        (compiled,) = model.compiles
        assert compiled.losses[0].name == "mean_squared_error"


def test_fit_records_the_shapes_of_its_data():
    program = MODEL + "        model.fit(np.zeros((10, 8)), np.zeros((10, 3)))\n"
    (call,) = run(program).model.data_calls
    assert (str(call.x.shape), str(call.y.shape)) == ("(10, 8)", "(10, 3)")


def test_a_prediction_has_the_samples_of_its_input():
    program = MODEL + "        layers.Dense(2)(model.predict(np.zeros((10, 8))))\n"
    assert str(run(program).model.layer_calls[-1].inputs.shape) == "(10, 3)"


def test_what_is_done_with_a_prediction_is_recorded():
    program = MODEL + "        np.argmax(model.predict(np.zeros((10, 8))), axis=1)\n"
    (usage,) = run(program).model.usages
    assert (usage.kind, str(usage.spec.shape)) == ("argmax", "(10, 3)")


# Applied again, each keyword tensor goes back to where it came from, whatever their order.
def test_a_functional_model_is_repeated_with_its_keyword_tensors_in_place():
    program = """
        a = keras.Input((7, 8))
        b = keras.Input((5, 8))
        y = layers.MultiHeadAttention(2, 4)(value=b, query=a)
        model = keras.Model([a, b], y)
        model([keras.Input((7, 8)), keras.Input((6, 8))[:, :5]])
    """
    assert str(run(program).model.layer_calls[-1].output.shape) == "(None, 7, 8)"
