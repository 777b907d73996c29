"""``missing-super-init``: what Keras 3 refuses and what it takes."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import diagnose, full_text

REFUSED = {
    "a_layer": """
        class Scale(layers.Layer):
            def __init__(self, factor):  # [missing-super-init]
                self.factor = factor

            def call(self, inputs):
                return inputs * self.factor

        outputs = Scale(2.0)(keras.Input((8,)))
        """,
    "a_model_with_layers": """
        class Net(keras.Model):
            def __init__(self):  # [missing-super-init]
                self.dense = layers.Dense(3)

            def call(self, inputs):
                return self.dense(inputs)

        outputs = Net()(np.zeros((2, 8)))
        """,
    "the_constructor_of_a_base_class": """
        class Base(layers.Layer):
            def __init__(self, units):  # [missing-super-init]
                self.units = units

        class Double(Base):
            def call(self, inputs):
                return inputs * 2

        outputs = Double(3)(keras.Input((8,)))
        """,
}

ACCEPTED = {
    "later_in_the_constructor": """
        class Scale(layers.Layer):
            def __init__(self, factor, **options):
                self.factor = factor
                super(Scale, self).__init__(**options)

            def call(self, inputs):
                return inputs * self.factor

        outputs = Scale(2.0)(keras.Input((8,)))
        """,
    "by_the_name_of_the_base": """
        class Scale(layers.Layer):
            def __init__(self):
                layers.Layer.__init__(self)

            def call(self, inputs):
                return inputs * 2

        outputs = Scale()(keras.Input((8,)))
        """,
    "in_another_method": """
        class Scale(layers.Layer):
            def __init__(self):
                self.start()

            def start(self):
                super().__init__()

            def call(self, inputs):
                return inputs * 2

        outputs = Scale()(keras.Input((8,)))
        """,
    "without_a_constructor": """
        class Twice(layers.Layer):
            def call(self, inputs):
                return inputs * 2

        outputs = Twice()(keras.Input((8,)))
        """,
    "never_applied": """
        class Scale(layers.Layer):
            def __init__(self, factor):
                self.factor = factor

        factor = Scale(2).factor
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_keras_2_says_it_otherwise() -> None:
    assert diagnose(REFUSED["a_layer"], version="2") == []


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["a_layer"], "missing-super-init") == TEXT


TEXT = """\
error[missing-super-init]: the `__init__` of `Scale` does not call `super().__init__()`
  --> example.py:6:5
   |
 6 |     def __init__(self, factor):  # [missing-super-init]
   |     ^^^^^^^^^^^^
...
12 | outputs = Scale(2.0)(keras.Input((8,)))
   |           ----------------------------- is applied here
   |
note: Keras raises when the object is applied for the first time
help: make super().__init__() the first line of this `__init__`

Found 1 error in 1 file
"""
