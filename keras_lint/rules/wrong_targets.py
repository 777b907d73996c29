"""What the rules about targets that a loss refuses share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Fix, Label
from keras_lint.model import SemanticModel
from keras_lint.rules.loss_clashes import Clash, clashes, loss_place
from keras_lint.rules.places import call_notes, chain_notes, overlap, unique
from keras_lint.rules.rule import Rule
from keras_lint.source import Span

LOSS_WORDS = {
    "categorical_crossentropy": "needs one-hot targets of the output's shape",
    "binary_crossentropy": "needs targets of the output's shape",
    "binary_focal_crossentropy": "needs targets of the output's shape",
    "sparse_categorical_crossentropy": "needs one integer for each row of the output",
}


class WrongTarget(Rule):
    """A rule about one kind of clash between a target and an output."""

    explains = 85

    @abstractmethod
    def finding(self, model: SemanticModel, clash: Clash) -> Diagnostic:
        """Make the finding about a target that the loss refuses."""

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Give one finding for each model that clashes in this way."""
        told: set[int] = set()
        for clash in clashes(model):
            if clash.kind == self.name and clash.one.graph.identity not in told:
                told.add(clash.one.graph.identity)
                yield self.finding(model, clash)

    def about(
        self,
        model: SemanticModel,
        clash: Clash,
        span: Span,
        message: str,
        helps: tuple[str, ...],
        *,
        labels: tuple[Label, ...] = (),
        notes: tuple[str, ...] = (),
        cause: int | None = None,
        fixes: tuple[Fix, ...] = (),
    ) -> Diagnostic:
        """Make a finding, with output, loss and targets as labels."""
        output = clash.one.output_call
        every = [*labels, *_labels(model, clash)]
        if cause is None and output is not None:
            cause = output.index
        reached = call_notes(model, output) if output is not None and span == output.span else ()
        if not reached:
            reached = chain_notes(model.source, clash.one.data.span, clash.one.data.chain)
        return self.diagnostic(
            span,
            message,
            labels=unique(label for label in every if not overlap(label.span, span)),
            notes=(
                *notes,
                f"Keras builds this model and raises in `{clash.one.data.kind}`",
                *reached,
            ),
            helps=helps,
            fixes=fixes,
            cause=cause,
        )


def _labels(model: SemanticModel, clash: Clash) -> list[Label]:
    found = []
    output = clash.one.output_call
    if output is not None:
        found.append(Label(output.span, f"gives {clash.output}"))
    place = loss_place(clash)
    if isinstance(place, Span):
        words = LOSS_WORDS.get(clash.loss, "compares the targets with the output")
        found.append(Label(place, words))
    origin = clash.target.origin
    data = clash.one.data
    if clash.validation:
        where = data.validation_span
    else:
        where = data.y_span if data.y_span is not None else data.x_span
    if where is not None:
        found.append(Label(where, f"the targets are {clash.target.shape}"))
    if origin is not None and origin.path == model.source.path:
        found.append(Label(origin, f"made here: {clash.target.shape}"))
    return [label for label in found if label.span.path == model.source.path]


def output_span(clash: Clash) -> Span:
    """Give the place of the layer whose output is compared, or of the model."""
    call = clash.one.output_call
    return clash.one.graph.span if call is None else call.span


def written_loss(clash: Clash) -> str:
    """Write a loss as in a message."""
    return f"`{clash.loss}`"
