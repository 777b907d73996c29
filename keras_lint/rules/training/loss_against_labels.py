"""A loss for one encoding of labels, and labels in the other."""

from __future__ import annotations

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import SemanticModel
from keras_lint.rules.loss_clashes import Clash, loss_place
from keras_lint.rules.wrong_targets import WrongTarget, output_span, written_loss
from keras_lint.source import Span


class LossAgainstLabels(WrongTarget):
    """
    ## What it does

    Finds `categorical_crossentropy` with integer labels, and `sparse_categorical_crossentropy`
    with one-hot labels.

    ## Why is this bad?

    The first needs targets of shape `(n, classes)`, the second `(n,)`. Keras raises in `fit`
    with a text that names neither.

    ## Example

    ```python
    x = np.zeros((64, 8))
    y = np.random.randint(0, 3, 64)
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(3, activation="softmax"),
    ])
    model.compile("adam", loss="categorical_crossentropy")  # [loss-against-labels]
    model.fit(x, y)
    ```

    Use instead:

    ```python
    x = np.zeros((64, 8))
    y = np.random.randint(0, 3, 64)
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(3, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y)
    ```

    ## When it is silent

    Where the labels or the loss are not known, and where the model has a training step of the
    user's own.
    """

    code = "E7151"
    name = "loss-against-labels"
    summary = "the loss needs labels in another encoding"

    def finding(self, model: SemanticModel, clash: Clash) -> Diagnostic:
        """Report the loss."""
        place = loss_place(clash)
        units = clash.output[-1]
        samples = clash.target.shape[0]
        if clash.loss == "categorical_crossentropy":
            message = f"{written_loss(clash)} needs one-hot targets, these are {clash.target.shape}"
            helps = (
                'loss="sparse_categorical_crossentropy" takes integer labels as they are',
                f"keras.utils.to_categorical(y, {units}) makes them one-hot: ({samples}, {units})",
            )
        else:
            message = f"{written_loss(clash)} needs integer labels, these are {clash.target.shape}"
            helps = (
                'loss="categorical_crossentropy" takes one-hot labels as they are',
                f"np.argmax(y, axis=-1) makes them integers: ({samples},)",
            )
        span = place if isinstance(place, Span) else output_span(clash)
        if span.path != model.source.path:
            span = output_span(clash)
        return self.about(model, clash, span, message, helps)
