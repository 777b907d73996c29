"""Attributes that Keras gives to layers and models: ``layers``, ``output``, ``trainable``, ..."""

from __future__ import annotations

from keras_lint.interpreter import backbones, sequential
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import from_argument, tensors_in
from keras_lint.interpreter.model_state import HELD, FunctionalState, SequentialState
from keras_lint.interpreter.shape_values import shape_of
from keras_lint.interpreter.tensor_values import Node, Tensor
from keras_lint.interpreter.values import (
    Constant,
    ExternalObject,
    Instance,
    Layer,
    List,
    Method,
    Model,
    Value,
)
from keras_lint.model import Misuse
from keras_lint.shapes import Dim, Unknown
from keras_lint.source import Span


def keras_attribute(run: Context, owner: Layer | Model | Instance, name: str, span: Span) -> Value:
    """Give an attribute that Keras defines for every layer or model."""
    stored = owner.cells.get(f".{name}")
    if isinstance(owner, Layer | Model) and stored is not None and name != "replay":
        return stored  # type: ignore[no-any-return]
    match name:
        case "name":
            text = run.name_of(owner)
            return Constant(text) if text else Unknown("the name that Keras makes up", span)
        case "layers":
            layers = layers_of(run, owner)
            return List(layers)
        case "output" | "outputs" | "input" | "inputs":
            end = _end(run, owner, name, span)
            if isinstance(end, Tensor):
                _note_uncalled(run, owner, name, span)
            return end
        case "output_shape" | "input_shape":
            if isinstance(owner, Layer) or (isinstance(owner, Model) and owner.kind == "layer"):
                _note_shape_of_layer(run, owner, name, span)
            end = _end(run, owner, name.removesuffix("_shape"), span)
            return shape_of(end)
        case "trainable":
            state = owner.cells.get("trainable", True)
            return state if isinstance(state, Unknown) else Constant(state)
        case "built":
            return Unknown("whether a layer is built", span)
    if isinstance(owner, Layer):
        argument = getattr(owner.schema, name, None)
        if argument is not None and not callable(argument):
            return from_argument(argument)
    return Method(owner, name)


def layers_of(run: Context, owner: Value) -> list[Value] | Unknown:
    """List the layers of a model, as ``model.layers`` does (inputs of functional ones apart)."""
    if isinstance(owner, Instance) and "%sequential" in owner.cells:
        return sequential.layers_of(owner)
    if isinstance(owner, Model):
        if isinstance(owner.state, SequentialState):
            return sequential.layers_of(owner)
        if isinstance(owner.state, FunctionalState):
            return _functional_layers(run, owner)
    return Unknown("the layers of a model of the user's own")


def _functional_layers(run: Context, model: Model) -> list[Value] | Unknown:
    state: FunctionalState = model.state
    if state.backbone is not None:
        listed = backbones.backbone_layers(run, model, model.span)
        return listed or Unknown("the layers of a backbone whose arguments are not known")
    if not state.complete:
        return Unknown("the layers of a model whose layers differ by path")
    return _in_keras_order(state)


def _in_keras_order(state: FunctionalState) -> list[Value]:
    """Order layers by falling distance from the outputs, then as a walk from them meets them.

    Keras: ``map_graph``; operations count in distances but are no layers.
    """
    met: dict[int, Node] = {}
    stack = [t.node for t in reversed(tensors_in(state.outputs)) if t.node is not None]
    starts = {id(t.node): t for t in tensors_in(state.inputs)}
    while stack:
        node = stack.pop()
        if id(node) in met:
            continue
        met[id(node)] = node
        if id(node) not in starts:
            stack.extend(t.node for t in reversed(node.inputs) if t.node is not None)
    depths = dict.fromkeys(met, 0)
    for node in reversed(state.nodes):
        for tensor in node.inputs:
            if id(tensor.node) in depths:
                depths[id(tensor.node)] = max(depths[id(tensor.node)], depths[id(node)] + 1)
    order = {key: index for index, key in enumerate(met)}
    found: list[Value] = []
    for key in sorted(met, key=lambda key: (-depths[key], order[key])):
        layer = _input_layer(starts[key]) if key in starts else met[key].layer
        if layer is not None and not any(layer is one for one in found):
            found.append(layer)
    return found


def _input_layer(tensor: Tensor) -> Value:
    made = ExternalObject("keras.layers.InputLayer")
    made.cells.update({"tensor": tensor, "output": tensor, "input": tensor})
    return made


def _end(run: Context, owner: Layer | Model | Instance, name: str, span: Span) -> Value:
    if isinstance(owner, Model) and ".of" in owner.cells:
        owner_model = owner.cells[".of"]
        assert owner.name is not None, "a layer of a backbone has its name"
        part = backbones.backbone_layer(run, owner_model, owner.name, span)
        return _end(run, part, name, span) if isinstance(part, Model) else part
    plural = name.endswith("s")
    value = _model_end(run, owner, name.rstrip("s"), span)
    if plural and isinstance(value, Tensor):
        return List([value])
    return value


