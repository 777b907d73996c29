"""What the rules about refused inputs of layers share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Fix, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.places import call_notes, parent_labels
from keras_lint.rules.refusals import behind_error, kind_of
from keras_lint.rules.rule import Rule
from keras_lint.shapes import Refusal
from keras_lint.source import Span


class RefusedInput(Rule):
    """A rule about one kind of refusal when a layer is applied (see ``kind_of``)."""

    explains = 70

    @abstractmethod
    def finding(self, model: SemanticModel, call: LayerCall, refusal: Refusal) -> Diagnostic:
        """Make the finding about a layer call that is refused."""

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Give one finding for each layer call that is refused for this kind of reason."""
        for call in model.layer_calls:
            refusal = call.refusal
            if refusal is None or call.guarded or kind_of(model, call) != self.name:
                continue
            if not behind_error(model, call):
                yield self.finding(model, call, refusal)

    def about(
        self,
        model: SemanticModel,
        call: LayerCall,
        message: str,
        helps: tuple[str, ...],
        *,
        notes: tuple[str, ...] = (),
        labels: tuple[Label, ...] | None = None,
        span: Span | None = None,
        fixes: tuple[Fix, ...] = (),
    ) -> Diagnostic:
        """Make a finding at the layer, with the layers before it as labels."""
        return self.diagnostic(
            place_of(call) if span is None else span,
            message,
            labels=parent_labels(model, call) if labels is None else labels,
            notes=(*(notes or (WHEN,)), *call_notes(model, call)),
            helps=helps,
            fixes=fixes,
            cause=call.index,
        )


def place_of(call: LayerCall) -> Span:
    """Give the place of a finding: the layer, or the application of a model or shared layer."""
    is_model = call.schema is None and call.class_name.startswith("keras.")
    return call.call_span if is_model or not call.first else call.span


WHEN = "Keras raises when the layer is applied, before any training"
"""The note on most of these findings."""
