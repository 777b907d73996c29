"""A function of TensorFlow or numpy applied to a symbolic tensor of Keras 3."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import Misuse, SemanticModel
from keras_lint.ops.registry import find_operation
from keras_lint.rules.misuses import MisuseRule

_SUCCESSORS = {
    "boolean_mask": None,
    "amax": "max",
    "amin": "min",
    "array": None,
    "asarray": None,
    "clip_by_value": "clip",
    "concat": "concatenate",
    "gather": "take",
    "l2_normalize": "normalize",
    "pow": "power",
    "reduce_all": "all",
    "reduce_any": "any",
    "reduce_logsumexp": "logsumexp",
    "reduce_max": "max",
    "reduce_mean": "mean",
    "reduce_min": "min",
    "reduce_prod": "prod",
    "reduce_std": "std",
    "reduce_sum": "sum",
    "reduce_variance": "var",
    "reverse": "flip",
    "unstack": "unstack",
}


class TensorflowFunctionOnKerasTensor(MisuseRule):
    """
    ## What it does

    Finds functions of TensorFlow and numpy, such as `tf.concat`, `tf.nn.relu` or `np.exp`, that
    are applied to what `keras.Input` and the layers behind it give.

    ## Why is this bad?

    In Keras 3 these are `KerasTensor`s: they hold a shape and a dtype, nothing to compute with.
    TensorFlow cannot take them, and Keras raises `ValueError: A KerasTensor cannot be used as
    input to a TensorFlow function`. With TensorFlow up to 2.15 and its Keras 2 the same code
    ran. Numpy cannot take them either: `ValueError: A KerasTensor is symbolic`.

    ## Example

    ```python
    a = keras.Input((8,))
    b = layers.Dense(8)(a)
    both = tf.concat([a, b], axis=-1)  # [tensorflow-function-on-keras-tensor]
    ```

    Use instead:

    ```python
    a = keras.Input((8,))
    b = layers.Dense(8)(a)
    both = keras.ops.concatenate([a, b], axis=-1)
    ```

    ## When it is silent

    Inside the `call` of a layer or model of the user's own and inside `Lambda`, where
    these functions get real tensors. With Keras 2. Where the call stands in a `try` that
    may catch the error.
    """

    code = "E7116"
    name = "tensorflow-function-on-keras-tensor"
    summary = "a function of TensorFlow gets a symbolic tensor of Keras 3"
    kind = "tensorflow-function"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Give one finding for each place, however often it is run."""
        told = set()
        for found in super().check(model):
            if found.span not in told:
                told.add(found.span)
                yield found

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str]:
        """Name the function and the tensor."""
        function = misuse.detail["function"]
        written = model.source.slice(misuse.span).partition("(")[0].strip() or misuse.found
        successor = successor_of(function)
        library = "numpy" if function.startswith("numpy.") else "TensorFlow"
        remedy = "do it in a `Lambda`, or in the `call` of a layer of your own"
        if successor is not None:
            own = "" if function.startswith("numpy.") else f", or {remedy}"
            remedy = f"use `{successor}`{own}"
        elif function.startswith("numpy."):
            remedy = "do it with functions of keras.ops"
        return (
            f"`{written}` gets a symbolic tensor of Keras 3, {misuse.detail['shape']}",
            f"such a tensor has no values, which functions of {library} need: Keras raises here",
            remedy,
        )


def successor_of(function: str) -> str | None:
    """Give the function of ``keras.ops`` that does the same, where there is one."""
    last = function.rpartition(".")[2]
    image = ".image" if ".image." in function else ""
    name = _SUCCESSORS.get(last, last)
    successor = f"keras.ops{image}.{name}"
    return None if name is None or find_operation(successor) is None else successor
