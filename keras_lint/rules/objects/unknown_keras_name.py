"""A layer that Keras does not have."""

from __future__ import annotations

from difflib import get_close_matches

from keras_lint.layers.registry import layer_modules
from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.misuses import MisuseRule
from keras_lint.rules.places import short

WITHOUT_SCHEMA = {
    "InputSpec": (2, 3),
    "SpectralNormalization": (2, 3),
    "Wrapper": (2, 3),
    "AbstractRNNCell": (2,),
    "DenseFeatures": (2,),
    "LocallyConnected1D": (2,),
    "LocallyConnected2D": (2,),
    "Highway": (),
    "MaxoutDense": (),
    "TimeDistributedDense": (),
}
"""Classes of ``keras.layers`` that have no schema, with the major versions that have them."""


class UnknownKerasName(MisuseRule):
    """
    ## What it does

    Finds names under `keras.layers` that no Keras has.

    ## Why is this bad?

    Python raises `AttributeError` or `ImportError`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.MaxPoolling2D(),  # [unknown-keras-name]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.MaxPooling2D(),
    ])
    ```

    ## When it is silent

    For names that some Keras has, where it is not known which one is meant, and where the
    call stands in a `try` that may catch the error.
    """

    code = "E7115"
    name = "unknown-keras-name"
    summary = "a layer that Keras does not have"
    kind = "unknown-keras-name"

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Name what does not exist, and the nearest that does."""
        name = short(misuse.detail.get("canonical", misuse.found))
        majors = WITHOUT_SCHEMA.get(name)
        if majors and (model.keras is None or model.keras in majors):
            return None
        existing = sorted({short(one) for one in layer_modules()})
        near = get_close_matches(name, existing, 1, 0.5)
        gone = majors is not None
        return (
            f"Keras 3 has no layer `{name}`" if gone else f"Keras has no layer `{name}`",
            "Python raises when it reaches the name",
            f"the nearest that exists is layers.{near[0]}"
            if near and not gone
            else "write it as a layer of its own",
        )
