"""Accuracy as a metric of a model that predicts numbers."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.layers.arguments import Argument, Opaque
from keras_lint.model import SemanticModel
from keras_lint.rules.heads import Head, heads_of, target_of
from keras_lint.rules.rule import Rule
from keras_lint.rules.targets import REGRESSION_LOSSES, Target
from keras_lint.shapes import Content, surely_equal
from keras_lint.source import Span

_ROUNDED = ("acc", "accuracy", "Accuracy")
"""The strings for which Keras takes ``BinaryAccuracy`` where the model has one output."""


class AccuracyForRegression(Rule):
    """
    ## What it does

    Finds `accuracy` among the metrics of a model with one linear output, whose targets are
    numbers other than 0 and 1.

    ## Why is this bad?

    Keras takes `BinaryAccuracy` for a model with one output: it makes 0 or 1 of each
    prediction, with a threshold of 0.5, and counts those that equal their target. Where no
    target is 0 or 1 it stays at 0 however good the model is, without a word.

    ## Example

    ```python
    prices = np.array([[24.0], [21.6], [34.7], [33.4]])
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse", metrics=["accuracy"])  # [accuracy-for-regression]
    model.fit(np.zeros((4, 8)), prices)
    ```

    Use instead:

    ```python
    prices = np.array([[24.0], [21.6], [34.7], [33.4]])
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse", metrics=["mae"])
    model.fit(np.zeros((4, 8)), prices)
    ```

    ## When it is silent

    Where the targets are not known, or 0 or 1 may be among them, for several outputs, whose
    greatest is compared, where the last activation or the loss is not known, and for
    `sigmoid` and `softmax` outputs.
    """

    code = "W7151"
    name = "accuracy-for-regression"
    summary = "accuracy says nothing about a regression"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each compile once."""
        seen: set[Span] = set()
        for head in heads_of(model):
            metric = next(filter(None, map(_name, head.compile.metrics)), None)
            place = head.compile.metrics_span or head.compile.span
            target = _numbers(model, head)
            if metric is None or place in seen or target is None or target.target is None:
                continue
            span = place if place.path == model.source.path else head.compile.span
            seen.add(place)
            content = target.target.content or Content()
            labels = [
                Label(span, _how(metric)),
                Label(head.layer.span, f"gives any number: {head.output.shape}"),
            ]
            if target.data.y_span is not None:
                labels.append(Label(target.data.y_span, f"targets{_range(content)}"))
            yield self.diagnostic(
                span,
                f"`{metric}` stays at 0: no target of this regression is 0 or 1",
                labels=tuple(labels),
                notes=("Keras is silent; for one output it takes `BinaryAccuracy`",)
                if metric in _ROUNDED
                else ("Keras is silent",),
                helps=(
                    'measure the error: metrics=["mae"]',
                    "for classes, the last layer needs sigmoid or softmax, and a crossentropy",
                ),
            )


def _how(metric: str) -> str:
    if metric in _ROUNDED:
        return "makes 1 of predictions above 0.5, 0 of others, and compares these"
    return "the share of predictions that equal their target"


def _range(content: Content) -> str:
    low = "" if content.minimum is None else f" from {content.minimum:g}"
    return low if content.maximum is None else f"{low} up to {content.maximum:g}"


def _name(metric: Argument) -> str | None:
    if isinstance(metric, Opaque):
        found = metric.name == "keras.metrics.Accuracy"
        return "keras.metrics.Accuracy" if found else None
    return metric if isinstance(metric, str) and metric in _ROUNDED else None


def _numbers(model: SemanticModel, head: Head) -> Target | None:
    """Give the target of a regression where neither 0 nor 1 can be among its values."""
    shape = head.output.shape
    if head.loss.name not in REGRESSION_LOSSES or head.activation not in ("linear", "relu"):
        return None
    target = target_of(model, head)
    if target is None or target.target is None or not surely_equal(shape[-1], 1):
        return None
    content = target.target.content
    if content is None:
        return None
    above = content.minimum is not None and content.minimum > 1
    below = content.maximum is not None and content.maximum < 0
    return target if above or below else None
