"""``keras.layers.ActivityRegularization``."""

from __future__ import annotations

import math

from keras_lint.layers.arguments import Argument, show
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import InvalidArgument


class ActivityRegularization(LayerSchema):
    """Add a penalty on what passes to the loss: the shape stays."""

    keras_name = "keras.layers.ActivityRegularization"

    l1: Argument = 0.0
    l2: Argument = 0.0

    def validate(self) -> None:
        # Keras: validate_float_arg in keras/src/regularizers/regularizers.py.
        for name, value in (("l1", self.l1), ("l2", self.l2)):
            wrong = isinstance(value, str | list | tuple)
            if isinstance(value, int | float):
                wrong = not math.isfinite(value) or value < 0
            if wrong:
                raise InvalidArgument(name, "a number of at least 0", show(value), keras=(3,))
