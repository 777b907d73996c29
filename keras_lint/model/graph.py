"""Models: the layer calls that make them up."""

from __future__ import annotations

from dataclasses import dataclass, field

from keras_lint.layers.arguments import Opaque
from keras_lint.model.origins import Origin
from keras_lint.shapes import Dim, Structure, TensorSpec
from keras_lint.source import Span


@dataclass(frozen=True)
class ModelInput:
    """An ``Input`` of a model, or the input shape that its first layer was given.

    ``explicit`` says that an ``Input`` object stands in the code; ``argument`` is the place
    of the shape in the source.
    """

    spec: TensorSpec
    span: Span | None
    name: str | None = None
    explicit: bool = True
    argument: Span | None = None
    origin: Origin | None = None
    """The tensor that it is, in a functional model."""


@dataclass(frozen=True)
class ModelGraph:
    """One model: its layer calls in order, and what goes in and out.

    ``kind`` is ``sequential``, ``functional`` or ``subclassed``. ``layers`` are indices
    into the layer calls of the semantic model. ``built`` is False where Keras would not
    know the shapes yet either. ``complete`` says that every layer of the model is in
    ``layers``, with nothing optional or unknown among them.
    """

    index: int
    identity: int
    name: str | None
    kind: str
    span: Span
    built: bool
    inputs: tuple[ModelInput, ...]
    output: Structure[TensorSpec] | None
    layers: tuple[int, ...]
    params: Dim
    trainable_params: Dim
    input_structure: Structure[TensorSpec] | None = None
    constructions: tuple[int, ...] = ()
    """The constructions of its layers in order, applied or not (Sequential)."""
    complete: bool = True
    output_calls: tuple[int, ...] = ()
    """The layer calls that give the outputs, in the order of the outputs."""
    shown_spans: tuple[Span, ...] = field(default=())
    """Where the structure is printed or plotted (``summary()``)."""
    variable: str | None = None
    """The name that the code binds it to, for messages."""
    scope: str | None = None
    members: tuple[int, ...] = ()
    """The identities of its layers and models in order (Sequential)."""
    output_origins: tuple[Origin, ...] = ()
    """The tensors that are its outputs, in order (functional and subclassed, where known)."""
    application: Opaque | None = None
    """The pretrained model of ``keras.applications`` that it is, with its arguments."""
