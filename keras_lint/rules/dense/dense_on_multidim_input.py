"""A ``Dense`` that keeps axes which the model does not mean to keep."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.model import SemanticModel
from keras_lint.rules.axes import KeptAxes, kept_axes
from keras_lint.rules.dense_evidence import Verdict, judge
from keras_lint.rules.dense_remedies import flatten_first, remedies
from keras_lint.rules.dense_wording import each, kept_axes_label, run_labels
from keras_lint.rules.rule import Rule


class DenseOnMultidimInput(Rule):
    """
    ## What it does

    Finds a `Dense` layer whose input has more than one axis besides the batch, in a model
    that does not mean to keep these axes.

    ## Why is this bad?

    `Dense` does not flatten its input. It multiplies the last axis only, with one kernel
    that all other positions share, so `Dense(16)` on `(None, 3, 2)` gives `(None, 3, 16)`.
    Keras builds this without a word, and with losses such as `mse` it even trains.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Dense(128, activation="relu"),  # [dense-on-multidim-input]
        layers.Dense(10, activation="softmax"),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    ```

    ## When it is silent

    Where the targets have the same axes as the output, where a later layer takes the axes
    (pooling, a recurrent layer, attention, a slice), with `TimeDistributed`, near attention
    and layer normalization, with a loss of the user's own, in the `call` of the user's own
    classes, after recurrent layers, unless the targets say otherwise, and in a model that is
    only written to a file and neither compiled nor fed. The opt-in
    message `dense-per-position` tells of these.

    ## Fix safety

    Adding `Flatten` changes the number of weights and the output shape, so the fix is
    unsafe. Where pooling would do as well, it is only shown.
    """

    code = "W7101"
    name = "dense-on-multidim-input"
    summary = "a Dense layer keeps axes that the model does not mean to keep"
    explains = 80

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report the first Dense of each run that is a mistake."""
        for kept in kept_axes(model):
            verdict = judge(model, kept)
            if verdict is not None and verdict.is_mistake:
                yield self._finding(model, kept, verdict)

    def _finding(self, model: SemanticModel, kept: KeptAxes, verdict: Verdict) -> Diagnostic:
        labels = [
            kept_axes_label(kept),
            *run_labels(model, kept),
            *(Label(span, text) for span, text in verdict.places),
        ]
        helps: tuple[str, ...]
        fixes: tuple[Fix, ...] = ()
        if verdict.kind == "flatten-later":
            title, edits = flatten_first(model, kept)
            helps = (title,)
            if edits:
                fixes = (Fix(title, edits, Applicability.UNSAFE),)
        else:
            offered = remedies(model, kept)
            helps = offered.helps
            fixes = offered.fixes
        return self.diagnostic(
            kept.first.span,
            f"this `Dense` maps {each(kept)} by itself: {kept.input_shape} -> {kept.output_shape}",
            labels=tuple(labels),
            notes=(
                "`Dense` does not flatten its input; it multiplies the last axis only, "
                f"{shared(kept)}",
                *verdict.notes,
            ),
            helps=helps,
            fixes=fixes,
            cause=kept.first.index,
        )


def shared(kept: KeptAxes) -> str:
    """Say which kernel all positions share."""
    if not isinstance(kept.first.weights, tuple) or not kept.first.weights:
        return "and all positions share one kernel"
    kernel = kept.first.weights[0].dims
    return f"and all positions share one kernel of shape ({', '.join(map(str, kernel))})"
