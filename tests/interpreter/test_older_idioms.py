"""What code for Keras 1 and 2 asks Python, numpy and the backend."""

from __future__ import annotations

import pytest

from tests.interpreter.programs import last_shape, run, shapes


@pytest.mark.parametrize(
    "size",
    [
        "int(np.round(float(10) / 2))",
        "int(np.rint(4.6))",
        "int(np.around(5.4))",
        "len(string.digits) // 2",
        "eval('5')",
        "eval('units')",
        "eval('[4, 5]')[1]",
        "ast.literal_eval('{\"units\": 5}')['units']",
        "eval('Config.units')",
        "K.int_shape(tensor)[-1]",
        "tensor._keras_shape[-1]",
        "5 if K.backend() == 'tensorflow' else 6",
        "6 if K.backend() == 'theano' else 5",
    ],
)
def test_a_size(size):
    program = f"""
    import ast, string
    import numpy as np
    from keras import backend as K
    units = 5
    class Config:
        units = 5
    tensor = keras.Input((7, 5))
    keras.Sequential([keras.Input((4,)), layers.Dense({size})])
    """
    assert last_shape(program) == "(None, 5)"


@pytest.mark.parametrize("size", ["eval('1 + 4')", "eval(text())", "np.round(2.5, units)"])
def test_what_is_not_known(size):
    program = f"import numpy as np\nunits = 1\nlayers.Dense({size})(keras.Input((4,)))"
    assert last_shape(program) == "(None, ?)"


def test_code_that_chooses_its_backend():
    """Code that knows the backends of Keras 3 may run on any of them."""
    program = """
    import os
    os.environ["KERAS_BACKEND"] = "torch"
    units = 5 if keras.backend.backend() == "tensorflow" else 6
    layers.Dense(units)(keras.Input((4,)))
    """
    assert last_shape(program) == "(None, ?)"


def test_code_that_refuses_tensorflow():
    """What follows is read as if the condition did not hold."""
    program = """
    if keras.backend.backend() == "tensorflow":
        raise RuntimeError("this example needs Theano")
    layers.Dense(5)(keras.Input((4,)))
    """
    assert shapes(program) == ["(None, 5)"]


def test_the_arm_for_another_backend_reports_nothing_that_tensorflow_does_not_reach():
    program = """
    from keras import backend as K
    x, kernel = keras.Input((40, 100)), K.ones((100,))
    if K.backend() == "tensorflow":
        y = K.dot(x, K.expand_dims(kernel))
    else:
        y = K.dot(x, kernel)
    """
    assert all(found.guarded for found in run(program).model.operation_refusals)
