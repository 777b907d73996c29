"""Which axes a ``Dense`` keeps, where they come from, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from keras_lint.applications.registry import application_names
from keras_lint.model import LayerCall, ModelGraph, ModelInput, SemanticModel
from keras_lint.model.origins import CallOrigin
from keras_lint.shapes import Dim, Shape, TensorSpec, is_dynamic
from keras_lint.source import Span

DENSE = "keras.layers.Dense"

_ELEMENTWISE = frozenset(
    f"keras.layers.{name}"
    for name in (
        "Activation",
        "ActivityRegularization",
        "AlphaDropout",
        "BatchNormalization",
        "Dropout",
        "ELU",
        "GaussianDropout",
        "GaussianNoise",
        "Identity",
        "LeakyReLU",
        "Masking",
        "PReLU",
        "ReLU",
        "Softmax",
        "SpatialDropout1D",
        "SpatialDropout2D",
        "SpatialDropout3D",
    )
)
KEEPS_AXES = _ELEMENTWISE | {DENSE}
"""The layers that leave every axis but the last as it is, and do not mix positions."""

_RECURRENT = ("LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional", "ConvLSTM", "TimeDistributed")
_MEANT = ("Attention", "LayerNormalization", "RMSNormalization", "GroupNormalization")


@dataclass(frozen=True)
class KeptAxes:
    """A run of layers from a ``Dense`` on several axes to where these axes end.

    ``first`` is the first ``Dense``, ``run`` it and the layers after it that keep the axes.
    ``source`` is the layer that gave the axes, None for the declared input and where
    ``source_kind`` is ``unclear``. ``end`` is the layer that takes the axes, None where
    the run ends in the output of ``graph``; ``unclear`` says that something else happens
    to it (a branch, an operation, nothing known).
    """

    graph: ModelGraph
    first: LayerCall
    run: tuple[LayerCall, ...]
    source: LayerCall | None
    source_kind: str
    end: LayerCall | None
    unclear: bool

    @property
    def reaches_output(self) -> bool:
        """Whether the kept axes are axes of the model's output."""
        return self.end is None and not self.unclear

    @property
    def input_shape(self) -> Shape:
        """What goes into the first ``Dense``."""
        return shape_of(self.first.inputs)

    @property
    def output_shape(self) -> Shape:
        """What comes out of the first ``Dense``."""
        return shape_of(self.first.output)

    @property
    def kept(self) -> tuple[Dim, ...]:
        """The axes between the batch and the last one."""
        return self.input_shape.known[1:-1]


def shape_of(structure: object) -> Shape:
    """Give the shape of a single tensor."""
    if isinstance(structure, list | tuple) and len(structure) == 1:
        structure = structure[0]
    if isinstance(structure, TensorSpec):
        return structure.shape
    return Shape.unknown("no single tensor")


def kept_axes(model: SemanticModel) -> Iterator[KeptAxes]:
    """Give every run that starts with a ``Dense`` on several axes, once for each place."""
    seen: set[Span] = set()
    nested = nested_identities(model)
    for graph in model.models:
        if graph.kind == "subclassed" or graph.identity in nested or not graph.built:
            continue
        for index in graph.layers:
            call = model.layer_calls[index]
            if call.span in seen or not _is_dense_on_axes(call):
                continue
            found = _run_from(model, graph, call)
            if found is not None:
                seen.add(call.span)
                yield found


def nested_identities(model: SemanticModel) -> frozenset[int]:
    """Give the identities of the models that are layers of other models."""
    return frozenset(call.construction.layer for call in model.layer_calls)


def is_dense_on_axes(call: LayerCall) -> bool:
    """Tell whether a layer call is a ``Dense`` on more than one axis besides the batch."""
    rank = shape_of(call.inputs).rank
    return call.class_name == DENSE and call.output is not None and rank is not None and rank > 2


def _is_dense_on_axes(call: LayerCall) -> bool:
    return is_dense_on_axes(call) and call.inside is None and call.symbolic and not call.optional


