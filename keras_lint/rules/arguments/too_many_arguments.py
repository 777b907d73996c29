"""More positional arguments than a layer has, or one argument twice."""

from __future__ import annotations

from keras_lint.diagnostics import Diagnostic
from keras_lint.layers.schema import argument_names
from keras_lint.model import Construction, SemanticModel
from keras_lint.rules.places import counted, short
from keras_lint.rules.refused_arguments import RefusedArgument
from keras_lint.shapes import InvalidArgument


class TooManyArguments(RefusedArgument):
    """
    ## What it does

    Finds layers that get more positional arguments than they have, or one argument twice.

    ## Why is this bad?

    The constructor raises `TypeError: ... takes 2 positional arguments but 3 were given`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Activation("relu", 4),  # [too-many-arguments]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(4, activation="relu"),
    ])
    ```

    ## When it is silent

    For layers of the user's own, and where the constructor stands in a `try` that may catch
    the error.
    """

    code = "E7104"
    name = "too-many-arguments"
    summary = "more arguments than the layer has"
    kinds = ("surplus",)

    def finding(
        self, model: SemanticModel, made: Construction, refusals: list[InvalidArgument]
    ) -> Diagnostic:
        """Say how many arguments there are and how many the layer has."""
        layer = short(made.class_name)
        names = [] if made.schema is None else argument_names(type(made.schema))
        twice = next((one for one in refusals if one.found == "two"), None)
        if twice is not None:
            message = f"`{layer}` gets `{twice.argument}` twice"
        else:
            given = counted(made.positional_count, "positional argument")
            message = f"`{layer}` gets {given} and has {len(names)}"
        taken = ", ".join(names)
        helps = (f"`{layer}` takes {taken}" if names else f"write {layer}() without arguments",)
        return self.about(model, made, message, helps, ("Keras raises in the constructor",))
