"""The last activations of models, beside the losses that they are compiled with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from keras_lint.layers.activations.names import ACTIVATION_NAMES
from keras_lint.layers.arguments import Argument, Opaque
from keras_lint.model import CompileCall, LayerCall, LossFact, ModelGraph, SemanticModel
from keras_lint.model.origins import CallOrigin
from keras_lint.rules.axes import feeds
from keras_lint.rules.targets import Target, loss_of, output_layer, targets_of
from keras_lint.shapes import TensorSpec
from keras_lint.source import Span

_PASSES = ("keras.layers.Dropout", "keras.layers.Identity", "keras.layers.Flatten")
_WITH_ACTIVATION = ("Dense", "Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose", "Conv2DTranspose",
                    "Conv3DTranspose", "SeparableConv1D", "SeparableConv2D")  # fmt: skip
_OWN_LAYERS = {
    "keras.layers.Softmax": "softmax",
    "keras.layers.ReLU": "relu",
    "keras.layers.LeakyReLU": "leaky_relu",
    "keras.layers.ELU": "elu",
}


@dataclass(frozen=True)
class Head:
    """One output of a compiled model.

    ``activation`` is the last one by Keras's name, ``linear`` where there is none;
    ``layer`` makes it, ``place`` is the argument that names it.
    """

    graph: ModelGraph
    compile: CompileCall
    loss: LossFact
    output: TensorSpec
    layer: LayerCall
    activation: str
    place: Span | None

    @property
    def from_logits(self) -> bool | None:
        """What the loss is told about its input, None where that is not known."""
        given = self.loss.arguments.get("from_logits", False)
        return given if isinstance(given, bool) else None


def heads_of(model: SemanticModel) -> Iterator[Head]:
    """Give every output whose last activation and loss are known."""
    for compiled in model.compiles:
        graph = model.model_of_identity(compiled.model)
        if graph is None or compiled.guarded:
            continue
        if not graph.complete and not _is_surely_given(graph):
            continue
        outputs = graph.output if isinstance(graph.output, list | tuple) else [graph.output]
        for index, output in enumerate(outputs):
            if not isinstance(output, TensorSpec) or not output.shape.rank:
                continue
            if len(outputs) > 1 and set(compiled.losses or {}) != set(range(len(outputs))):
                continue
            loss = loss_of(compiled, index)
            last = output_layer(model, graph, output)
            if loss is None or last is None or last.optional:
                continue
            found = last_activation(model, last)
            if found is not None:
                layer, activation, place = found
                yield Head(graph, compiled, loss, output, layer, activation, place)


def _is_surely_given(graph: ModelGraph) -> bool:
    """Tell whether the layers are known that give the outputs of a model of the user's own."""
    origins = graph.output_origins
    return (
        graph.kind == "subclassed"
        and bool(origins)
        and all(isinstance(one, CallOrigin) for one in origins)
    )


def last_activation(
    model: SemanticModel, call: LayerCall
) -> tuple[LayerCall, str, Span | None] | None:
    """Give the layer that makes the activation of an output, its name and its place."""
    while True:
        name = activation_of(call)
        own = call.class_name in (*_OWN_LAYERS, "keras.layers.Activation")
        if name is not None and not (own and name == "linear"):
            return call, name, call.construction.argument_spans.get("activation")
        if name is None and call.class_name not in _PASSES:
            return None
        if len(call.parents) != 1 or not feeds(model.layer_calls[call.parents[0]], call):
            return None
        call = model.layer_calls[call.parents[0]]


def activation_of(call: LayerCall) -> str | None:
    """Give the activation that a layer applies last, ``linear`` for none, None if unknown."""
    own = _OWN_LAYERS.get(call.class_name)
    if own is not None:
        return own
    short = call.class_name.removeprefix("keras.layers.")
    if call.schema is None or (short != "Activation" and short not in _WITH_ACTIVATION):
        return None
    return activation_name(getattr(call.schema, "activation", None))


def activation_name(argument: Argument) -> str | None:
    """Give Keras's name of an activation as it was given, ``linear`` for ``None``."""
    if argument is None:
        return "linear"
    if isinstance(argument, Opaque) and argument.name.startswith(("keras.", "tensorflow.")):
        argument = argument.name.rpartition(".")[2]
    return argument if isinstance(argument, str) and argument in ACTIVATION_NAMES else None


def target_of(model: SemanticModel, head: Head) -> Target | None:
    """Give the first target of an output that the code shows."""
    for one in targets_of(model):
        if one.graph.identity != head.graph.identity or one.target is None:
            continue
        if one.output.origin == head.output.origin and one.output == head.output:
            return one
    return None


def loss_class(name: str) -> str:
    """Give the class name of a loss: ``BinaryCrossentropy``."""
    return "".join(part.capitalize() for part in name.split("_"))
