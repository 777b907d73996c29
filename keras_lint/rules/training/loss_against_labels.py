"""A loss for one encoding of labels, and labels in the other."""

from __future__ import annotations

import re

from keras_lint.diagnostics import Applicability, Diagnostic, Edit, Fix
from keras_lint.model import SemanticModel
from keras_lint.rules.call_edits import spelling, value_span
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

    ## Fix safety

    Another loss and other labels are as honest, so both fixes are only shown.
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
        fixes = (*_other_loss(model, clash, helps[0]), *_other_labels(model, clash, helps[1]))
        return self.about(model, clash, span, message, helps, fixes=fixes)


def _other_loss(model: SemanticModel, clash: Clash, title: str) -> tuple[Fix, ...]:
    """Write the loss for the other encoding, as a string, function or class like this one."""
    place = loss_place(clash)
    loss = clash.one.loss
    span = value_span(model, place, "loss") if isinstance(place, Span) else None
    if span is None or loss is None or set(loss.arguments) - {"from_logits", "name"}:
        return ()
    text = model.source.slice(span)
    if clash.loss == "categorical_crossentropy":
        changed = re.sub(r"(?<![a-z_])categorical_crossentropy\b", f"sparse_{clash.loss}", text)
        changed = re.sub(r"\bCategorical(?=Crossentropy\b)", "SparseCategorical", changed)
    else:
        changed = re.sub(r"\bsparse_(?=categorical_crossentropy\b)", "", text)
        changed = re.sub(r"\bSparse(?=CategoricalCrossentropy\b)", "", changed)
    if changed == text:
        return ()
    name = re.match(r"\w+", changed)
    if name is not None and "." not in changed.partition("(")[0] and text[:1] not in "\"'":
        spelled = spelling(model, f"keras.losses.{name.group()}")
        if spelled is None:
            return ()
        changed = spelled + changed[name.end() :]
    return (Fix(title, (Edit(span, changed),), Applicability.DISPLAY),)


def _other_labels(model: SemanticModel, clash: Clash, title: str) -> tuple[Fix, ...]:
    """Encode the labels where they are given; None where other calls need the same."""
    data = clash.one.data
    others = [one for one in model.data_calls if one.model == data.model and one.y is not None]
    span = value_span(model, data.argument_spans.get("y"), "y")
    if span is None or len(others) != 1 or clash.validation or data.validation_y is not None:
        return ()
    text = model.source.slice(span)
    if "\n" in text:
        return ()
    if clash.loss == "categorical_crossentropy":
        spelled = spelling(model, "keras.utils.to_categorical")
        code = f"{spelled}({text}, {clash.output[-1]})"
    else:
        spelled = spelling(model, "numpy.argmax")
        code = f"{spelled}({text}, axis=-1)"
    return () if spelled is None else (Fix(title, (Edit(span, code),), Applicability.DISPLAY),)
