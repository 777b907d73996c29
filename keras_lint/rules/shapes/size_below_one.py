"""A convolution or pooling window that is larger than what is left of its input."""

from __future__ import annotations

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.data_formats import reader_of_channels_first
from keras_lint.rules.places import output_shapes, shapes_of, short, specs_of, unique
from keras_lint.rules.refused_inputs import WHEN, RefusedInput
from keras_lint.shapes import Refusal, Shape
from keras_lint.source import Span


class SizeBelowOne(RefusedInput):
    """
    ## What it does

    Finds convolutions, poolings and croppings whose window is larger than the input that is
    left for them.

    ## Why is this bad?

    Every `Conv2D` without `padding="same"` and every pooling makes the map smaller. Where
    nothing is left, Keras raises `Computed output size would be negative`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        layers.Conv2D(8, 3),
        layers.MaxPooling2D(),
        layers.Conv2D(8, 3),
        layers.Conv2D(8, 3),  # [size-below-one]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        layers.Conv2D(8, 3, padding="same"),
        layers.MaxPooling2D(),
        layers.Conv2D(8, 3, padding="same"),
        layers.Conv2D(8, 3, padding="same"),
    ])
    ```

    ## When it is silent

    Where the size is not known or `None`, and where the code stands in a `try` that may
    catch the error.
    """

    code = "E7122"
    name = "size-below-one"
    summary = "nothing is left of the input of a convolution or pooling"

    def finding(self, model: SemanticModel, call: LayerCall, refusal: Refusal) -> Diagnostic:
        """Show the sizes on the way."""
        layer = short(call.class_name)
        window = refusal.expected.removeprefix("a size of at least ").partition(" ")[0]
        chain = _way(model, call)
        labels = unique(
            Label(one.span, output_shapes(one.output)) for one in chain if one.span != call.span
        )
        sizes = [str(specs_of(one.inputs)[0].shape) for one in chain]
        way = " -> ".join([*sizes, shapes_of(call.inputs)])
        start = specs_of(chain[0].inputs)[0].shape if chain else None
        smaller = tuple(
            f"the input {start} is too small for these layers: make it larger"
            for _ in (start,)
            if start is not None
        )
        channels_first = _channels_first(model, call)
        if channels_first is not None:
            place, shape = channels_first
            return self.about(
                model,
                call,
                f"the input {shape} has its channels first, `{layer}` wants them last "
                f"and needs {window} on an axis of {shapes_of(call.inputs)}",
                (f"give the shape as {_moved(shape)}, and the data too (`np.moveaxis(x, 1, -1)`)",),
                labels=(Label(call.span, "the map is used up here"), *labels),
                notes=(f"the sizes on the way are {way}", WHEN) if chain else (),
                span=place,
            )
        former = call.schema is not None and 1 in call.schema.in_keras
        word = "border_mode" if former else "padding"
        return self.about(
            model,
            call,
            f"`{layer}` needs {window} on an axis of {shapes_of(call.inputs)}: the map is used up",
            (
                f'{word}="same" keeps the size, or leave out a pooling layer before it',
                *smaller,
            ),
            labels=labels,
            notes=(f"the sizes on the way are {way}", WHEN) if chain else (),
        )


def _way(model: SemanticModel, call: LayerCall) -> list[LayerCall]:
    """List the layers before a call that changed the size, first to last."""
    found: list[LayerCall] = []
    seen = call
    while len(seen.parents) == 1 and len(found) < 12:
        seen = model.layer_calls[seen.parents[0]]
        if shapes_of(seen.inputs) != output_shapes(seen.output) and specs_of(seen.inputs):
            found.append(seen)
    return found[::-1]


def _channels_first(model: SemanticModel, call: LayerCall) -> tuple[Span, Shape] | None:
    """Give the place and shape of the declared input, if its channels stand in front."""
    first = call
    while len(first.parents) == 1:
        first = model.layer_calls[first.parents[0]]
    for graph in model.models:
        for given in graph.inputs:
            place = given.argument or given.span
            if place is None or place.path != model.source.path:
                continue
            if reader_of_channels_first(model, graph, given) is first:
                return place, given.spec.shape
    return None


def _moved(shape: Shape) -> Shape:
    channels, *sides = shape.known[1:]
    return Shape((*sides, channels))
