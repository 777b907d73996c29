"""An ``input_shape`` where Keras 3 wants an ``Input``."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.model import SemanticModel
from keras_lint.rules.input_edits import input_in_front
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class InputShapeArgument(Rule):
    """
    ## What it does

    Finds `input_shape=` and `input_dim=` on the first layer of a model, in Keras 3.

    ## Why is this bad?

    Keras 3 takes them with a `UserWarning` that recommends `Input(shape)` as the first
    object of the model.

    ## Example

    ```python
    model = keras.Sequential([
        layers.Dense(16, input_shape=(8,)),  # [input-shape-argument]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16),
    ])
    ```

    ## When it is silent

    In Keras 2, and where the version of Keras is not known.
    """

    code = "C7313"
    name = "input-shape-argument"
    summary = "input_shape= where Keras 3 wants Input"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each layer once."""
        if model.keras != 3:
            return
        seen: set[Span] = set()
        for made in model.constructions:
            name = next((n for n in ("input_shape", "input_dim") if n in made.arguments), None)
            if name is None or made.span in seen or "Embedding" in made.class_name:
                continue
            seen.add(made.span)
            value = made.arguments[name]
            shape = f"({value},)" if name == "input_dim" else str(value)
            front = input_in_front(model, made)
            code = f"keras.Input({shape})" if front is None else front[0]
            title = f"put `{code}` before this layer"
            yield self.diagnostic(
                made.span,
                f"`{name}=` of `{short(made.class_name)}` makes Keras 3 warn",
                labels=(Label(made.argument_spans.get(name, made.span), f"{name}={value}"),),
                helps=(title,),
                fixes=() if front is None else (Fix(title, front[1], Applicability.SAFE),),
            )
