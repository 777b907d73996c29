"""One sample given to ``predict`` where Keras takes a batch."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import DataCall, SemanticModel
from keras_lint.rules.feeds import feeds, misfit
from keras_lint.rules.rule import Rule
from keras_lint.rules.sample_edits import batch_fixes, batch_of_one
from keras_lint.rules.simulation import apply_all
from keras_lint.shapes import Shape, TensorSpec, is_known, surely_equal

_METHODS = ("predict", "predict_on_batch", "predict_proba", "predict_classes")


class OneSampleWithoutBatch(Rule):
    """
    ## What it does

    Finds `predict` on one sample without the batch axis, where Keras takes the first axis of
    the sample for the batch.

    ## Why is this bad?

    Where the last axis of the input has size 1, Keras adds it by itself: an image of shape
    `(28, 28, 1)` becomes 28 images of shape `(28, 1, 1)`. Models that take any size, such as
    recurrent ones, then predict once for each row, without a word.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((28, 1)),
        layers.LSTM(4),
        layers.Dense(1),
    ])
    series = np.zeros((28, 1))
    model.predict(series)  # [one-sample-without-batch]
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((28, 1)),
        layers.LSTM(4),
        layers.Dense(1),
    ])
    series = np.zeros((28, 1))
    model.predict(series[np.newaxis])
    ```

    ## When it is silent

    Where the shape of the data or of the input is not fully known, and where Keras raises
    because of the axes or of a size: that is an error of its own.

    ## Fix safety

    The fix gives one prediction instead of several, so it is unsafe.
    """

    code = "W7102"
    name = "one-sample-without-batch"
    summary = "predict gets one sample without its batch axis"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report predict on data that are one sample."""
        refused = {one.data.span for one in feeds(model) if misfit(model, one) is not None}
        for data in model.data_calls:
            graph = model.model_of_identity(data.model)
            if data.kind not in _METHODS or graph is None or len(graph.inputs) != 1:
                continue
            wanted, given = graph.inputs[0].spec.shape, data.x
            if not graph.built or not isinstance(given, TensorSpec) or not data.batched:
                continue
            if data.span not in refused and _is_one_sample(given.shape, wanted):
                yield self._finding(model, data, given, wanted)

    def _finding(
        self, model: SemanticModel, data: DataCall, given: TensorSpec, wanted: Shape
    ) -> Diagnostic:
        samples = given.shape[0]
        read = Shape((samples, *given.shape.known[1:], 1))
        batch = Shape((1, *given.shape.known))
        labels = [Label(data.span, f"takes {wanted}, Keras reads the data as {read}")]
        if data.x_span is not None:
            labels.append(Label(data.x_span, f"one sample: {given.shape}"))
        code = batch_of_one(model, data.x_source) or "x[np.newaxis]"
        title = f"give a batch of one: `{code}`, which is {batch}"
        return self.diagnostic(
            data.span,
            f"`{data.kind}` gets one sample of shape {given.shape}; "
            f"Keras reads it as {samples} samples",
            labels=tuple(labels),
            notes=(_what_happens(model, data, read),),
            helps=(title,),
            fixes=batch_fixes(model, data, title),
        )


def _is_one_sample(given: Shape, wanted: Shape) -> bool:
    if given.rank is None or wanted.rank is None or wanted.rank != given.rank + 1:
        return False
    if wanted.rank < 3 or wanted[-1] != 1 or all(dim == 1 for dim in given):
        return False
    # Keras: Functional._adjust_input_rank adds a last axis of size 1.
    return all(surely_equal(a, b) for a, b in zip(given, wanted.known[1:], strict=True))


def _what_happens(model: SemanticModel, data: DataCall, read: Shape) -> str:
    graph = model.model_of_identity(data.model)
    assert graph is not None, "the model of this call is known"
    calls = [model.layer_calls[i] for i in graph.layers]
    layers = [call.schema for call in calls if call.schema is not None]
    if graph.kind == "sequential" and graph.complete and len(layers) == len(calls):
        found = apply_all(layers, read)
        if found and is_known(read[0]):
            return f"Keras adds a last axis of size 1 and gives {found[-1].shape}, without a word"
    return "Keras adds a last axis of size 1 by itself where the number of axes falls short"