def _run_from(model: SemanticModel, graph: ModelGraph, first: LayerCall) -> KeptAxes | None:
    source, kind, behind_dense = _source(model, graph, first)
    if behind_dense:
        return None
    run = [first]
    while True:
        here = run[-1]
        following = model.consumers(here)
        is_output = here.index in graph.output_calls
        if not following and is_output:
            return KeptAxes(
                graph, first, tuple(run), source, kind, None, not _is_output(model, graph, here)
            )
        if len(following) != 1 or is_output:
            return KeptAxes(graph, first, tuple(run), source, kind, None, True)
        after = following[0]
        if not feeds(here, after) or after.inside is not None or after.optional:
            return KeptAxes(graph, first, tuple(run), source, kind, None, True)
        if after.class_name not in KEEPS_AXES:
            return KeptAxes(graph, first, tuple(run), source, kind, after, False)
        run.append(after)


def _is_output(model: SemanticModel, graph: ModelGraph, call: LayerCall) -> bool:
    """Tell whether nothing stands between a layer and the output of the model."""
    if CallOrigin(call.index) in graph.output_origins:
        return True
    output = graph.output
    if isinstance(output, TensorSpec):
        return output.origin in (call.call_span, graph.span)
    return isinstance(output, list) and any(one.origin == call.call_span for one in output)


def feeds(parent: LayerCall, child: LayerCall) -> bool:
    """Tell whether a layer takes the output of another as it is, with nothing between."""
    given = child.inputs
    if isinstance(given, list | tuple) and len(given) == 1:
        given = given[0]
    if not isinstance(given, TensorSpec) or not isinstance(parent.output, TensorSpec):
        return False
    if given.shape != parent.output.shape:
        return False
    if len(child.origins) == 1 and isinstance(child.origins[0], CallOrigin):
        return child.origins[0] == CallOrigin(parent.index)
    return given.origin == parent.call_span


def _source(
    model: SemanticModel, graph: ModelGraph, first: LayerCall
) -> tuple[LayerCall | None, str, bool]:
    """Give the layer that the axes come from, its kind, and whether a ``Dense`` is before."""
    here = first
    while True:
        if not here.parents:
            return None, _input_kind(model, graph, here), False
        if len(here.parents) > 1:
            return None, "unclear", False
        before = model.layer_calls[here.parents[0]]
        if not feeds(before, here):
            return None, "unclear", False
        if before.class_name == DENSE:
            return before, "dense", True
        if before.class_name not in _ELEMENTWISE:
            return before, source_kind(before), False
        here = before


def _input_kind(model: SemanticModel, graph: ModelGraph, call: LayerCall) -> str:
    """Tell a declared input from one that the data gave, and from an operation's result."""
    given = call.inputs
    if not isinstance(given, TensorSpec):
        return "unclear"
    for one in graph.inputs:
        # An operation on the input leaves another origin behind.
        same = graph.kind == "sequential" or one.spec.origin == given.origin
        if one.spec.shape == given.shape and same:
            return "input" if _is_declared(model, one) else "data"
    return "unclear"


def _is_declared(model: SemanticModel, given: ModelInput) -> bool:
    if given.explicit or given.argument is not None:
        return True
    place = given.span
    return (
        place is not None
        and place.path == model.source.path
        and (".build(" in model.source.slice(place))
    )


def source_kind(call: LayerCall) -> str:
    """Sort a layer by what its axes are: steps, a grid, tokens, ..."""
    name = call.class_name.rpartition(".")[2]
    if name.startswith(_RECURRENT):
        return "recurrent"
    if name == "Embedding":
        return "embedding"
    if name == "Reshape":
        return "reshape"
    if "Conv" in name or "Pooling" in name or name.startswith(("UpSampling", "ZeroPadding")):
        return "convolution"
    # Keras: MobileNetV2 adds its width and its rows, "mobilenetv2_1.00_224".
    plain = (call.construction.name or "").partition("_")[0]
    if call.class_name == "keras.Model" and plain in _backbone_names():
        return "backbone"
    return "other"


@cache
def _backbone_names() -> frozenset[str]:
    """Give the names that ``keras.applications`` gives its models, as far as they are plain."""
    return frozenset(name.rpartition(".")[2].lower() for name in application_names())


def has_attention(model: SemanticModel, graph: ModelGraph) -> bool:
    """Tell whether a model looks like a transformer: attention, or a norm over features."""
    names = (model.layer_calls[index].class_name for index in graph.layers)
    return any(mark in name for name in names for mark in _MEANT)


def is_open(kept: KeptAxes) -> bool:
    """Tell whether a kept axis has no fixed size, as that of sequences of any length."""
    return any(is_dynamic(dim) for dim in kept.kept)
