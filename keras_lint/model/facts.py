"""What the code does with layers: every construction, every application, every refusal. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from keras_lint.layers.arguments import Argument, CallArguments, Weight
from keras_lint.layers.schema import LayerSchema
from keras_lint.model.origins import Origin
from keras_lint.shapes import Dim, InvalidArgument, Refusal, Structure, TensorSpec, Unknown
from keras_lint.source import Span


@dataclass(frozen=True)
class Construction:
    """A layer made once: its class, its arguments, and what Keras says against them.

    ``span`` lies in the analyzed file; ``definition`` is where the constructor call stands
    if that is another module. ``chain`` lists the calls in this file that led there,
    outermost first. ``refusals`` holds only what the Keras that is meant refuses; what
    only another Keras refuses is in ``foreign_refusals``.
    """

    index: int
    layer: int
    class_name: str
    schema: LayerSchema | None
    span: Span
    name: str | None
    argument_spans: Mapping[str, Span] = field(default_factory=dict)
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    spelled: str = ""
    definition: Span | None = None
    chain: tuple[Span, ...] = ()
    guarded: bool = False
    keras: int | None = None
    refusals: tuple[InvalidArgument, ...] = ()
    foreign_refusals: tuple[InvalidArgument, ...] = ()
    positional_count: int = 0
    inside: str | None = None
    """The user's class in whose methods it is made, if any."""


@dataclass(frozen=True)
class LayerCall:
    """One layer applied once.

    ``inputs`` and ``output`` are tensor specs, nested as Keras nests them; ``output`` is
    None where Keras raises. ``weights`` are the variables of the layer, ``params`` their
    number of values. ``parents`` are the layer calls that its inputs come from, through
    any operations. ``guarded`` says that a handler in the code could catch an error here.
    """

    index: int
    construction: Construction
    call_span: Span
    inputs: Structure[TensorSpec]
    output: Structure[TensorSpec] | None
    weights: tuple[Weight, ...] | Unknown
    params: Dim
    trainable_params: Dim
    refusal: Refusal | None = None
    reason: str | None = None
    reason_place: Span | None = None
    chain: tuple[Span, ...] = ()
    parents: tuple[int, ...] = ()
    guarded: bool = False
    optional: bool = False
    first: bool = True
    """Whether this application is the one that builds the layer."""
    inside: str | None = None
    """The user's class in whose ``call`` it happens, if any."""
    symbolic: bool = True
    """Whether it is applied to symbolic Keras tensors, not to data."""
    given: CallArguments | None = None
    """The arguments of the application; ``origins`` tells of each tensor in them, in order,
    where it comes from."""
    origins: tuple[Origin, ...] = ()

    @property
    def span(self) -> Span:
        """Where the layer is made."""
        return self.construction.span

    @property
    def class_name(self) -> str:
        """The canonical name of the layer's class."""
        return self.construction.class_name

    @property
    def schema(self) -> LayerSchema | None:
        """The schema with its arguments, None for a layer of the user's own."""
        return self.construction.schema

    @property
    def name(self) -> str | None:
        """The ``name=`` of the layer, if it was given one."""
        return self.construction.name


@dataclass(frozen=True)
class OperationRefusal:
    """A function or operator between layers that raises: ``x + y`` on shapes that differ."""

    name: str
    span: Span
    refusal: Refusal
    inputs: tuple[TensorSpec, ...] = ()
    chain: tuple[Span, ...] = ()
    guarded: bool = False
    symbolic: bool = False


@dataclass(frozen=True)
class OuterOperation:
    """An operator between a column and a vector that pairs each value with each: ``(n, n)``.

    ``column`` is ``(n, 1)``, what model ``model`` gives or made of that; ``vector`` is ``(n,)``.
    """

    name: str
    span: Span
    column: TensorSpec
    vector: TensorSpec
    model: int
    chain: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Misuse:
    """Something that is not what Keras needs at that place.

    ``kind`` names the mistake: ``layer-as-tensor``, ``class-not-instantiated``,
    ``not-a-layer``, ``not-a-list``, ``duplicate-layer-name``, ``disconnected``,
    ``second-input-layer``, ``unbuilt-attribute``, ``unknown-keras-name``, ``no-layers``,
    ``missing-super-init``.
    ``found`` says what is there, ``detail`` what else a message needs.
    """

    kind: str
    span: Span
    found: str
    detail: Mapping[str, str] = field(default_factory=dict)
    labels: tuple[tuple[Span, str], ...] = ()
    chain: tuple[Span, ...] = ()
    guarded: bool = False
    keras: tuple[int, ...] = (2, 3)


@dataclass(frozen=True)
class UnknownFact:
    """A place where knowledge ended, and why."""

    why: str
    place: Span | None
