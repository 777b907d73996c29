"""Training a model that was not compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import DataCall, ModelGraph, SemanticModel
from keras_lint.rules.feeds import trains_itself
from keras_lint.rules.places import chain_notes
from keras_lint.rules.rule import Rule

_METHODS = ("fit", "evaluate", "train_on_batch", "test_on_batch")


class FitBeforeCompile(Rule):
    """
    ## What it does

    Finds `fit` and `evaluate` on a model that is not compiled before.

    ## Why is this bad?

    Keras raises `ValueError: You must call compile() before using the model`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(1),
    ])
    model.fit(np.zeros((16, 8)), np.zeros((16, 1)))  # [fit-before-compile]
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse")
    model.fit(np.zeros((16, 8)), np.zeros((16, 1)))
    ```

    ## When it is silent

    For classes of the user's own, for models that come from somewhere else or are passed to
    functions that may compile them, and where the code stands in a `try` that may catch the
    error.
    """

    code = "E7140"
    name = "fit-before-compile"
    summary = "a model is trained without compile()"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look for training without any ``compile`` before it."""
        told: set[int] = set()
        for data in model.data_calls:
            graph = model.model_of_identity(data.model)
            if graph is None or data.guarded or data.kind not in _METHODS:
                continue
            if graph.kind == "subclassed" or graph.identity in told:
                continue
            compiled = any(
                one.model == graph.identity and one.sequence < data.sequence
                for one in model.compiles
            )
            if compiled or trains_itself(model) or may_be_compiled(model, graph):
                continue
            told.add(graph.identity)
            yield self._finding(model, graph, data)

    def _finding(self, model: SemanticModel, graph: ModelGraph, data: DataCall) -> Diagnostic:
        later = next((one for one in model.compiles if one.model == graph.identity), None)
        labels = () if later is None else (Label(later.span, "is compiled only here"),)
        name = graph.variable or "model"
        return self.diagnostic(
            data.span,
            f"`{name}` is not compiled when `{data.kind}` is called",
            labels=labels,
            notes=(
                f"`{data.kind}` needs a loss and an optimizer; Keras raises here",
                *chain_notes(model.source, data.span, data.chain),
            ),
            helps=(f"call {name}.compile(optimizer, loss) first",),
        )


def may_be_compiled(model: SemanticModel, graph: ModelGraph) -> bool:
    """Tell whether something that is not followed may compile the model.

    That is so where a name of the model is passed on, or where the file calls ``compile``
    more often than on the models that are known.
    """
    if graph.variable is None or "." in graph.variable:
        return True
    text = model.source.text
    name = re.escape(graph.variable)
    passed = len(re.findall(rf"[(,=\[]\s*\**{name}\s*[,)\]]", text))
    shown = len(re.findall(rf"\b(?:plot_model|print|len|type)\(\s*{name}\b", text))
    aliased = re.search(rf"(?<![=!<>])=\s*{name}\s*$", text, re.MULTILINE)
    followed = {(one.span.line, one.span.column) for one in model.compiles}
    written = len(re.findall(r"(?<!\bre)\.compile\(|getattr\(", text))
    loads = re.search(r"\b(load_model|clone_model|exec|eval)\b", text)
    return passed > shown or aliased is not None or written > len(followed) or loads is not None
