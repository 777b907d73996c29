"""Assignment targets: names, attributes, items, and unpacking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from astroid import nodes

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.elements import element_of
from keras_lint.interpreter.instances import set_attribute
from keras_lint.interpreter.scopes import assign
from keras_lint.interpreter.subscripts import set_item
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Frame, Instance, List, Value
from keras_lint.shapes import Unknown


def bind_target(run: Context, target: nodes.NodeNG, value: Value, frame: Frame) -> None:
    """Assign a value to a target, as ``=`` and ``for`` do."""
    match target:
        case nodes.AssignName() | nodes.Name():
            assign(run, frame, target.name, value)
        case nodes.Tuple() | nodes.List():
            _unpack(run, target.elts, value, frame)
        case nodes.Starred():
            bind_target(run, target.value, value, frame)
        case nodes.AssignAttr() | nodes.Attribute():
            owner = run.evaluate(target.expr, frame)
            set_attribute(run, owner, target.attrname, value, frame.module.spans.of(target))
        case nodes.Subscript():
            owner = run.evaluate(target.value, frame)
            index = run.evaluate(target.slice, frame)
            set_item(run, owner, index, value, frame.module.spans.of(target))
            _forget_content(run, target.value, frame)


def _forget_content(run: Context, node: nodes.NodeNG, frame: Frame) -> None:
    """Forget what values an array holds once some of them are set: ``y[3] = 1``."""
    while isinstance(node, nodes.Subscript):
        node = node.value
    if isinstance(node, nodes.Attribute):
        owner = run.evaluate(node.expr, frame)
        held = run.attribute(owner, node.attrname, frame.module.spans.of(node))
        if isinstance(owner, Instance) and isinstance(held, Tensor) and held.spec.content:
            run.heap.set(owner, node.attrname, _without_content(held))
    scope: Frame | None = frame if isinstance(node, nodes.Name) else None
    while scope is not None:
        value = scope.cells.get(node.name)
        if isinstance(value, Tensor) and value.spec.content is not None:
            run.heap.set(scope, node.name, _without_content(value))
        scope = scope.parent if value is None else None


def _without_content(tensor: Tensor) -> Tensor:
    return replace(tensor, spec=replace(tensor.spec, content=None))


def _unpack(run: Context, targets: Sequence[Any], value: Value, frame: Frame) -> None:
    items = run.iterate(value)
    starred = next((i for i, t in enumerate(targets) if isinstance(t, nodes.Starred)), None)
    if isinstance(items, Unknown) or len(items) < len(targets) - (starred is not None):
        why = items if isinstance(items, Unknown) else Unknown("too few values to unpack")
        for target in targets:
            bind_target(run, target, element_of(run, value, why), frame)
        return
    if starred is None:
        if len(items) != len(targets):
            items = [Unknown("a number of values that does not fit the targets")] * len(targets)
        for target, item in zip(targets, items, strict=True):
            bind_target(run, target, item, frame)
        return
    after = len(targets) - starred - 1
    middle = items[starred : len(items) - after]
    bound = [*items[:starred], List(middle), *items[len(items) - after :]]
    for target, item in zip(targets, bound, strict=True):
        bind_target(run, target, item, frame)


def kill_targets(run: Context, target: nodes.NodeNG, why: Unknown, frame: Frame) -> None:
    """Forget what a target was bound to."""
    bind_target(run, target, why, frame)
