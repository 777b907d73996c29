"""Making and applying layers: the construction facts and the layer calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from keras_lint.interpreter import input_structures
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import (
    as_structure,
    is_layer,
    substitute,
    tensors_in,
    to_argument,
)
from keras_lint.interpreter.layer_constructions import holds_for
from keras_lint.interpreter.origins import origin_of
from keras_lint.interpreter.tensor_values import Node, Tensor
from keras_lint.interpreter.tensors import kind_of, wrap_outputs
from keras_lint.interpreter.values import (
    External,
    Layer,
    List,
    Tuple,
    Value,
)
from keras_lint.layers.arguments import CallArguments, Weight
from keras_lint.layers.registry import find_layer
from keras_lint.model import Construction, LayerCall, Misuse
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    Refusal,
    Shape,
    TensorSpec,
    Unknown,
    flatten_structure,
)
from keras_lint.source import Span


def call_arguments(run: Context, arguments: Arguments, span: Span) -> CallArguments | Misuse:
    """Turn the arguments of a layer call into specs; a layer among them is a mistake."""
    wrong = misplaced(run, arguments.all(), span)
    if wrong is not None:
        return wrong
    positional = tuple(_tensor_argument(value) for value in arguments.positional)
    keywords = {key: _tensor_argument(value) for key, value in arguments.keywords.items()}
    return CallArguments(positional, keywords)


def misplaced(run: Context, values: Sequence[Value], span: Span) -> Misuse | None:
    """Give the mistake of a layer, or the class of one, that stands where a tensor is needed."""
    for value in values:
        wrong = _not_a_tensor(value)
        if wrong is None:
            continue
        if isinstance(wrong, External):
            kind, found = "class-not-instantiated", f"the class `{wrong.name.rpartition('.')[2]}`"
            detail, labels = {"class": wrong.name}, ()
        else:
            kind, found = "layer-as-tensor", "a layer"
            detail = {"applied": "yes"}
            if isinstance(wrong, Layer):
                applied = "" if wrong.built is None else "yes"
                detail = {"class": wrong.schema.keras_name, "applied": applied}
            labels = ((run.place(run.layer_span(wrong)), "makes the layer"),)  # type: ignore[assignment]
        return Misuse(
            kind,
            run.place(span),
            found,
            detail,
            labels,
            chain=run.chain,
            guarded=run.guard_depth > 0,
        )
    return None


def _not_a_tensor(value: Value) -> Value | None:
    if is_layer(value):
        return value
    if isinstance(value, External) and find_layer(value.name) is not None:
        return value
    if isinstance(value, Tuple | List) and not isinstance(value.items, Unknown):
        return next((w for w in map(_not_a_tensor, value.items) if w is not None), None)
    return None


def _tensor_argument(value: Value) -> Any:
    return as_structure(to_argument(_with_open_sizes(value)))


def _with_open_sizes(value: Value) -> Value:
    """Make ``None`` sizes of data unknown: real data has sizes, only the batch may vary."""
    if isinstance(value, Tensor) and value.kind != "keras" and value.shape.rank:
        why = Unknown("a size that only the data knows", value.spec.origin)
        dims = value.shape.known
        shape = Shape((dims[0], *(why if dim is DYNAMIC else dim for dim in dims[1:])))
        return replace(value, spec=replace(value.spec, shape=shape))
    if isinstance(value, Tuple):
        return Tuple(tuple(_with_open_sizes(item) for item in value.items))
    if isinstance(value, List) and not isinstance(value.items, Unknown):
        return List([_with_open_sizes(item) for item in value.items])
    return value


def apply_keras_layer(run: Context, layer: Layer, arguments: Arguments, span: Span) -> Value:
    """Apply a layer of Keras's own and record the call."""
    given = call_arguments(run, arguments, span)
    if isinstance(given, Misuse):
        run.facts.misuses.append(given)
        return Unknown(f"{given.found} stands where a tensor is needed", span)
    construction = run.facts.constructions[layer.construction]
    tensors = [t for value in arguments.all() for t in tensors_in(value)]
    # A refusal with a remedy says what is meant, so that the shapes after it are known.
    fatal = next((one for one in construction.refusals if one.remedy is None), None)
    if fatal is not None:
        return Unknown(f"{construction.class_name} is refused: {fatal}", span)
    first = layer.built is None
    refusal: Refusal | None = None
    output: Any = None
    weights: tuple[Weight, ...] | Unknown = ()
    try:
        input_structures.check(layer, arguments.positional)
        if layer.built is not None:
            layer.schema.check_rebuild(layer.built, given)
        output = layer.schema.call(given)
        weights = layer.schema.call_weights(layer.built or given)
    except Refusal as error:
        certain = holds_for(error, construction.keras) and not _works_on_data(layer, tensors)
        refusal = error if certain else None
        weights = Unknown("the layer is refused")
        if refusal is None:
            output = TensorSpec(Shape.unknown(f"not every Keras takes this: {error}"))
    if first and refusal is None:
        run.heap.set(layer, "built", given)
    inputs = given.positional or tuple(given.keywords.values())
    index = record_call(
        run, construction, span, inputs, output, weights, refusal, tensors, first=first, given=given
    )
    if refusal is not None:
        return Unknown(f"{construction.class_name} refuses its input", span)

    def replay(specs: Sequence[TensorSpec]) -> Any:
        again = substitute((given.positional, dict(given.keywords)), specs)
        return layer.schema.call(CallArguments(again[0], again[1]))

    node = Node(tuple(tensors), index, layer, replay)
    output = without_guessed_rank(output, given, tensors)
    return wrap_outputs(output, layer_kind(run, tensors, span), node, span)


