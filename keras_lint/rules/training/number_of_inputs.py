"""More or fewer arrays than a model has inputs or outputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from keras_lint.diagnostics import Confidence, Diagnostic, Label
from keras_lint.model import DataCall, LayerCall, ModelGraph, SemanticModel
from keras_lint.rules.feeds import trains_itself
from keras_lint.rules.places import (
    call_notes,
    chain_notes,
    counted,
    listed,
    overlap,
    parent_labels,
    short,
)
from keras_lint.rules.refusals import kind_of
from keras_lint.rules.rule import Rule
from keras_lint.rules.targets import compile_before
from keras_lint.shapes import TensorSpec
from keras_lint.source import Span


class NumberOfInputs(Rule):
    """
    ## What it does

    Finds functional models that get another number of arrays than they have inputs, or
    another number of targets than outputs; and layers of one input that get a list of tensors.

    ## Why is this bad?

    Keras raises `ValueError: Layer expects 2 input(s), but it received 1 input tensors`, or
    that `y_true and y_pred have different structures`.

    ## Example

    ```python
    a = keras.Input((4,))
    b = keras.Input((5,))
    outputs = layers.Dense(1)(layers.Concatenate()([a, b]))
    model = keras.Model([a, b], outputs)
    model.compile("adam", loss="mse")
    model.fit(np.zeros((16, 4)), np.zeros((16, 1)))  # [number-of-inputs]
    ```

    Use instead:

    ```python
    a = keras.Input((4,))
    b = keras.Input((5,))
    outputs = layers.Dense(1)(layers.Concatenate()([a, b]))
    model = keras.Model([a, b], outputs)
    model.compile("adam", loss="mse")
    model.fit([np.zeros((16, 4)), np.zeros((16, 5))], np.zeros((16, 1)))
    ```

    ## When it is silent

    For a `Sequential`, which takes the first array of a list, for data that are not known,
    and where the code stands in a `try` that may catch the error.
    """

    code = "E7144"
    name = "number-of-inputs"
    summary = "a model gets another number of arrays than it has inputs or outputs"
    explains = 85

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look at data, then at models that are applied as layers."""
        for data in model.data_calls:
            graph = model.model_of_identity(data.model)
            if graph is None or data.guarded or graph.kind != "functional" or not graph.inputs:
                continue
            yield from self._data(model, graph, data)
        for call in model.layer_calls:
            refusal = call.refusal
            if refusal is None or call.guarded or kind_of(model, call) != self.name:
                continue
            if call.schema is not None:
                yield self._layer(model, call, refusal.found)
                continue
            yield self.diagnostic(
                call.call_span,
                f"the model has {refusal.expected} and is applied to {refusal.found}",
                labels=()
                if overlap(call.span, call.call_span)
                else (Label(call.span, "the model is made here"),),
                notes=("Keras raises when the model is applied", *call_notes(model, call)),
                helps=("give it one tensor for each input, in a list",),
                confidence=Confidence.HIGH,
                cause=call.index,
            )

    def _layer(self, model: SemanticModel, call: LayerCall, found: str) -> Diagnostic:
        layer = short(call.class_name)
        remedy = "join them first: layers.Concatenate()([a, b]), or layers.Add()([a, b])"
        if found == "a tuple of 1":
            remedy = "give the tensor itself; a comma at the end of a line makes a tuple of it"
        elif found == "a list of 1":
            remedy = "give the tensor itself, without the brackets"
        return self.diagnostic(
            call.call_span,
            f"`{layer}` takes one tensor and gets {found}",
            labels=parent_labels(model, call),
            notes=("Keras raises when the layer is applied", *call_notes(model, call)),
            helps=(remedy,),
            confidence=Confidence.HIGH,
            cause=call.index,
        )

    def _data(
        self, model: SemanticModel, graph: ModelGraph, data: DataCall
    ) -> Iterator[Diagnostic]:
        wanted, given = len(graph.inputs), _count(data.x)
        if isinstance(data.x, Mapping):
            missing = _missing(graph, data.x)
            if missing:
                keys = listed([repr(key) for key in data.x])
                message = f"the data have the keys {keys}; the model needs {listed(missing)} too"
                yield self._finding(model, graph, data, message, "give every input by its name")
            return
        if given is not None and given != wanted:
            yield self._finding(
                model,
                graph,
                data,
                f"the model has {counted(wanted, 'input')} and gets {counted(given, 'array')}",
                "give one array for each input, in the order of the inputs or by name",
            )
            return
        outputs = len(graph.output) if isinstance(graph.output, list) else 1
        targets = len(data.y) if isinstance(data.y, list) else None
        if isinstance(data.y, TensorSpec) and outputs > 1 and _wants_every(model, graph, data):
            targets = 1
        if graph.output is None or isinstance(graph.output, Mapping) or targets is None:
            return
        if targets != outputs:
            yield self._finding(
                model,
                graph,
                data,
                f"the model has {counted(outputs, 'output')} and gets {counted(targets, 'target')}",
                "give one array of targets for each output",
            )

    def _finding(
        self, model: SemanticModel, graph: ModelGraph, data: DataCall, message: str, remedy: str
    ) -> Diagnostic:
        place: Span = data.span
        labels = [
            Label(one.span, f"input {number}: {one.spec.shape}")
            for number, one in enumerate(graph.inputs, 1)
            if one.span is not None and one.span.path == place.path
        ]
        return self.diagnostic(
            place,
            message,
            labels=tuple(label for label in labels if not overlap(label.span, place)),
            notes=(
                f"Keras raises in `{data.kind}`",
                *chain_notes(model.source, place, data.chain),
            ),
            helps=(remedy,),
        )


def _wants_every(model: SemanticModel, graph: ModelGraph, data: DataCall) -> bool:
    """Tell whether a model has losses for all that it needs, so that none goes without target.

    Keras: ``CompileLoss.call`` gives a single target to the only output that has a loss.
    """
    compiled = compile_before(model, graph, data.sequence)
    losses = (compiled and compiled.losses) or {}
    if compiled is None or not losses or trains_itself(model):
        return False
    if len(losses) == 1 and isinstance(compiled.arguments.get("loss"), list | tuple):
        return False
    return all(one.name is not None for one in losses.values())


def _count(x: object) -> int | None:
    if isinstance(x, TensorSpec):
        return 1
    if isinstance(x, list | tuple) and all(isinstance(one, TensorSpec) for one in x):
        return len(x)
    return None


def _missing(graph: ModelGraph, x: Mapping[str, object]) -> list[str]:
    names = [one.name for one in graph.inputs]
    if any(name is None for name in names) or isinstance(graph.input_structure, Mapping):
        return []
    return [repr(name) for name in names if name not in x]
