"""A last layer that is not as wide as its targets."""

from __future__ import annotations

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import SemanticModel
from keras_lint.rules.loss_clashes import Clash
from keras_lint.rules.places import counted
from keras_lint.rules.wrong_targets import WrongTarget, output_span
from keras_lint.shapes import Dim


class UnitsAgainstClasses(WrongTarget):
    """
    ## What it does

    Finds a last layer with another number of units than its targets have columns.

    ## Why is this bad?

    The cross-entropies need one value for each column of the targets. Keras raises in `fit`.

    ## Example

    ```python
    x = np.zeros((64, 8))
    y = keras.utils.to_categorical(np.arange(64) % 4, 4)
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(10, activation="softmax"),  # [units-against-classes]
    ])
    model.compile("adam", loss="categorical_crossentropy")
    model.fit(x, y)
    ```

    Use instead:

    ```python
    x = np.zeros((64, 8))
    y = keras.utils.to_categorical(np.arange(64) % 4, 4)
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(4, activation="softmax"),
    ])
    model.compile("adam", loss="categorical_crossentropy")
    model.fit(x, y)
    ```

    ## When it is silent

    Where the targets or the loss are not known, and where a loss broadcasts: with `mse` Keras
    says nothing if one side is 1.
    """

    code = "E7152"
    name = "units-against-classes"
    summary = "the last layer is not as wide as the targets"

    def finding(self, model: SemanticModel, clash: Clash) -> Diagnostic:
        """Report the last layer."""
        units = clash.output[-1]
        target = clash.target.shape
        width: Dim = target[-1] if len(target) > 1 else 1
        message = (
            f"the model gives {counted(units, 'value')} per sample, the targets {target} "
            f"have {width}"
        )
        return self.about(model, clash, output_span(clash), message, _helps(clash, width))


def _helps(clash: Clash, width: Dim) -> tuple[str, ...]:
    binary = clash.loss.startswith("binary")
    if binary and width == 1:
        return (
            'Dense(1, activation="sigmoid") gives one probability for each label',
            'for two classes, Dense(2, activation="softmax") needs '
            'loss="sparse_categorical_crossentropy"',
        )
    if clash.output[-1] == 1 and not binary:
        return (f"give the last layer {width} units, one for each class",)
    if binary:
        return (
            f"give the last layer {width} units, one for each column",
            'for one-hot classes use softmax and loss="categorical_crossentropy"',
        )
    return (f"give the last layer {width} units", "or check how the targets are made")
