"""The interpreter as a whole: the parts of this package put together for one file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from astroid import nodes

from keras_lint.interpreter import (
    attributes,
    calls,
    elements,
    expressions,
    functions,
    joins,
    keras_attributes,
    keras_models,
    layer_calls,
    library_objects,
    operators,
    statements,
    unknown_names,
    user_layers,
    weights,
)
from keras_lint.interpreter import sequential as sequentials
from keras_lint.interpreter.builders import run_uncalled_builders
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Activation, Context
from keras_lint.interpreter.hints import ShapeHints
from keras_lint.interpreter.model_state import FunctionalState, SequentialState
from keras_lint.interpreter.projects import Project, may_register_objects
from keras_lint.interpreter.values import (
    Class,
    External,
    ExternalObject,
    Frame,
    Function,
    Instance,
    Layer,
    List,
    Model,
    Module,
    Tuple,
    Value,
)
from keras_lint.layers.arguments import CallArguments, Weight
from keras_lint.settings import Settings
from keras_lint.shapes import Unknown
from keras_lint.source import SourceText, Span


class Interpreter(Context):
    """Runs one file abstractly and records what it would make Keras do."""

    def __init__(self, settings: Settings, source: SourceText, project: Project) -> None:
        super().__init__(settings, source.path)
        self.source = source
        self.project = project
        self.hints = ShapeHints(source)
        self.modules: dict[str, Module | None] = {}
        self.functions: dict[Any, Function] = {}
        self.classes: list[Class] = []
        self.called: set[Any] = set()
        self.applications: dict[int, tuple[Value, Value]] = {}
        self.variables: dict[int, tuple[str, str | None]] = {}

    @cached_property
    def registers_objects(self) -> bool:
        """Whether the program may give Keras names of custom objects."""
        return may_register_objects(self.source)

    # -- running ----------------------------------------------------------------------------

    def run(self, tree: nodes.Module, name: str) -> Module:
        """Run the analyzed file, then the builders in it that nobody called."""
        module = self.project.module_of(tree, name, self.source)
        self.modules[name] = module
        self.activations.append(Activation(None, module.frame))
        self.execute(tree.body, module.frame)
        run_uncalled_builders(self, list(self.functions.values()), self.classes, self.called)
        return module

    def evaluate(self, node: nodes.NodeNG, frame: Frame) -> Value:
        return expressions.evaluate(self, node, frame)

    def execute(self, body: Sequence[nodes.NodeNG], frame: Frame) -> bool:
        return statements.execute(self, body, frame)

    def call(self, function: Value, arguments: Arguments, span: Span) -> Value:
        return calls.call(self, function, arguments, span)

    def call_function(
        self,
        function: Function,
        arguments: Arguments,
        span: Span | None,
        owner: str | None = None,
    ) -> Value:
        self.called.add(function.node)
        return functions.call_function(self, function, arguments, span, owner)

    def attribute(self, value: Value, name: str, span: Span) -> Value:
        return attributes.attribute(self, value, name, span)

    def iterate(self, value: Value) -> list[Value] | Unknown:
        return elements.iterate(self, value)

    def truth(self, value: Value) -> bool | None:
        return operators.truth_of(value)

    def join_values(self, values: Sequence[Any], why: str) -> Any:
        return joins.join_contents(values, why)

    def escape(self, values: Sequence[Value], why: str) -> None:
        calls.escape(self, list(values), why)

    def load_module(self, name: str, level: int, importer: Module) -> Module | None:
        return self.project.load(self, name, level, importer)

    def search_along(self, folder: Path) -> None:
        self.project.search_along(folder)

    # -- layers and models --------------------------------------------------------------------

    def apply_layer(self, layer: Value, arguments: Arguments, span: Span) -> Value:
        match layer:
            case Layer():
                result = layer_calls.apply_keras_layer(self, layer, arguments, span)
            case Model():
                result = keras_models.apply_model(self, layer, arguments, span)
            case Instance():
                result = user_layers.apply_instance(self, layer, arguments, span)
            case _:
                return Unknown("applying something that is no layer", span)
        if arguments.positional:
            self.applications[layer.identity] = (result, arguments.positional[0])
        return result

    def weights_of(self, owner: Value) -> tuple[Weight, ...] | Unknown:
        return weights.weights_of(owner)

    def layers_of(self, owner: Value) -> list[Value] | Unknown:
        return keras_attributes.layers_of(self, owner)

    def keras_attribute(self, owner: Any, name: str, span: Span) -> Value:
        return keras_attributes.keras_attribute(self, owner, name, span)

    def make_model(self, target: External, arguments: Arguments, span: Span) -> Value:
        return keras_models.make_model(self, target, arguments, span)

    def make_input_layer(self, arguments: Arguments, span: Span) -> Value:
        return keras_models.make_input_layer(self, arguments, span)

    def initialize_model(self, instance: Instance, arguments: Arguments, span: Span) -> None:
        keras_models.initialize_model(self, instance, arguments, span)

    def lose_sequential(self, model: Model | Instance, why: Unknown) -> None:
        if isinstance(model, Instance) or isinstance(model.state, SequentialState):
            sequentials.lose(self, model, why)

    def note_model_call(self, instance: Instance, given: CallArguments, result: Value) -> None:
        self.heap.set(instance, "%result", (given, result))

    def last_application(self, owner: Value) -> tuple[Value, Value] | None:
        identity = getattr(owner, "identity", None)
        return None if identity is None else self.applications.get(identity)

    def layer_span(self, layer: Value) -> Span:
        span = getattr(layer, "span", None)
        return span if isinstance(span, Span) else self.whole_file()

    def name_of(self, layer: Value) -> str | None:
        """Give the name that the user gave a layer or model, None where Keras makes one up."""
        match layer:
            case Layer():
                name = layer.schema.common.get("name")
                changed = layer.cells.get("._name", layer.cells.get(".name"))
                name = getattr(changed, "value", name)
                return name if isinstance(name, str) else None
            case Model():
                return (
                    layer.name
                    if not isinstance(layer.state, FunctionalState) or layer.name
                    else None
                )
            case Instance():
                value = getattr(layer.cells.get("name"), "value", None)
                return value if isinstance(value, str) else None
        return None

    def object_method(
        self, made: ExternalObject, name: str, arguments: Arguments, span: Span
    ) -> Value | None:
        return library_objects.call_method(self, made, name, arguments, span)

    def entered(self, value: Value, span: Span) -> Value:
        """Give what ``with value as x`` binds."""
        if isinstance(value, Instance):
            method = self.attribute(value, "__enter__", span)
            return value if isinstance(method, Unknown) else self.call(method, Arguments(), span)
        if isinstance(value, List) and not isinstance(value.items, Unknown) and value.items:
            return value.items[0]  # a generator that @contextmanager made
        return value

    # -- notes ---------------------------------------------------------------------------------

    def note_function(self, function: Function) -> None:
        """Remember a function of the analyzed file, in case nobody calls it."""
        if function.frame.module.path == self.path:
            self.functions.setdefault(function.node, function)

    def note_class(self, cls: Class) -> None:
        """Remember a class of the analyzed file."""
        if cls.module.path == self.path:
            self.classes.append(cls)

    def note_binding(self, target: nodes.NodeNG, value: Value, frame: Frame) -> None:
        """Remember the name that a model is bound to, for messages."""
        if isinstance(target, nodes.Tuple | nodes.List) and isinstance(value, Tuple):
            if len(target.elts) == len(value.items):
                for part, item in zip(target.elts, value.items, strict=True):
                    self.note_binding(part, item, frame)
            return
        if isinstance(value, Model | Instance) and isinstance(target, nodes.AssignName):
            scope = self.activation.function
            self.variables[value.identity] = (target.name, None if scope is None else scope.name)
        elif isinstance(value, Model | Instance) and isinstance(target, nodes.AssignAttr):
            self.variables.setdefault(value.identity, (target.as_string(), None))

    def variable_of(self, owner: Value) -> str | None:
        """Give the name that a model is bound to."""
        found = self.variables.get(getattr(owner, "identity", -1))
        return None if found is None else found[0]

    def note_object(self, made: ExternalObject, arguments: Arguments, span: Span) -> None:
        library_objects.note(self, made, arguments, span)

    def note_unknown_name(self, function: External, span: Span) -> None:
        unknown_names.check_call(self, function, span)

    def hinted(self, value: Value, node: nodes.NodeNG, frame: Frame) -> Value:
        if frame.module.path != self.path:
            return value
        return self.hints.refine(self, value, node, frame)

    def source_of(self, span: Span | None) -> str:
        """Give the source text of a place in the analyzed file."""
        if span is None or span.path != self.path:
            return ""
        text = self.source.slice(span)
        return text.partition("=")[2].strip() if "=" in text.partition("(")[0] else text
