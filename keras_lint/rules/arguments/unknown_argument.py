"""Arguments that no Keras takes."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic
from keras_lint.layers.schema import COMMON_ARGUMENTS, argument_names
from keras_lint.model import Construction, SemanticModel
from keras_lint.rules.optimizer_arguments import refused_by_optimizers
from keras_lint.rules.places import short
from keras_lint.rules.refused_arguments import RefusedArgument, nearest_argument, written
from keras_lint.shapes import InvalidArgument


class UnknownArgument(RefusedArgument):
    """
    ## What it does

    Finds keyword arguments that the constructor of a layer or an optimizer does not take.

    ## Why is this bad?

    The constructor raises `ValueError: Unrecognized keyword arguments passed to ...`, or
    `TypeError: ... got an unexpected keyword argument`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((32, 32, 3)),
        layers.Conv2D(8, kernel=3),  # [unknown-argument]
        layers.Dropout(0.5, activation="relu"),  # [unknown-argument]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((32, 32, 3)),
        layers.Conv2D(8, kernel_size=3, activation="relu"),
        layers.Dropout(0.5),
    ])
    ```

    ## When it is silent

    For layers of the user's own, and where the constructor stands in a `try` that may catch
    the error.
    """

    code = "E7102"
    name = "unknown-argument"
    summary = "an argument that the layer does not take"
    kinds = ("unknown",)

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look at layers, then at optimizers."""
        yield from super().check(model)
        yield from refused_by_optimizers(self, model)

    def finding(
        self, model: SemanticModel, made: Construction, refusals: list[InvalidArgument]
    ) -> Diagnostic:
        """Name all unknown arguments of one layer, with the nearest that exists."""
        layer = short(made.class_name)
        names = [one.argument for one in refusals]
        known = [] if made.schema is None else argument_names(type(made.schema))
        free = [one for one in [*known, *COMMON_ARGUMENTS] if one not in made.arguments]
        near = [nearest_argument(name, free) for name in names]
        helps = [f"`{layer}` has `{one}=`" for one in dict.fromkeys(near) if one is not None]
        taken = ", ".join(known) or "no argument of its own"
        return self.about(
            model,
            made,
            f"`{layer}` takes no {written(names)}",
            (*helps, f"`{layer}` takes {taken}"),
            ("Keras raises in the constructor",),
        )
