"""From the interpreter's end state to the frozen facts of a file."""

from __future__ import annotations

from dataclasses import replace

from astroid import nodes

from keras_lint.interpreter.classes import find_attribute
from keras_lint.interpreter.conversion import tensors_in, to_argument
from keras_lint.interpreter.layer_calls import count, parents_of
from keras_lint.interpreter.machine import Interpreter
from keras_lint.interpreter.model_state import Entry, FunctionalState, SequentialState
from keras_lint.interpreter.origins import origin_of
from keras_lint.interpreter.values import (
    External,
    Function,
    Instance,
    Layer,
    Model,
    Module,
    Value,
)
from keras_lint.interpreter.weights import functional_weights
from keras_lint.model import Imports, ModelGraph, ModelInput, SemanticModel
from keras_lint.model.origins import Origin
from keras_lint.shapes import Structure, TensorSpec, Unknown
from keras_lint.source import Span

_MEMBERS = (Instance, Layer, Model)
_OWN_TRAINING = ("train_step", "test_step", "compute_loss", "compile", "__call__")
"""Methods with which a model of the user's own may give its loss something else."""


def freeze(run: Interpreter, module: Module) -> SemanticModel:
    """Give the semantic model of the file that was run."""
    facts = run.facts
    graphs: list[ModelGraph] = []
    for owner in facts.models:
        if getattr(owner, "kind", "") == "layer":
            continue
        graph = _graph(run, owner, len(graphs))
        if graph is not None:
            graphs.append(graph)
    return SemanticModel(
        source=run.source,
        keras=run.keras,
        constructions=tuple(facts.constructions),
        layer_calls=tuple(facts.layer_calls),
        models=tuple(graphs),
        operation_refusals=tuple(facts.operation_refusals),
        misuses=tuple(facts.misuses),
        compiles=tuple(facts.compiles),
        data_calls=tuple(facts.data_calls),
        trainable_changes=tuple(facts.trainable_changes),
        callbacks=tuple(facts.callbacks),
        usages=tuple(facts.usages),
        outer_operations=tuple(facts.outer_operations),
        unknowns=tuple(facts.unknowns.values()),
        imports=_imports(module),
        guessed_imports=run.has_guessed,
        discarded=tuple(facts.discarded),
        failures=tuple(dict.fromkeys(run.failures)),
    )


def _graph(run: Interpreter, owner: Model | Instance, index: int) -> ModelGraph | None:
    variable, scope = run.variables.get(owner.identity, (None, None))
    base = ModelGraph(
        index=index,
        identity=owner.identity,
        name=run.name_of(owner),
        kind="subclassed",
        span=run.model_places[owner.identity],
        built=False,
        inputs=(),
        output=None,
        layers=(),
        params=0,
        trainable_params=0,
        variable=variable,
        scope=scope,
    )
    if isinstance(owner, Instance):
        if "%functional" in owner.cells:
            inner = owner.cells["%functional"].state
            return _functional(run, owner, replace(base, kind="functional"), inner)
        if "%sequential" in owner.cells:
            state: SequentialState = owner.cells["%sequential"]
            return _sequential(run, owner, replace(base, kind="sequential"), state)
        return _subclassed(run, owner, base)
    if isinstance(owner.state, SequentialState):
        return _sequential(run, owner, replace(base, kind="sequential"), owner.state)
    if isinstance(owner.state, FunctionalState):
        return _functional(run, owner, replace(base, kind="functional"), owner.state)
    return None


def _counted(run: Interpreter, owner: Value, graph: ModelGraph) -> ModelGraph:
    weights = run.weights_of(owner)
    return replace(graph, params=count(weights), trainable_params=count(weights, trainable=True))


def _sequential(
    run: Interpreter, owner: Model | Instance, graph: ModelGraph, state: SequentialState
) -> ModelGraph:
    calls = _calls(run, state)
    built = bool(state.inputs) and state.lost is None and bool(state.entries)
    specs = [one.spec for one in state.inputs]
    output = state.output
    graph = replace(
        graph,
        built=built,
        inputs=state.inputs,
        input_structure=(specs[0] if len(specs) == 1 else specs) if specs else None,
        output=_structure(output) if output is not None else None,
        layers=tuple(dict.fromkeys(calls)),
        constructions=tuple(_constructions(state.entries)),
        members=tuple(
            entry.layer.identity for entry in state.entries if isinstance(entry.layer, _MEMBERS)
        ),
        complete=state.lost is None and not any(entry.choice for entry in state.entries),
        output_calls=_output_calls(run, output),
    )
    if state.lost is not None:
        return replace(graph, params=state.lost, trainable_params=state.lost)
    if not graph.complete:
        why = Unknown("layers that differ by path")
        return replace(graph, params=why, trainable_params=why)
    return _counted(run, owner, graph)


