"""A merge layer that gets its tensors one by one."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Confidence, Diagnostic
from keras_lint.model import SemanticModel
from keras_lint.rules.places import call_notes, chain_notes, holds, parent_labels, short
from keras_lint.rules.refusals import kind_of
from keras_lint.rules.rule import Rule


class MergeWithoutList(Rule):
    """
    ## What it does

    Finds `Add`, `Concatenate` and the other merge layers applied to something that is no
    list of tensors.

    ## Why is this bad?

    A merge layer takes one list. Keras raises `TypeError: too many positional arguments`, or
    `ValueError: A merge layer should be called on a list of inputs`.

    ## Example

    ```python
    a = keras.Input((8,))
    b = keras.Input((8,))
    x = layers.Add()(a, b)  # [merge-without-list]
    ```

    Use instead:

    ```python
    a = keras.Input((8,))
    b = keras.Input((8,))
    x = layers.Add()([a, b])
    ```

    ## When it is silent

    Where the argument is not known, and where the call stands in a `try` that may catch the
    error.
    """

    code = "E7114"
    name = "merge-without-list"
    summary = "a merge layer gets no list of tensors"
    explains = 70

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look at merge layers, and at their functions, ``layers.add(a, b)``."""
        told = set()
        for call in model.layer_calls:
            if call.refusal is None or call.guarded or kind_of(model, call) != self.name:
                continue
            layer = short(call.class_name)
            told.add(call.span)
            yield self.diagnostic(
                call.span,
                f"`{layer}` gets {call.refusal.found}, not a list of tensors",
                labels=parent_labels(model, call),
                notes=("a merge layer takes one list; Keras raises here", *call_notes(model, call)),
                helps=(f"put the tensors in a list: {layer}()([a, b])",),
                confidence=Confidence.HIGH,
                cause=call.index,
            )
        for misuse in model.misuses:
            function = misuse.detail.get("function")
            if misuse.kind != "tensor-as-argument" or not function or misuse.guarded:
                continue
            if holds(misuse.keras, model.keras) and misuse.span not in told:
                yield self.diagnostic(
                    misuse.span,
                    f"`{short(function)}` gets its tensors one by one, not in a list",
                    notes=(
                        "the function takes one list; Keras raises here",
                        *chain_notes(model.source, misuse.span, misuse.chain),
                    ),
                    helps=(f"put the tensors in a list: {short(function)}([a, b])",),
                    confidence=Confidence.HIGH,
                )
