"""What every part of the interpreter may ask of the whole: its state and its entry points."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.heap import Delta, Heap, HeapObject
from keras_lint.interpreter.recorder import Recorder
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    Class,
    Constant,
    External,
    ExternalObject,
    Frame,
    Function,
    Instance,
    Model,
    Module,
    Value,
)
from keras_lint.layers.arguments import CallArguments, Weight
from keras_lint.settings import Settings
from keras_lint.shapes import Unknown
from keras_lint.source import Span

if TYPE_CHECKING:
    from astroid import nodes  # third party, for the type checker alone


@dataclass
class Loop:
    """A loop that is being run: the states at its ``break`` and ``continue`` statements."""

    mark: int
    breaks: list[Delta] = field(default_factory=list)
    continues: list[Delta] = field(default_factory=list)
    iteration_mark: int = 0


@dataclass
class Activation:
    """A call of a user's function that is being run."""

    function: Function | None
    frame: Frame
    mark: int = 0
    call_span: Span | None = None
    returns: list[tuple[Delta, Value]] = field(default_factory=list)
    yields: list[Value] = field(default_factory=list)
    loops: list[Loop] = field(default_factory=list)
    owner: str | None = None
    """The user's layer or model class in whose ``call`` this runs."""
    earlier_calls: int = 0
    """How many layer calls had been recorded when it began."""

    def exits(self) -> list[list[Any]]:
        """Give the lists of states in which control has left what runs here."""
        loops = [[loop.breaks, loop.continues] for loop in self.loops[-1:]]
        return [self.returns, self.yields, *(states for pair in loops for states in pair)]


