"""Every ``Dense`` on more axes than one that is no mistake."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import DENSE, feeds, is_dense_on_axes, kept_axes, shape_of
from keras_lint.rules.dense_evidence import judge
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class DensePerPosition(Rule):
    """
    ## What it does

    Tells of every `Dense` layer whose input has more than one axis besides the batch and
    that `dense-on-multidim-input` does not hold for a mistake.

    ## Why is this bad?

    It need not be. `Dense` multiplies the last axis only and keeps the others, which many
    good models use. Who expects one vector for each sample should know.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((20, 8)),
        layers.LSTM(32, return_sequences=True),
        layers.Dense(4),  # [dense-per-position]
        layers.GlobalAveragePooling1D(),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((20, 8)),
        layers.LSTM(32, return_sequences=True),
        layers.TimeDistributed(layers.Dense(4)),
        layers.GlobalAveragePooling1D(),
    ])
    ```

    ## When it is silent

    Where the input has one axis besides the batch, for the later layers of a run of `Dense`
    layers, and where `dense-on-multidim-input` speaks.
    """

    code = "I7301"
    name = "dense-per-position"
    summary = "a Dense layer works on each position by itself"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Tell of the first Dense of each run."""
        mistakes: set[Span] = set()
        for kept in kept_axes(model):
            verdict = judge(model, kept)
            if verdict is not None and verdict.is_mistake:
                mistakes.add(kept.first.span)
        seen: set[Span] = set(mistakes)
        for call in model.layer_calls:
            if call.span in seen or not is_dense_on_axes(call) or _follows_dense(model, call):
                continue
            seen.add(call.span)
            yield self.diagnostic(
                call.span,
                f"`Dense` works on each position by itself: "
                f"{shape_of(call.inputs)} -> {shape_of(call.output)}",
                notes=("`Dense` multiplies the last axis only and keeps all others",),
                helps=("for one vector for each sample, put Flatten() or pooling before it",),
            )


def _follows_dense(model: SemanticModel, call: LayerCall) -> bool:
    parents = [model.layer_calls[i] for i in call.parents]
    while len(parents) == 1 and feeds(parents[0], call):
        call = parents[0]
        if call.class_name == DENSE:
            return True
        if call.class_name not in ("keras.layers.Activation", "keras.layers.Dropout"):
            return False
        parents = [model.layer_calls[i] for i in call.parents]
    return False
