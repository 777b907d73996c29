"""Functions that call functions: conditions, maps, loops and scans over tensors."""

from __future__ import annotations

from collections.abc import Callable

from keras_lint.interpreter.arrays import array_of
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import tensors_in
from keras_lint.interpreter.elements import element_of
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.joins import equivalent
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.tensors import apply_function
from keras_lint.interpreter.values import NONE, Constant, Dict, List, Tuple, Value
from keras_lint.shapes import Shape, TensorSpec, Unknown
from keras_lint.source import Span

_WHY = "the result differs from step to step"


@handles("tensorflow.cond", "keras.ops.cond")
def cond(run: Context, arguments: Arguments, span: Span) -> Value:
    """Call one of two functions; both where the condition is a tensor."""
    test = arguments.get(0, "pred")
    functions = [arguments.get(1, "true_fn"), arguments.get(2, "false_fn")]
    truth = None if test is None else run.truth(test)
    if truth is not None:
        functions = functions[:1] if truth else functions[1:]
    results: list[Value] = []

    def arm(function: Value | None) -> Callable[[], bool]:
        def call() -> bool:
            given = Unknown("a branch that is missing", span) if function is None else function
            results.append(run.call(given, Arguments(), span))
            return True

        return call

    why = f"depends on the condition on line {span.line}"
    run.branches([arm(function) for function in functions], why)
    joined: Value = run.join_values(results, why)
    return joined


