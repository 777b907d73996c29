"""A dropout in front of a batch normalization."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import SemanticModel
from keras_lint.rules.axes import feeds
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class DropoutBeforeBatchNormalization(Rule):
    """
    ## What it does

    Finds a `Dropout` straight before a `BatchNormalization`.

    ## Why is this bad?

    While it trains, the normalization sees values that were dropped and scaled, so its
    moving variance is too large for `predict`, where nothing is dropped. The other order
    does not have this shift.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dropout(0.5),  # [dropout-before-batch-normalization]
        layers.BatchNormalization(),
        layers.Dense(1),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.BatchNormalization(),
        layers.Dropout(0.5),
        layers.Dense(1),
    ])
    ```

    ## When it is silent

    Where another layer stands between the two.
    """

    code = "R7312"
    name = "dropout-before-batch-normalization"
    summary = "a dropout shifts the variance of the normalization after it"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each dropout once."""
        seen: set[Span] = set()
        for call in model.layer_calls:
            if call.class_name != "keras.layers.BatchNormalization" or len(call.parents) != 1:
                continue
            before = model.layer_calls[call.parents[0]]
            if before.class_name != "keras.layers.Dropout" or before.span in seen:
                continue
            if not feeds(before, call):
                continue
            seen.add(before.span)
            yield self.diagnostic(
                before.span,
                "`Dropout` before `BatchNormalization` shifts the variance that `predict` uses",
                labels=(Label(call.span, "learns the variance of dropped values"),),
                helps=("put the `Dropout` after the `BatchNormalization`",),
                cause=before.index,
            )
