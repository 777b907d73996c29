"""A softmax over a single value, which is always 1.0."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Confidence, Diagnostic, Fix, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import shape_of
from keras_lint.rules.heads import activation_of
from keras_lint.rules.layer_edits import replace_argument
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class SoftmaxOverOneUnit(Rule):
    """
    ## What it does

    Finds `softmax` over an axis of size 1.

    ## Why is this bad?

    Softmax divides by the sum over the axis, so a single value always becomes 1.0. The
    layers before it get no gradient, and the accuracy is the share of one class. Keras
    trains such a model.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1, activation="softmax"),  # [softmax-over-one-unit]
    ])
    model.compile("adam", loss="binary_crossentropy")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile("adam", loss="binary_crossentropy")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    ```

    ## When it is silent

    Where the number of units is not known, and for `Softmax(axis=...)` over another axis.

    ## Fix safety

    The fix writes `sigmoid`, which is what two classes in one unit need. It changes what
    the model computes, so it is unsafe.
    """

    code = "W7121"
    name = "softmax-over-one-unit"
    summary = "softmax over one unit is always 1.0"
    explains = 90

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each layer once."""
        seen: set[Span] = set()
        for call in model.layer_calls:
            if call.span in seen or not _is_constant(call):
                continue
            seen.add(call.span)
            shape = shape_of(call.output)
            several = shape.rank is not None and shape.rank > 2
            place = call.construction.argument_spans.get("activation")
            edits = replace_argument(model, place, "activation", '"sigmoid"')
            title = 'for one probability, use activation="sigmoid"'
            other = "for weights over the positions, softmax needs their axis: `Softmax(axis=1)`"
            fix = Applicability.DISPLAY if several else Applicability.UNSAFE
            yield self.diagnostic(
                call.span,
                f"`softmax` over one unit is always 1.0: {shape}",
                labels=(Label(place or call.span, f"divides each value by itself: {shape}"),),
                notes=("Keras reports nothing in `fit()`; the layers before get no gradient",),
                helps=(title, other) if several else (title,),
                fixes=() if edits is None else (Fix(title, edits, fix),),
                confidence=Confidence.HIGH,
                cause=call.index,
            )


def _is_constant(call: LayerCall) -> bool:
    shape = shape_of(call.output)
    if activation_of(call) != "softmax" or shape.rank is None or shape[-1] != 1:
        return False
    axis = getattr(call.schema, "axis", -1) if call.class_name.endswith(".Softmax") else -1
    return axis == -1 or axis == len(shape) - 1
