"""Ids that an Embedding has no row for."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.declared_inputs import takes_input
from keras_lint.rules.feeds import feeds
from keras_lint.rules.places import call_notes, overlap, specs_of, unique
from keras_lint.rules.rule import Rule
from keras_lint.shapes import TensorSpec, is_known
from keras_lint.source import Span


class EmbeddingIds(Rule):
    """
    ## What it does

    Finds data with ids that are greater than the last row of the `Embedding` that gets them:
    `Embedding(200, 8)` takes 0 to 199.

    ## Why is this bad?

    On a CPU Keras raises `indices[...] is not in [0, 200)` in `fit`; on a GPU such ids give
    zeros without a word. The usual cause is a vocabulary whose ids start at 1.

    ## Example

    ```python
    x = np.array([[1, 2, 5], [3, 4, 5]])
    y = np.array([0, 1])
    model = keras.Sequential([
        keras.Input((3,)),
        layers.Embedding(5, 8),  # [embedding-ids]
        layers.Flatten(),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile("adam", loss="binary_crossentropy")
    model.fit(x, y)
    ```

    Use instead:

    ```python
    x = np.array([[1, 2, 5], [3, 4, 5]])
    y = np.array([0, 1])
    model = keras.Sequential([
        keras.Input((3,)),
        layers.Embedding(6, 8),
        layers.Flatten(),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile("adam", loss="binary_crossentropy")
    model.fit(x, y)
    ```

    ## When it is silent

    Where it is not certain that such an id occurs, as with a few random ones.
    """

    code = "E7146"
    name = "embedding-ids"
    summary = "data hold ids that an Embedding has no row for"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look at embeddings that get data directly, through a model or at once."""
        told: set[int] = set()
        for feed in feeds(model):
            for index in feed.graph.layers:
                call = model.layer_calls[index]
                direct = takes_input(feed.graph, call, feed.given)
                if direct and _too_great(call, feed.spec) and index not in told:
                    told.add(index)
                    yield self._finding(model, call, feed.spec, feed.place, feed.data.kind)
        for call in model.layer_calls:
            specs = specs_of(call.inputs)
            if call.symbolic or call.guarded or call.refusal or len(specs) != 1:
                continue
            if _too_great(call, specs[0]):
                yield self._finding(model, call, specs[0], call.call_span, "")

    def _finding(
        self, model: SemanticModel, call: LayerCall, spec: TensorSpec, place: Span, kind: str
    ) -> Diagnostic:
        rows = getattr(call.schema, "input_dim", 0)
        content = spec.content
        assert content is not None and content.maximum is not None, "the greatest id is known"
        greatest = int(content.maximum)
        labels = [Label(place, f"ids up to {greatest}")]
        if spec.origin is not None and spec.origin.path == call.span.path:
            labels.append(Label(spec.origin, f"ids up to {greatest}"))
        when = f"in `{kind}`" if kind else "here"
        return self.diagnostic(
            call.span,
            f"this `Embedding` has rows for 0 to {rows - 1}, the data hold ids up to {greatest}",
            labels=unique(label for label in labels if not overlap(label.span, call.span)),
            notes=(
                f"on a CPU Keras raises {when}; on a GPU such ids give zeros",
                *call_notes(model, call),
            ),
            helps=(f"write input_dim={greatest + 1}: the greatest id plus one",),
            cause=call.index,
        )


def _too_great(call: LayerCall, spec: TensorSpec) -> bool:
    content = spec.content
    if call.class_name != "keras.layers.Embedding" or content is None:
        return False
    rows = getattr(call.schema, "input_dim", None)
    return isinstance(rows, int) and is_known(rows) and content.reaches(rows)
