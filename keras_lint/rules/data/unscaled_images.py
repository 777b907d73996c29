"""Pixels from 0 to 255 that go into a model as they are."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import DataCall, ModelGraph, SemanticModel
from keras_lint.rules.rule import Rule
from keras_lint.shapes import TensorSpec
from keras_lint.source import Span

_LEARNS = ("keras.layers.Dense", "keras.layers.Conv1D", "keras.layers.Conv2D",
           "keras.layers.SeparableConv2D")  # fmt: skip
_PASSES = ("keras.layers.Flatten", "keras.layers.Reshape", "keras.layers.MaxPooling2D",
           "keras.layers.AveragePooling2D", "keras.layers.Dropout", "keras.layers.ZeroPadding2D",
           "keras.layers.RandomFlip", "keras.layers.RandomRotation",
           "keras.layers.RandomZoom")  # fmt: skip
_LARGEST_PIXEL = 255


class UnscaledImages(Rule):
    """
    ## What it does

    Finds `fit` on the images of a known data set without scaling: 0 to 255 instead of 0 to 1.

    ## Why is this bad?

    Keras draws weights for inputs of about unit size. With values up to 255 the first steps
    are hundreds of times too large: such a model learns badly or not at all, and
    nothing says so.

    ## Example

    ```python
    (x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(x_train, y_train)  # [unscaled-images]
    ```

    Use instead:

    ```python
    (x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Rescaling(1 / 255),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(x_train, y_train)
    ```

    ## When it is silent

    Where the values are not known to reach 255, and where anything but reshaping, pooling
    and augmentation stands before the first layer with a kernel: a `Rescaling`, a
    normalization, a backbone, a `Lambda`.
    """

    code = "W7161"
    name = "unscaled-images"
    summary = "images go in as 0 to 255"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each fit once."""
        seen: set[Span] = set()
        for data in model.data_calls:
            graph = model.model_of_identity(data.model)
            place = data.x_span or data.span
            if data.kind != "fit" or graph is None or data.span in seen:
                continue
            if not _is_unscaled(data) or not _learns_from_raw(model, graph):
                continue
            assert isinstance(data.x, TensorSpec), "the data are an array"
            seen.add(data.span)
            span = place if place.path == model.source.path else data.span
            name = data.x_source or "x"
            labels = [Label(span, f"{data.x.shape} of 0 to 255")]
            if data.x.origin is not None:
                labels.append(Label(data.x.origin, "made here"))
            yield self.diagnostic(
                span,
                f"the images `{name}` go in as they are, 0 to 255: {data.x.shape}",
                labels=tuple(labels),
                notes=("Keras is silent; its weights are drawn for inputs of about unit size",),
                helps=(
                    f"scale them: `{name} / 255.0`, the test data too, or begin the model with "
                    "`Rescaling(1 / 255)`",
                ),
            )


def _is_unscaled(data: DataCall) -> bool:
    if not isinstance(data.x, TensorSpec) or data.x.shape.rank not in (2, 3, 4):
        return False
    content = data.x.content
    return content is not None and content.attained and content.maximum == _LARGEST_PIXEL


def _learns_from_raw(model: SemanticModel, graph: ModelGraph) -> bool:
    """Tell whether the first layer with a kernel gets the input as it is."""
    if graph.kind == "subclassed" or not graph.complete or len(graph.inputs) != 1:
        return False
    for index in graph.layers:
        call = model.layer_calls[index]
        if call.class_name in _LEARNS:
            return True
        if call.class_name not in _PASSES:
            return False
    return False
