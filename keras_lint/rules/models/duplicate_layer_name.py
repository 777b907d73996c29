"""Two layers of one name in a model."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Confidence, Diagnostic, Label
from keras_lint.model import Construction, Misuse, ModelGraph, SemanticModel
from keras_lint.rules.places import chain_notes, construction_notes
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class DuplicateLayerName(Rule):
    """
    ## What it does

    Finds two layers with the same `name=` in one model.

    ## Why is this bad?

    Keras raises `ValueError: All layers added to a Sequential model should have unique
    names`, or `The name "..." is used 2 times in the model`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(4, name="dense"),
        layers.Dense(4, name="dense"),  # [duplicate-layer-name]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(4, name="first"),
        layers.Dense(4, name="second"),
    ])
    ```

    ## When it is silent

    For the names that Keras makes up, for one layer that is used twice, and where the code
    stands in a `try` that may catch the error.
    """

    code = "E7131"
    name = "duplicate-layer-name"
    summary = "two layers of a model have the same name"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look at Sequential models as they grow, at functional models as a whole."""
        for misuse in model.misuses:
            # Keras lets one layer appear twice in a Sequential.
            same = bool(misuse.detail.get("same"))
            if misuse.kind == self.name and not misuse.guarded and not same:
                yield self._added(model, misuse)
        for graph in model.models:
            if graph.kind == "functional" and graph.complete:
                yield from self._functional(model, graph)

    def _added(self, model: SemanticModel, misuse: Misuse) -> Diagnostic:
        return self.diagnostic(
            misuse.span,
            f"the name {misuse.found!r} is already the name of another layer of this model",
            labels=tuple(Label(span, text) for span, text in misuse.labels if span != misuse.span),
            notes=(
                "Keras raises when the layer is added",
                *chain_notes(model.source, misuse.span, misuse.chain),
            ),
            helps=("give each layer a name of its own, or none",),
            confidence=Confidence.HIGH,
        )

    def _functional(self, model: SemanticModel, graph: ModelGraph) -> Iterator[Diagnostic]:
        named: dict[str, Construction] = {}
        told: set[Span] = set()  # one place makes several layers where it calls a helper
        for index in graph.layers:
            call = model.layer_calls[index]
            made = call.construction
            if made.name is None or call.guarded or call.inside is not None:
                continue
            first = named.setdefault(made.name, made)
            if first.layer == made.layer or made.span in told:
                continue
            told.add(made.span)
            yield self.diagnostic(
                made.span,
                f"the name {made.name!r} is already the name of another layer of this model",
                labels=(Label(first.span, f"already {made.name!r}"),)
                if first.span != made.span
                else (),
                notes=(
                    "Keras raises when the model is made of these layers",
                    *construction_notes(model, made),
                ),
                helps=("give each layer a name of its own, or none",),
                confidence=Confidence.HIGH,
            )
