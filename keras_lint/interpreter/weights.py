"""The variables that a layer or model owns, those of the layers it holds included."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.interpreter.classes import base_schema
from keras_lint.interpreter.conversion import class_kind
from keras_lint.interpreter.model_state import FunctionalState, SequentialState
from keras_lint.interpreter.tensor_values import Node
from keras_lint.interpreter.values import Dict, Instance, Layer, List, Model, Tuple, Value
from keras_lint.layers.arguments import Weight
from keras_lint.shapes import Refusal, Unknown

_HOLDERS = (Layer, Model, Instance, List, Dict, Tuple)


def weights_of(owner: Value) -> tuple[Weight, ...] | Unknown:
    """Give all variables of a layer or model, each once."""
    return weights_of_all([owner])


def functional_weights(state: FunctionalState) -> tuple[Weight, ...] | Unknown:
    """Give all variables of a functional model."""
    found: list[Weight] = []
    why = _collect_nodes(state, found, set())
    return tuple(found) if why is None else why


def weights_of_all(owners: Sequence[Value]) -> tuple[Weight, ...] | Unknown:
    """Give all variables of several layers, each once."""
    found: list[Weight] = []
    seen: set[int] = set()
    for owner in owners:
        why = _collect(owner, found, seen)
        if why is not None:
            return why
    return tuple(found)


def _collect(owner: Value, found: list[Weight], seen: set[int]) -> Unknown | None:
    if id(owner) in seen:
        return None
    seen.add(id(owner))
    before = len(found)
    match owner:
        case Layer():
            why = _collect_layer(owner, found)
        case Model():
            why = _collect_model(owner, found, seen)
        case Instance():
            why = _collect_instance(owner, found, seen)
        case List(items=items) | Dict(items=items):
            if isinstance(items, Unknown):
                holds_layers = isinstance(owner, List) and isinstance(owner.element, _HOLDERS)
                return items if holds_layers else None
            parts = items.values() if isinstance(items, dict) else items
            return _collect_parts(list(parts), found, seen)
        case Tuple(items):
            return _collect_parts(items, found, seen)
        case _:
            return None
    if why is None and owner.cells.get("trainable", True) is not True:
        found[before:] = [Weight(weight.dims, trainable=False) for weight in found[before:]]
    return why


def _collect_parts(parts: Sequence[Value], found: list[Weight], seen: set[int]) -> Unknown | None:
    for part in parts:
        why = _collect(part, found, seen)
        if why is not None:
            return why
    return None


def _collect_layer(layer: Layer, found: list[Weight]) -> Unknown | None:
    if layer.built is None:
        return None
    try:
        weights = layer.schema.call_weights(layer.built)
    except Refusal:
        return Unknown("a layer that is refused")
    if isinstance(weights, Unknown):
        return weights
    found.extend(weights)
    return None


def _collect_model(model: Model, found: list[Weight], seen: set[int]) -> Unknown | None:
    state = model.state
    if isinstance(state, FunctionalState):
        return _collect_nodes(state, found, seen)
    if isinstance(state, SequentialState):
        return _collect_sequential(state, found, seen)
    return Unknown("a part of a model")


def _collect_sequential(
    state: SequentialState, found: list[Weight], seen: set[int]
) -> Unknown | None:
    if state.lost is not None:
        return state.lost
    if any(entry.choice for entry in state.entries):
        return Unknown("layers that differ by path")
    layers = [entry.layer for entry in state.entries if entry.layer is not None]
    return _collect_parts([*state.towers, *layers], found, seen)


def _collect_nodes(state: FunctionalState, found: list[Weight], seen: set[int]) -> Unknown | None:
    if not state.complete:
        return Unknown("layers that differ by path")
    parts: dict[int, list[Node]] = {}
    for node in state.nodes:
        if node.part is not None:
            parts.setdefault(id(node.layer), []).append(node)
            continue
        why = _collect_node(node, found, seen)
        if why is not None:
            return why
    for nodes in parts.values():
        _collect_backbone_parts(nodes, found)
    return None


def _collect_backbone_parts(nodes: Sequence[Node], found: list[Weight]) -> None:
    """Count each layer of a backbone once, however many outputs are taken out of it."""
    model = nodes[0].layer
    total, trainable = model.state.backbone.params_up_to([node.part for node in nodes])
    if model.cells.get("trainable", True) is not True:
        trainable = 0
    found += (Weight((trainable,)), Weight((total - trainable,), trainable=False))


def _collect_node(node: Node, found: list[Weight], seen: set[int]) -> Unknown | None:
    if node.call is not None:
        return None if node.layer is None else _collect(node.layer, found, seen)
    if isinstance(node.weights, Unknown):
        return node.weights
    frozen = isinstance(node.layer, Model) and node.layer.cells.get("trainable", True) is not True
    found.extend(Weight(w.dims, w.trainable and not frozen) for w in node.weights)
    return None


def _collect_instance(instance: Instance, found: list[Weight], seen: set[int]) -> Unknown | None:
    if class_kind(instance.cls) is None:
        return None
    found.extend(instance.cells.get("%weights", ()))
    schema, built = base_schema(instance), instance.cells.get("%built")
    if schema is not None and built is not None:
        own = schema.call_weights(built)
        if isinstance(own, Unknown):
            return own
        found.extend(own)
    state = instance.cells.get("%sequential")
    if isinstance(state, SequentialState):
        why = _collect_sequential(state, found, seen)
        if why is not None:
            return why
    parts = [value for value in instance.cells.values() if isinstance(value, _HOLDERS)]
    return _collect_parts(parts, found, seen)
