"""A last layer and a loss that disagree on who turns scores into probabilities."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Edit, Fix, Label
from keras_lint.model import SemanticModel
from keras_lint.rules.call_edits import add_keyword, quoted, spelling, value_span
from keras_lint.rules.heads import Head, heads_of, loss_class
from keras_lint.rules.layer_edits import replace_argument, stands_once
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.source import Span

PROBABILITY = {
    "binary_crossentropy": "sigmoid",
    "binary_focal_crossentropy": "sigmoid",
    "categorical_crossentropy": "softmax",
    "categorical_focal_crossentropy": "softmax",
    "sparse_categorical_crossentropy": "softmax",
}
"""The losses that take probabilities or logits, and the activation that makes the former."""


class LogitsAgainstLoss(Rule):
    """
    ## What it does

    Finds models without a last activation under a crossentropy that expects probabilities,
    and models that end in `softmax` or `sigmoid` under one with `from_logits=True`.

    ## Why is this bad?

    A crossentropy clips what it takes for probabilities to the range from 0 to 1, so scores
    outside have no gradient. With `from_logits=True` on probabilities the activation is
    applied twice, and the model can never be sure of anything. Keras trains both.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(10),  # [logits-against-loss]
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(np.zeros((4, 8)), np.zeros((4,)))
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(10),
    ])
    model.compile(
        "adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    )
    model.fit(np.zeros((4, 8)), np.zeros((4,)))
    ```

    ## When it is silent

    Where the last activation is not known (a layer or function of the user's own), where an
    operation follows the last layer, and where `from_logits` is not known.

    ## Fix safety

    Two remedies are as honest, so the fixes are only shown.
    """

    code = "W7113"
    name = "logits-against-loss"
    summary = "the loss and the last activation disagree on from_logits"
    explains = 60

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each last layer once."""
        seen: set[Span] = set()
        for head in heads_of(model):
            activation = PROBABILITY.get(head.loss.name or "")
            if activation is None or head.layer.span in seen:
                continue
            if head.activation == "linear" and head.from_logits is False:
                seen.add(head.layer.span)
                yield self._without_activation(model, head, activation)
            elif head.activation in ("softmax", "sigmoid") and head.from_logits is True:
                seen.add(head.layer.span)
                yield self._twice(model, head)

    def _without_activation(self, model: SemanticModel, head: Head, activation: str) -> Diagnostic:
        labels = [Label(head.layer.span, f"has no activation: any numbers, {head.output.shape}")]
        if head.loss.span is not None:
            labels.append(Label(head.loss.span, "expects probabilities"))
        remedy = f'give this layer activation="{activation}"'
        other = f"tell the loss: {loss_class(head.loss.name or '')}(from_logits=True)"
        return self.diagnostic(
            head.layer.span,
            f"`{head.loss.name}` expects probabilities, this `{short(head.layer.class_name)}` "
            "has no activation",
            labels=tuple(labels),
            notes=("Keras reports nothing; scores outside of 0 to 1 are clipped and do not learn",),
            helps=(f"{remedy}, or {other}",),
            fixes=(*_activate(model, head, activation), *_tell_loss(model, head)),
            cause=head.layer.index,
        )

    def _twice(self, model: SemanticModel, head: Head) -> Diagnostic:
        place = head.loss.span or head.compile.span
        span = place if place.path == model.source.path else head.layer.span
        labels = [
            Label(
                head.place or head.layer.span, f"already gives probabilities, by {head.activation}"
            ),
            Label(span, f"applies {PROBABILITY[head.loss.name or '']} to them again"),
        ]
        return self.diagnostic(
            span,
            f"the loss expects logits, the model ends in `{head.activation}`",
            labels=tuple(labels),
            notes=("Keras trains this; a prediction of 1.0 is still read as an unsure one",),
            helps=("leave out `from_logits=True`, or leave out the activation of the last layer",),
            fixes=_drop_from_logits(model, span),
            cause=head.layer.index,
        )


def _activate(model: SemanticModel, head: Head, activation: str) -> tuple[Fix, ...]:
    span = head.layer.span
    title = f'activation="{activation}" on the last layer'
    written = quoted(model, activation)
    if head.place is not None:
        edits = replace_argument(model, head.place, "activation", written)
        return () if edits is None else (Fix(title, edits, Applicability.DISPLAY),)
    if not stands_once(model, head.layer.construction):
        return ()
    places = head.layer.construction.argument_spans.values()
    edits = add_keyword(model, span, places, f"activation={written}")
    return () if edits is None else (Fix(title, edits, Applicability.DISPLAY),)


def _tell_loss(model: SemanticModel, head: Head) -> tuple[Fix, ...]:
    name = loss_class(head.loss.name or "")
    spelled = spelling(model, f"keras.losses.{name}")
    place = value_span(model, head.compile.argument_spans.get("loss"), "loss")
    if spelled is None or place is None:
        return ()
    if model.source.slice(place).strip("\"'") != head.loss.name:
        return ()
    edit = Edit(place, f"{spelled}(from_logits=True)")
    return (Fix("from_logits=True in the loss", (edit,), Applicability.DISPLAY),)


def _drop_from_logits(model: SemanticModel, span: Span) -> tuple[Fix, ...]:
    text = model.source.slice(span)
    for written in ("(from_logits=True)", ", from_logits=True", "from_logits=True, "):
        if text.count(written) == 1:
            kept = "()" if written.startswith("(") else ""
            edit = Edit(span, text.replace(written, kept))
            return (Fix("without from_logits=True", (edit,), Applicability.DISPLAY),)
    return ()
