"""``Input(784)``: a number where a tuple is needed."""

from __future__ import annotations

from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.misuses import MisuseRule


class InputShapeNoTuple(MisuseRule):
    """
    ## What it does

    Finds an `Input` whose shape is a number: `Input(784)`, `Input(shape=(784))`.

    ## Why is this bad?

    Parentheses alone make no tuple: `(784)` is the number 784. Keras 3 raises
    `ValueError: Cannot convert '784' to a shape`.

    ## Example

    ```python
    inputs = keras.Input(shape=(784))  # [input-shape-no-tuple]
    outputs = layers.Dense(10)(inputs)
    ```

    Use instead:

    ```python
    inputs = keras.Input(shape=(784,))
    outputs = layers.Dense(10)(inputs)
    ```

    ## When it is silent

    Where Keras 2 is meant, which takes a number, and where it is not known which Keras is
    meant.
    """

    code = "E7106"
    name = "input-shape-no-tuple"
    summary = "the shape of an Input is a number, not a tuple"
    kind = "shape-is-no-tuple"

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Name the number."""
        return (
            f"the shape of this `Input` is the int {misuse.found}, not a tuple",
            f"({misuse.found}) in parentheses is the int {misuse.found}; Keras 3 raises here",
            f"write ({misuse.found},) for one axis of {misuse.found}",
        )