@handles_each(
    "tensorflow.map_fn",
    "tensorflow.vectorized_map",
    "keras.ops.map",
    "keras.ops.vectorized_map",
    "keras.backend.map_fn",
)
def map_fn(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Call a function on every entry of the first axis, and stack what it gives."""
    first = "function" if "vectorized" in name and "keras" in name else "fn"
    function = arguments.either(0, first, "f")
    source = arguments.either(1, "elements", "elems", "xs")
    if function is None or source is None:
        return Unknown(f"`{name}` without a function or tensors", span)
    result = run.call(function, Arguments((_entries(run, source, span),)), span)
    return _stacked(run, name, result, source, span)


@handles("tensorflow.scan")
def scan(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give every state that a function goes through over the entries of the first axis."""
    function, source = arguments.get(0, "fn"), arguments.get(1, "elems")
    start = arguments.get(2, "initializer")
    if function is None or source is None:
        return Unknown("a scan of nothing", span)
    state = _folded(run, function, source, start, span)
    return _stacked(run, "tensorflow.scan", state, source, span)


@handles("keras.ops.scan")
def keras_scan(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the last carry, and what each step put out."""
    function, start, source = (arguments.get(i, n) for i, n in enumerate(("f", "init", "xs")))
    if function is None or start is None or not tensors_in(source or start):
        return Unknown("a scan of nothing", span)
    if source is None or source == NONE:
        return Unknown("a scan without tensors", span)
    entry = _entries(run, source, span)
    outputs: list[Value] = []

    def step(state: Value) -> Value:
        result = run.call(function, Arguments((state, entry)), span)
        parts = _parts(result) if isinstance(result, Tuple | List) else []
        outputs.append(parts[1] if len(parts) == 2 else Unknown("the outputs of a scan", span))
        return parts[0] if len(parts) == 2 else Unknown("the carry of a scan", span)

    carry = _settled(run, start, step, span)
    return Tuple((carry, _stacked(run, "keras.ops.scan", outputs[-1], source, span)))


@handles("tensorflow.foldl", "tensorflow.foldr", "keras.backend.foldl")
def fold(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the last state that a function reaches over the entries of the first axis."""
    function, source = arguments.get(0, "fn"), arguments.get(1, "elems")
    start = arguments.get(2, "initializer")
    if function is None or source is None:
        return Unknown("a fold of nothing", span)
    return _folded(run, function, source, start, span)


def _folded(run: Context, function: Value, source: Value, start: Value | None, span: Span) -> Value:
    entry = _entries(run, source, span)
    first = entry if start in (None, NONE) else start
    assert first is not None, "one of the two is there"
    return _settled(run, first, lambda s: run.call(function, Arguments((s, entry)), span), span)


@handles("keras.ops.fori_loop")
def fori_loop(run: Context, arguments: Arguments, span: Span) -> Value:
    """Call a function with every number and what it gave before."""
    function, start = arguments.get(2, "body_fun"), arguments.get(3, "init_val")
    if function is None or start is None:
        return Unknown("a loop without a body", span)
    number = Tensor(TensorSpec(Shape(()), "int32"))
    return _settled(
        run, start, lambda state: run.call(function, Arguments((number, state)), span), span
    )


@handles("tensorflow.while_loop", "keras.ops.while_loop")
def while_loop(run: Context, arguments: Arguments, span: Span) -> Value:
    """Call a function with what it gave before; TensorFlow wants the shapes to stay."""
    function, start = arguments.get(1, "body"), arguments.get(2, "loop_vars")
    if function is None or start is None:
        return Unknown("a loop without a body", span)

    def step(state: Value) -> Value:
        parts = _parts(state) if isinstance(state, Tuple | List) else [state]
        return run.call(function, Arguments(tuple(parts)), span)

    return _settled(run, start, step, span)


def _settled(run: Context, start: Value, step: Callable[[Value], Value], span: Span) -> Value:
    """Give the state that stands for any number of steps."""
    state = _as_tensors(run, start)
    for _ in range(2):
        after = _like(state, _as_tensors(run, step(state)))
        joined: Value = run.join_values([state, after], _WHY)
        if equivalent(joined, state):
            return joined
        state = joined
    return Unknown(_WHY, span)


def _like(state: Value, result: Value) -> Value:
    """Give what a body returns in the structure of the state: a list for a tuple is one too."""
    if isinstance(state, Tuple | List) and isinstance(result, Tuple | List):
        return type(state)(tuple(_parts(result)))
    return result


def _parts(value: Tuple | List) -> list[Value]:
    items = value.items
    return [items] if isinstance(items, Unknown) else list(items)


def _as_tensors(run: Context, value: Value) -> Value:
    """Give numbers as the tensors that they become, of which only the shape is known."""
    match value:
        case Constant(int() | float()) | Tensor():
            made = array_of(run, value, "eager")
            if not isinstance(made, Tensor) or made.spec.content is None:
                return made
            spec = TensorSpec(made.spec.shape, made.spec.dtype)
            return Tensor(spec, made.kind, made.node, made.position)
        case Tuple(items):
            return Tuple(tuple(_as_tensors(run, item) for item in items))
        case List(items=items) if not isinstance(items, Unknown):
            return List([_as_tensors(run, item) for item in items])
    return value


def _entries(run: Context, source: Value, span: Span) -> Value:
    """Give one entry of the first axis of every tensor."""
    match source:
        case Tensor():
            return element_of(run, source, Unknown(source.shape.why or "an entry", span))
        case Tuple(items):
            return Tuple(tuple(_entries(run, item, span) for item in items))
        case List(items=items) if not isinstance(items, Unknown):
            return List([_entries(run, item, span) for item in items])
        case Dict(items=entries) if not isinstance(entries, Unknown):
            return Dict({key: _entries(run, item, span) for key, item in entries.items()})
    return Unknown("the entries of what is no tensor", span)


def _stacked(run: Context, name: str, result: Value, source: Value, span: Span) -> Value:
    """Give what a function gave for one entry as the stack for all of them."""
    tensors = tensors_in(source)

    def stack(one: TensorSpec, first: TensorSpec) -> TensorSpec:
        if one.shape.dims is None or not first.shape.dims:
            why = one.shape.why or first.shape.why or "the number of entries"
            return TensorSpec(Shape.unknown(why))
        return TensorSpec(Shape((first.shape.dims[0], *one.shape.dims)), one.dtype)

    match _as_tensors(run, result):
        case Tensor() as one if tensors:
            return apply_function(run, name, stack, [one, tensors[0]], span)
        case Tuple(items):
            return Tuple(tuple(_stacked(run, name, item, source, span) for item in items))
        case List(items=items) if not isinstance(items, Unknown):
            return List([_stacked(run, name, item, source, span) for item in items])
        case Unknown() as unknown:
            return unknown
    return Unknown(f"what `{name}` stacks", span)
