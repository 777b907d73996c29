"""``Lambda`` layers: their function is followed like any other function of the user's."""

from __future__ import annotations

from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import to_argument
from keras_lint.interpreter.shape_values import shape_of
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    NONE,
    BoundMethod,
    Constant,
    Dict,
    External,
    Function,
    List,
    Partial,
    Tuple,
    Value,
)
from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import DYNAMIC, InvalidShape, Shape, TensorSpec, Unknown, is_dynamic


def follow_lambda(run: Context, schema: LayerSchema, arguments: Arguments) -> None:
    """Make a ``Lambda`` give what its function gives, where that can be followed."""
    if schema.keras_name == "keras.layers.Merge":
        _follow_merge(run, schema, arguments)
    if schema.keras_name != "keras.layers.Lambda":
        return
    function = arguments.get(0, "function")
    shape_function = arguments.get(1, "output_shape")
    extra = arguments.keywords.get("arguments")
    if not isinstance(function, Function | BoundMethod | Partial | External):
        return
    declared = schema.call

    def call(given: CallArguments) -> Any:
        if schema.keras != 2 and _is_symbolic(given) and shape_function not in (None, NONE):
            # Keras 3 asks `output_shape` first and leaves the function for later.
            if isinstance(shape_function, Function | BoundMethod | Partial):
                return _run_shape_function(run, shape_function, given)
            return declared(given)
        result = _run_function(run, function, extra, given)
        if not isinstance(result, Unknown):
            return result
        return declared(given)

    object.__setattr__(schema, "call", call)


def _follow_merge(run: Context, schema: LayerSchema, arguments: Arguments) -> None:
    """Make a ``Merge`` whose ``mode`` is a function give what its ``output_shape`` gives.

    Keras 1: ``Merge.get_output_shape_for``.
    """
    shape_function = arguments.get(4, "output_shape")
    if not isinstance(arguments.get(1, "mode"), _FUNCTIONS) or not isinstance(
        shape_function, _FUNCTIONS
    ):
        return
    checked = schema.call

    def call(given: CallArguments) -> Any:
        checked(given)
        return _run_shape_function(run, shape_function, given)

    object.__setattr__(schema, "call", call)


_FUNCTIONS = (Function, BoundMethod, Partial)


def _is_symbolic(given: CallArguments) -> bool:
    """Tell whether Keras's own ``None`` stands on the batch axis, as nowhere in eager code."""
    first = given.get(0, "inputs")
    while isinstance(first, list | tuple) and first:
        first = first[0]
    spec = first if isinstance(first, TensorSpec) else None
    return spec is not None and bool(spec.shape.rank) and is_dynamic(spec.shape[0])


def _run_shape_function(run: Context, function: Value, given: CallArguments) -> Any:
    """Keras: ``Lambda.compute_output_shape`` calls it with the input shape, batch axis included."""
    shapes = shape_of(_value(given.get(0, "inputs")))
    span = run.activation.call_span or run.place(run.whole_file())
    return _as_shapes(to_argument(run.call(function, Arguments((shapes,)), span), as_size=True))


def _as_shapes(found: Any) -> Any:
    if isinstance(found, tuple | list):
        if found and all(isinstance(item, tuple | list) for item in found):
            return [_as_shapes(item) for item in found]
        if isinstance(found, tuple):
            dims = tuple(DYNAMIC if size is None else size for size in found)
            return TensorSpec(Shape(dims), None)
    why = "what the function given as `output_shape` gives is unknown"
    return TensorSpec(Shape.unknown(found.why if isinstance(found, Unknown) else why), None)


def _run_function(run: Context, function: Value, extra: Value | None, given: CallArguments) -> Any:
    keywords = {}
    if isinstance(extra, Dict) and not isinstance(extra.items, Unknown):
        keywords = {str(key): value for key, value in extra.items.items()}
    inputs = tuple(_value(argument) for argument in given.positional)
    checkpoint = run.facts.checkpoint()
    span = run.activation.call_span or run.place(run.whole_file())
    result = run.call(function, Arguments(inputs, keywords), span)
    refusals = run.facts.operation_refusals[checkpoint["operation_refusals"] :]
    unknown_before = run.facts.unknowns
    run.facts.restore(checkpoint)
    run.facts.unknowns.update(unknown_before)
    if refusals and isinstance(result, Unknown):
        refusal = refusals[0].refusal
        raise InvalidShape(refusal.expected, refusal.found, keras=refusal.keras)
    output = to_argument(result)
    if isinstance(output, TensorSpec) or _all_specs(output):
        return output
    return output if isinstance(output, Unknown) else Unknown("what the Lambda returns")


def _all_specs(output: Any) -> bool:
    if isinstance(output, list | tuple):
        return bool(output) and all(isinstance(item, TensorSpec) for item in output)
    return False


def _value(argument: Any) -> Value:
    match argument:
        case TensorSpec():
            if argument.shape.dims is None:
                return Unknown(argument.shape.why)
            return Tensor(argument, "keras")
        case list():
            return List([_value(item) for item in argument])
        case tuple():
            return Tuple(tuple(_value(item) for item in argument))
        case Unknown() | Shape():
            return Unknown("an input that is not known")
    return Constant(argument)
