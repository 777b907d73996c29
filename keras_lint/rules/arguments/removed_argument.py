"""Arguments that an older Keras took."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import Construction, SemanticModel
from keras_lint.rules.modern_calls import kernel_places, modern_call
from keras_lint.rules.optimizer_arguments import refused_by_optimizers
from keras_lint.rules.places import listed, short
from keras_lint.rules.refused_arguments import RefusedArgument, written
from keras_lint.shapes import InvalidArgument


class RemovedArgument(RefusedArgument):
    """
    ## What it does

    Finds arguments that an older Keras took and Keras 3 refuses: `border_mode=`,
    `batch_input_shape=`, `input_length=` of a recurrent layer, `lr=` of an optimizer, ...

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

    ## Fix safety

    Writing the new name of an argument and the new name of its value, the kernel as one tuple
    or `Input` for what describes the input keeps what the older Keras built and is safe.
    Leaving out an argument that did something is not. There is no fix where Keras 3 has no
    successor of an argument, and where it would refuse the call all the same.
    """

    code = "E7101"
    name = "removed-argument"
    summary = "an argument that an older Keras took"
    kinds = ("removed",)

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look at layers, then at optimizers."""
        yield from super().check(model)
        yield from refused_by_optimizers(self, model)

    def finding(
        self, model: SemanticModel, made: Construction, refusals: list[InvalidArgument]
    ) -> Diagnostic:
        """Name all removed arguments of one layer, and what replaces each."""
        layer = short(made.class_name)
        names = [one.argument for one in refusals]
        are = "is" if len(names) == 1 else "are"
        fixes = modern_call(model, made, refusals)
        return self.about(
            model,
            made,
            f"{written(names)} of `{layer}` {are} gone in Keras 3",
            tuple(one.title for one in fixes) or tuple(_helps(refusals)),
            ("Keras raises in the constructor", *_kernel_note(made)),
            fixes,
        )


def _helps(refusals: list[InvalidArgument]) -> Iterator[str]:
    """Say what to do about each argument, once for those with one successor."""
    remedies: dict[str, list[str]] = {}
    for one in refusals:
        remedies.setdefault(one.remedy or "leave it out", []).append(one.argument)
    for remedy, names in remedies.items():
        old = listed([f"{name}=" for name in names])
        if remedy.startswith("write"):
            yield f"{remedy} instead of {old}"
        elif remedy.startswith("leave it out"):
            yield remedy.replace("it", old, 1) if len(refusals) > 1 else remedy
        else:
            yield remedy if len(refusals) == 1 else f"{old}: {remedy}"


def _kernel_note(made: Construction) -> Iterator[str]:
    """Say where numbers behind the filters are the sizes of one kernel."""
    if kernel_places(made) is not None:
        sizes = ", ".join(map(str, list(made.arguments.values())[1 : made.positional_count]))
        yield f"{sizes} were the kernel in Keras 1; Keras 3 reads the number behind it as strides"
