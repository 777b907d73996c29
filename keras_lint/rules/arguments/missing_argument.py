"""Required arguments that are not given."""

from __future__ import annotations

from keras_lint.diagnostics import Diagnostic
from keras_lint.layers.schema import argument_names
from keras_lint.model import Construction, SemanticModel
from keras_lint.rules.places import listed, short
from keras_lint.rules.refused_arguments import RefusedArgument
from keras_lint.shapes import InvalidArgument


class MissingArgument(RefusedArgument):
    """
    ## What it does

    Finds layers that are made without an argument that Keras requires.

    ## Why is this bad?

    The constructor raises `TypeError: ... missing 1 required positional argument`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(32),  # [missing-argument]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, 3),
    ])
    ```

    ## When it is silent

    Where arguments come from `*args` or `**kwargs`, and where the constructor stands in a
    `try` that may catch the error.
    """

    code = "E7103"
    name = "missing-argument"
    summary = "a required argument of a layer is not given"
    kinds = ("missing",)

    def finding(
        self, model: SemanticModel, made: Construction, refusals: list[InvalidArgument]
    ) -> Diagnostic:
        """Name the arguments that are missing, and the order that Keras has."""
        layer = short(made.class_name)
        missing = [f"`{one.argument}`" for one in refusals]
        first = [] if made.schema is None else argument_names(type(made.schema))
        needed = [one.argument for one in refusals]
        last = max((first.index(name) for name in needed if name in first), default=0)
        order = ", ".join(first[: last + 1])
        return self.about(
            model,
            made,
            f"`{layer}` is made without {listed(missing)}",
            (f"write {layer}({order}), in this order or by name",),
            ("Keras raises in the constructor",),
        )
