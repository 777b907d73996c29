"""Shapes and weights asked of a model that has none yet."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.diagnostics import Applicability, Edit, Fix
from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.misuses import MisuseRule


class UnbuiltModelAttribute(MisuseRule):
    """
    ## What it does

    Finds `output_shape`, `input`, `count_params()` and the like on a `Sequential` that has no
    input shape yet.

    ## Why is this bad?

    Without an input shape the model has no weights and no shapes. Keras raises
    `AttributeError: Sequential model ... has no defined output shape yet`.

    In Keras 3 `model.input` and `model.output` of a `Sequential` raise even where the input
    shape is known: they tell what the model was last called on. `model.inputs` and
    `model.outputs` are what Keras 2 meant by them.

    ## Example

    ```python
    model = keras.Sequential([
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    print(model.output_shape)  # [unbuilt-model-attribute]
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    print(model.output_shape)
    ```

    ## When it is silent

    Where the model was given data, or was built, before; for `summary()` in Keras 3, which prints
    it without shapes; and where the code stands in a `try` that may catch the error.
    """

    code = "E7132"
    name = "unbuilt-model-attribute"
    summary = "a model is asked for shapes that it does not have yet"
    kind = "unbuilt-attribute"

    def fixes(self, model: SemanticModel, misuse: Misuse, remedy: str) -> tuple[Fix, ...]:
        """Read the plural, which gives the same tensor in a list."""
        attribute = misuse.span
        if "uncalled" not in misuse.detail or not model.source.slice(attribute).endswith(
            f".{misuse.found}"
        ):
            return ()
        end = replace(attribute, line=attribute.end_line, column=attribute.end_column)
        return (Fix(remedy, (Edit(end, "s[0]"),), Applicability.SAFE),)

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Name the model and the attribute."""
        text = " ".join(model.source.slice(misuse.span).split())
        asked = text.partition("(")[0].rpartition(".")[2] if "." in text else misuse.found
        asked = asked.partition("[")[0] or misuse.found
        if "layer" in misuse.detail:
            return (
                f"`{misuse.detail['layer']}` has no `{misuse.found}` in Keras 3",
                "only models have it; Keras raises `object has no attribute`",
                f"read `{misuse.found.removesuffix('_shape')}.shape` of the layer",
            )
        if "uncalled" in misuse.detail:
            return (
                f"`{misuse.detail['model']}` was not called when its `{asked}` is read",
                "a Sequential of Keras 3 has no input and output of its own until it is called on "
                f"a tensor: Keras raises `has never been called and thus has no defined {asked}`",
                f"read `{asked}s[0]`, which the model has as soon as its input shape is known",
            )
        return (
            f"`{misuse.detail.get('model', 'model')}` has no input shape when `{asked}` is read",
            "Keras makes weights and shapes once it knows the input; here it raises",
            "start the model with keras.Input(shape=...), or call model.build(...) first",
        )
