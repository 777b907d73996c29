"""Backbones of ``keras.applications`` as functional models of the interpreter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from keras_lint.applications.application import Application
from keras_lint.applications.backbone import Backbone
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import to_argument
from keras_lint.interpreter.model_state import FunctionalState
from keras_lint.interpreter.origins import origin_of
from keras_lint.interpreter.tensor_values import Node, Tensor
from keras_lint.interpreter.values import Model, Value
from keras_lint.layers.arguments import Argument, Opaque, Weight
from keras_lint.model import ModelInput, OperationRefusal
from keras_lint.shapes import Dim, InvalidArgument, Refusal, TensorSpec, Unknown, is_known
from keras_lint.source import Span


def make_backbone(
    run: Context, application: Application, name: str, arguments: Arguments, span: Span
) -> Value:
    """Make a pretrained model; what Keras refuses about its arguments is recorded."""
    given = _named(application, arguments)
    data_format = run.image_data_format
    if isinstance(data_format, Unknown):
        return data_format
    try:
        backbone = application.build(
            given, open_ended=arguments.rest, image_data_format=data_format
        )
    except Refusal as refusal:
        _note_refusal(run, name, refusal, span)
        return Unknown(f"`{name}` is refused here: {refusal}", span)
    place = run.place(span)
    tensor = arguments.keywords.get("input_tensor")
    own = Tensor(backbone.input, "keras", Node((), number=run.new_identity()))
    start = tensor if isinstance(tensor, Tensor) else own

    applied: dict[tuple[TensorSpec, str | None], Any] = {}

    def apply(spec: TensorSpec, layer: str | None = None) -> Any:
        # Loops apply a backbone to the same shape again and again.
        if (spec, layer) not in applied:
            applied[spec, layer] = backbone.apply(spec, layer)
        return applied[spec, layer]

    def replay(specs: Sequence[TensorSpec]) -> Any:
        return apply(specs[0])

    weights = _weights(backbone.params, backbone.trainable_params)
    model = Model(run.new_identity(), "functional", span, _name(backbone), None)
    node = Node((start,), layer=model, replay=replay, weights=weights)
    end = Tensor(backbone.output, "keras", node)
    shape_span = arguments.keyword_spans.get("input_shape")
    state = FunctionalState(
        start, end, (), (node,), (
            ModelInput(backbone.input, place, None, False, shape_span, origin_of(start)),
        ),
        backbone=backbone,
    )  # fmt: skip
    run.heap.set(model, "state", state)
    run.heap.set(model, ".apply", apply)
    run.heap.set(model, ".application", Opaque(name, given))
    run.note_model(model)
    return model


def _named(application: Application, arguments: Arguments) -> dict[str, Argument]:
    names = list(application.parameters)
    given = {
        name: to_argument(value, as_size=name == "classes")
        for name, value in zip(names, arguments.positional, strict=False)
    }
    for key, value in arguments.keywords.items():
        given[key] = to_argument(value, as_size=key == "classes")
    return given


def _name(backbone: Backbone) -> str | None:
    return backbone.name if isinstance(backbone.name, str) else None


def _weights(params: Dim, trainable: Dim) -> tuple[Weight, ...] | Unknown:
    if is_known(params) and is_known(trainable):
        return (Weight((trainable,)), Weight((params - trainable,), trainable=False))
    return Unknown("the weights of a backbone whose arguments are not known")


def _note_refusal(run: Context, name: str, refusal: Refusal, span: Span) -> None:
    if run.keras is not None and run.keras not in refusal.keras:
        return
    if run.keras is None and refusal.keras != (2, 3):
        return
    if isinstance(refusal, InvalidArgument) and refusal.kind == "unknown":
        return
    run.facts.operation_refusals.append(
        OperationRefusal(
            name, run.place(span), refusal, (), run.chain, run.guard_depth > 0, symbolic=True
        )
    )


def backbone_layer(run: Context, model: Model, name: str, span: Span) -> Value:
    """Give a layer of a backbone by its name, with its output, as a small model of its own."""
    state: FunctionalState = model.state
    assert state.backbone is not None, "only asked of a backbone"
    found = state.backbone.get_layer(name)
    if found is None:
        return Unknown(f"the layer {name!r} of `{model.name}`", span)
    apply = model.cells[".apply"]
    start = state.inputs
    assert isinstance(start, Tensor), "a backbone has one input"

    def replay(specs: Sequence[TensorSpec]) -> Any:
        return apply(specs[0], name)

    node = Node((start,), layer=model, replay=replay, part=name)
    output = Tensor(found.output, "keras", node)
    part = Model(model.identity, "layer", span, name, None)
    run.heap.set(part, "state", FunctionalState(start, output, (), (node,), state.model_inputs))
    return part


def backbone_layers(run: Context, model: Model, span: Span) -> list[Value]:
    """List the layers of a backbone, as ``model.layers`` does."""
    state: FunctionalState = model.state
    assert state.backbone is not None, "only asked of a backbone"
    if state.backbone.incomplete is not None:
        return []
    return [
        Unknown(f"a layer of `{model.name}`", span)
        if layer.automatic
        else backbone_layer_lazily(run, model, layer.name, span)
        for layer in state.backbone.layers
    ]


def backbone_layer_lazily(run: Context, model: Model, name: str, span: Span) -> Value:
    """Give a stand-in for a layer of a backbone that is only looked at when its output is asked."""
    part = Model(model.identity, "layer", span, name, None)
    run.heap.set(part, ".of", model)
    return part
