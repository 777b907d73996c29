"""A layer whose weights depend on an axis that Keras leaves open."""

from __future__ import annotations

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.places import output_shapes, parent_labels, shapes_of, short
from keras_lint.rules.refused_inputs import RefusedInput
from keras_lint.shapes import Refusal


class FlattenOfUnknownSize(RefusedInput):
    """
    ## What it does

    Finds layers that need the size of an axis for their weights, where Keras has `None`
    there: `Dense` after `Flatten` of `(None, None, None, 512)`.

    ## Why is this bad?

    `Flatten` of an axis `None` gives `(None, None)`, and `Dense` cannot make its kernel. Keras
    raises when the layer is built.

    ## Example

    ```python
    inputs = keras.Input((None, None, 3))
    x = layers.Flatten()(inputs)
    outputs = layers.Dense(10)(x)  # [flatten-of-unknown-size]
    ```

    Use instead:

    ```python
    inputs = keras.Input((None, None, 3))
    x = layers.GlobalAveragePooling2D()(inputs)
    outputs = layers.Dense(10)(x)
    ```

    ## When it is silent

    Where the size is one that keras_lint does not know: that is not the same as `None`.
    """

    code = "E7125"
    name = "flatten-of-unknown-size"
    summary = "a layer needs the size of an axis that is None"

    def finding(self, model: SemanticModel, call: LayerCall, refusal: Refusal) -> Diagnostic:
        """Say where the open axis was flattened, if it was."""
        layer = short(call.class_name)
        source = _flatten(model, call)
        labels = parent_labels(model, call)
        helps = ["give the input its sizes instead of None"]
        if source is None:
            message = f"`{layer}` needs {refusal.expected}, its input is {shapes_of(call.inputs)}"
        else:
            message = (
                f"`{layer}` cannot make its weights: `Flatten` of {shapes_of(source.inputs)} "
                f"gives {output_shapes(source.output)}"
            )
            labels = (Label(source.span, f"gives {output_shapes(source.output)}"),)
            helps.append("GlobalAveragePooling instead of Flatten works for every size")
        return self.about(model, call, message, tuple(helps), labels=labels)


def _flatten(model: SemanticModel, call: LayerCall) -> LayerCall | None:
    seen = call
    while len(seen.parents) == 1:
        seen = model.layer_calls[seen.parents[0]]
        if short(seen.class_name) in ("Flatten", "Reshape"):
            return seen
        if short(seen.class_name) not in ("Dropout", "Activation"):
            return None
    return None
