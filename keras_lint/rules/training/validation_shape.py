"""Validation data of another shape than the model takes."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import SemanticModel
from keras_lint.rules.feeds import Misfit, feeds, misfit
from keras_lint.rules.loss_clashes import Clash
from keras_lint.rules.wrong_inputs import misfit_finding
from keras_lint.rules.wrong_targets import WrongTarget
from keras_lint.source import Span


class ValidationShape(WrongTarget):
    """
    ## What it does

    Finds `validation_data` whose inputs or targets do not fit the model, where the training
    data do.

    ## Why is this bad?

    Training runs for a whole epoch; then Keras raises.

    ## Example

    ```python
    x, y = np.zeros((64, 8)), np.zeros((64,), "int32")
    x_val, y_val = np.zeros((16, 9)), np.zeros((16,), "int32")
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(3, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y, validation_data=(x_val, y_val))  # [validation-shape]
    ```

    Use instead:

    ```python
    x, y = np.zeros((64, 8)), np.zeros((64,), "int32")
    x_val, y_val = np.zeros((16, 8)), np.zeros((16,), "int32")
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(3, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y, validation_data=(x_val, y_val))
    ```

    ## When it is silent

    Where the shape of the validation data is not known, where the training data do not fit
    either (that is reported instead), and where the code stands in a `try` that may catch
    the error.
    """

    code = "E7145"
    name = "validation-shape"
    summary = "the validation data do not fit the model"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look at the validation inputs, then at the validation targets."""
        told: set[Span] = set()
        for feed in feeds(model):
            if feed.part != "validation_x" or feed.place in told:
                continue
            found = misfit(model, feed)
            if found is not None and not _training_fails(model, found):
                told.add(feed.place)
                yield self._inputs(model, found)
        for one in super().check(model):
            if one.span not in told:
                yield one

    def _inputs(self, model: SemanticModel, found: Misfit) -> Diagnostic:
        feed = found.feed
        wanted, given = feed.given.spec.shape, feed.spec.shape
        return misfit_finding(
            self,
            model,
            found,
            f"the validation data are {given}, the model takes {wanted}",
            ("prepare the validation data as the training data",),
            ("the first epoch of training runs before Keras looks at them",),
        )

    def finding(self, model: SemanticModel, clash: Clash) -> Diagnostic:
        """Report the validation data."""
        place = clash.one.data.validation_span or clash.one.data.span
        return self.about(
            model,
            clash,
            place,
            f"the validation targets are {clash.target.shape}, the model gives {clash.output}",
            ("prepare the validation targets as the training targets",),
            notes=("the first epoch of training runs before Keras looks at them",),
        )


def _training_fails(model: SemanticModel, found: Misfit) -> bool:
    for other in feeds(model):
        if other.data == found.feed.data and other.part == "x" and misfit(model, other):
            return True
    return False
