"""Accuracy as a metric of a model that predicts numbers."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.layers.arguments import Argument, Opaque
from keras_lint.model import SemanticModel
from keras_lint.rules.heads import Head, heads_of, target_of
from keras_lint.rules.rule import Rule
from keras_lint.rules.targets import REGRESSION_LOSSES, is_integer
from keras_lint.source import Span

_NAMES = ("acc", "accuracy", "Accuracy", "binary_accuracy", "categorical_accuracy",
          "sparse_categorical_accuracy")  # fmt: skip


class AccuracyForRegression(Rule):
    """
    ## What it does

    Finds `accuracy` among the metrics of a model with a linear output and a regression loss.

    ## Why is this bad?

    Accuracy is the share of predictions that equal their target, which real numbers hardly
    ever do. It stays at 0 however good the model is, and Keras prints it without a word.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse", metrics=["accuracy"])  # [accuracy-for-regression]
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse", metrics=["mae"])
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    ```

    ## When it is silent

    Where the last activation or the loss is not known, for `sigmoid` and `softmax` outputs,
    and where the targets are known to be whole numbers or one-hot.
    """

    code = "W7151"
    name = "accuracy-for-regression"
    summary = "accuracy says nothing about a regression"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each compile once."""
        seen: set[Span] = set()
        for head in heads_of(model):
            metric = next((m for m in map(_name, head.compile.metrics) if m in _NAMES), None)
            place = head.compile.metrics_span or head.compile.span
            if metric is None or place in seen or not _is_regression(model, head):
                continue
            span = place if place.path == model.source.path else head.compile.span
            seen.add(place)
            labels = [
                Label(span, "the share of predictions that equal their target"),
                Label(head.layer.span, f"gives any number: {head.output.shape}"),
            ]
            if head.loss.span is not None:
                labels.append(Label(head.loss.span, "a loss for numbers"))
            yield self.diagnostic(
                span,
                f"`{metric}` of a regression: the loss is `{head.loss.name}`, "
                f"the output is {head.activation}",
                labels=tuple(labels),
                notes=("Keras is silent; numbers hardly ever equal their targets",),
                helps=(
                    'measure the error: metrics=["mae"]',
                    "for classes, the last layer needs sigmoid or softmax, and a crossentropy",
                ),
            )


def _name(metric: Argument) -> str | None:
    if isinstance(metric, Opaque):
        return metric.name.rpartition(".")[2] if metric.name.startswith("keras.metrics.") else None
    return metric if isinstance(metric, str) else None


def _is_regression(model: SemanticModel, head: Head) -> bool:
    if head.loss.name not in REGRESSION_LOSSES or head.activation not in ("linear", "relu"):
        return False
    target = target_of(model, head)
    if target is None or target.target is None:
        return True
    content = target.target.content
    return not is_integer(target.target) and (content is None or content.one_hot is not True)
