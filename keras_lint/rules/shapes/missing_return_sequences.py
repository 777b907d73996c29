"""A recurrent layer that gives its last step alone, before a layer that needs all steps."""

from __future__ import annotations

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.places import output_shapes, short, specs_of
from keras_lint.rules.refusals import RECURRENT, last_step_alone
from keras_lint.rules.refused_inputs import RefusedInput
from keras_lint.rules.sequence_edits import keep_sequences
from keras_lint.shapes import Refusal


class MissingReturnSequences(RefusedInput):
    """
    ## What it does

    Finds a recurrent layer that gives its last step alone, followed by a layer that needs a
    sequence.

    ## Why is this bad?

    `LSTM(32)` gives `(None, 32)`; the next `LSTM` needs `(None, steps, features)`. Keras
    raises `expected ndim=3, found ndim=2` at the second one.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((10, 8)),
        layers.LSTM(32),  # [missing-return-sequences]
        layers.LSTM(16),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((10, 8)),
        layers.LSTM(32, return_sequences=True),
        layers.LSTM(16),
    ])
    ```

    ## When it is silent

    Where something between the two layers makes a sequence again, such as `RepeatVector`,
    and where the code stands in a `try` that may catch the error.

    ## Fix safety

    The fix is unsafe, as it says what the model is to compute. Where `RepeatVector` would do as
    well, it is only shown.
    """

    code = "E7127"
    name = "missing-return-sequences"
    summary = "a recurrent layer gives its last step alone, the next one needs all"
    explains = 80

    def finding(self, model: SemanticModel, call: LayerCall, refusal: Refusal) -> Diagnostic:
        """Report the recurrent layer that drops the steps."""
        source = last_step_alone(model, call)
        assert source is not None, "the kind of the refusal says so"
        first, second = short(source.class_name), short(call.class_name)
        given = specs_of(source.inputs)[0].shape
        units = specs_of(source.output)[0].shape[-1]
        samples, steps = ("None", "steps") if given.dims is None else (given[0], given[1])
        full = f"({samples}, {steps}, {units})"
        apart = call.span != source.span
        title = f"return_sequences=True gives {full}"
        repeated = f"RepeatVector(n) between them repeats the last step: (None, n, {units})"
        stacked = _is_stacked(call)
        how = Applicability.UNSAFE if stacked else Applicability.DISPLAY
        labels = (Label(call.span, "needs (None, steps, features)"),) if apart else ()
        return self.about(
            model,
            call,
            f"this `{first}` gives only its last step {output_shapes(source.output)}, "
            f"`{second}` needs all steps",
            (title,) if stacked else (title, repeated),
            labels=labels,
            span=source.span,
            fixes=_fixes(model, source, title, how) if apart else (),
        )


def _fixes(
    model: SemanticModel, source: LayerCall, title: str, how: Applicability
) -> tuple[Fix, ...]:
    edits = keep_sequences(model, source)
    if edits is None or len(model.consumers(source)) != 1:
        return ()
    return (Fix(title, edits, how),)


def _is_stacked(call: LayerCall) -> bool:
    """Tell whether a layer gives one step after all; one that gives steps may be a decoder."""
    inner = getattr(call.schema, "layer", call.schema)
    steps = getattr(inner, "return_sequences", None)
    return short(call.class_name) in RECURRENT and steps is False
