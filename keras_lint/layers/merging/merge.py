"""The layers that combine tensors element by element: ``Add``, ``Multiply`` and their kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import ClassVar

from keras_lint.layers.arguments import Argument, CallArguments, Weight, show
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidShape,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    is_unknown,
    surely_differ,
)
from keras_lint.shapes.arithmetic import broadcast


class Merge(LayerSchema):
    """A layer on a list of tensors. Keras: ``Merge``."""

    exact_count: ClassVar[int | None] = None

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        inputs = self.inputs(arguments)
        if isinstance(inputs, Unknown):
            return TensorSpec(Shape.unknown(inputs.why))
        shape = self.merged([spec.shape for spec in inputs])
        return TensorSpec(shape, self.output_dtype(inputs[0]))

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...]:
        return ()

    def check_rebuild(self, built: CallArguments, arguments: CallArguments) -> None:
        pass

    def merged(self, shapes: Sequence[Shape]) -> Shape:
        """Give the shape of the result.

        Raises:
            InvalidShape: the shapes do not fit together.
        """
        raise NotImplementedError

    def inputs(self, arguments: CallArguments) -> list[TensorSpec] | Unknown:
        """Give the tensors of the list that the layer is called on.

        Raises:
            InvalidShape: it is no list of tensors, or none of the right length.
        """
        given = arguments.get(0, "inputs")
        if isinstance(given, TensorSpec) and given.shape.dims is None:
            return Unknown(given.shape.why)  # it may as well be a list
        if len(arguments.positional) > 1 or isinstance(given, TensorSpec | Mapping):
            found = f"{len(arguments.positional)} arguments"
            if isinstance(given, TensorSpec) and len(arguments.positional) <= 1:
                found = f"one tensor of shape {given.shape}"
            raise InvalidShape("a list of tensors", found, remedy="put the tensors in a list")
        if not isinstance(given, list | tuple):
            return given if isinstance(given, Unknown) else Unknown("the inputs are unknown")
        specs = [_tensor(item) for item in given]
        if not specs or (self.exact_count is not None and len(specs) != self.exact_count):
            wanted = f"{self.exact_count} tensors" if self.exact_count else "at least one tensor"
            raise InvalidShape(f"a list of {wanted}", f"{len(specs)}")
        known = [spec for spec in specs if isinstance(spec, TensorSpec)]
        return known if len(known) == len(specs) else Unknown("an input is no single tensor")


class ElementwiseMerge(Merge):
    """Tensors that broadcast on all axes but the first: the result has the largest rank."""

    def merged(self, shapes: Sequence[Shape]) -> Shape:
        ranked = [shape for shape in shapes if shape.dims is not None]
        batch = merged_batch([shape[0] for shape in ranked if len(shape)], shapes)
        if len(ranked) < len(shapes):
            return next(shape for shape in shapes if shape.dims is None)
        rest = [Shape(shape.known[1:]) for shape in shapes]
        # Keras 2 takes the shape of the operation itself.
        result = rest[0] if self.keras == 2 else reduce(merged_pair, rest)
        if self.keras != 3:
            result = self.of_version(broadcast(*rest), result)
        return result.with_inserted(0, batch)


def merged_batch(sizes: Sequence[Dim], shapes: Sequence[Shape]) -> Dim:
    """Give the batch size of the result: the one that is known.

    Raises:
        InvalidShape: two are known and differ.
    """
    known: Dim | None = None
    for size in sizes:
        if is_dynamic(size) or is_unknown(size):
            continue
        if known is not None and surely_differ(known, size):
            shown = " and ".join(str(shape) for shape in shapes)
            raise InvalidShape(f"one batch size, such as {known}", f"{size} in {shown}", axis=0)
        known = size if known is None or is_known(size) else known
    if known is not None:
        return known
    return next((size for size in sizes if is_unknown(size)), DYNAMIC)


def merged_pair(left: Shape, right: Shape) -> Shape:
    """Give the shape of two merged tensors, without their batch axes.

    Keras: ``Merge._compute_elemwise_op_output_shape``.

    Raises:
        InvalidShape: two sizes differ and neither is 1.
    """
    longer, shorter = (left, right) if len(left) >= len(right) else (right, left)
    kept = len(longer) - len(shorter)
    pairs = zip(longer.known[kept:], shorter.known, strict=True)
    try:
        return Shape(longer.known[:kept] + tuple(merged_dim(a, b) for a, b in pairs))
    except InvalidShape:
        raise InvalidShape(
            f"a shape that broadcasts with (batch, {_listed(left)})", f"(batch, {_listed(right)})"
        ) from None


def merged_dim(left: Dim, right: Dim) -> Dim:
    """Give the size of two merged axes; ``None`` wins over every size.

    Raises:
        InvalidShape: both are known, differ, and neither is 1.
    """
    if is_dynamic(left) or is_dynamic(right):
        return DYNAMIC
    if left == 1 or right == 1:
        return right if left == 1 else left
    if is_unknown(left) or is_unknown(right):
        return left if is_unknown(left) else right
    if left == right:
        return left
    if is_known(left) and is_known(right):
        raise InvalidShape(f"the size {left}", str(right))
    if is_known(left) or is_known(right):
        # The other one is a positive number: 1 or this one.
        return left if is_known(left) else right
    return Unknown("two sizes that may differ are merged")


def _listed(shape: Shape) -> str:
    return ", ".join(str(dim) for dim in shape)


def _tensor(item: Argument) -> TensorSpec | None:
    """Give an entry of the list, None where nobody knows what it is."""
    if isinstance(item, TensorSpec):
        return item
    if isinstance(item, Unknown):
        return TensorSpec(Shape.unknown(item.why))
    if item is None or isinstance(item, int | float | str | LayerSchema):
        name = type(item).__name__ if isinstance(item, LayerSchema) else show(item)
        raise InvalidShape("a list of tensors", f"{name} in the list")
    return None


class Add(ElementwiseMerge):
    """The sum of tensors."""

    keras_name = "keras.layers.Add"


class Subtract(ElementwiseMerge):
    """The difference of two tensors."""

    keras_name = "keras.layers.Subtract"
    exact_count = 2


class Multiply(ElementwiseMerge):
    """The product of tensors."""

    keras_name = "keras.layers.Multiply"


class Average(ElementwiseMerge):
    """The mean of tensors."""

    keras_name = "keras.layers.Average"


class Maximum(ElementwiseMerge):
    """The largest values of tensors."""

    keras_name = "keras.layers.Maximum"


class Minimum(ElementwiseMerge):
    """The smallest values of tensors."""

    keras_name = "keras.layers.Minimum"
