"""A ``# shape:`` comment that the code contradicts."""

from __future__ import annotations

from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.misuses import MisuseRule


class ShapeComment(MisuseRule):
    """
    ## What it does

    Finds `# shape: (...)` comments that contradict what the code gives.

    ## Why is this bad?

    Such a comment tells keras_lint, and whoever reads the code, a shape. A wrong one misleads
    both.

    ## Example

    ```python
    inputs = keras.Input((28, 28))
    x = layers.Dense(10)(inputs)  # shape: (None, 10)  # [shape-comment]
    ```

    Use instead:

    ```python
    inputs = keras.Input((28, 28))
    x = layers.Dense(10)(inputs)  # shape: (None, 28, 10)
    ```

    ## When it is silent

    Where the shape is not known: the comment is believed then.
    """

    code = "E7129"
    name = "shape-comment"
    summary = "a shape comment that the code contradicts"
    kind = "shape-comment"

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Name both shapes."""
        comment = misuse.detail.get("comment", "")
        return (
            f"the comment says {comment}, the value is {misuse.found}",
            "the comment is not believed: what follows has the shape of the value",
            f"write # shape: {misuse.found}",
        )
