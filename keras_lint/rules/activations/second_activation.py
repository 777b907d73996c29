"""An activation on top of another one that leaves it nothing to do, or too little."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import feeds, shape_of
from keras_lint.rules.heads import activation_of
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.source import Span

_NOT_NEGATIVE = ("relu", "relu6", "sigmoid", "softmax", "softplus", "hard_sigmoid")
_RECTIFIERS = ("ReLU", "LeakyReLU", "PReLU", "ELU")


class SecondActivation(Rule):
    """
    ## What it does

    Finds an activation layer straight after a layer that has an activation of its own, where
    the second one has no effect or loses half of its range.

    ## Why is this bad?

    `LeakyReLU` after `relu` never sees a negative value and does nothing. `sigmoid` after
    `relu` gives 0.5 and more, never less. `softmax` after `softmax` can be sure of
    nothing. Keras builds and trains all of them.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.LeakyReLU(),  # [second-activation]
        layers.Dense(1),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16),
        layers.LeakyReLU(),
        layers.Dense(1),
    ])
    ```

    ## When it is silent

    Where one of the two activations is not known, where another layer or an operation stands
    between, and for pairs that can be meant.
    """

    code = "W7122"
    name = "second-activation"
    summary = "an activation on top of another one"
    explains = 55

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report the second activation."""
        seen: set[Span] = set()
        for call in model.layer_calls:
            second = _activation_layer(call)
            if second is None or len(call.parents) != 1 or call.span in seen:
                continue
            before = model.layer_calls[call.parents[0]]
            first = activation_of(before)
            if first in (None, "linear") or not feeds(before, call):
                continue
            assert first is not None, "a known activation"
            effect = _effect(first, second)
            if effect is None:
                continue
            seen.add(call.span)
            place = before.construction.argument_spans.get("activation", before.span)
            yield self.diagnostic(
                call.span,
                f"`{second}` on top of `{first}` {effect}",
                labels=(
                    Label(place, f"the first activation: {shape_of(before.output)}"),
                    Label(call.span, f"the second activation: {shape_of(call.output)}"),
                ),
                notes=("Keras builds and trains this without a word",),
                helps=(
                    f"keep one of them: take `{first}` out of the `{short(before.class_name)}`, "
                    "or leave this layer out",
                ),
                cause=call.index,
            )


def _activation_layer(call: LayerCall) -> str | None:
    name = call.class_name.removeprefix("keras.layers.")
    if name in _RECTIFIERS:
        # A bound from above has an effect on what is never negative, too.
        return name if getattr(call.schema, "max_value", None) is None else None
    if name in ("Activation", "Softmax"):
        return activation_of(call)
    return None


def _effect(first: str, second: str) -> str | None:
    """Say what the second activation does to the first, None where it may be meant."""
    if second in (*_RECTIFIERS, "relu", "leaky_relu", "elu") and first in _NOT_NEGATIVE:
        return "has no effect: no value is negative"
    if second == "sigmoid" and first in _NOT_NEGATIVE:
        return "gives no value below 0.5"
    if second == "softmax" and first in ("softmax", "sigmoid"):
        return "flattens the distribution: its input is 0 to 1"
    return None
