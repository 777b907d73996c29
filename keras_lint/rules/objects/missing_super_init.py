"""A layer or model of the user's own whose constructor leaves out Keras's."""

from __future__ import annotations

from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.misuses import MisuseRule


class MissingSuperInit(MisuseRule):
    """
    ## What it does

    Finds layers and models of the user's own with an `__init__` that never calls
    `super().__init__()`, and that are applied to something.

    ## Why is this bad?

    Keras raises at the first call: `RuntimeError: In layer 'Scale', you forgot to call
    super().__init__() as the first statement in the __init__() method`.

    ## Example

    ```python
    class Scale(layers.Layer):
        def __init__(self, factor):  # [missing-super-init]
            self.factor = factor

        def call(self, inputs):
            return inputs * self.factor


    outputs = Scale(2.0)(keras.Input((8,)))
    ```

    Use instead:

    ```python
    class Scale(layers.Layer):
        def __init__(self, factor):
            super().__init__()
            self.factor = factor

        def call(self, inputs):
            return inputs * self.factor


    outputs = Scale(2.0)(keras.Input((8,)))
    ```

    ## When it is silent

    Where the class calls any `__init__` by name, where its constructor is decorated, where
    a base class or a metaclass is not followed, and for objects that are never called.
    """

    code = "E7118"
    name = "missing-super-init"
    summary = "a layer or model of one's own does not call super().__init__()"
    kind = "missing-super-init"

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str]:
        """Name the class."""
        return (
            f"the `__init__` of `{misuse.found}` does not call `super().__init__()`",
            "Keras raises when the object is applied for the first time",
            "make super().__init__() the first line of this `__init__`",
        )
