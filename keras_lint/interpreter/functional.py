"""Functional models: ``Input``, ``Model(inputs, outputs)``, and applying a model again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import as_structure, substitute, tensors_in, to_argument
from keras_lint.interpreter.input_refusals import note_refusals
from keras_lint.interpreter.input_shapes import check_fits, input_spec
from keras_lint.interpreter.model_state import FunctionalState
from keras_lint.interpreter.origins import origin_of
from keras_lint.interpreter.tensor_values import Node, Tensor
from keras_lint.interpreter.tensors import replay_node
from keras_lint.interpreter.values import Constant, Model, Value
from keras_lint.model import Misuse, ModelInput
from keras_lint.shapes import (
    DYNAMIC,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_unknown,
)
from keras_lint.source import Span

_MAX_OUTPUTS = 16
"""Outputs of one step that are forgotten where the step cannot be repeated."""


def make_input(run: Context, arguments: Arguments, span: Span, maker: str = "Input") -> Value:
    """Give the symbolic tensor of ``keras.Input(...)``, or of another maker of inputs."""
    tensor = arguments.either(None, "tensor", "input_tensor")
    if isinstance(tensor, Tensor):
        return Tensor(replace(tensor.spec, origin=span), "keras", Node(()))
    note_refusals(run, arguments, span, maker)
    spec, argument = input_spec(run, arguments, span, maker)
    name = arguments.keywords.get("name")
    text = name.value if isinstance(name, Constant) and isinstance(name.value, str) else None
    result = Tensor(
        replace(spec, origin=run.place(span)),
        "keras",
        Node((), name=text, number=run.new_identity()),
    )
    run.input_arguments[id(result.node)] = (result, argument)
    return result


def make_functional(
    run: Context, inputs: Value, outputs: Value, name: Value | None, span: Span
) -> Value:
    """Make a functional model from its inputs and outputs, and trace the layers between."""
    if not tensors_in(inputs):
        why = inputs if isinstance(inputs, Unknown) else Unknown("inputs that are not known", span)
        return Unknown(f"a model whose inputs are not known: {why.why}", span)
    state = trace(run, inputs, outputs, span)
    text = name.value if isinstance(name, Constant) and isinstance(name.value, str) else None
    model = Model(run.new_identity(), "functional", span, text, state)
    run.note_model(model)
    return model


def trace(run: Context, inputs: Value, outputs: Value, span: Span) -> FunctionalState:
    """Find the layer calls between inputs and outputs."""
    starts = tensors_in(inputs)
    ends = tensors_in(outputs)
    order, complete, reached = _walk([t.node for t in ends], {id(t.node) for t in starts})
    calls = sorted({node.call for node in order if node.call is not None})
    complete = complete and bool(ends) and not isinstance(to_argument(outputs), Unknown)
    missing = [node for node in reached if node.inputs == () and node.replay is None]
    array = next((one for one in starts if one.kind == "numpy"), None)
    if array is not None:
        _note_disconnected(run, span, {"array": str(array.spec.shape)})
    elif missing and complete:
        _note_disconnected(run, span, {})
    given = tuple(_model_input(run, tensor) for tensor in starts)
    return FunctionalState(inputs, outputs, tuple(calls), tuple(order), given, complete)


def _walk(ends: Sequence[Node | None], starts: set[int]) -> tuple[list[Node], bool, list[Node]]:
    """List the nodes behind some outputs in the order of their making, inputs excluded."""
    order: list[Node] = []
    sources: list[Node] = []
    seen: set[int] = set()
    complete = True
    stack: list[tuple[Node, bool]] = [(node, False) for node in reversed(ends) if node is not None]
    while stack:
        node, done = stack.pop()
        if done:
            order.append(node)
            continue
        if id(node) in seen or id(node) in starts:
            continue
        seen.add(id(node))
        if node.name == "<join>":
            complete = False
        if not node.inputs:
            sources.append(node)
        stack.append((node, True))
        stack.extend((t.node, False) for t in reversed(node.inputs) if t.node is not None)
    return order, complete, sources


def _note_disconnected(run: Context, span: Span, detail: Mapping[str, str]) -> None:
    run.facts.misuses.append(
        Misuse(
            "disconnected",
            run.place(span),
            "an output that needs an Input which is not among the inputs",
            detail,
            chain=run.chain,
            guarded=run.guard_depth > 0,
        )
    )


def _model_input(run: Context, tensor: Tensor) -> ModelInput:
    name = tensor.node.name if tensor.node is not None else None
    _, argument = run.input_arguments.get(id(tensor.node), (None, None))
    return ModelInput(
        tensor.spec, tensor.spec.origin, name, True, argument, origin=origin_of(tensor)
    )


def replay(state: FunctionalState, given: Sequence[TensorSpec]) -> Any:
    """Give the output specs of a functional model for other inputs.

    Raises:
        InvalidShape: the inputs do not fit the model's own.
        Refusal: a layer of the model refuses what reaches it.
    """
    starts = tensors_in(state.inputs)
    if len(given) != len(starts):
        if any(spec.shape.dims is None for spec in given):
            return Unknown("inputs that are not known")
        raise InvalidShape(f"{len(starts)} inputs", str(len(given)))
    for tensor, spec in zip(starts, given, strict=True):
        check_fits(tensor.spec.shape, spec.shape)
    specs: dict[tuple[int, int], TensorSpec] = {}
    for tensor, spec in zip(starts, given, strict=True):
        specs[id(tensor.node), tensor.position] = _refined(tensor.spec, spec)
    for node in state.nodes:
        inputs = [specs.get((id(t.node), t.position), t.spec) for t in node.inputs]
        outputs = replay_node(node, inputs)
        if isinstance(outputs, Unknown):
            missing = TensorSpec(Shape.unknown(outputs.why), origin=outputs.place)
            specs.update({(id(node), position): missing for position in range(_MAX_OUTPUTS)})
            continue
        for position, spec in enumerate(outputs):
            specs[id(node), position] = spec
    ends = [specs.get((id(t.node), t.position), t.spec) for t in tensors_in(state.outputs)]
    return as_structure(substitute(to_argument(state.outputs), ends))


def _refined(declared: TensorSpec, given: TensorSpec) -> TensorSpec:
    """Give what is known of an input: Keras traces with the shape of what it is given."""
    if declared.shape.dims is None or declared.shape.rank != given.shape.rank:
        if given.shape.dims is not None or declared.shape.dims is None:
            return replace(declared, content=None)
        why = Unknown(given.shape.why)
        dims = [why if dim is DYNAMIC else dim for dim in declared.shape.dims]
        return replace(declared, shape=Shape(tuple(dims)), content=None)
    pairs = zip(declared.shape, given.shape, strict=True)
    dims = [own if is_unknown(new) and own is not DYNAMIC else new for own, new in pairs]
    return replace(given, shape=Shape(tuple(dims)), dtype=declared.dtype)
