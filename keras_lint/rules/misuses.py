"""What the rules about recorded misuses share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from keras_lint.diagnostics import Confidence, Diagnostic, Fix, Label
from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.places import chain_notes, holds
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class MisuseRule(Rule):
    """A rule about one kind of ``Misuse``."""

    kind: ClassVar[str] = ""

    @abstractmethod
    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Give headline, note and help for one misuse; None where it is none after all."""

    def place(self, model: SemanticModel, misuse: Misuse) -> Span:
        """Give the place to report: by default that of the misuse."""
        return misuse.span

    def fixes(self, model: SemanticModel, misuse: Misuse, remedy: str) -> tuple[Fix, ...]:
        """Give the remedy as edits, where it can be written."""
        return ()

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Give one finding for each misuse of the kind."""
        for misuse in model.misuses:
            if misuse.kind != self.kind or misuse.guarded or not holds(misuse.keras, model.keras):
                continue
            words = self.words(model, misuse)
            if words is None:
                continue
            message, note, remedy = words
            yield self.diagnostic(
                self.place(model, misuse),
                message,
                labels=tuple(Label(span, text) for span, text in misuse.labels),
                notes=(note, *chain_notes(model.source, misuse.span, misuse.chain)),
                helps=(remedy,),
                fixes=self.fixes(model, misuse, remedy),
                confidence=Confidence.HIGH,
            )
