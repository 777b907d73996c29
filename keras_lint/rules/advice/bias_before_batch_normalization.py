"""A bias that the normalization after it takes away."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.layers.arguments import truth
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import feeds
from keras_lint.rules.call_edits import add_keyword
from keras_lint.rules.heads import activation_of
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.shapes import is_known
from keras_lint.source import Span


class BiasBeforeBatchNormalization(Rule):
    """
    ## What it does

    Finds `Dense` and convolution layers with a bias and no activation, straight before a
    `BatchNormalization`.

    ## Why is this bad?

    The normalization subtracts the mean, and the bias with it; its own `beta` takes the
    bias's place. The weights of the bias are of no use.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, 3),  # [bias-before-batch-normalization]
        layers.BatchNormalization(),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, 3, use_bias=False),
        layers.BatchNormalization(),
    ])
    ```

    ## When it is silent

    With an activation between the two, with `center=False`, and where an argument is not
    known.

    ## Fix safety

    What the model can compute stays the same, its weights do not: the fix is unsafe.
    """

    code = "R7311"
    name = "bias-before-batch-normalization"
    summary = "batch normalization takes the bias away"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each layer once."""
        seen: set[Span] = set()
        for call in model.layer_calls:
            if call.class_name != "keras.layers.BatchNormalization" or len(call.parents) != 1:
                continue
            before = model.layer_calls[call.parents[0]]
            if before.span in seen or not feeds(before, call) or not _is_needless(before, call):
                continue
            seen.add(before.span)
            bias = before.weights[-1].size if isinstance(before.weights, tuple) else 0
            count = f"{bias:,} weights" if is_known(bias) else "weights"
            title = f"use_bias=False saves {count}"
            yield self.diagnostic(
                before.span,
                f"`BatchNormalization` takes the bias of this `{short(before.class_name)}` away",
                labels=(Label(call.span, "subtracts the mean, the bias in it"),),
                helps=(title,),
                fixes=_fixes(model, before, title),
                cause=before.index,
            )


def _is_needless(before: LayerCall, after: LayerCall) -> bool:
    return (
        truth(getattr(before.schema, "use_bias", False)) is True
        and truth(getattr(after.schema, "center", True)) is True
        and activation_of(before) == "linear"
        and isinstance(before.weights, tuple)
        and bool(before.weights)
    )


def _fixes(model: SemanticModel, call: LayerCall, title: str) -> tuple[Fix, ...]:
    span = call.span
    if "use_bias" in call.construction.arguments:
        return ()
    places = call.construction.argument_spans.values()
    edits = add_keyword(model, span, places, "use_bias=False")
    return () if edits is None else (Fix(title, edits, Applicability.UNSAFE),)
