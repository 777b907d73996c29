"""A dropout that zeroes the predictions themselves."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import feeds, nested_identities, shape_of
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.rules.targets import output_layer
from keras_lint.shapes import TensorSpec
from keras_lint.source import Span

_DROPOUTS = ("keras.layers.Dropout", "keras.layers.AlphaDropout", "keras.layers.GaussianDropout")


class DropoutAfterLastLayer(Rule):
    """
    ## What it does

    Finds models that are trained with a dropout after their last layer with weights.

    ## Why is this bad?

    While the model trains, the dropout sets predictions to zero and scales the others, and
    the loss compares that with the targets. `predict` does not do so: the two disagree.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(10, activation="softmax"),
        layers.Dropout(0.5),  # [dropout-after-last-layer]
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(np.zeros((4, 8)), np.zeros((4,)))
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(np.zeros((4, 8)), np.zeros((4,)))
    ```

    ## When it is silent

    For models that are not compiled or that are layers of other models.
    """

    code = "W7134"
    name = "dropout-after-last-layer"
    summary = "a dropout after the last layer zeroes predictions"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report the dropout."""
        seen: set[Span] = set()
        nested = nested_identities(model)
        compiled = {one.model for one in model.compiles}
        for graph in model.models:
            if graph.identity not in compiled or graph.identity in nested or not graph.complete:
                continue
            if not isinstance(graph.output, TensorSpec):
                continue
            last = output_layer(model, graph, graph.output)
            dropout = None if last is None else _dropout(model, last)
            if dropout is None or dropout.span in seen or dropout.optional:
                continue
            seen.add(dropout.span)
            before = [model.layer_calls[i] for i in dropout.parents]
            labels = [Label(one.span, f"the last layer: {shape_of(one.output)}") for one in before]
            labels.append(
                Label(dropout.span, f"sets predictions to zero: {shape_of(dropout.output)}")
            )
            yield self.diagnostic(
                dropout.span,
                f"`{short(dropout.class_name)}` after the last layer zeroes the predictions "
                f"{shape_of(dropout.output)}",
                labels=tuple(labels),
                notes=(
                    "Keras is silent; only `fit` drops values, `predict` and `evaluate` do not",
                ),
                helps=("put it before the last layer, or leave it out",),
                cause=dropout.index,
            )


def _dropout(model: SemanticModel, call: LayerCall) -> LayerCall | None:
    """Give the dropout at the end, an activation after it or not."""
    if call.class_name in ("keras.layers.Activation", "keras.layers.Softmax"):
        if len(call.parents) != 1 or not feeds(model.layer_calls[call.parents[0]], call):
            return None
        call = model.layer_calls[call.parents[0]]
    if call.class_name not in _DROPOUTS or len(call.parents) != 1:
        return None
    before = model.layer_calls[call.parents[0]]
    is_last = before.class_name.startswith("keras.layers.") and isinstance(before.weights, tuple)
    return call if is_last and before.weights and feeds(before, call) else None
