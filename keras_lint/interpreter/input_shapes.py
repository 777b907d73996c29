"""Input shapes as users write them: in ``Input(...)``, ``input_shape=``, ``build(...)``."""

from __future__ import annotations

from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import to_argument
from keras_lint.interpreter.values import Constant
from keras_lint.layers.arguments import NumpyInteger
from keras_lint.model import Misuse
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    Dynamic,
    InvalidShape,
    Polynomial,
    Shape,
    TensorSpec,
    Unknown,
    surely_differ,
)
from keras_lint.source import Span


def shape_from_argument(argument: Any, *, batch: bool, size: Any = None) -> Shape:
    """Give the shape that ``input_shape=`` (``batch``) or ``batch_input_shape=`` stands for."""
    if isinstance(argument, Unknown):
        return Shape.unknown(argument.why)
    if isinstance(argument, TensorSpec) and argument.content is not None:
        elements = argument.content.elements
        argument = elements if elements is not None else argument
    if not isinstance(argument, list | tuple):
        return Shape.unknown("an input shape that is no tuple")
    dims = [dim_of(part) for part in argument]
    if batch:
        dims.insert(0, dim_of(size))
    return Shape(tuple(dims))


def dim_of(argument: Any) -> Dim:
    """Give one entry of a shape argument as a dim; ``None`` is dynamic."""
    if argument is None:
        return DYNAMIC
    if isinstance(argument, bool):
        return Unknown("a truth value as a size")
    if isinstance(argument, int | Polynomial | Dynamic | Unknown):
        return argument
    if isinstance(argument, NumpyInteger):
        return argument.value
    if isinstance(argument, TensorSpec) and argument.content and argument.content.elements:
        return argument.content.elements[0]
    if isinstance(argument, float) and argument.is_integer():
        return int(argument)
    return Unknown("a size that is no integer")


def input_spec(
    run: Context, arguments: Arguments, span: Span, maker: str
) -> tuple[TensorSpec, Span | None]:
    """Give the spec that ``Input(...)`` stands for, and the place of its shape.

    Keras: ``Input(shape, batch_size, dtype, sparse, batch_shape, name, tensor)``.
    """
    batch_shape = arguments.either(None, "batch_shape", "batch_input_shape")
    shape = arguments.either(0, "shape", "input_shape")
    dtype_value = arguments.get(2, "dtype")
    dtype = _dtype(dtype_value)
    if batch_shape is not None and batch_shape != Constant(None):
        given = shape_from_argument(to_argument(batch_shape, as_size=True), batch=False)
        return TensorSpec(given, dtype), arguments.keyword_spans.get("batch_shape")
    place = arguments.span_of(0, "shape")
    if shape is None:
        why = arguments.rest.why if arguments.rest else "an Input without a shape"
        return TensorSpec(Shape.unknown(why), dtype), place
    argument = to_argument(shape, as_size=True)
    size = arguments.get(1, "batch_size")
    size_argument = None if size is None else to_argument(size, as_size=True)
    if isinstance(argument, int | NumpyInteger) and not isinstance(argument, bool):
        _note_int_shape(run, argument, place or span, maker)
        if run.keras == 2:
            argument = (argument,)
    if isinstance(shape, Unknown) and shape.whole:
        _note_int_shape(run, argument, place or span, maker)
    return TensorSpec(shape_from_argument(argument, batch=True, size=size_argument), dtype), place


def _note_int_shape(run: Context, argument: Any, span: Span, maker: str) -> None:
    run.facts.misuses.append(
        Misuse(
            "shape-is-no-tuple",
            run.place(span),
            str(argument.value if isinstance(argument, NumpyInteger) else argument),
            {"maker": maker},
            chain=run.chain,
            guarded=run.guard_depth > 0,
            keras=(3,),
        )
    )


def _dtype(value: Any) -> str | None:
    if value is None or value == Constant(None):
        return "float32"
    argument = to_argument(value)
    if isinstance(argument, str):
        return argument
    name = getattr(argument, "name", None)
    return name.rpartition(".")[2] if isinstance(name, str) else None


def check_fits(declared: Shape, given: Shape) -> None:
    """Check data against a declared input. Keras: ``Functional._adjust_input_rank``.

    A last axis of size 1 may be there or not. Keras 2 leaves symbolic inputs to the layers.

    Raises:
        InvalidShape: the rank or a size differs.
    """
    if declared.dims is None or given.dims is None:
        return
    # Keras: Functional.input_spec leaves the batch open, whatever it was built with.
    declared = declared.with_axis(0, DYNAMIC) if len(declared) else declared
    rank = len(given)
    if len(declared) != rank:
        short, long = (declared, given) if rank > len(declared) else (given, declared)
        if len(long) == len(short) + 1 and not surely_differ(long[-1], 1):
            return
        raise InvalidShape(f"an input of shape {declared}", str(given), keras=(3,))
    for axis in range(1, rank):
        # Keras: assert_input_compatibility leaves a last axis of size 1 to the layers.
        if axis == rank - 1 and 1 in (declared[axis], given[axis]):
            continue
        if surely_differ(declared[axis], given[axis]):
            raise InvalidShape(f"an input of shape {declared}", str(given), axis=axis, keras=(3,))