def _calls(run: Interpreter, state: SequentialState) -> list[int]:
    """List the layer calls of a Sequential, those of the models in front of it included."""
    found: list[int] = []
    for tower in state.towers:
        inner = tower.state if isinstance(tower, Model) else None
        found += inner.calls if isinstance(inner, FunctionalState) else ()
        found += _calls(run, inner) if isinstance(inner, SequentialState) else ()
    return found + [call for entry in state.entries for call in _recorded(run, entry)]


def _recorded(run: Interpreter, entry: Entry) -> list[int]:
    """List the layer calls of an entry; those of a pass that was taken back are found anew."""
    calls = list(entry.all_calls())
    identity = getattr(entry.layer, "identity", None)
    facts = run.facts.layer_calls
    own = [c for c in calls if c < len(facts) and facts[c].construction.layer == identity]
    if entry.choice or own or identity is None:
        return [call for call in calls if call < len(facts)]
    return [call.index for call in facts if call.construction.layer == identity][-1:]


def _constructions(entries: tuple[Entry, ...]) -> list[int]:
    found = []
    for entry in entries:
        construction = getattr(entry.layer, "construction", None)
        if isinstance(construction, int):
            found.append(construction)
        for choice in entry.choice:
            found.extend(_constructions(choice))
    return found


def _output_calls(run: Interpreter, output: Value | None) -> tuple[int, ...]:
    if output is None:
        return ()
    found: dict[int, None] = {}
    for tensor in tensors_in(output):
        found.update(dict.fromkeys(parents_of([tensor])))
    return tuple(call for call in found if call < len(run.facts.layer_calls))


def _functional(
    run: Interpreter, owner: Model | Instance, graph: ModelGraph, state: FunctionalState
) -> ModelGraph:
    graph = replace(
        graph,
        built=True,
        inputs=state.model_inputs,
        input_structure=_structure(state.inputs),
        output=_structure(state.outputs),
        output_origins=tuple(origin_of(tensor) for tensor in tensors_in(state.outputs)),
        application=owner.cells.get(".application"),
        layers=tuple(call for call in state.calls if call < len(run.facts.layer_calls)),
        complete=state.complete,
        output_calls=_output_calls(run, state.outputs),
    )
    weights = functional_weights(state)
    return replace(graph, params=count(weights), trainable_params=count(weights, trainable=True))


def _subclassed(run: Interpreter, owner: Instance, graph: ModelGraph) -> ModelGraph:
    result = owner.cells.get("%result")
    inner = tuple(c.index for c in run.facts.layer_calls if c.inside == owner.cls.name)
    if result is None:
        return replace(graph, layers=inner)
    given, output = result
    inputs = given.positional or tuple(given.keywords.values())
    specs = [spec for spec in inputs if isinstance(spec, TensorSpec)]
    graph = replace(
        graph,
        built=True,
        inputs=tuple(ModelInput(spec, spec.origin, None, False, None) for spec in specs),
        input_structure=inputs[0] if inputs else None,
        output=_structure(output),
        layers=inner,
        complete=False,
        output_calls=_output_calls(run, output),
        output_origins=_origins(owner, output),
    )
    return _counted(run, owner, graph)


def _origins(owner: Instance, output: Value) -> tuple[Origin, ...]:
    """Say where the outputs of a user's model come from, if training gives the same to the loss."""
    if any(find_attribute(owner.cls, name) is not None for name in _OWN_TRAINING):
        return ()
    method = find_attribute(owner.cls, "call")
    if not isinstance(method, Function) or _asks_for_training(method):
        return ()
    return tuple(origin_of(tensor) for tensor in tensors_in(output))


def _asks_for_training(method: Function) -> bool:
    """Tell whether a function may take another path when its model is trained."""
    tests = method.node.nodes_of_class((nodes.If, nodes.IfExp))
    return any("training" in one.test.as_string() for one in tests)


def _structure(value: Value) -> Structure[TensorSpec] | None:
    argument = to_argument(value)
    if isinstance(argument, TensorSpec):
        return argument
    if isinstance(argument, list | tuple) and all(isinstance(a, TensorSpec) for a in argument):
        return list(argument)
    if isinstance(argument, dict) and all(isinstance(a, TensorSpec) for a in argument.values()):
        return argument
    return None


def _imports(module: Module) -> Imports:
    names = {
        str(key): value.name
        for key, value in module.frame.cells.items()
        if isinstance(value, External) and not value.name.startswith("builtins.")
    }
    last: Span | None = None
    for statement in module.tree.body if module.tree is not None else ():
        if type(statement).__name__ in ("Import", "ImportFrom"):
            last = module.spans.of(statement)
    return Imports(names, last)
