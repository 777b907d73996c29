"""A layer that is applied to a tensor in a statement that throws its output away."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Confidence, Diagnostic, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import shape_of
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule


class LayerOutputDiscarded(Rule):
    """
    ## What it does

    Finds statements that apply a layer to a tensor and do nothing with what it gives.

    ## Why is this bad?

    A layer does not change its input: what it computes is its result. Without an assignment
    the layer is no part of the model, and Keras cannot know that it was meant to be.

    ## Example

    ```python
    inputs = keras.Input((8,))
    x = layers.Dense(16, activation="relu")(inputs)
    layers.Dropout(0.5)(x)  # [layer-output-discarded]
    model = keras.Model(inputs, layers.Dense(1)(x))
    ```

    Use instead:

    ```python
    inputs = keras.Input((8,))
    x = layers.Dense(16, activation="relu")(inputs)
    x = layers.Dropout(0.5)(x)
    model = keras.Model(inputs, layers.Dense(1)(x))
    ```

    ## When it is silent

    Where the layer is applied a second time (the first one then builds it), and on data
    instead of symbolic tensors.
    """

    code = "W7135"
    name = "layer-output-discarded"
    summary = "the output of a layer is thrown away"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report the statement."""
        for index, statement in model.discarded:
            call = model.layer_calls[index]
            if statement.path != model.source.path or not _is_lost(model, call):
                continue
            shapes = f"{shape_of(call.inputs)} -> {shape_of(call.output)}"
            yield self.diagnostic(
                statement,
                f"the output of this `{short(call.class_name)}` is thrown away",
                labels=(Label(statement, shapes),),
                notes=("Keras is silent; the layer is no part of any model",),
                helps=("assign what it gives: `x = ...`, and use that",),
                confidence=Confidence.HIGH,
                cause=call.index,
            )


def _is_lost(model: SemanticModel, call: LayerCall) -> bool:
    again = sum(other.construction.layer == call.construction.layer for other in model.layer_calls)
    return (
        call.symbolic
        and call.output is not None
        and call.class_name.startswith("keras.layers.")
        and again == 1
        and not model.consumers(call)
        and not any(call.index in graph.output_calls for graph in model.models)
    )
