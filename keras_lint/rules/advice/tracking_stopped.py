"""The places where shapes could not be followed any further."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import SemanticModel
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class TrackingStopped(Rule):
    """
    ## What it does

    Tells where keras_lint could not follow the code, and why. What depends on it is not
    looked at.

    ## Why is this bad?

    It is not: the code may be perfectly right. But silence about a model means nothing
    where its shapes are unknown.

    ## Example

    ```python
    size = int(input())  # [tracking-stopped]
    model = keras.Sequential([keras.Input((8,)), layers.Dense(size), layers.Dense(2)])
    ```

    Use instead:

    ```python
    size = 16
    model = keras.Sequential([keras.Input((8,)), layers.Dense(size), layers.Dense(2)])
    ```

    ## When it is silent

    Where every layer has a known output.
    """

    code = "I7317"
    name = "tracking-stopped"
    summary = "shapes could not be followed from here on"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Tell of each reason once for each line."""
        seen: set[tuple[str, int]] = set()
        for place, why in _stops(model):
            if place is None or place.path != model.source.path or (why, place.line) in seen:
                continue
            seen.add((why, place.line))
            yield self.diagnostic(place, f"tracking stops here: {why}")


def _stops(model: SemanticModel) -> Iterator[tuple[Span | None, str]]:
    """List where knowledge ends: the interpreter's unknowns, then layers without a known shape."""
    found = False
    for unknown in model.unknowns:
        found = True
        yield unknown.place, unknown.why
    if found:
        return
    for call in model.layer_calls:
        if call.reason is not None:
            yield call.reason_place or call.span, call.reason