class Context(ABC):
    """The interpreter as its parts see it. One context analyzes one file."""

    def __init__(self, settings: Settings, path: str) -> None:
        self.settings = settings
        self.path = path
        self.heap = Heap()
        self.facts = Recorder()
        self.model_places: dict[int, Span] = {}
        self.activations: list[Activation] = []
        self.guard_depth = 0
        self.replaced_names: set[str] = set()
        """Names of libraries that the program sets: ``layers.Swish = Swish``."""
        self.failures: list[str] = []
        """Our own broken invariants: each cost one statement its meaning."""
        self.fails_loudly = False
        self.steps = 0
        self.identities = 0
        self.configuration = HeapObject()
        self.configuration.cells["image_data_format"] = Constant("channels_last")
        self.keras: int | None = None
        self.guesses_imports = False
        self.has_guessed = False
        self.input_arguments: dict[int, tuple[Tensor, Span | None]] = {}
        """By the node of an Input: its tensor, and the place of its shape in the source."""

    @property
    @abstractmethod
    def registers_objects(self) -> bool:
        """Whether the program may give Keras names of custom objects."""

    @property
    def image_data_format(self) -> str | Unknown:
        """What ``data_format=None`` means at this point (``keras.config``)."""
        now = self.configuration.cells["image_data_format"]
        if isinstance(now, Constant) and isinstance(now.value, str):
            return now.value
        return now if isinstance(now, Unknown) else Unknown("the data format differs by path")

    # -- entry points that the parts share --------------------------------------------------

    @abstractmethod
    def evaluate(self, node: nodes.NodeNG, frame: Frame) -> Value:
        """Give the value of an expression."""

    @abstractmethod
    def execute(self, body: Sequence[nodes.NodeNG], frame: Frame) -> bool:
        """Run statements; tell whether control reaches their end."""

    @abstractmethod
    def call(self, function: Value, arguments: Arguments, span: Span) -> Value:
        """Give the result of calling a value."""

    @abstractmethod
    def call_function(
        self,
        function: Function,
        arguments: Arguments,
        span: Span | None,
        owner: str | None = None,
    ) -> Value:
        """Give the result of calling a function of the user's."""

    @abstractmethod
    def attribute(self, value: Value, name: str, span: Span) -> Value:
        """Give ``value.name``."""

    @abstractmethod
    def iterate(self, value: Value) -> list[Value] | Unknown:
        """List what iterating over a value gives, where that is known."""

    @abstractmethod
    def truth(self, value: Value) -> bool | None:
        """Give the truth of a value, or None where it is not known."""

    @abstractmethod
    def join_values(self, values: Sequence[Any], why: str) -> Any:
        """Give the value that stands for several."""

    @abstractmethod
    def apply_layer(self, layer: Value, arguments: Arguments, span: Span) -> Value:
        """Give the outputs of a layer or model applied to tensors, and record it."""

    @abstractmethod
    def load_module(self, name: str, level: int, importer: Module) -> Module | None:
        """Give a module of the user's project, run, or None where it is none."""

    @abstractmethod
    def search_along(self, folder: Path) -> None:
        """Look for modules of the user's project in one more folder."""

    @abstractmethod
    def escape(self, values: Sequence[Value], why: str) -> None:
        """Forget what an unknown callee could change about these values."""

    @abstractmethod
    def keras_attribute(self, owner: Any, name: str, span: Span) -> Value:
        """Give an attribute that Keras defines for a layer or model."""

    @abstractmethod
    def initialize_model(self, instance: Instance, arguments: Arguments, span: Span) -> None:
        """Carry out the constructor of ``Model`` or ``Sequential`` for a user's class."""

    @abstractmethod
    def make_model(self, target: External, arguments: Arguments, span: Span) -> Value:
        """Make what ``Sequential(...)`` or ``Model(...)`` gives."""

    @abstractmethod
    def make_input_layer(self, arguments: Arguments, span: Span) -> Value:
        """Make what ``InputLayer(...)`` gives."""

    @abstractmethod
    def weights_of(self, owner: Value) -> tuple[Weight, ...] | Unknown:
        """Give all variables of a layer or model."""

    @abstractmethod
    def layers_of(self, owner: Value) -> list[Value] | Unknown:
        """List the layers of a model."""

    @abstractmethod
    def lose_sequential(self, model: Model | Instance, why: Unknown) -> None:
        """Say that the structure of a Sequential can no longer be followed."""

    @abstractmethod
    def name_of(self, layer: Value) -> str | None:
        """Give the name that the user gave a layer or model, None where Keras makes one up."""

    @abstractmethod
    def last_application(self, owner: Value) -> tuple[Value, Value] | None:
        """Give the last output and first argument of a layer."""

    @abstractmethod
    def variable_of(self, owner: Value) -> str | None:
        """Give the name that a model is bound to."""

    @abstractmethod
    def layer_span(self, layer: Value) -> Span:
        """Give the place where a layer or model is made."""

    @abstractmethod
    def source_of(self, span: Span | None) -> str:
        """Give the source text of a place in the analyzed file."""

    @abstractmethod
    def entered(self, value: Value, span: Span) -> Value:
        """Give what ``with value as x`` binds."""

    @abstractmethod
    def hinted(self, value: Value, node: nodes.NodeNG, frame: Frame) -> Value:
        """Give an assigned value with the shape comment behind it taken into account."""

    @abstractmethod
    def object_method(
        self, made: ExternalObject, name: str, arguments: Arguments, span: Span
    ) -> Value | None:
        """Call a method of a library object, None where it is not followed."""

    @abstractmethod
    def note_function(self, function: Function) -> None:
        """Remember a function of the analyzed file."""

    @abstractmethod
    def note_class(self, cls: Class) -> None:
        """Remember a class of the analyzed file."""

    @abstractmethod
    def note_binding(self, target: nodes.NodeNG, value: Value, frame: Frame) -> None:
        """Remember the name that a model is bound to."""

    @abstractmethod
    def note_object(self, made: ExternalObject, arguments: Arguments, span: Span) -> None:
        """Record library objects that rules look at."""

    @abstractmethod
    def note_unknown_name(self, function: External, span: Span) -> None:
        """Record a Keras layer that does not exist."""

    @abstractmethod
    def note_model_call(self, instance: Instance, given: CallArguments, result: Value) -> None:
        """Remember what a user's model gave for its inputs."""

    def whole_file(self) -> Span:
        """Give a place that stands for the file."""
        return Span(self.path, 1, 0, 1, 0)

    # -- shared state ------------------------------------------------------------------------

    def step(self) -> bool:
        """Count one step; tell whether the budget still allows more."""
        self.steps += 1
        return self.steps <= self.settings.max_steps

    def new_identity(self) -> int:
        """Give a number that no other layer or model of this run has."""
        self.identities += 1
        return self.identities

    @property
    def activation(self) -> Activation:
        """The innermost call that is being run."""
        return self.activations[-1]

    @property
    def chain(self) -> tuple[Span, ...]:
        """The calls that led here, outermost first."""
        return tuple(a.call_span for a in self.activations if a.call_span is not None)

    def place(self, span: Span) -> Span:
        """Give the innermost place in the analyzed file: ``span`` itself or a call on the way."""
        if span.path == self.path:
            return span
        for activation in reversed(self.activations):
            if activation.call_span is not None and activation.call_span.path == self.path:
                return activation.call_span
        return Span(self.path, 1, 0, 1, 0)

    def note_model(self, owner: Any) -> None:
        """Record a model object that is made, and the innermost place in the analyzed file."""
        self.facts.models.append(owner)
        self.model_places[owner.identity] = self.place(owner.span)

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Mark what is recorded meanwhile as code whose errors a handler may catch."""
        self.guard_depth += 1
        try:
            yield
        finally:
            self.guard_depth -= 1

    def branches(
        self, arms: Sequence[Callable[[], bool]], why: str, kept: int | None = None
    ) -> bool:
        """Run alternatives from the present state and join the states that fall through.

        Each arm tells whether control reaches its end. Gives whether any does. Of the arm
        ``kept`` alone the state remains, unless it ends in an error.
        """
        mark = self.heap.mark()
        exits = self.activation.exits()
        starts = [len(one) for one in exits]
        ends: list[list[Delta]] = []
        chosen: list[list[Delta]] | None = None
        left: list[list[Any]] = []
        try:
            for index, arm in enumerate(arms):
                before = [len(one) for one in exits]
                ends.append([self.heap.delta(mark)] if arm() else [])
                self.heap.rollback(mark)
                gone = [one[start:] for one, start in zip(exits, before, strict=True)]
                if index == kept and (ends[-1] or any(gone)):
                    chosen, left = [ends[-1]], gone
            if chosen is not None:
                ends = chosen
                for one, start, own in zip(exits, starts, left, strict=True):
                    one[start:] = own
            survivors = [state for states in ends for state in states]
            if survivors:
                self.heap.join(survivors, lambda contents: self.join_values(contents, why))
        finally:
            self.heap.release()
        return bool(survivors)
