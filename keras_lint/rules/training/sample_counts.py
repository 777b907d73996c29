"""Data and targets for different numbers of samples."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import DataCall, SemanticModel
from keras_lint.rules.places import chain_notes, overlap, specs_of, unique
from keras_lint.rules.rule import Rule
from keras_lint.shapes import Dim, TensorSpec, is_known, surely_differ
from keras_lint.source import Span

_METHODS = ("fit", "evaluate", "predict", "train_on_batch", "test_on_batch")


class SampleCounts(Rule):
    """
    ## What it does

    Finds `fit` and `evaluate` on data and targets with different numbers of samples.

    ## Why is this bad?

    Keras raises `ValueError: Data cardinality is ambiguous`.

    ## Example

    ```python
    x_train, y_train = np.zeros((80, 28, 28)), np.zeros((80,), "int32")
    x_test, y_test = np.zeros((20, 28, 28)), np.zeros((20,), "int32")
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(x_train, y_test)  # [sample-counts]
    ```

    Use instead:

    ```python
    x_train, y_train = np.zeros((80, 28, 28)), np.zeros((80,), "int32")
    x_test, y_test = np.zeros((20, 28, 28)), np.zeros((20,), "int32")
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(x_train, y_train)
    ```

    ## When it is silent

    Where a number of samples is not known, for datasets and generators, and where the code
    stands in a `try` that may catch the error.
    """

    code = "E7143"
    name = "sample-counts"
    summary = "data and targets have different numbers of samples"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Compare the first axes of everything that is given together."""
        told: set[Span] = set()
        for data in model.data_calls:
            if data.guarded or not data.batched or data.kind not in _METHODS:
                continue
            for x, y, place in (
                (data.x, data.y, data.span),
                (data.validation_x, data.validation_y, data.validation_span or data.span),
            ):
                pair = _differing(x, y)
                if pair is not None and place not in told:
                    told.add(place)
                    yield self._finding(model, data, pair, place)

    def _finding(
        self,
        model: SemanticModel,
        data: DataCall,
        pair: tuple[TensorSpec, TensorSpec],
        place: Span,
    ) -> Diagnostic:
        first, second = pair
        counts = (first.shape[0], second.shape[0])
        validation = "validation " if place == data.validation_span else ""
        labels = [
            Label(spec.origin, str(spec.shape))
            for spec in pair
            if spec.origin is not None and spec.origin.path == model.source.path
        ]
        x = data.validation_x if validation else data.x
        other = "other data" if second in specs_of(x) else "targets"
        small = min(count for count in counts if is_known(count)) if all(
            is_known(count) for count in counts
        ) else counts[0]  # fmt: skip
        return self.diagnostic(
            place,
            f"the {validation}data have {counts[0]} samples, the {other} {counts[1]}: "
            f"{first.shape} and {second.shape}",
            labels=unique(one for one in labels if not overlap(one.span, place)),
            notes=(
                f"Keras compares the counts first and raises in `{data.kind}`",
                *chain_notes(model.source, place, data.chain),
            ),
            helps=(f"give data and targets of the same part of the data, such as {small} of each",),
        )


def _differing(x: object, y: object) -> tuple[TensorSpec, TensorSpec] | None:
    specs = [spec for spec in (*specs_of(x), *specs_of(y)) if spec.shape.rank]
    for index, first in enumerate(specs):
        for other in specs[index + 1 :]:
            one: Dim = first.shape[0]
            if surely_differ(one, other.shape[0]):
                return first, other
    return None
