"""What numpy gives as numbers, reads from files, draws from generators, or changes in place."""

from __future__ import annotations

import math
from dataclasses import replace

from keras_lint.interpreter.arrays import array_of
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.calls import call_operation
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import value_dim
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.tensor_values import TABLE, Node, Tensor
from keras_lint.interpreter.values import (
    NONE,
    Constant,
    ExternalObject,
    List,
    NumpyScalar,
    Range,
    Size,
    Tuple,
    Value,
)
from keras_lint.ops.operands import is_integer
from keras_lint.shapes import Dim, Dynamic, Shape, TensorSpec, Unknown, is_known, product
from keras_lint.source import Span


@handles_each(
    "numpy.prod",
    "numpy.sum",
    "numpy.max",
    "numpy.amax",
    "numpy.min",
    "numpy.amin",
    "numpy.ndarray.prod",
    "numpy.ndarray.sum",
    "numpy.ndarray.max",
    "numpy.ndarray.min",
)
def reduced(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Reduce an array: of integers and without an axis, to an integer of numpy's own type."""
    kind = name.rpartition(".")[2].removeprefix("a")
    operand = arguments.either(0, "a", "x")
    result = call_operation(run, name, arguments, span)
    if len(arguments.positional) != 1 or arguments.keywords or operand is None:
        return result
    elements = _integers(operand)
    if elements:
        return _of_elements(kind, elements, span)
    spec = operand.spec if isinstance(operand, Tensor) else None
    if spec is None or not is_integer(spec.dtype) or not isinstance(result, Tensor):
        return result
    content = spec.content
    if content is not None and content.attained and kind in ("max", "min"):
        bound = content.maximum if kind == "max" else content.minimum
        if bound is not None:
            return NumpyScalar(int(bound))
    return NumpyScalar(Unknown(f"the `{kind}` of an array", span))


def _integers(value: Value) -> tuple[Dim, ...] | None:
    """Give the integers that a short sequence or vector holds, None where it is none."""
    match value:
        case Tuple(items) | List(items=tuple() as items):
            numbers = (Constant, Size, NumpyScalar)
            dims = [value_dim(item) for item in items if isinstance(item, numbers)]
            whole = len(dims) == len(items) and not any(isinstance(d, Unknown) for d in dims)
            return tuple(dims) if whole else None
        case Range(start, stop, step):
            return tuple(range(start, stop, step)) if abs(stop - start) < 1000 else None
        case Tensor(spec) if spec.content is not None and is_integer(spec.dtype):
            return spec.content.elements if spec.shape.rank in (0, 1) else None
    return None


def _of_elements(kind: str, elements: tuple[Dim, ...], span: Span) -> Value:
    if any(isinstance(one, Dynamic) for one in elements):
        return Unknown(f"the `{kind}` of a shape with `None`", span)
    if kind == "prod":
        return NumpyScalar(product(elements))
    if kind == "sum":
        total: Dim = 0
        for one in elements:
            total = total + one
        return NumpyScalar(total)
    plain = [one for one in elements if is_known(one)]
    if len(plain) < len(elements):
        return NumpyScalar(Unknown(f"the `{kind}` of sizes that are not known", span))
    return NumpyScalar(max(plain) if kind == "max" else min(plain))


@handles_each(
    "numpy.ceil",
    "numpy.floor",
    "numpy.sqrt",
    "numpy.log2",
    "numpy.log10",
    "numpy.log",
    "numpy.exp",
    "numpy.round",
    "numpy.around",
    "numpy.rint",
)
def real_function(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Apply a function of real numbers: to a plain number it gives a float."""
    operand = arguments.get(0, "x")
    last = name.rpartition(".")[2]
    rounds = last in ("round", "around", "rint")
    if rounds and len(arguments.all()) > 1:
        return call_operation(run, name, arguments, span)
    if isinstance(operand, Constant) and isinstance(operand.value, int | float):
        if rounds and last != "rint" and isinstance(operand.value, int):
            return NumpyScalar(operand.value)
        function = round if rounds else getattr(math, last)
        try:
            return Constant(float(function(operand.value)))
        except (ValueError, OverflowError):
            return Unknown(f"`{name}` fails on this number", span)
    if isinstance(operand, Size | NumpyScalar):
        return Unknown(f"`{name}` of a size", span)
    return call_operation(run, name, arguments, span)


@handles_each(
    "numpy.int8",
    "numpy.int16",
    "numpy.int32",
    "numpy.int64",
    "numpy.uint8",
    "numpy.float16",
    "numpy.float32",
    "numpy.float64",
)
def cast(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a number, or an array, of one of numpy's own types."""
    operand = arguments.get(0, "x")
    dtype = name.rpartition(".")[2]
    if isinstance(operand, Constant) and isinstance(operand.value, int | float):
        if is_integer(dtype):
            return NumpyScalar(int(operand.value))
        return Tensor(TensorSpec(Shape(()), dtype, span), "numpy")
    if isinstance(operand, Size | NumpyScalar) and is_integer(dtype):
        return NumpyScalar(operand.dim)
    made = Unknown("a number", span) if operand is None else array_of(run, operand)
    if isinstance(made, Tensor):
        return Tensor(replace(made.spec, dtype=dtype, content=None), "numpy")
    return made


@handles_each(
    "numpy.loadtxt",
    "numpy.genfromtxt",
    "numpy.fromfile",
    "numpy.frombuffer",
    "numpy.fromstring",
)
def read_array(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Read an array whose shape is in a file; flat data has one axis."""
    why = f"the shape of the array that `{name.replace('numpy', 'np')}` reads"
    flat = name.rpartition(".")[2].startswith("from")
    shape = Shape((Unknown(why, span),)) if flat else Shape.unknown(why)
    unpacked = arguments.keywords.get("unpack")
    if unpacked is not None and run.truth(unpacked) is not False:
        return Unknown(why, span)
    node = None if flat else Node((), name=TABLE)
    return Tensor(TensorSpec(shape, None, span), "numpy", node)


@handles("numpy.load")
def load(run: Context, arguments: Arguments, span: Span) -> Value:
    """Read an array, or a file of several, as its ending tells."""
    path = arguments.get(0, "file")
    if isinstance(path, Constant) and str(path.value).endswith(".npy"):
        why = f"the shape of the array in {path.value!r}"
        return Tensor(TensorSpec(Shape.unknown(why), None, span), "numpy")
    return run.facts.add_unknown(Unknown("what is in the file that `np.load` reads", span))


@handles(
    "numpy.save",
    "numpy.savez",
    "numpy.savez_compressed",
    "numpy.savetxt",
    "numpy.random.seed",
    "numpy.random.set_state",
    "numpy.set_printoptions",
    "numpy.seterr",
    "numpy.testing.assert_allclose",
    "numpy.testing.assert_array_equal",
    "numpy.testing.assert_almost_equal",
    "numpy.testing.assert_equal",
    "random.seed",
    "tensorflow.random.set_seed",
    "tensorflow.set_random_seed",
)
def observe(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change nothing about shapes."""
    return NONE


@handles(
    "numpy.random.shuffle",
    "random.shuffle",
    "numpy.random.Generator.shuffle",
    "numpy.random.RandomState.shuffle",
)
def shuffle(run: Context, arguments: Arguments, span: Span) -> Value:
    """Shuffle in place: an array keeps its shape, the items of a list may be any of them."""
    value = next((one for one in reversed(arguments.positional)), NONE)
    if isinstance(value, List) and not isinstance(value.items, Unknown) and value.items:
        joined: Value = run.join_values(value.items, "the order after a shuffle")
        run.heap.set(value, "items", (joined,) * len(value.items))
    return NONE


@handles("numpy.random.default_rng")
def default_rng(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a random generator."""
    return ExternalObject("numpy.random.Generator", span=span)


@handles(
    "random.choice",
    "random.Random.choice",
)
def choose(run: Context, arguments: Arguments, span: Span) -> Value:
    """Choose one item of a sequence."""
    items = run.iterate(arguments.positional[-1]) if arguments.positional else []
    if isinstance(items, Unknown) or not items:
        return Unknown("a random choice", span)
    joined: Value = run.join_values(items, "a random choice")
    return joined


@handles(
    "random.sample",
    "random.choices",
)
def sample(run: Context, arguments: Arguments, span: Span) -> Value:
    """Choose several items of a sequence."""
    items = run.iterate(arguments.positional[0]) if arguments.positional else []
    if isinstance(items, Unknown) or not items:
        return List(Unknown("a random sample", span))
    joined: Value = run.join_values(items, "a random choice")
    return List(Unknown("a random sample", span), joined)
