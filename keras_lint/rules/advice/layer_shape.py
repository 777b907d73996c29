"""The shape after every layer."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import SemanticModel
from keras_lint.rules.places import output_shapes, shapes_of, short
from keras_lint.rules.rule import Rule
from keras_lint.rules.simulation import weight_count
from keras_lint.source import Span


class LayerShape(Rule):
    """
    ## What it does

    Tells what goes into each layer and what comes out, with the number of its weights.

    ## Why is this bad?

    It is not: this is `model.summary()` beside the code.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Flatten(),  # [layer-shape]
        layers.Dense(10),  # [layer-shape]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([keras.Input((28, 28))])
    ```

    ## When it is silent

    For layers whose output is not known, which `tracking-stopped` tells of.
    """

    code = "I7316"
    name = "layer-shape"
    summary = "the shape after a layer"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Tell of each layer, once for each pair of shapes."""
        seen: set[tuple[Span, str]] = set()
        for call in model.layer_calls:
            if call.output is None:
                continue
            shapes = f"{shapes_of(call.inputs)} -> {output_shapes(call.output)}"
            if (call.span, shapes) in seen:
                continue
            seen.add((call.span, shapes))
            count = weight_count(call.params)
            counted = f", {count}" if count else ""
            yield self.diagnostic(
                call.span, f"`{short(call.class_name)}`: {shapes}{counted}", cause=call.index
            )
