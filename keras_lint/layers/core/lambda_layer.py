"""``keras.layers.Lambda``."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.layers.arguments import Argument, CallArguments, is_size, show
from keras_lint.layers.schema import LayerSchema, Output
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    flatten_structure,
)


class Lambda(LayerSchema):
    """Apply a function to the input.

    Without ``output_shape`` the shape is what the function gives, which is not known here.
    With one, Keras 3 believes it and puts the batch axis in front.
    """

    keras_name = "keras.layers.Lambda"

    function: Argument
    output_shape_: Argument = None
    mask: Argument = None
    arguments: Argument = None

    def validate(self) -> None:
        if self.function is None or isinstance(self.function, str | int | float | list | tuple):
            raise InvalidArgument("function", "a function", show(self.function))

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        given = arguments.get(0, "inputs")
        declared = self.output_shape_
        # Keras 2 follows the function and asks `output_shape` only where it must.
        if declared is None or self.keras == 2:
            return self._unknown("what the Lambda computes is unknown")
        if self.keras is None:
            return self._unknown("Keras 2 follows the function, Keras 3 takes `output_shape`")
        if isinstance(declared, Unknown):
            return self._unknown(declared.why)
        if not isinstance(declared, tuple | list | Mapping | str | int | float):
            return self._unknown("what the function given as `output_shape` gives is unknown")
        return self.as_specs(_with_batch(declared, _batch(given)), self.output_dtype(_ANY))

    def _unknown(self, why: str) -> TensorSpec:
        return TensorSpec(Shape.unknown(why), self.output_dtype(_ANY))


_ANY = TensorSpec(Shape.unknown("any input"))


def _batch(given: Argument) -> Dim:
    """Give the first size of the first tensor. Keras: ``tree.flatten(input_shape)[0]``."""
    if isinstance(given, TensorSpec | list | tuple | Mapping):
        specs = flatten_structure(given)
        if specs and specs[0].shape.rank:
            return specs[0].shape[0]
    return Unknown("the batch axis of the input is unknown")


def _with_batch(declared: Argument, batch: Dim) -> Output:
    """Put the batch axis before each shape in ``declared``.

    Keras: ``Lambda.compute_output_shape``, where a shape must be a tuple.

    Raises:
        InvalidArgument: a shape is a list or a plain number.
    """
    expected = "a tuple of ints, without the batch axis"
    if isinstance(declared, Mapping):
        return {key: _with_batch(value, batch) for key, value in declared.items()}
    sizes = isinstance(declared, tuple | list) and all(
        size is None or is_size(size) for size in declared
    )
    if isinstance(declared, tuple) and sizes:
        return Shape((batch, *(DYNAMIC if size is None else size for size in declared)))
    if sizes or not isinstance(declared, tuple | list):
        raise InvalidArgument("output_shape", expected, show(declared), keras=(3,))
    return [_with_batch(value, batch) for value in declared]
