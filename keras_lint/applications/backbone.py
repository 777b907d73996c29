"""What an application is once it is built: its layers, output and weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from keras_lint.applications.network import Node
from keras_lint.shapes import Dim, Shape, TensorSpec, Unknown


@dataclass(frozen=True)
class BackboneLayer:
    """One layer of a backbone, as ``model.layers`` of Keras 3 lists it.

    ``automatic`` says that Keras makes the name up from what the process built before;
    ``name`` is then the one in a fresh process. Nested models are one layer.
    """

    name: str
    class_name: str
    output: TensorSpec
    params: Dim
    trainable_params: Dim
    automatic: bool


@dataclass(frozen=True)
class Backbone:
    """A model of ``keras.applications``.

    ``layers`` stand in Keras's order. Where ``incomplete`` is not None, what is unknown
    decides on further layers: those listed are there, in the order in which they are made.
    With an ``input_tensor`` that is no plain input, Keras puts the layers that lead to it
    in front; here the tensor counts as the ``InputLayer``.
    """

    name: str | Unknown
    input: TensorSpec
    output: TensorSpec
    params: Dim
    trainable_params: Dim
    incomplete: Unknown | None
    channels_first: bool = field(repr=False)
    nodes: tuple[Node, ...] = field(repr=False)
    final: int = field(repr=False)

    @cached_property
    def layers(self) -> tuple[BackboneLayer, ...]:
        """The layers, as ``model.layers`` lists them."""
        if self.incomplete is not None:
            return self._listed(range(len(self.nodes)))
        return self._listed(model_order(self.nodes, [self.final]))

    def get_layer(self, name: str) -> BackboneLayer | None:
        """Give the layer of that name, None if there is none or Keras made the name up.

        The names of Keras 2 are understood too.
        """
        named = {layer.name: layer for layer in self.layers if not layer.automatic}
        return named.get(name) or named.get(_modern_name(name))

    def apply(self, image: TensorSpec, layer: str | None = None) -> TensorSpec:
        """Give the output, of the model or of one layer, for another input.

        What was decided when the model was built stays: its pads, its kernels.

        Raises:
            InvalidShape: a layer does not take what it gets.
        """
        shape = image.shape
        if shape.rank != 4:
            return TensorSpec(Shape.unknown(shape.why or "an input without 4 axes"), "float32")
        shapes = [_channels_last(shape) if self.channels_first else shape]
        for node in self.nodes[1:]:
            shapes.append(node.rule([shapes[source] for source in node.inputs]))
        if layer is not None:
            return self._published(shapes[self._index(layer)])
        if self.output != self._published(self.nodes[self.final].shape):
            known = self.output.shape
            return (
                self.output
                if known.dims is None
                else TensorSpec(known.with_axis(0, shape[0]), "float32")
            )
        return self._published(shapes[self.final])

    def layers_up_to(self, names: Sequence[str]) -> tuple[BackboneLayer, ...]:
        """Give the layers of ``Model(backbone.input, [outputs of these layers])``."""
        return self._listed(model_order(self.nodes, [self._index(name) for name in names]))

    def params_up_to(self, names: Sequence[str]) -> tuple[Dim, Dim]:
        """Give all parameters of these layers and those below, and the trainable ones."""
        key = tuple(names)
        if key not in self._counts:
            total: Dim = 0
            trainable: Dim = 0
            for layer in self.layers_up_to(names):
                total, trainable = total + layer.params, trainable + layer.trainable_params
            self._counts[key] = (total, trainable)
        return self._counts[key]

    @cached_property
    def _counts(self) -> dict[tuple[str, ...], tuple[Dim, Dim]]:
        return {}

    def _index(self, name: str) -> int:
        index = {node.name: number for number, node in enumerate(self.nodes) if node.is_layer}
        return index[name if name in index else _modern_name(name)]

    def _published(self, shape: Shape) -> TensorSpec:
        if self.channels_first and shape.rank == 4:
            shape = channels_to_front(shape)
        return TensorSpec(shape, "float32")

    def _listed(self, order: Sequence[int]) -> tuple[BackboneLayer, ...]:
        return tuple(
            BackboneLayer(
                node.name,
                node.class_name,
                self._published(node.shape),
                node.trainable + node.frozen,
                node.trainable,
                node.automatic,
            )
            for index in order
            if (node := self.nodes[index]).is_layer
        )


def _modern_name(name: str) -> str:
    # Keras 2 wrote `conv1/bn` in DenseNet, `expanded_conv/expand/BatchNorm` in MobileNetV3.
    return name.replace("/", "_").replace("BatchNorm", "bn").replace("AvgPool", "avg_pool").lower()


def channels_to_front(shape: Shape) -> Shape:
    """Move the channels: ``(b, h, w, c) -> (b, c, h, w)``."""
    batch, rows, columns, channels = shape
    return Shape((batch, channels, rows, columns))


def _channels_last(shape: Shape) -> Shape:
    batch, channels, rows, columns = shape
    return Shape((batch, rows, columns, channels))


def model_order(nodes: Sequence[Node], outputs: Sequence[int]) -> list[int]:
    """Order what leads to some outputs as a functional model does.

    By falling distance from the outputs; at equal distance as a depth-first walk from the
    outputs first meets them. Keras: ``map_graph``.
    """
    met: dict[int, int] = {}
    stack = list(reversed(outputs))
    while stack:
        index = stack.pop()
        if index not in met:
            met[index] = len(met)
            stack.extend(reversed(nodes[index].inputs))
    depths = dict.fromkeys(met, 0)
    for index in sorted(met, reverse=True):
        for source in nodes[index].inputs:
            depths[source] = max(depths[source], depths[index] + 1)
    return sorted(met, key=lambda index: (-depths[index], met[index]))
