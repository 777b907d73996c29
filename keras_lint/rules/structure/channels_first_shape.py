"""An image shape with its channels first, in layers that want them last."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import shape_of
from keras_lint.rules.data_formats import reader_of_channels_first
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.shapes import Shape
from keras_lint.source import Span


class ChannelsFirstShape(Rule):
    """
    ## What it does

    Finds input shapes such as `(3, 150, 150)`, with the channels first, in front of
    convolutions that take the last axis for the channels.

    ## Why is this bad?

    Keras reads `(3, 150, 150)` as an image of 3 x 150 pixels with 150 channels. Where the
    sizes happen to allow it, it builds and trains such a model without a word.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((3, 150, 150)),  # [channels-first-shape]
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, activation="softmax"),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((150, 150, 3)),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, activation="softmax"),
    ])
    ```

    ## When it is silent

    Where the other two sizes are small, or differ and are not large, where the kernel is one
    row high, with `data_format="channels_first"`, and where a layer of the model raises: that
    is an error of its own.
    """

    code = "W7132"
    name = "channels-first-shape"
    summary = "an input shape has its channels first, the layers want them last"
    explains = 88

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each input once."""
        seen: set[Span] = set()
        for graph in model.models:
            if any(model.layer_calls[i].refusal is not None for i in graph.layers):
                continue
            for given in graph.inputs:
                place = given.argument or given.span or graph.span
                if place.path != model.source.path:
                    place = graph.span
                if place in seen or place.path != model.source.path:
                    continue
                call = reader_of_channels_first(model, graph, given)
                if call is None:
                    continue
                seen.add(place)
                yield self._finding(place, given.spec.shape, call)

    def _finding(self, place: Span, shape: Shape, call: LayerCall) -> Diagnostic:
        channels, height, width = shape.known[1:]
        last = Shape((shape[0], height, width, channels))
        return self.diagnostic(
            place,
            f"the input {shape} has its {channels} channels first, "
            f"`{short(call.class_name)}` wants them last",
            labels=(
                Label(place, f"read as {channels} x {height} pixels with {width} channels"),
                Label(call.span, f"{shape} -> {shape_of(call.output)}"),
            ),
            notes=("Keras builds and trains this without a word where the sizes allow it",),
            helps=(
                f"give the shape as {last}, and the data too (`np.moveaxis(x, 1, -1)`)",
                f"for channels first, give {short(call.class_name)} and the layers after it "
                'data_format="channels_first" (needs a GPU, or another backend than TensorFlow)',
            ),
            cause=call.index,
        )