def _model_end(run: Context, owner: Layer | Model | Instance, name: str, span: Span) -> Value:
    if isinstance(owner, Model) and isinstance(owner.state, FunctionalState):
        state = owner.state
        return state.outputs if name == "output" else state.inputs
    if isinstance(owner, Model | Instance) and not _is_plain_layer(owner):
        return _sequential_end(run, owner, name, span)
    found = run.last_application(owner)
    if found is None:
        return Unknown("a layer that was not applied yet", span)
    result, arguments = found
    return result if name == "output" else arguments


def _is_plain_layer(owner: Model | Instance) -> bool:
    return isinstance(owner, Instance) and "%sequential" not in owner.cells


def _sequential_end(run: Context, owner: Model | Instance, name: str, span: Span) -> Value:
    state = sequential.state_of(owner)
    if state.lost is not None:
        return state.lost
    if state.input_tensor is None or state.output is None:
        if sequential.is_unbuilt(owner):
            run.facts.misuses.append(
                Misuse(
                    "unbuilt-attribute",
                    run.place(span),
                    name,
                    {"model": run.variable_of(owner) or "model"},
                    ((run.place(owner.span), "has no input shape yet"),),
                    run.chain,
                    run.guard_depth > 0,
                )
            )
        return Unknown(f"`{name}` of a model that has no input shape yet", span)
    return state.output if name == "output" else state.input_tensor


def _note_uncalled(run: Context, owner: Layer | Model | Instance, name: str, span: Span) -> None:
    """Record a Sequential that is asked for its ``output`` before a tensor went through it.

    Keras 3: ``Operation.output``, which knows calls on symbolic tensors alone.
    """
    if not isinstance(owner, Model) or owner.kind != "sequential" or HELD in owner.cells:
        return
    calls = run.facts.layer_calls
    if any(call.construction.layer == owner.identity for call in calls):
        return
    if run.last_application(owner) is None:
        run.facts.misuses.append(
            Misuse(
                "unbuilt-attribute",
                run.place(span),
                name,
                {"model": run.variable_of(owner) or "model", "uncalled": "yes"},
                ((run.place(owner.span), "is made here and not called on a tensor of Keras"),),
                run.chain,
                run.guard_depth > 0,
                keras=(3,),
            )
        )


def _note_shape_of_layer(run: Context, owner: Layer | Model, name: str, span: Span) -> None:
    """Record that a layer of Keras's own is asked for what only models of Keras 3 have."""
    own = owner.schema.keras_name.rpartition(".")[2] if isinstance(owner, Layer) else owner.name
    detail = {"layer": own or "layer"}
    guarded = run.guard_depth > 0
    place = run.place(span)
    misuse = Misuse(
        "unbuilt-attribute", place, name, detail, chain=run.chain, guarded=guarded, keras=(3,)
    )
    if all((one.kind, one.span) != (misuse.kind, place) for one in run.facts.misuses):
        run.facts.misuses.append(misuse)


def get_layer(
    run: Context, owner: Value, name: Value | None, index: Value | None, span: Span
) -> Value:
    """Carry out ``model.get_layer(name=..., index=...)``."""
    if isinstance(name, Constant) and isinstance(name.value, int) and index is None:
        name, index = None, name
    if isinstance(name, Constant) and isinstance(name.value, str):
        return _layer_named(run, owner, name.value, span)
    layers = layers_of(run, owner) if isinstance(owner, Model | Instance) else Unknown("no model")
    number = index.value if isinstance(index, Constant) else None
    if not isinstance(layers, list) or not isinstance(number, int):
        return Unknown("a layer that is not known by name or index", span)
    if -len(layers) <= number < len(layers):
        return layers[number]
    return Unknown("a layer that is not known by name or index", span)


def _layer_named(run: Context, owner: Value, name: str, span: Span) -> Value:
    if isinstance(owner, Model) and isinstance(owner.state, FunctionalState):
        if owner.state.backbone is not None:
            return backbones.backbone_layer_lazily(run, owner, name, span)
        for node in owner.state.nodes:
            layer: Value | None = node.layer
            if layer is not None and run.name_of(layer) == name:
                return layer
        for tensor in tensors_in(owner.state.inputs):
            if tensor.node is not None and tensor.node.name == name:
                return _input_layer(tensor)
        return Unknown(f"no layer is known to be called {name!r}", span)
    layers = layers_of(run, owner)
    if isinstance(layers, list):
        for one in layers:
            if run.name_of(one) == name:
                return one
    return Unknown(f"no layer is known to be called {name!r}", span)


def param_count(run: Context, owner: Value, span: Span) -> Value:
    """Carry out ``count_params()``."""
    weights = run.weights_of(owner)
    if isinstance(weights, Unknown):
        return weights
    total: Dim = 0
    for weight in weights:
        total = total + weight.size
    return from_argument(total)
