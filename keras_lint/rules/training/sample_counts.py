"""Data and targets for different numbers of samples."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import DataCall, SemanticModel
from keras_lint.rules.places import chain_notes, overlap, specs_of, unique
from keras_lint.rules.rule import Rule
from keras_lint.rules.targets import differing_counts
from keras_lint.shapes import TensorSpec, is_known
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
                (data.x, data.arguments.get("sample_weight"), data.span),
                (data.validation_x, data.validation_y, data.validation_span or data.span),
            ):
                pair = differing_counts(x, y)
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
        if second is data.arguments.get("sample_weight"):
            other = "weights"
        small = min(count for count in counts if is_known(count)) if all(
            is_known(count) for count in counts
        ) else counts[0]  # fmt: skip
        split = _split_in_another_order(model, pair)
        if split is not None:
            labels.append(Label(place, "gets both"))
            place = split
        return self.diagnostic(
            place,
            f"the {validation}data have {counts[0]} samples, the {other} {counts[1]}: "
            f"{first.shape} and {second.shape}",
            labels=unique(one for one in labels if not overlap(one.span, place)),
            notes=(
                f"Keras compares the counts first and raises in `{data.kind}`",
                *chain_notes(model.source, place, data.chain),
            ),
            helps=(
                f"give data and targets of the same part of the data, such as {small} of each"
                if split is None
                else "train_test_split(X, y) gives X_train, X_test, y_train, y_test in this order",
            ),
        )


def _split_in_another_order(
    model: SemanticModel, pair: tuple[TensorSpec, TensorSpec]
) -> Span | None:
    """Give the ``train_test_split`` that made both, if both are parts of the same array."""
    first, second = pair
    made = first.origin
    if made is None or made != second.origin or made.path != model.source.path:
        return None
    if first.shape.known[1:] != second.shape.known[1:]:
        return None
    called = model.source.slice(made).partition("(")[0].rpartition(".")[2]
    return made if called == "train_test_split" else None
