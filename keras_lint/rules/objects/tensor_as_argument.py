"""A tensor among the arguments of a constructor."""

from __future__ import annotations

from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.misuses import MisuseRule
from keras_lint.rules.places import short

TAKES_ANYTHING = frozenset(
    [
        "AdditiveAttention",
        "Attention",
        "Concatenate",
        "ContrastLimitedAdaptiveHistogramEqualization",
        "ELU",
        "HashedCrossing",
        "Masking",
        "MixUp",
        "Pipeline",
        "RMSNormalization",
        "RandomColorJitter",
        "RandomFlip",
        "Rescaling",
        "Softmax",
    ]
)
"""Layers whose constructor stores its first argument without looking at it, in Keras 3."""

TAKES_ANYTHING_IN_KERAS_2 = frozenset(
    [
        "AlphaDropout",
        "Dropout",
        "GaussianDropout",
        "GaussianNoise",
        "GroupNormalization",
        "LeakyReLU",
        "SpatialDropout1D",
        "SpatialDropout2D",
        "SpatialDropout3D",
    ]
)


class TensorAsArgument(MisuseRule):
    """
    ## What it does

    Finds a tensor that is given to the constructor of a layer instead of to the layer.

    ## Why is this bad?

    A layer is made first and applied then: `layers.Flatten()(x)`. In `layers.Flatten(x)` the
    tensor becomes the first argument of the constructor, and Keras raises an error that
    speaks of that argument.

    ## Example

    ```python
    inputs = keras.Input((28, 28))
    x = layers.Flatten(inputs)  # [tensor-as-argument]
    ```

    Use instead:

    ```python
    inputs = keras.Input((28, 28))
    x = layers.Flatten()(inputs)
    ```

    ## When it is silent

    For layers whose constructor takes anything, such as `Concatenate(x)`: Keras says nothing
    there. Where the constructor stands in a `try` that may catch the error.
    """

    code = "E7112"
    name = "tensor-as-argument"
    summary = "a tensor is given to the constructor of a layer"
    kind = "tensor-as-argument"

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Name the layer and the tensor."""
        layer = short(misuse.detail.get("layer", ""))
        if layer in TAKES_ANYTHING or misuse.detail.get("function"):
            return None
        if model.keras != 3 and layer in TAKES_ANYTHING_IN_KERAS_2:
            return None
        return (
            f"the constructor of `{layer}` gets {misuse.found}",
            "the constructor takes settings, the layer takes the tensor; Keras raises here",
            f"make the layer first and apply it then: {layer}(...)(x)",
        )
