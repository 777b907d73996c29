"""Arguments that optimizers refuse: what the rules about them say."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Confidence, Diagnostic, Fix
from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.call_edits import rename_keyword
from keras_lint.rules.places import chain_notes, holds
from keras_lint.rules.refused_arguments import nearest_argument
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


def refused_by_optimizers(rule: Rule, model: SemanticModel) -> Iterator[Diagnostic]:
    """Report what the name of the rule says: arguments that are removed, or unknown."""
    seen: set[tuple[Span, str]] = set()
    for misuse in model.misuses:
        if misuse.kind != rule.name or misuse.guarded or not holds(misuse.keras, model.keras):
            continue
        argument, instead = misuse.detail["argument"], misuse.detail.get("instead", "")
        if (misuse.span, argument) in seen:
            continue
        seen.add((misuse.span, argument))
        message, helps = _words(misuse, argument, instead)
        yield rule.diagnostic(
            misuse.span,
            message,
            notes=(
                "Keras raises in the constructor",
                *_elsewhere(misuse),
                *chain_notes(model.source, misuse.span, misuse.chain),
            ),
            helps=helps,
            fixes=_renamed(model, misuse, argument, instead),
            confidence=Confidence.HIGH,
        )


def _elsewhere(misuse: Misuse) -> Iterator[str]:
    """Say where the constructor stands, if that is another file."""
    if "stands" in misuse.detail:
        yield f"`{misuse.found}` stands at {misuse.detail['stands']}"


def _words(misuse: Misuse, argument: str, instead: str) -> tuple[str, tuple[str, ...]]:
    """Give headline and helps."""
    made, value = misuse.found, misuse.detail.get("value")
    if value is not None:
        message = f"the {argument} of this `{made}` is the int {value}, Keras 3 takes a float"
        return message, (f"write {argument}={value}.0, if that number is meant",)
    if instead:
        message = f"`{argument}=` of `{made}` is gone in Keras 3"
        if "twice" in misuse.detail:
            return message, (f"leave it out: {instead} is given already",)
        return message, (f"write {instead}= instead of {argument}=",)
    taken = misuse.detail["taken"].split()
    near = nearest_argument(argument, taken)
    return f"`{made}` takes no `{argument}=`", (
        *([f"`{made}` has `{near}=`"] if near else []),
        f"`{made}` takes {', '.join(taken)}",
    )


def _renamed(model: SemanticModel, misuse: Misuse, old: str, new: str) -> tuple[Fix, ...]:
    """Give the new name, where Keras 3 then takes the call; `decay` it would silently ignore."""
    places = dict.fromkeys([old], misuse.labels[0][0]) if misuse.labels else {}
    edits = rename_keyword(model, places, old, new) if new else None
    if edits is None or {"twice", "still-refused", "stands"} & set(misuse.detail):
        return ()
    how = Applicability.UNSAFE if "decays" in misuse.detail else Applicability.SAFE
    return (Fix(f"write {new}= instead of {old}=", edits, how),)
