"""What models are compiled with and fed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from keras_lint.layers.arguments import Argument
from keras_lint.shapes import Structure, TensorSpec, Unknown
from keras_lint.source import Span


@dataclass(frozen=True)
class LossFact:
    """A loss as given to ``compile``: its canonical snake-case name and its arguments.

    ``name`` is None for a function of the user's own or where it is not known.
    """

    name: str | None
    span: Span | None
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    own: bool = False
    """Whether it is a function or class of the user's."""


@dataclass(frozen=True)
class CompileCall:
    """``model.compile(...)``.

    ``losses`` holds one loss, or one for each output by position or name; None where the
    losses are not known; empty where ``compile`` is given none.
    """

    model: int
    span: Span
    losses: Mapping[str | int, LossFact] | None
    metrics: tuple[Argument, ...] = ()
    metrics_span: Span | None = None
    optimizer: Argument = None
    optimizer_span: Span | None = None
    """Where the optimizer object is made."""
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    argument_spans: Mapping[str, Span] = field(default_factory=dict)
    chain: tuple[Span, ...] = ()
    guarded: bool = False
    sequence: int = 0
    """The position among all training facts of the file, in the order they happen."""


@dataclass(frozen=True)
class DataCall:
    """``fit``, ``evaluate``, ``predict``, ``train_on_batch``, ... or a bare call of a model.

    ``x`` and ``y`` are specs nested as given, ``Unknown`` where not known, None where not
    given. ``batched`` says that the first axis counts samples of a whole data set (as an
    array has), False that the specs are one batch of a dataset or generator.
    """

    kind: str
    model: int
    span: Span
    x: Structure[TensorSpec] | Unknown | None
    y: Structure[TensorSpec] | Unknown | None
    x_span: Span | None = None
    y_span: Span | None = None
    validation_x: Structure[TensorSpec] | Unknown | None = None
    validation_y: Structure[TensorSpec] | Unknown | None = None
    validation_span: Span | None = None
    x_source: str = ""
    """The user's expression for x, for messages; ``y_source`` likewise."""
    y_source: str = ""
    batched: bool = True
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    argument_spans: Mapping[str, Span] = field(default_factory=dict)
    chain: tuple[Span, ...] = ()
    guarded: bool = False
    sequence: int = 0


@dataclass(frozen=True)
class TrainableChange:
    """``layer.trainable = False`` on a model or a layer of it."""

    owner: int
    value: bool | Unknown
    span: Span
    sequence: int = 0


@dataclass(frozen=True)
class CallbackFact:
    """A callback object made in the file: ``EarlyStopping(monitor=...)``."""

    name: str
    span: Span
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    argument_spans: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True)
class UsageFact:
    """How the result of a model is used: ``np.argmax(model.predict(x))``, indexing, unpacking."""

    model: int
    kind: str
    span: Span
    spec: TensorSpec | None = None
