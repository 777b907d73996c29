"""A layer or model that only the interpreter can apply, in the form that wrappers ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from keras_lint.interpreter.values import Instance, Model
from keras_lint.layers.arguments import CallArguments, Weight
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Shape, Structure, TensorSpec, Unknown

Apply = Callable[["Model | Instance", CallArguments], "Structure[TensorSpec]"]
AttributeOf = Callable[["Model | Instance", str], Any]
WeightsOf = Callable[["Model | Instance", CallArguments], "tuple[Weight, ...] | Unknown"]


class FollowedLayer(LayerSchema):
    """A user's layer or a model inside a wrapper such as ``TimeDistributed``.

    Until the interpreter is attached its outputs and weights are unknown.
    """

    @staticmethod
    def of(layer: Model | Instance) -> FollowedLayer:
        """Wrap a value."""
        followed = FollowedLayer()
        followed._set(value=layer, apply=None, weights_of=None)
        return followed

    def _set(self, **attributes: Any) -> None:
        for name, value in attributes.items():
            object.__setattr__(self, name, value)

    def attach(self, apply: Apply, weights_of: WeightsOf, attribute: AttributeOf) -> None:
        """Let the interpreter answer what the layer gives, owns, and has as attributes."""
        self._set(apply=apply, weights_of=weights_of, attribute=attribute)

    def __getattr__(self, name: str) -> Any:
        """Give an attribute of the user's object, such as ``state_size`` of a cell."""
        attribute = vars(self).get("attribute")
        if attribute is None or name.startswith("__"):
            raise AttributeError(name)
        return attribute(vars(self)["value"], name)

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        attached: dict[str, Any] = vars(self)
        if attached["apply"] is None:
            return TensorSpec(Shape.unknown("a layer of the user's own"))
        output: Structure[TensorSpec] = attached["apply"](attached["value"], arguments)
        return output

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        attached: dict[str, Any] = vars(self)
        if attached["weights_of"] is None:
            return Unknown("a layer of the user's own")
        weights: tuple[Weight, ...] | Unknown = attached["weights_of"](attached["value"], arguments)
        return weights
