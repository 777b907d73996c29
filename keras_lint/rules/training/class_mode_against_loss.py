"""Labels of a folder of images in a form that the loss does not take."""

from __future__ import annotations

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import SemanticModel
from keras_lint.rules.loss_clashes import Clash, label_mode, loss_place
from keras_lint.rules.wrong_targets import WrongTarget, output_span
from keras_lint.source import Span


class ClassModeAgainstLoss(WrongTarget):
    """
    ## What it does

    Finds generators and datasets over folders of images whose `class_mode` or `label_mode`
    gives labels that the loss, or the last layer, does not take.

    ## Why is this bad?

    `flow_from_directory` gives one-hot labels by default, `image_dataset_from_directory`
    integers. Keras raises in `fit`.

    ## Example

    ```python
    train = keras.utils.image_dataset_from_directory("images", image_size=(32, 32))
    model = keras.Sequential([
        keras.Input((32, 32, 3)),
        layers.Flatten(),
        layers.Dense(2, activation="softmax"),
    ])
    model.compile("adam", loss="categorical_crossentropy")  # [class-mode-against-loss]
    model.fit(train)
    ```

    Use instead:

    ```python
    train = keras.utils.image_dataset_from_directory("images", image_size=(32, 32))
    model = keras.Sequential([
        keras.Input((32, 32, 3)),
        layers.Flatten(),
        layers.Dense(2, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(train)
    ```

    ## When it is silent

    Where `class_mode`, `label_mode` or the loss is not known, and where labels are mapped to
    something else.
    """

    code = "E7154"
    name = "class-mode-against-loss"
    summary = "class_mode or label_mode gives labels that the loss does not take"

    def finding(self, model: SemanticModel, clash: Clash) -> Diagnostic:
        """Report the loss, the last layer where its width does not fit, or the labels.

        A single unit under a binary loss says that labels of two classes are meant.
        """
        place = loss_place(clash)
        target = clash.target.shape
        column = len(target) == 1 or target[-1] == 1
        by_width = clash.loss.startswith("binary") or (len(target) == 2 and not column)
        if clash.loss.startswith("sparse"):
            by_width = False
        span = place if isinstance(place, Span) and not by_width else output_span(clash)
        made = clash.target.origin
        if clash.loss.startswith("binary") and clash.output[-1] == 1 and made is not None:
            span = made
        if span.path != model.source.path:
            span = output_span(clash)
        mode = label_mode(clash.one)
        assert mode is not None, "the kind of the clash says so"
        message = f'{mode[0]}="{mode[1]}" gives labels {target}, which the loss does not take'
        return self.about(model, clash, span, message, _helps(clash, column))


def _helps(clash: Clash, column: bool) -> tuple[str, ...]:
    if clash.loss == "categorical_crossentropy" and column:
        return (
            'loss="sparse_categorical_crossentropy" takes these labels',
            'class_mode="categorical" (label_mode= for datasets) makes them one-hot',
        )
    if clash.loss == "sparse_categorical_crossentropy":
        return (
            'loss="categorical_crossentropy" takes these labels',
            'class_mode="sparse", or label_mode="int" for datasets, makes them integers',
        )
    if clash.loss.startswith("binary") and column:
        return (
            'Dense(1, activation="sigmoid") gives one probability for each image',
            'Dense(2, activation="softmax") needs loss="sparse_categorical_crossentropy"',
        )
    return (
        'class_mode="binary" (label_mode= for datasets) gives one label for each image',
        "or give the last layer one unit for each class, and softmax",
    )
