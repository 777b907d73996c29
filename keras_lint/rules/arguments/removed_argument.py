"""Arguments that an older Keras took."""

from __future__ import annotations

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import Construction, SemanticModel
from keras_lint.rules.places import short
from keras_lint.rules.refused_arguments import RefusedArgument, written
from keras_lint.shapes import InvalidArgument


class RemovedArgument(RefusedArgument):
    """
    ## What it does

    Finds arguments that an older Keras took and Keras 3 refuses: `border_mode=`,
    `batch_input_shape=`, `input_length=` of a recurrent layer, and the like.

    ## Why is this bad?

    The constructor raises `ValueError: Unrecognized keyword arguments passed to ...`.

    ## Example

    ```python
    model = keras.Sequential([
        layers.LSTM(8, batch_input_shape=(4, 10, 3), stateful=True),  # [removed-argument]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input(batch_shape=(4, 10, 3)),
        layers.LSTM(8, stateful=True),
    ])
    ```

    ## When it is silent

    Where Keras 2 is meant (`tf_keras`, or `keras-version = 2`), where it is not known which
    Keras is meant, and where the constructor stands in a `try` that may catch the error.
    """

    code = "E7101"
    name = "removed-argument"
    summary = "an argument that an older Keras took"
    kinds = ("removed",)

    def finding(
        self, model: SemanticModel, made: Construction, refusals: list[InvalidArgument]
    ) -> Diagnostic:
        """Name all removed arguments of one layer, and what replaces each."""
        layer = short(made.class_name)
        names = [_spelled(one) for one in refusals]
        helps = tuple(
            f"{one.remedy} instead of {_spelled(one)}="
            if (one.remedy or "").startswith("write")
            else f"{one.remedy or 'leave it out'}"
            for one in refusals
        )
        are = "is" if len(names) == 1 else "are"
        return self.about(
            model,
            made,
            f"{written(names)} of `{layer}` {are} gone in Keras 3",
            tuple(dict.fromkeys(helps)),
            ("Keras raises in the constructor",),
        )


def _spelled(refusal: InvalidArgument) -> str:
    return refusal.argument
