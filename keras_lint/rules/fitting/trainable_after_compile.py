"""Layers frozen or thawed between two fits, without a compile."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import DataCall, ModelGraph, SemanticModel, TrainableChange
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class TrainableAfterCompile(Rule):
    """
    ## What it does

    Finds `trainable` changed between two calls of `fit` without a new `compile`.

    ## Why is this bad?

    `fit` makes its training step once, with the weights that are trainable then, and uses
    it until the next `compile`. A layer thawed for fine-tuning stays frozen, and a frozen
    one goes on learning. Keras says nothing.

    ## Example

    ```python
    base = layers.Dense(16, activation="relu")
    model = keras.Sequential([keras.Input((8,)), base, layers.Dense(1)])
    base.trainable = False
    model.compile("adam", loss="mse")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    base.trainable = True  # [trainable-after-compile]
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    ```

    Use instead:

    ```python
    base = layers.Dense(16, activation="relu")
    model = keras.Sequential([keras.Input((8,)), base, layers.Dense(1)])
    base.trainable = False
    model.compile("adam", loss="mse")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    base.trainable = True
    model.compile(keras.optimizers.Adam(1e-5), loss="mse")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    ```

    ## When it is silent

    Before the first `fit`, which looks at `trainable` itself, and where the changed layer is
    not known to be one of the model's.
    """

    code = "W7152"
    name = "trainable-after-compile"
    summary = "trainable changed between two fits without compile"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each change once."""
        seen: set[Span] = set()
        for graph in model.models:
            for change in model.trainable_changes:
                fits = _fits_around(model, graph, change)
                if fits is None or change.span in seen or not _owns(model, graph, change):
                    continue
                seen.add(change.span)
                before, after = fits
                value = "true" if change.value is True else "false"
                yield self.diagnostic(
                    change.span,
                    f"`trainable` is set to {value} after `fit`; the next `fit` does not see it",
                    labels=(
                        Label(
                            before.span, "makes the training step, with the weights trainable then"
                        ),
                        Label(after.span, "uses the same training step"),
                    ),
                    notes=(
                        "Keras is silent; only `compile` makes `fit` look at `trainable` again",
                    ),
                    helps=("call `compile` again between this line and the next `fit`",),
                )


def _fits_around(
    model: SemanticModel, graph: ModelGraph, change: TrainableChange
) -> tuple[DataCall, DataCall] | None:
    """Give the fits before and after a change with no compile between them."""
    fits = [one for one in model.data_calls if one.model == graph.identity and one.kind == "fit"]
    compiles = [one.sequence for one in model.compiles if one.model == graph.identity]
    before = [one for one in fits if one.sequence < change.sequence]
    after = [one for one in fits if one.sequence > change.sequence]
    if not before or not after or not compiles or not isinstance(change.value, bool):
        return None
    if any(before[-1].sequence < one < after[0].sequence for one in compiles):
        return None
    if any(one < before[-1].sequence for one in compiles):
        return before[-1], after[0]
    return None


def _owns(model: SemanticModel, graph: ModelGraph, change: TrainableChange) -> bool:
    calls = [model.layer_calls[index] for index in graph.layers]
    return change.owner == graph.identity or any(
        call.construction.layer == change.owner for call in calls
    )
