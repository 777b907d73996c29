"""Making and applying models: Sequential, functional, and what extends them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from keras_lint.interpreter import functional, sequential
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import class_kind, tensors_in
from keras_lint.interpreter.layer_calls import (
    call_arguments,
    layer_kind,
    misplaced,
    record_call,
    without_guessed_rank,
)
from keras_lint.interpreter.model_state import FunctionalState, SequentialState
from keras_lint.interpreter.tensor_values import Node, Tensor
from keras_lint.interpreter.tensors import wrap_outputs
from keras_lint.interpreter.values import External, ExternalObject, Instance, Model, Value
from keras_lint.layers.arguments import CallArguments
from keras_lint.model import Construction, Misuse
from keras_lint.shapes import Refusal, Shape, TensorSpec, Unknown, flatten_structure
from keras_lint.source import Span


def make_model(run: Context, target: External, arguments: Arguments, span: Span) -> Value:
    """Make what ``Sequential(...)`` or ``Model(inputs, outputs)`` gives."""
    if target.name == "keras.Sequential":
        return sequential.make_sequential(run, arguments, span)
    inputs = arguments.either(0, "inputs", "input")
    outputs = arguments.either(1, "outputs", "output")
    if inputs is None or outputs is None:
        return Unknown("a model without inputs and outputs", span)
    wrong = misplaced(run, [inputs, outputs], span)
    if wrong is not None:
        run.facts.misuses.append(wrong)
        return Unknown(f"a model of {wrong.found}", span)
    name = arguments.get(2, "name")
    return functional.make_functional(run, inputs, outputs, name, span)


def make_input_layer(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make ``InputLayer(...)``: an input that a Sequential takes as its first layer.

    Keras 3: ``InputLayer(shape, batch_size, dtype, ..., batch_shape)``; Keras 2 wrote
    ``input_shape`` and ``batch_input_shape``.
    """
    tensor = functional.make_input(run, arguments, span, "InputLayer")
    made = ExternalObject("keras.layers.InputLayer", arguments.positional, arguments.keywords, span)
    made.cells.update({"tensor": tensor, "output": tensor, "input": tensor})
    return made


def initialize_model(run: Context, instance: Instance, arguments: Arguments, span: Span) -> None:
    """Carry out ``super().__init__(...)`` of a user's model: nothing, layers, or a graph."""
    if class_kind(instance.cls) == "sequential":
        run.heap.set(instance, "%sequential", SequentialState())
        sequential.add_all(run, instance, arguments.get(0, "layers"), span)
        return
    inputs = arguments.get(0, "inputs")
    outputs = arguments.get(1, "outputs")
    if inputs is not None and outputs is not None and tensors_in(inputs):
        state = functional.trace(run, inputs, outputs, span)
        model = Model(instance.identity, "functional", span, None, state)
        run.heap.set(instance, "%functional", model)


def apply_model(run: Context, model: Model, arguments: Arguments, span: Span) -> Value:
    """Apply a Sequential or functional model to tensors, as a layer."""
    if model.state is None:
        return Unknown(f"the layer {model.name!r} of a pretrained model, applied anew", span)
    given = call_arguments(run, arguments, span)
    if isinstance(given, Misuse):
        run.facts.misuses.append(given)
        return Unknown(f"{given.found} stands where a tensor is needed", span)
    tensors = [t for value in arguments.all() for t in tensors_in(value)]
    value = (
        arguments.positional[0]
        if arguments.positional
        else next(iter(arguments.keywords.values()), Unknown("no input", span))
    )
    specs = flatten_specs(given)
    if isinstance(model.state, SequentialState) and len(specs) == 1:
        sequential.build(run, model, specs[0], span)
    if isinstance(model.state, SequentialState):
        sequential.note_fed(run, model)
    symbolic = not tensors or any(tensor.kind == "keras" for tensor in tensors)
    try:
        output = _outputs(run, model, value, specs, symbolic=symbolic)
    except Refusal as refusal:
        _record(run, model, given, None, refusal, tensors, span)
        return Unknown("the model refuses its input", span)
    reason = output if isinstance(output, Unknown) else None
    recorded = output
    if reason is not None:
        recorded = TensorSpec(Shape.unknown(reason.why), origin=reason.place)
    index = _record(run, model, given, recorded, None, tensors, span)
    if reason is not None:
        return reason

    def replay(again: Sequence[TensorSpec]) -> Any:
        return _outputs(run, model, None, list(again), symbolic=symbolic)

    node = Node(tuple(tensors), index, model, replay)
    output = without_guessed_rank(output, given, tensors)
    return wrap_outputs(output, layer_kind(run, tensors, span), node, span)


def flatten_specs(given: CallArguments) -> list[TensorSpec]:
    """List the tensor specs of the first argument of a call."""
    first = given.positional[0] if given.positional else next(iter(given.keywords.values()), None)
    if isinstance(first, TensorSpec):
        return [first]
    if isinstance(first, list | tuple | dict) and first:
        parts = first.values() if isinstance(first, dict) else first
        if all(isinstance(part, TensorSpec) for part in parts):
            return flatten_structure(first)
    return []


def _outputs(
    run: Context, model: Model, value: Value | None, specs: list[TensorSpec], *, symbolic: bool
) -> Any:
    state = model.state
    if isinstance(state, FunctionalState):
        if not specs:
            return Unknown("inputs that are not known")
        return functional.replay(state, specs)
    if state.lost is not None:
        return state.lost
    if state.input is None or len(specs) != 1:
        return Unknown("a Sequential whose input is not known")
    return sequential.replay(run, model, specs[0], symbolic=symbolic)


def _record(
    run: Context,
    model: Model,
    given: CallArguments,
    output: Any,
    refusal: Refusal | None,
    tensors: Sequence[Tensor],
    span: Span,
) -> int:
    inputs = given.positional or tuple(given.keywords.values())
    weights = run.weights_of(model) if refusal is None else Unknown("the model is refused")
    construction = construction_of(run, model)
    return record_call(
        run, construction, span, inputs, output, weights, refusal, tensors, given=given
    )


def construction_of(run: Context, model: Model) -> Construction:
    """Give the construction fact of a model that is used as a layer, made on first use."""
    known = model.cells.get("%construction")
    if isinstance(known, Construction) and known in run.facts.constructions[known.index :][:1]:
        return known
    kind = "keras.Sequential" if model.kind == "sequential" else "keras.Model"
    construction = Construction(
        index=len(run.facts.constructions),
        layer=model.identity,
        class_name=kind,
        schema=None,
        span=run.place(model.span),
        name=model.name,
        definition=model.span if model.span.path != run.path else None,
        chain=run.chain,
        guarded=run.guard_depth > 0,
        keras=run.keras,
        inside=run.activation.owner,
    )
    run.facts.constructions.append(construction)
    run.heap.set(model, "%construction", construction)
    return construction
