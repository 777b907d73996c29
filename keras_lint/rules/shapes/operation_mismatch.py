"""A function on tensors that do not fit it."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import OperationRefusal, SemanticModel
from keras_lint.rules.operations import JOINS, OPERATORS, operation_notes
from keras_lint.rules.places import holds, overlap, short, unique
from keras_lint.rules.rule import Rule
from keras_lint.shapes import InvalidArgument


class OperationMismatch(Rule):
    """
    ## What it does

    Finds functions on tensors and arrays whose shapes they do not take: a product of matrices
    that do not fit, a reshape to another number of values, an axis that is not there.

    ## Why is this bad?

    The function raises when the line runs.

    ## Example

    ```python
    x = np.zeros((100, 9))
    x = x.reshape((100, 3, 4))  # [operation-mismatch]
    inputs = keras.Input((9,))
    ```

    Use instead:

    ```python
    x = np.zeros((100, 12))
    x = x.reshape((100, 3, 4))
    inputs = keras.Input((9,))
    ```

    ## When it is silent

    Where a size is not known, and where the code stands in a `try` that may catch the error.
    """

    code = "E7126"
    name = "operation-mismatch"
    summary = "a function gets tensors that it does not take"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report what functions refuse, merges and backbones apart."""
        for one in model.operation_refusals:
            if one.guarded or not holds(one.refusal.keras, model.keras):
                continue
            name = one.name.strip("`")
            merges = (short(name) in JOINS or name in OPERATORS) and len(one.inputs) > 1
            if merges or name.startswith("keras.applications."):
                continue
            if isinstance(one.refusal, InvalidArgument):
                continue
            if any(spec.dtype in ("object", "string") for spec in one.inputs):
                # The items of such arrays have shapes of their own.
                continue
            yield self._finding(model, one, name)

    def _finding(self, model: SemanticModel, one: OperationRefusal, name: str) -> Diagnostic:
        labels = unique(
            Label(spec.origin, str(spec.shape))
            for spec in one.inputs
            if spec.origin is not None
            and spec.origin.path == one.span.path
            and not overlap(spec.origin, one.span)
        )
        refusal = one.refusal
        return self.diagnostic(
            one.span,
            f"`{short(name)}` needs {refusal.expected}, and gets {refusal.found}",
            labels=labels,
            notes=("it raises when the line runs", *operation_notes(model, one)),
            helps=(refusal.remedy or f"give it {refusal.expected}",),
        )
