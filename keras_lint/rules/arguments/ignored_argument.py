"""Arguments that Keras takes and ignores."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.model import SemanticModel
from keras_lint.rules.layer_edits import remove_argument
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class IgnoredArgument(Rule):
    """
    ## What it does

    Finds arguments that this Keras ignores: `input_length=` of `Embedding` in Keras 3, and
    `batch_size=` of `fit` on a data set that is batched already.

    ## Why is this bad?

    The code says something that is not so. `Embedding(input_length=10)` takes sequences of
    any length, and a model that relied on it to know its shape is not built. A `batch_size`
    beside a `tf.data.Dataset` does not change its batches.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((10,)),
        layers.Embedding(1000, 8, input_length=10),  # [ignored-argument]
        layers.GlobalAveragePooling1D(),
        layers.Dense(1),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((10,)),
        layers.Embedding(1000, 8),
        layers.GlobalAveragePooling1D(),
        layers.Dense(1),
    ])
    ```

    ## When it is silent

    Where the version of Keras is not known, and where the data are not known to be batched.

    ## Fix safety

    The argument has no effect, so the fix that takes it out is safe.
    """

    code = "W7162"
    name = "ignored-argument"
    summary = "an argument that this Keras ignores"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each argument once."""
        if model.keras == 3:
            yield from self._input_lengths(model)
        yield from self._batch_sizes(model)

    def _input_lengths(self, model: SemanticModel) -> Iterator[Diagnostic]:
        seen: set[Span] = set()
        for made in model.constructions:
            given = made.arguments.get("input_length")
            if made.class_name != "keras.layers.Embedding" or given is None or made.span in seen:
                continue
            seen.add(made.span)
            call = next((c for c in model.layer_calls if c.construction.index == made.index), None)
            edits = None if call is None else remove_argument(model, call, "input_length")
            title = "leave `input_length` out; `keras.Input` in front gives the model its length"
            place = made.argument_spans.get("input_length", made.span)
            length = f"input_length{_value(model, place, given)}"
            yield self.diagnostic(
                made.span,
                f"Keras 3 ignores `{length}`: this `Embedding` takes any length",
                labels=(Label(place, "has no effect"),),
                notes=("Keras 3 warns that the argument is deprecated",),
                helps=(title,),
                fixes=() if edits is None else (Fix(title, edits, Applicability.SAFE),),
            )

    def _batch_sizes(self, model: SemanticModel) -> Iterator[Diagnostic]:
        seen: set[Span] = set()
        for data in model.data_calls:
            place = data.argument_spans.get("batch_size")
            if data.batched or place is None or data.span in seen or data.kind != "fit":
                continue
            if place.path != model.source.path or data.arguments.get("batch_size", "") is None:
                continue
            seen.add(data.span)
            yield self.diagnostic(
                place,
                f"`batch_size` is ignored: `{data.x_source or 'x'}` comes in batches already",
                labels=(Label(place, "has no effect"),),
                notes=("Keras is silent; a data set brings its own batches",),
                helps=("set the size where the data set is made, with `.batch(...)`",),
            )


def _value(model: SemanticModel, place: Span, given: object) -> str:
    """Write a length that stands in the code; what a name stands for may differ by call."""
    here = place.path == model.source.path and str(given) in model.source.slice(place)
    return f"={given}" if isinstance(given, int) and here else ""
