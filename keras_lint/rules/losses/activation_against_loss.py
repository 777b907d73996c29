"""A last activation whose values the loss cannot use."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import SemanticModel
from keras_lint.rules.heads import Head, heads_of, target_of
from keras_lint.rules.rule import Rule
from keras_lint.shapes import is_known
from keras_lint.source import Span

_EXCLUSIVE = ("categorical_crossentropy", "sparse_categorical_crossentropy")
_NO_PROBABILITY = ("relu", "tanh", "leaky_relu", "elu", "selu", "softplus")


class ActivationAgainstLoss(Rule):
    """
    ## What it does

    Finds crossentropy losses on a last activation that does not give what they measure:
    `sigmoid` for exclusive classes, `softmax` under `binary_crossentropy` over more than two
    units, `relu` or `tanh` where probabilities are needed.

    ## Why is this bad?

    `categorical_crossentropy` compares one distribution over all classes, which `softmax`
    gives and independent sigmoids do not. `binary_crossentropy` judges each unit by itself.
    `relu` and `tanh` leave the range from 0 to 1, where the loss has no gradient. Keras
    trains all of them and says nothing.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(10, activation="sigmoid"),  # [activation-against-loss]
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(np.zeros((4, 8)), np.zeros((4,)))
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(np.zeros((4, 8)), np.zeros((4,)))
    ```

    ## When it is silent

    Where the last activation or the loss is not known, for `softmax` over two units under
    `binary_crossentropy` (the two are then equal), and for regression losses.
    """

    code = "W7114"
    name = "activation-against-loss"
    summary = "the last activation does not give what the loss measures"
    explains = 62

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each last layer once."""
        seen: set[Span] = set()
        for head in heads_of(model):
            found = _contradiction(model, head)
            if found is None or head.layer.span in seen:
                continue
            seen.add(head.layer.span)
            message, note, remedy = found
            labels = [Label(head.layer.span, f"ends in {head.activation}: {head.output.shape}")]
            if head.loss.span is not None:
                labels.append(Label(head.loss.span, f"the loss is {head.loss.name}"))
            yield self.diagnostic(
                head.layer.span,
                message,
                labels=tuple(labels),
                notes=(note,),
                helps=(remedy,),
                cause=head.layer.index,
            )


def _contradiction(model: SemanticModel, head: Head) -> tuple[str, str, str] | None:
    """Give headline, note and help where activation and loss do not go together."""
    loss, activation, units = head.loss.name or "", head.activation, head.output.shape[-1]
    several = is_known(units) and units > 1
    if head.from_logits is not False:
        return None
    if loss in _EXCLUSIVE and several and activation == "sigmoid":
        return (
            f"`{loss}` needs one distribution over {units} classes, not {units} sigmoids",
            "Keras reports nothing; each unit is a probability of its own, and their sum is not 1",
            'for exclusive classes, use activation="softmax"; for several labels at once, '
            'keep sigmoid and use loss="binary_crossentropy"',
        )
    if loss in (*_EXCLUSIVE, "binary_crossentropy") and activation in _NO_PROBABILITY:
        wanted = "softmax" if loss in _EXCLUSIVE and units != 1 else "sigmoid"
        return (
            f"`{loss}` expects probabilities, `{activation}` gives values outside of 0 to 1",
            "Keras reports nothing; the loss clips such values, and they do not learn",
            f'use activation="{wanted}" in the last layer',
        )
    if loss == "binary_crossentropy" and activation == "softmax" and several and units != 2:
        return (
            f"`{loss}` judges {units} units one by one, `softmax` makes them exclusive",
            _encoding_note(model, head),
            'for exclusive classes, use loss="categorical_crossentropy"; for several labels at '
            'once, use activation="sigmoid"',
        )
    return None


def _encoding_note(model: SemanticModel, head: Head) -> str:
    target = target_of(model, head)
    content = None if target is None or target.target is None else target.target.content
    if content is not None and content.one_hot is True:
        return "the targets are one-hot: the classes are exclusive"
    return "Keras reports nothing and trains with either"