def without_guessed_rank(output: Any, given: CallArguments, tensors: Sequence[Tensor]) -> Any:
    """Forget the rank of an output that only says what data the layer or model takes.

    Where data of unknown rank do not fit, this call is what Keras refuses, so the rank must not
    speak against a later one. Symbolic tensors have their batch axis and keep what is declared.
    """
    first = given.positional[0] if given.positional else next(iter(given.keywords.values()), None)
    symbolic = any(tensor.kind == "keras" for tensor in tensors)
    if output is None or symbolic or not _has_unknown_rank(first):
        return output
    why = "the rank of its input is not known"
    return substitute(
        output, [one.with_shape(Shape.unknown(why)) for one in flatten_structure(output)]
    )


def _has_unknown_rank(argument: Any) -> bool:
    if isinstance(argument, TensorSpec):
        return argument.shape.dims is None
    if isinstance(argument, Mapping):
        return any(map(_has_unknown_rank, argument.values()))
    if isinstance(argument, list | tuple):
        return any(map(_has_unknown_rank, argument))
    return isinstance(argument, Unknown)


def _works_on_data(layer: Layer, tensors: Sequence[Tensor]) -> bool:
    """Tell whether a preprocessing layer is applied to data: then no symbolic check runs."""
    module = type(layer.schema).__module__
    return ".preprocessing." in module and not any(t.kind == "keras" for t in tensors)


def layer_kind(run: Context, tensors: Sequence[Tensor], span: Span) -> str:
    """Give the kind of what a layer makes: numpy arrays become eager tensors."""
    kind = kind_of(tensors)
    return "eager" if kind == "numpy" else kind


def record_call(
    run: Context,
    construction: Construction,
    span: Span,
    inputs: Any,
    output: Any,
    weights: tuple[Weight, ...] | Unknown,
    refusal: Refusal | None,
    tensors: Sequence[Tensor],
    *,
    first: bool = True,
    reason: Unknown | None = None,
    given: CallArguments | None = None,
) -> int:
    """Append a layer call to the facts and give its index."""
    index = len(run.facts.layer_calls)
    specs = [] if output is None else flatten_structure(output)
    if reason is None:
        reason = next((_reason(spec) for spec in specs if _reason(spec) is not None), None)
    if reason is not None:
        run.facts.add_unknown(Unknown(reason.why, reason.place or run.place(span)))
    run.facts.layer_calls.append(
        LayerCall(
            index=index,
            construction=construction,
            call_span=run.place(span),
            inputs=inputs[0] if isinstance(inputs, tuple) and len(inputs) == 1 else inputs,
            output=output,
            weights=weights,
            params=count(weights),
            trainable_params=count(weights, trainable=True),
            refusal=refusal,
            reason=None if reason is None else reason.why,
            reason_place=None if reason is None else reason.place,
            chain=run.chain,
            parents=parents_of(tensors),
            guarded=run.guard_depth > 0,
            first=first,
            inside=run.activation.owner,
            symbolic=not tensors or any(t.kind == "keras" for t in tensors),
            given=given,
            origins=tuple(origin_of(tensor) for tensor in tensors),
        )
    )
    return index


def _reason(spec: TensorSpec) -> Unknown | None:
    if spec.shape.dims is None:
        return Unknown(spec.shape.why or "its shape is not known", spec.origin)
    return next((dim for dim in spec.shape.dims if isinstance(dim, Unknown)), None)


def count(weights: tuple[Weight, ...] | Unknown, *, trainable: bool = False) -> Dim:
    """Count the values in some weights."""
    if isinstance(weights, Unknown):
        return weights
    total: Dim = 0
    for weight in weights:
        if weight.trainable or not trainable:
            total = total + weight.size
    return total


_MAX_HISTORY = {"keras": 1_000, "eager": 200, "numpy": 200}
"""Operations that are looked through; data that a loop computes has long histories."""


def parents_of(tensors: Sequence[Tensor]) -> tuple[int, ...]:
    """List the layer calls that tensors come from, looking through operations."""
    found: dict[int, None] = {}
    seen: set[int] = set()
    stack = [tensor.node for tensor in tensors if tensor.node is not None]
    limit = max((_MAX_HISTORY[tensor.kind] for tensor in tensors), default=0)
    while stack and len(seen) < limit:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if node.call is not None:
            found[node.call] = None
        else:
            stack.extend(t.node for t in node.inputs if t.node is not None)
    return tuple(sorted(found))
