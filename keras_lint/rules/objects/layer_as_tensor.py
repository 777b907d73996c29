"""A layer where its output is needed."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Confidence, Diagnostic, Label
from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.places import chain_notes, holds, short
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class LayerAsTensor(Rule):
    """
    ## What it does

    Finds a layer or model that is passed where Keras needs a tensor: a layer that was made
    and never applied.

    ## Why is this bad?

    `layers.Dense(32)` is a layer; `layers.Dense(32)(x)` is its output. Keras raises
    `ValueError: Only input tensors may be passed as positional arguments`.

    ## Example

    ```python
    inputs = keras.Input((8,))
    x = layers.Dense(32)  # [layer-as-tensor]
    outputs = layers.Dense(1)(x)
    ```

    Use instead:

    ```python
    inputs = keras.Input((8,))
    x = layers.Dense(32)(inputs)
    outputs = layers.Dense(1)(x)
    ```

    ## When it is silent

    Where the call stands in a `try` that may catch the error.
    """

    code = "E7110"
    name = "layer-as-tensor"
    summary = "a layer stands where its output is needed"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report a layer that is never applied where it is made, any other where it is used."""
        seen: set[Span] = set()
        for misuse in model.misuses:
            if misuse.kind != self.name or misuse.guarded or not holds(misuse.keras, model.keras):
                continue
            made = next((span for span, _ in misuse.labels), None)
            applied = bool(misuse.detail.get("applied"))
            at_layer = made is not None and not applied and made.path == misuse.span.path
            span = made if at_layer and made is not None else misuse.span
            if span not in seen:
                seen.add(span)
                yield self._finding(model, misuse, span, made)

    def _finding(
        self, model: SemanticModel, misuse: Misuse, span: Span, made: Span | None
    ) -> Diagnostic:
        layer = short(misuse.detail.get("class", ""))
        what = f"this `{layer}`" if layer else "this model"
        other = misuse.span if span == made else made
        text = "is used as a tensor here" if span == made else "made here"
        labels = (Label(other, text),) if other is not None and not span.contains(other) else ()
        written = f"{layer}(...)(x)" if layer else "model(x), or model.outputs[0]"
        return self.diagnostic(
            span,
            f"{what} is a layer, but a tensor is needed: it is not applied to anything"
            if span == made
            else f"{what} stands where a tensor is needed",
            labels=labels,
            notes=(
                "Keras raises at the layer that gets it",
                *chain_notes(model.source, misuse.span, misuse.chain),
            ),
            helps=(f"apply it to a tensor: {written}",),
            confidence=Confidence.HIGH,
        )
