"""What of a model is compared with its older self: shapes, parameters, weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from keras_lint.cli.layer_names import LayerNames, snake_case
from keras_lint.cli.summary_rows import number_text, structure_text
from keras_lint.engine import Report
from keras_lint.layers.arguments import Weight
from keras_lint.model import LayerCall, ModelGraph, SemanticModel
from keras_lint.shapes import Shape, Unknown, is_known, with_defaults
from keras_lint.source import Span


@dataclass(frozen=True)
class LayerOutline:
    """One layer of a model.

    ``code`` is how it is written, in one line; ``weights`` the shapes of its
    variables in Keras's order, None where they are not known; ``saved_as`` the name under
    which a weights file keeps them, empty for an application that is not the first.
    """

    name: str
    class_name: str
    code: str
    shape: str
    params: str
    weights: tuple[str, ...] | None
    saved_as: str
    line: int

    @property
    def meaning(self) -> str:
        """The code without what only its layout and quotes make different."""
        return "".join(self.code.split()).replace("'", '"').replace(",)", ")")


@dataclass(frozen=True)
class ModelOutline:
    """One model; ``scope`` is the function that makes it, if one does."""

    name: str
    kind: str
    scope: str
    output: str
    params: str
    trainable: str
    layers: tuple[LayerOutline, ...]
    complete: bool
    place: Span


def outlines(report: Report) -> list[ModelOutline]:
    """Give the outlines of all models of a file."""
    return [_outline(report, graph) for graph in report.model.models]


def _outline(report: Report, graph: ModelGraph) -> ModelOutline:
    layers = tuple(_layers(report.model, graph))
    return ModelOutline(
        graph.name or graph.variable or "(no name)",
        graph.kind,
        graph.scope or "",
        structure_text(graph.output),
        number_text(graph.params) if graph.built else "unbuilt",
        number_text(graph.trainable_params) if graph.built else "unbuilt",
        layers,
        graph.complete and not any(model.optional for model in _calls(report.model, graph)),
        report.source.locate(graph.span),
    )


def _calls(model: SemanticModel, graph: ModelGraph) -> list[LayerCall]:
    return [model.layer_calls[index] for index in graph.layers]


def _layers(model: SemanticModel, graph: ModelGraph) -> Iterator[LayerOutline]:
    names = LayerNames()
    stored = LayerNames()
    seen: set[int] = set()
    for call in _calls(model, graph):
        layer = call.construction.layer
        again = layer in seen
        seen.add(layer)
        simple = call.class_name.rpartition(".")[2]
        refused = call.refusal is not None
        yield LayerOutline(
            names.name_of(layer, call.class_name, call.name),
            simple,
            _code(model, call),
            "Keras refuses" if refused else structure_text(call.output),
            number_text(call.params),
            _weights(call.weights),
            # Keras: saving_lib._save_container_state goes by the class, not by the name.
            "" if again else stored.name_of(layer, snake_case(simple), None),
            model.source.locate(call.span).line,
        )


def _code(model: SemanticModel, call: LayerCall) -> str:
    if call.span.path != model.source.path:
        return ""
    return " ".join(model.source.slice(call.span).split())


def _weights(weights: tuple[Weight, ...] | Unknown) -> tuple[str, ...] | None:
    if isinstance(weights, Unknown):
        return None
    dims = [[with_defaults(dim) for dim in weight.dims] for weight in weights]
    if not all(is_known(dim) for one in dims for dim in one):
        return None
    return tuple(str(Shape(tuple(one))) for one in dims)
