"""``keras.layers.RepeatVector``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, NumpyInteger, is_size, show
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import InvalidArgument, Shape, Unknown, surely_below


class RepeatVector(LayerSchema):
    """Repeat a vector along a new axis: ``(batch, k) -> (batch, n, k)``."""

    keras_name = "keras.layers.RepeatVector"
    rank = 2

    n: Argument

    def validate(self) -> None:
        if is_size(self.n):
            if surely_below(self.n, 1):
                # Keras 2: RepeatVector makes an empty axis of n=0.
                keras = (2, 3) if surely_below(self.n, 0) else (3,)
                raise InvalidArgument("n", "a positive int", show(self.n), keras=keras)
            return
        if isinstance(self.n, NumpyInteger | bool | float | str | list | tuple) or self.n is None:
            keras = (3,) if isinstance(self.n, bool) else (2, 3)
            raise InvalidArgument("n", "a positive int", show(self.n), keras=keras)

    def output_shape(self, inputs: Shape) -> Shape:
        n = int(self.n) if isinstance(self.n, bool) else self.n
        return inputs.with_inserted(1, n if is_size(n) else Unknown(f"`n` is {show(n)}"))
