"""Keras built the model and gave another answer than the analysis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from keras_lint.diagnostics import Confidence, Diagnostic
from keras_lint.model import SemanticModel
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class KerasDisagrees(Rule):
    """
    ## What it does

    Reports a layer for which real Keras gives another output shape, another number of
    parameters, or another verdict than the analysis of the source. It needs verification:
    `keras-verify=yes` in pylint, or `keras-lint verify`.

    ## Why is this bad?

    One of the two is wrong about this layer. If it is the analysis, its other findings in
    the same model deserve doubt; if the environment holds another Keras than the one that
    the project uses, `keras-python` names the right one.

    ## Example

    ```text
    model.py:9:4: W7190: Keras gives (None, 26, 26, 8) here, the analysis (None, 28, 28, 8)
    ```

    ## When it is silent

    Without verification; where both agree; and where the analysis does not know the shape,
    so that there is nothing to disagree with.
    """

    code = "W7190"
    name = "keras-disagrees"
    summary = "real Keras gives another answer than the analysis (needs keras-verify)"
    explains = 100
    asks_keras: ClassVar[bool] = True

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Give nothing: the findings come from verification, which alone has asked Keras."""
        yield from ()

    def finding(
        self, span: Span, keras: str, static: str, who: str, cause: int | None = None
    ) -> Diagnostic:
        """Make the finding at one layer from both answers."""
        return self.diagnostic(
            span,
            f"Keras gives {keras} here, the analysis {static}",
            notes=(f"{who} built this model from the layers and arguments in the source",),
            helps=("believe Keras, and doubt what is reported about the layers behind this one",),
            confidence=Confidence.HIGH,
            cause=cause,
        )
