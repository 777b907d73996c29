"""Arrays from Python values: ``np.array``, ``tf.constant`` and their like."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.interpreter.arrays import array_of
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import to_argument
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Constant, External, Value
from keras_lint.shapes import Shape, TensorSpec, Unknown
from keras_lint.source import Span


@handles_each(
    "numpy.array",
    "numpy.asarray",
    "numpy.asanyarray",
    "numpy.ascontiguousarray",
    "tensorflow.constant",
    "tensorflow.convert_to_tensor",
    "tensorflow.Variable",
    "keras.ops.array",
    "keras.ops.convert_to_tensor",
    "keras.ops.convert_to_numpy",
    "keras.Variable",
    "keras.backend.constant",
    "keras.backend.variable",
)
def make_array(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Make an array of nested lists, or take one over."""
    value = (
        arguments.positional[0]
        if arguments.positional
        else next(iter(arguments.keywords.values()), Unknown("an array of nothing", span))
    )
    if isinstance(value, Tensor):
        result: Value = value
        if name.startswith("numpy."):
            result = Tensor(value.spec, "numpy", value.node)
    else:
        result = array_of(run, value, "numpy" if name.startswith("numpy.") else "eager")
        if isinstance(result, Unknown) and name.startswith("numpy."):
            why = run.facts.add_unknown(Unknown(result.why, result.place or span)).why
            result = Tensor(TensorSpec(Shape.unknown(why), None, span), "numpy")
    dtype = arguments.get(1, "dtype")
    if isinstance(result, Tensor) and dtype is not None:
        result = replace(result, spec=replace(result.spec, dtype=dtype_name(dtype)))
    if isinstance(result, Tensor) and result.spec.origin is None:
        result = replace(result, spec=replace(result.spec, origin=span))
    return result


def dtype_name(value: Value) -> str | None:
    """Give the name of a dtype argument: ``"float32"``, ``np.float32``, ``tf.int64``."""
    if isinstance(value, Constant) and isinstance(value.value, str):
        return value.value
    if isinstance(value, External):
        last = value.name.rpartition(".")[2]
        return {"float": "float64", "int": "int64"}.get(last, last)
    argument = to_argument(value)
    return argument if isinstance(argument, str) else None


@handles("numpy.shape")
def shape(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the shape of an array."""
    value = arguments.get(0, "a")
    if value is None:
        return Unknown("the shape of nothing", span)
    return run.attribute(array_of(run, value), "shape", span)
