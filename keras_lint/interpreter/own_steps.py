"""Models with a ``train_step`` of their own: what ``fit`` runs is that, with a batch."""

from __future__ import annotations

from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.classes import find_attribute
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.datasets_values import map_tensors
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    BoundMethod,
    Dataset,
    Dict,
    Function,
    Instance,
    List,
    Tuple,
    Value,
)
from keras_lint.shapes import TensorSpec
from keras_lint.source import Span

_STEPS = {"fit": "train_step", "train_on_batch": "train_step", "evaluate": "test_step"}


def run_own_step(
    run: Context, model: Value, kind: str, given: Value | None, x: Any, y: Any, span: Span
) -> bool:
    """Run the step that a model of the user's has for ``kind``; tell whether it needs no other.

    ``given`` is what the method gets as ``x``, and ``x`` and ``y`` the specs of a batch. A step
    that goes on to Keras's own leaves it to the caller to apply the model.
    """
    name = _STEPS.get(kind)
    if name is None or not isinstance(model, Instance):
        return False
    step = find_attribute(model.cls, name)
    if not isinstance(step, Function):
        return False
    done = f"%{name}"
    if done not in model.cells:
        data = _batch(given, x, y)
        if data is None:
            return False
        run.heap.set(model, done, step)
        run.call(BoundMethod(step, model), Arguments((data,)), span)
    return "super(" not in step.node.as_string()


def _batch(given: Value | None, x: Any, y: Any) -> Value | None:
    """Give the batch as a step gets it: inside the graph that is traced, its size is None."""
    if isinstance(given, Dataset):
        return map_tensors(given.element, lambda spec: spec)
    inputs, targets = _value(x), _value(y)
    if inputs is None or y is None:
        return inputs
    return None if targets is None else Tuple((inputs, targets))


def _value(specs: Any) -> Value | None:
    match specs:
        case TensorSpec():
            return Tensor(specs)
        case dict():
            values = {key: _value(one) for key, one in specs.items()}
            known = {key: one for key, one in values.items() if one is not None}
            return Dict(known) if len(known) == len(values) else None
        case list() | tuple():
            items = [_value(one) for one in specs]
            found = [one for one in items if one is not None]
            return List(found) if len(found) == len(items) else None
    return None
