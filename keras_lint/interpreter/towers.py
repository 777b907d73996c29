"""The models in front of the ``Merge`` of Keras 1: ``Merge([left, right], mode="concat")``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeGuard

from keras_lint.interpreter.followed import FollowedLayer
from keras_lint.interpreter.model_state import FunctionalState, SequentialState
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Layer, List, Model, Tuple, Value
from keras_lint.model import ModelInput
from keras_lint.shapes import Unknown


@dataclass(frozen=True)
class Towers:
    """The models, what each gives, and what goes into them: an input that they share once."""

    models: tuple[Model, ...]
    outputs: tuple[Tensor, ...]
    inputs: tuple[ModelInput, ...]


def is_merge(item: Value) -> TypeGuard[Layer]:
    """Tell whether a layer is a ``Merge`` that brings its models along."""
    if not isinstance(item, Layer) or item.schema.keras_name != "keras.layers.Merge":
        return False
    return getattr(item.schema, "layers", None) is not None


def towers_of(merge: Layer) -> Towers | Unknown:
    """Give the models in front of a ``Merge``.

    Keras 1: ``Merge.__init__`` connects to the outputs that they have at this moment, and
    ``get_source_inputs`` gives what goes in.
    """
    given = getattr(merge.schema, "layers", None)
    if isinstance(given, Unknown) or not isinstance(given, list | tuple):
        return Unknown("the models that are merged are not known", merge.span)
    models: list[Model] = []
    outputs: list[Tensor] = []
    inputs: dict[int, ModelInput] = {}
    for one in given:
        model = vars(one)["value"] if isinstance(one, FollowedLayer) else None
        output = _output(model) if isinstance(model, Model) else None
        if not isinstance(model, Model) or output is None:
            return Unknown("a model that is merged is not followed", merge.span)
        models.append(model)
        outputs.append(output)
        inputs.update((id(source), source) for source in _inputs(model))
    return Towers(tuple(models), tuple(outputs), tuple(inputs.values()))


def _output(model: Model) -> Tensor | None:
    """Give the one tensor that a built model gives."""
    state = model.state
    if isinstance(state, SequentialState):
        return state.output if isinstance(state.output, Tensor) else None
    if not isinstance(state, FunctionalState):
        return None
    found = state.outputs
    if isinstance(found, List | Tuple) and isinstance(found.items, list | tuple):
        found = found.items[0] if len(found.items) == 1 else found
    return found if isinstance(found, Tensor) else None


def _inputs(model: Model) -> tuple[ModelInput, ...]:
    state = model.state
    return state.inputs if isinstance(state, SequentialState) else state.model_inputs
