"""Losses and metrics for outputs that a model does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import CompileCall, DataCall, ModelGraph, SemanticModel
from keras_lint.model.origins import CallOrigin
from keras_lint.rules.feeds import trains_itself
from keras_lint.rules.places import chain_notes, listed, short
from keras_lint.rules.refusals import has_error
from keras_lint.rules.rule import Rule
from keras_lint.shapes import TensorSpec

_METHODS = ("fit", "evaluate", "train_on_batch", "test_on_batch")


class CompileAgainstOutputs(Rule):
    """
    ## What it does

    Finds dictionaries of losses or metrics with a key that is the name of no output, or
    without the key of one, and lists of metrics of another length than the outputs.

    ## Why is this bad?

    `compile` takes them; Keras raises in `fit`: `Expected keys ['price', 'kind'] in loss
    dict`, or `tuple arity mismatch` for the metrics.

    ## Example

    ```python
    inputs = keras.Input((8,))
    price = layers.Dense(1, name="price")(inputs)
    kind = layers.Dense(3, activation="softmax", name="kind")(inputs)
    model = keras.Model(inputs, [price, kind])
    model.compile(
        "adam",
        loss={"price": "mse", "class": "categorical_crossentropy"},  # [compile-against-outputs]
    )
    model.fit(np.zeros((16, 8)), [np.zeros((16, 1)), np.zeros((16, 3))])
    ```

    Use instead:

    ```python
    inputs = keras.Input((8,))
    price = layers.Dense(1, name="price")(inputs)
    kind = layers.Dense(3, activation="softmax", name="kind")(inputs)
    model = keras.Model(inputs, [price, kind])
    model.compile(
        "adam",
        loss={"price": "mse", "kind": "categorical_crossentropy"},
    )
    model.fit(np.zeros((16, 8)), [np.zeros((16, 1)), np.zeros((16, 3))])
    ```

    ## When it is silent

    For models whose outputs are a dictionary, where a name is not known, where the model is
    not trained in this file, and where the code stands in a `try` that may catch the error.
    """

    code = "E7148"
    name = "compile-against-outputs"
    summary = "losses or metrics that do not fit the names of the outputs"
    explains = 85

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each compile once."""
        if model.keras != 3 or trains_itself(model):
            return
        told: set[int] = set()
        for data in model.data_calls:
            graph = model.model_of_identity(data.model)
            if graph is None or data.guarded or data.kind not in _METHODS:
                continue
            if graph.kind != "functional" or has_error(model, graph):
                continue
            before = [
                one
                for one in model.compiles
                if one.model == graph.identity and one.sequence < data.sequence
            ]
            if len(before) != 1 or before[0].guarded or before[0].sequence in told:
                continue
            told.add(before[0].sequence)
            found = _misfit(model, graph, before[0])
            if found is not None:
                yield self._finding(model, graph, before[0], data, found)

    def _finding(
        self,
        model: SemanticModel,
        graph: ModelGraph,
        compiled: CompileCall,
        data: DataCall,
        found: tuple[str, str, str],
    ) -> Diagnostic:
        argument, message, remedy = found
        place = compiled.argument_spans.get(argument, compiled.span)
        labels = [Label(model.layer_calls[index].span, "an output") for index in graph.output_calls]
        return self.diagnostic(
            place,
            message,
            labels=tuple(one for one in labels if not place.contains(one.span)),
            notes=(
                f"`compile` takes this; Keras raises in `{data.kind}`",
                *chain_notes(model.source, place, compiled.chain),
            ),
            helps=(remedy,),
        )


def _misfit(
    model: SemanticModel, graph: ModelGraph, compiled: CompileCall
) -> tuple[str, str, str] | None:
    """Give an argument of ``compile`` that does not fit, what is wrong, and a remedy."""
    outputs = _outputs(model, graph)
    if outputs is None:
        return None
    several = len(outputs) > 1
    for argument in ("loss", "metrics", "weighted_metrics"):
        given = compiled.arguments.get(argument)
        if isinstance(given, Mapping) and given and (several or argument == "loss"):
            message = _by_keys(argument, [str(key) for key in given], outputs)
            if message is not None:
                names = listed([_shown(one) for one in outputs])
                return argument, message, f"the outputs of this model are {names}"
        listing = several and argument != "loss" and isinstance(given, list | tuple)
        if listing and given and len(given) != len(outputs):
            return (
                argument,
                f"`{argument}` is a list of {len(given)}, the model has {len(outputs)} outputs",
                f"give one for each output: a list of {len(outputs)}, or a dictionary by name",
            )
    return None


def _outputs(model: SemanticModel, graph: ModelGraph) -> list[tuple[str, bool]] | None:
    """List the outputs: their names, or the beginnings of those that Keras makes up."""
    if graph.kind == "subclassed" or not isinstance(graph.output, list | tuple | TensorSpec):
        return None
    found = []
    for origin in graph.output_origins:
        if not isinstance(origin, CallOrigin) or origin.position:
            return None
        call = model.layer_calls[origin.call]
        if not call.class_name.startswith("keras.layers."):
            return None
        made_up = call.name is None
        if made_up and "name" in call.construction.argument_spans:
            return None
        found.append((_snake(short(call.class_name)) if made_up else str(call.name), made_up))
    return found or None


def _by_keys(argument: str, keys: list[str], outputs: list[tuple[str, bool]]) -> str | None:
    """Say which key is no output, or which output has no key."""
    lost = [key for key in keys if not any(_is_name(key, one) for one in outputs)]
    if lost:
        are = "is the name" if len(lost) == 1 else "are names"
        return f"{listed([repr(key) for key in lost])} in `{argument}` {are} of no output"
    without = [one for one in outputs if not any(_is_name(key, one) for key in keys)]
    if argument == "loss" and without:
        return f"`loss` has no key for {listed([_shown(one) for one in without])}"
    return None


def _is_name(key: str, output: tuple[str, bool]) -> bool:
    name, made_up = output
    return re.fullmatch(rf"{re.escape(name)}(_\d+)?", key) is not None if made_up else key == name


def _shown(output: tuple[str, bool]) -> str:
    name, made_up = output
    return f"a `{name}` without a name of its own" if made_up else repr(name)


def _snake(name: str) -> str:
    """Keras: ``to_snake_case`` in ``keras/src/utils/naming.py``."""
    parted = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", re.sub(r"\W+", "", name))
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", parted).lower()
