"""Validation on the data that the model is trained on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import DataCall, SemanticModel
from keras_lint.rules.rule import Rule
from keras_lint.source import Span

_NAMES = re.compile(r"[A-Za-z_][\w.]*")


class ValidationOnTrainingData(Rule):
    """
    ## What it does

    Finds `fit(x, y, validation_data=(x, y))`.

    ## Why is this bad?

    `val_loss` then says how well the model knows the data that it learned from. It never
    shows overfitting, and callbacks that watch it decide on nothing. Keras is silent.

    ## Example

    ```python
    x, y = np.zeros((4, 8)), np.zeros((4, 1))
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    model.compile("adam", loss="mse")
    model.fit(x, y, validation_data=(x, y))  # [validation-on-training-data]
    ```

    Use instead:

    ```python
    x, y = np.zeros((4, 8)), np.zeros((4, 1))
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    model.compile("adam", loss="mse")
    model.fit(x, y, validation_split=0.25)
    ```

    ## When it is silent

    Where the two are not written as the same variables.
    """

    code = "W7156"
    name = "validation-on-training-data"
    summary = "validation on the training data"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each fit once."""
        seen: set[Span] = set()
        for data in model.data_calls:
            place = data.validation_span
            if place is None or place in seen or place.path != model.source.path:
                continue
            if data.kind not in ("fit", "fit_generator") or not _is_same(model, data, place):
                continue
            seen.add(place)
            labels = [Label(place, "the data that the model learns from")]
            if data.x_span is not None and data.x_span.path == model.source.path:
                labels.append(Label(data.x_span, "trains on these"))
            yield self.diagnostic(
                place,
                f"the validation data are the training data: `{data.x_source}`",
                labels=tuple(labels),
                notes=("Keras is silent; `val_loss` then never shows overfitting",),
                helps=("keep some data aside: validation_split=0.2, or a test set",),
            )


def _is_same(model: SemanticModel, data: DataCall, place: Span) -> bool:
    text = re.sub(r"^validation_data\s*=\s*", "", model.source.slice(place))
    given = [part.strip() for part in text.strip("()[] ").split(",") if part.strip()]
    trained = [source for source in (data.x_source, data.y_source) if source]
    if not trained or not all(_NAMES.fullmatch(source) for source in trained):
        return False
    return given == trained
