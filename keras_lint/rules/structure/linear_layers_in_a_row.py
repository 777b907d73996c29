"""Dense layers in a row with no activation between them."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import LayerCall, ModelGraph, SemanticModel
from keras_lint.rules.axes import DENSE, feeds, nested_identities, shape_of
from keras_lint.rules.heads import activation_of
from keras_lint.rules.rule import Rule
from keras_lint.shapes import is_known
from keras_lint.source import Span


class LinearLayersInARow(Rule):
    """
    ## What it does

    Finds `Dense` layers without an activation straight before another `Dense`, in models
    that are trained.

    ## Why is this bad?

    Two linear layers with nothing between them compute what one linear layer can: the first
    one adds weights and no ability. Keras trains them without a word.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(64),  # [linear-layers-in-a-row]
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    ```

    ## When it is silent

    In a model without any activation whose layer has fewer than 16 units: a lesson or a
    sketch. Where the first layer has fewer units than its input and than the next layer (a
    bottleneck, as in a linear autoencoder), where its output is one of a model's outputs,
    where anything stands between the two, where an activation is not known, and for models
    that are not compiled.
    """

    code = "W7139"
    name = "linear-layers-in-a-row"
    summary = "two Dense layers with no activation between them"
    explains = 30

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report the first layer of each row."""
        compiled = {one.model for one in model.compiles}
        nested = nested_identities(model)
        ends = {index for graph in model.models for index in graph.output_calls}
        seen: set[Span] = set()
        for graph in model.models:
            if graph.identity not in compiled or graph.identity in nested or not graph.complete:
                continue
            inside: set[int] = set()
            for index in graph.layers:
                call = model.layer_calls[index]
                after = _next_dense(model, call)
                if after is None or call.optional or after.optional or index in ends:
                    continue
                new = index not in inside and call.span not in seen
                if new and _is_deserved(model, graph, call):
                    seen.add(call.span)
                    yield self._finding(call, after)
                inside.add(after.index)

    def _finding(self, call: LayerCall, after: LayerCall) -> Diagnostic:
        first, second = shape_of(call.output), shape_of(after.output)
        return self.diagnostic(
            call.span,
            f"this `Dense` has no activation: {first} and {second} are one linear step",
            labels=(
                Label(call.span, f"linear: {shape_of(call.inputs)} -> {first}"),
                Label(after.span, f"takes it as it is: {first} -> {second}"),
            ),
            notes=(f"Keras is silent; `Dense({second[-1]})` alone can compute the same",),
            helps=('give this layer an activation, such as activation="relu", or leave it out',),
            cause=call.index,
        )


_WIDE = 16
"""So many units in a layer are no demonstration of what a linear model does."""


def _is_deserved(model: SemanticModel, graph: ModelGraph, call: LayerCall) -> bool:
    """Tell whether activations are used elsewhere in the model, or the layer is wide."""
    units = shape_of(call.output).known[-1]
    return (isinstance(units, int) and units >= _WIDE) or any(
        activation_of(model.layer_calls[one]) not in (None, "linear") for one in graph.layers
    )


def _next_dense(model: SemanticModel, call: LayerCall) -> LayerCall | None:
    """Give the ``Dense`` that takes the output of a linear one and makes it needless."""
    if call.class_name != DENSE or activation_of(call) != "linear":
        return None
    after = model.consumers(call)
    if len(after) != 1 or after[0].class_name != DENSE or not feeds(call, after[0]):
        return None
    if call.construction.layer == after[0].construction.layer:
        return None
    sizes = [shape[-1] for shape in map(shape_of, (call.inputs, call.output, after[0].output))
             if shape.rank]  # fmt: skip
    if len(sizes) != 3 or not all(map(is_known, sizes)):
        return None
    before, units, later = sizes
    return after[0] if is_known(units) and units >= min(before, later) else None  # type: ignore[type-var, operator]
