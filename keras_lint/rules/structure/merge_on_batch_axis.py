"""A concatenation of samples instead of features."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.layers.arguments import CallArguments
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.layer_edits import replace_argument
from keras_lint.rules.places import shapes_of, specs_of
from keras_lint.rules.rule import Rule
from keras_lint.rules.simulation import make
from keras_lint.shapes import Refusal, TensorSpec
from keras_lint.source import Span


class MergeOnBatchAxis(Rule):
    """
    ## What it does

    Finds `Concatenate(axis=0)`, which joins the batches of its inputs.

    ## Why is this bad?

    Axis 0 is the batch. The result has the samples of all inputs one after the other, twice
    as many as there are targets, instead of the features side by side. Keras builds it
    without a word.

    ## Example

    ```python
    a = keras.Input((8,))
    b = keras.Input((8,))
    x = layers.Concatenate(axis=0)([a, b])  # [merge-on-batch-axis]
    model = keras.Model([a, b], layers.Dense(1)(x))
    ```

    Use instead:

    ```python
    a = keras.Input((8,))
    b = keras.Input((8,))
    x = layers.Concatenate()([a, b])
    model = keras.Model([a, b], layers.Dense(1)(x))
    ```

    ## When it is silent

    Where the axis or the number of axes is not known, and where the batch is the only axis.

    ## Fix safety

    Another axis changes the shape of the result, so the fix is unsafe.
    """

    code = "W7140"
    name = "merge-on-batch-axis"
    summary = "a merge joins the batches of its inputs"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each layer once."""
        seen: set[Span] = set()
        for call in model.layer_calls:
            if call.span in seen or not _joins_batches(call):
                continue
            seen.add(call.span)
            place = call.construction.argument_spans.get("axis")
            edits = replace_argument(model, place, "axis", "-1")
            better = _features_joined(call)
            title = f"join the features with axis=-1{better}"
            yield self.diagnostic(
                call.span,
                f"joins the batches of its inputs {shapes_of(call.inputs)}: axis 0 is the batch",
                labels=(Label(place or call.span, f"gives {shapes_of(call.output)}"),),
                notes=("Keras is silent; the result has the samples of all inputs in a row",),
                helps=(title,),
                fixes=() if edits is None else (Fix(title, edits, Applicability.UNSAFE),),
                cause=call.index,
            )


def _joins_batches(call: LayerCall) -> bool:
    if call.class_name != "keras.layers.Concatenate" or call.output is None or not call.symbolic:
        return False
    axis = getattr(call.schema, "axis", None)
    ranks = {spec.shape.rank for spec in specs_of(call.inputs)}
    if not isinstance(axis, int) or isinstance(axis, bool) or len(ranks) != 1:
        return False
    rank = ranks.pop()
    if rank is None or rank == 1:
        # Scalars per sample have no other axis.
        return False
    return axis in (0, -rank)


def _features_joined(call: LayerCall) -> str:
    layer = make("keras.layers.Concatenate")
    try:
        output = layer.call(CallArguments((specs_of(call.inputs),)))
    except Refusal:
        return ""
    return f": {output.shape}" if isinstance(output, TensorSpec) else ""
