"""Arguments with a value that the layer refuses."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Confidence, Diagnostic
from keras_lint.model import Construction, LayerCall, SemanticModel
from keras_lint.rules.optimizer_arguments import refused_by_optimizers
from keras_lint.rules.places import call_notes, shapes_of, short
from keras_lint.rules.refused_arguments import RefusedArgument
from keras_lint.shapes import InvalidArgument as Refused


class InvalidArgument(RefusedArgument):
    """
    ## What it does

    Finds arguments of layers with a value that Keras refuses: `units=0`, `strides` of the
    wrong length, an unknown `padding`, numpy's integers as `units` in Keras 3. Also an int as
    the `learning_rate` of an optimizer, of which Keras 3 wants a float.

    ## Why is this bad?

    Keras raises when the layer is made, or when it is built.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, (3, 3, 3)),  # [invalid-argument]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, (3, 3)),
    ])
    ```

    ## When it is silent

    Where the value is not known, and where the constructor stands in a `try` that may catch
    the error.
    """

    code = "E7105"
    name = "invalid-argument"
    summary = "a value that the layer refuses"
    kinds = ("value", "object")

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Give what constructors refuse, and what layers refuse about themselves when applied."""
        yield from super().check(model)
        yield from refused_by_optimizers(self, model)
        for call in model.layer_calls:
            if isinstance(call.refusal, Refused) and not call.guarded:
                yield self._at_call(model, call, call.refusal)

    def finding(
        self, model: SemanticModel, made: Construction, refusals: list[Refused]
    ) -> Diagnostic:
        """Say what the layer wants and what it gets."""
        first = refusals[0]
        helps = tuple(filter(None, [first.remedy])) or (f"give {first.expected}",)
        return self.about(
            model, made, _headline(made, first), helps, ("Keras raises in the constructor",)
        )

    def _at_call(self, model: SemanticModel, call: LayerCall, refusal: Refused) -> Diagnostic:
        if refusal.kind == "missing":
            helps: tuple[str, ...] = ("attention of a tensor to itself takes it twice: (x, x)",)
        else:
            helps = tuple(filter(None, [refusal.remedy])) or (f"give {refusal.expected}",)
        note = f"Keras raises when the layer meets its input {shapes_of(call.inputs)}"
        return self.diagnostic(
            call.span,
            _headline(call.construction, refusal),
            notes=(note, *call_notes(model, call)),
            helps=helps,
            confidence=Confidence.HIGH,
            cause=call.index,
        )


def _headline(made: Construction, refusal: Refused) -> str:
    layer = short(made.class_name)
    if refusal.kind == "missing":
        return f"`{layer}` is applied without `{refusal.argument}`"
    return f"`{refusal.argument}` of `{layer}` is {refusal.found}, not {refusal.expected}"
