"""Training a model that was compiled without a loss."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import CompileCall, DataCall, ModelGraph, SemanticModel
from keras_lint.rules.feeds import trains_itself
from keras_lint.rules.places import chain_notes
from keras_lint.rules.rule import Rule
from keras_lint.rules.targets import compile_before

_METHODS = ("fit", "evaluate", "train_on_batch", "test_on_batch")


class FitWithoutLoss(Rule):
    """
    ## What it does

    Finds `compile` without a loss before `fit` or `evaluate`.

    ## Why is this bad?

    Keras raises `ValueError: No loss to compute. Provide a loss argument in compile()` in
    `fit`, after the data are prepared.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(1),
    ])
    model.compile("adam", metrics=["mae"])  # [fit-without-loss]
    model.fit(np.zeros((16, 8)), np.zeros((16, 1)))
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse", metrics=["mae"])
    model.fit(np.zeros((16, 8)), np.zeros((16, 1)))
    ```

    ## When it is silent

    For models that may have a loss from somewhere else: layers with regularizers, layers and
    models of the user's own, `add_loss`. Also where the arguments of `compile` are not known,
    and where the code stands in a `try` that may catch the error.
    """

    code = "E7147"
    name = "fit-without-loss"
    summary = "a model is trained that was compiled without a loss"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each model once."""
        if trains_itself(model) or "add_loss" in model.source.text:
            return
        told: set[int] = set()
        for data in model.data_calls:
            graph = model.model_of_identity(data.model)
            if graph is None or data.guarded or data.kind not in _METHODS:
                continue
            compiled = compile_before(model, graph, data.sequence)
            if compiled is None or compiled.guarded or graph.identity in told:
                continue
            if _gives_none(model, graph, data) and _has_no_loss(model, graph):
                told.add(graph.identity)
                yield self._finding(model, graph, compiled, data)

    def _finding(
        self, model: SemanticModel, graph: ModelGraph, compiled: CompileCall, data: DataCall
    ) -> Diagnostic:
        place = compiled.argument_spans.get("loss", compiled.span)
        name = graph.variable or "the model"
        return self.diagnostic(
            place,
            f"`{name}` is compiled without a loss, and `{data.kind}` needs one",
            labels=() if data.span == place else (Label(data.span, "Keras raises here"),),
            notes=(
                f"Keras raises in `{data.kind}`, not in `compile`",
                *chain_notes(model.source, place, compiled.chain),
            ),
            helps=("give `compile` a loss: loss=...",),
        )


def _gives_none(model: SemanticModel, graph: ModelGraph, data: DataCall) -> bool:
    """Tell whether every ``compile`` that the model may have had by then gives no loss."""
    followed = {(one.span.line, one.span.column) for one in model.compiles}
    written = len(re.findall(r"(?<!\bre)\.compile\(|getattr\(", model.source.text))
    return written <= len(followed) and all(
        one.losses == {} and one.arguments.get("loss") is None
        for one in model.compiles
        if one.model == graph.identity and one.sequence < data.sequence
    )


def _has_no_loss(model: SemanticModel, graph: ModelGraph) -> bool:
    """Tell whether no layer adds a loss of its own."""
    if graph.kind == "subclassed" or not graph.complete:
        return False
    calls = [model.layer_calls[index] for index in graph.layers]
    made = [model.constructions[index] for index in graph.constructions]
    return all(
        one.schema is not None
        and "ActivityRegularization" not in one.class_name
        and not any("regularizer" in name for name in one.arguments)
        and not any(hasattr(value, "__dataclass_fields__") for value in one.arguments.values())
        for one in [*(call.construction for call in calls), *made]
    )
