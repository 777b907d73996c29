"""``Input(784)``: a number where a tuple is needed."""

from __future__ import annotations

import re

from keras_lint.diagnostics import Applicability, Fix
from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.call_edits import as_tuple, value_span
from keras_lint.rules.misuses import MisuseRule
from keras_lint.source import Span


class InputShapeNoTuple(MisuseRule):
    """
    ## What it does

    Finds an `Input` whose shape is a number: `Input(784)`, `Input(shape=(784))`.

    ## Why is this bad?

    Parentheses alone make no tuple: `(784)` is the number 784. Keras 3 raises
    `ValueError: Cannot convert '784' to a shape`.

    ## Example

    ```python
    inputs = keras.Input(shape=(784))  # [input-shape-no-tuple]
    outputs = layers.Dense(10)(inputs)
    ```

    Use instead:

    ```python
    inputs = keras.Input(shape=(784,))
    outputs = layers.Dense(10)(inputs)
    ```

    ## When it is silent

    Where Keras 2 is meant, which takes a number, and where it is not known which Keras is
    meant.

    ## Fix safety

    The tuple is the shape that Keras 2 made of the number, so the fix is safe.
    """

    code = "E7106"
    name = "input-shape-no-tuple"
    summary = "the shape of an Input is a number, not a tuple"
    kind = "shape-is-no-tuple"

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Name the number."""
        if misuse.found == "?":
            return (
                "the shape of this `Input` is an int, the size of one axis, not a tuple",
                "Keras 3 raises here",
                "write a tuple of it, with a comma: (n,)",
            )
        number, maker = misuse.found, misuse.detail.get("maker", "Input")
        note = "Keras 3 raises here"
        if _in_parentheses(model, misuse.span):
            note = f"({number}) in parentheses is the int {number}; {note}"
        return (
            f"the shape of this `{maker}` is the int {number}, not a tuple",
            note,
            f"write ({misuse.found},) for one axis of {misuse.found}",
        )

    def fixes(self, model: SemanticModel, misuse: Misuse, remedy: str) -> tuple[Fix, ...]:
        """Make a tuple of the number."""
        place = value_span(model, misuse.span, r"(?:input_)?shape")
        if place is None or (misuse.chain and re.search(r"[A-Za-z_]", model.source.slice(place))):
            # Another call of the same function may give a tuple.
            return ()
        edits = as_tuple(model, place)
        return () if edits is None else (Fix(remedy, edits, Applicability.SAFE),)


def _in_parentheses(model: SemanticModel, place: Span) -> bool:
    """Tell whether the number stands in parentheses of its own, beside those of the call."""
    value = value_span(model, place, r"(?:input_)?shape")
    if value is None:
        return False
    line = model.source.lines()[value.line - 1]
    before = line[: value.column].rstrip()
    return model.source.slice(value).startswith("(") or (
        before.endswith("(") and not re.search(r"[\w)\]]\s*\($", before)
    )
