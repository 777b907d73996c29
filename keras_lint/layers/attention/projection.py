"""What the attention layers with several heads share: their inputs, projections and checks."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, CallArguments, NumpyInteger, Weight, show, truth
from keras_lint.layers.ranges import check_range
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    Dim,
    Dynamic,
    InvalidArgument,
    InvalidShape,
    Polynomial,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_unknown,
    surely_below,
    surely_differ,
)


class HeadedAttention(LayerSchema):
    """A layer called on query, value and, where it differs, key; each is projected."""

    def check_rebuild(self, built: CallArguments, arguments: CallArguments) -> None:
        pass

    def inputs(self, arguments: CallArguments) -> tuple[TensorSpec, TensorSpec, TensorSpec]:
        """Give query, value and key.

        Raises:
            InvalidArgument: query or value is missing.
        """
        query = arguments.get(0, "query")
        value = arguments.get(1, "value")
        for name, given in (("query", query), ("value", value)):
            if given is None:
                raise InvalidArgument(name, f"`{name}`", "nothing", kind="missing")
        key = arguments.get(2, "key")
        return _spec(query), _spec(value), _spec(value if key is None else key)

    def projection(self, inputs: Shape, *sizes: Dim) -> tuple[Weight, ...]:
        """Give the kernel and the bias that make heads of the last axis.

        Raises:
            InvalidShape: its size is Keras's ``None``, so that there is no kernel.
        """
        if not len(inputs) or is_dynamic(inputs[-1]):
            raise InvalidShape("a known size on the last axis", str(inputs), axis=-1)
        return (Weight((inputs[-1], *sizes)), *self.bias(*sizes))

    def bias(self, *sizes: Dim) -> tuple[Weight, ...]:
        """Give the bias of a projection, if there is one."""
        match truth(getattr(self, "use_bias", True)):
            case True:
                return (Weight(sizes),)
            case False:
                return ()
            case Unknown() as unknown:
                return (Weight((unknown,)),)

    def gate(self, query: Shape, *sizes: Dim) -> tuple[Weight, ...]:
        """Give the weights of the gate, if there is one."""
        match truth(getattr(self, "use_gate", False)):
            case True:
                return self.projection(query, *sizes)
            case False:
                return ()
            case Unknown() as unknown:
                return (Weight((unknown,)),)

    def check_common(self) -> None:
        """Check ``dropout``, ``flash_attention`` and ``sliding_window``.

        Raises:
            InvalidArgument: Keras raises when the layer is made or built.
        """
        rate = getattr(self, "dropout", 0.0)
        check_range("dropout", rate, 0, 1)
        flash = truth(getattr(self, "flash_attention", None))
        if flash is True and isinstance(rate, int | float) and rate > 0:
            raise InvalidArgument("dropout", "0 with flash_attention", show(rate), keras=(3,))
        window = getattr(self, "sliding_window", None)
        if window is not None:
            head_count("sliding_window", window)


def head_count(name: str, argument: Argument) -> Dim:
    """Give an argument that Keras 3 wants as a positive ``int``, such as ``num_heads``.

    Raises:
        InvalidArgument: it is something else.
    """
    if isinstance(argument, NumpyInteger):
        found = show(argument)
        raise InvalidArgument(name, "a positive int", found, keras=(3,), remedy="use int(...)")
    no_int = argument is None or isinstance(argument, float | str | list | tuple | dict | Dynamic)
    if no_int or surely_below(argument, 1):
        raise InvalidArgument(name, "a positive int", show(argument))
    return size_of(name, argument)


def size_of(name: str, argument: Argument) -> Dim:
    """Give an argument as a dim, unknown where it cannot be one."""
    if isinstance(argument, NumpyInteger):
        return argument.value
    if isinstance(argument, int):
        return int(argument)
    if isinstance(argument, Polynomial | Unknown):
        return argument
    return Unknown(f"`{name}` is no known size")


def check_value_and_key(value: Shape, key: Shape) -> None:
    """Compare value and key on all axes between the first and the last.

    Keras 3 compares tuples, so that ``None`` differs from every size.

    Raises:
        InvalidShape: an axis differs.
    """
    if value.dims is None or key.dims is None:
        return
    inner = [value.dims[1:-1], key.dims[1:-1]]
    found = f"{value} and {key}"
    if len(inner[0]) != len(inner[1]):
        raise InvalidShape("a value and a key of the same rank", found)
    for axis, (left, right) in enumerate(zip(*inner, strict=True), start=1):
        if surely_differ(left, right):
            raise InvalidShape(f"a value and a key that agree on axis {axis}", found, axis=axis)
        if is_dynamic(left) != is_dynamic(right) and not (is_unknown(left) or is_unknown(right)):
            expected = f"a value and a key that agree on axis {axis}"
            raise InvalidShape(expected, found, axis=axis, keras=(3,))


def _spec(given: Argument) -> TensorSpec:
    if isinstance(given, TensorSpec):
        return given
    why = given.why if isinstance(given, Unknown) else "an input is no single tensor"
    return TensorSpec(Shape.unknown(why))
