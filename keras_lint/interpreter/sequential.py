"""``keras.Sequential``: layers in a row, applied as soon as the input shape is known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import is_layer
from keras_lint.interpreter.input_shapes import check_fits, shape_from_argument
from keras_lint.interpreter.layer_constructions import apply_quietly
from keras_lint.interpreter.model_state import HELD, Entry, FunctionalState, SequentialState
from keras_lint.interpreter.tensor_values import Node, Tensor
from keras_lint.interpreter.towers import is_merge, towers_of
from keras_lint.interpreter.values import (
    Class,
    Constant,
    External,
    ExternalObject,
    Function,
    Instance,
    Layer,
    List,
    Model,
    Tuple,
    Value,
)
from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.registry import find_layer
from keras_lint.layers.rnn.recurrent import Recurrent
from keras_lint.model import Misuse, ModelInput
from keras_lint.shapes import TensorSpec, Unknown
from keras_lint.source import Span


def make_sequential(run: Context, arguments: Arguments, span: Span) -> Model:
    """Make a Sequential from the arguments of its constructor."""
    name = arguments.get(2, "name")
    model = Model(
        run.new_identity(),
        "sequential",
        span,
        name.value if isinstance(name, Constant) and isinstance(name.value, str) else None,
        SequentialState(),
    )
    run.note_model(model)
    add_all(run, model, arguments.get(0, "layers"), span)
    return model


def add_all(run: Context, model: Model | Instance, layers: Value | None, span: Span) -> None:
    """Add the layers of a list; a list of unknown length loses the structure."""
    if layers is None or layers == Constant(None):
        return
    items = run.iterate(layers)
    if isinstance(items, Unknown):
        lose(run, model, items)
        return
    for item in items:
        add(run, model, item, span)


def lose(run: Context, model: Model | Instance, why: Unknown) -> None:
    """Say that the structure of a model can no longer be followed."""
    set_state(run, model, replace(state_of(model), lost=why))


def state_of(model: Model | Instance) -> SequentialState:
    """Give the present state of a Sequential, or of a user's class that extends it."""
    state: SequentialState = model.cells["%sequential" if isinstance(model, Instance) else "state"]
    return state


def set_state(run: Context, model: Model | Instance, state: SequentialState) -> None:
    """Change the state of a Sequential."""
    run.heap.set(model, "%sequential" if isinstance(model, Instance) else "state", state)


def add(run: Context, model: Model | Instance, item: Value, span: Span) -> None:
    """Carry out ``model.add(item)``."""
    state = state_of(model)
    if state.lost is not None:
        return
    if _is_input(item):
        _add_input(run, model, item, span)
        return
    if not is_layer(item):
        _refuse_item(run, model, item, span)
        return
    if not state.entries and not state.inputs:
        if is_merge(item):
            _add_merge(run, model, item, span)
            return
        given = input_of_layer(run, item)
        if given is not None:
            state = _with_input(state, given)
            set_state(run, model, state)
    _check_name(run, model, item, span)
    entry = Entry(item)
    if state.output is not None:
        entry = apply_entry(run, entry, state.output, span)
    state = state_of(model)
    set_state(run, model, replace(state, entries=(*state.entries, entry)))


def _add_merge(run: Context, model: Model | Instance, item: Layer, span: Span) -> None:
    """Start a model with ``Merge([left, right])`` of Keras 1, whose inputs are those of both."""
    towers = towers_of(item)
    if isinstance(towers, Unknown):
        lose(run, model, towers)
        return
    for tower in towers.models:
        run.heap.set(tower, HELD, True)
    state = SequentialState(towers=towers.models, sources=towers.inputs)
    set_state(run, model, state)
    entry = apply_entry(run, Entry(item), List(list(towers.outputs)), span)
    set_state(run, model, replace(state, entries=(entry,)))


def _with_input(state: SequentialState, given: ModelInput) -> SequentialState:
    tensor = Tensor(given.spec, "keras", Node((), name=given.name or "input"))
    return replace(state, input=given, input_tensor=tensor)


def apply_entry(run: Context, entry: Entry, value: Value, span: Span) -> Entry:
    """Apply one layer of a Sequential, or every run of a choice, and remember its output."""
    before = len(run.facts.layer_calls)
    if entry.choice:
        runs = [_apply_run(run, one, value, span) for one in entry.choice]
        outputs = [one[-1].output if one else value for one in runs]
        calls = tuple(range(before, len(run.facts.layer_calls)))
        run.facts.mark_optional(list(calls))
        output = run.join_values(outputs, "the layers before it differ by path")
        return replace(entry, choice=tuple(runs), output=output)
    assert entry.layer is not None, "an entry holds a layer or a choice"
    output = run.apply_layer(entry.layer, Arguments((value,)), _add_span(run, entry.layer, span))
    return replace(entry, output=output, calls=tuple(range(before, len(run.facts.layer_calls))))


def _add_span(run: Context, layer: Value, span: Span) -> Span:
    return span if span.path == run.path else run.layer_span(layer)


def _apply_run(
    run: Context, entries: tuple[Entry, ...], value: Value, span: Span
) -> tuple[Entry, ...]:
    applied = []
    for entry in entries:
        done = apply_entry(run, entry, value, span)
        applied.append(done)
        assert done.output is not None, "an applied entry has an output"
        value = done.output
    return tuple(applied)


def _is_input(item: Value) -> bool:
    if isinstance(item, ExternalObject):
        return item.name == "keras.layers.InputLayer"
    return isinstance(item, Tensor) and item.kind == "keras" and _is_input_tensor(item)


def _is_input_tensor(tensor: Tensor) -> bool:
    node = tensor.node
    return node is not None and node.call is None and not node.inputs and node.replay is None


def _add_input(run: Context, model: Model | Instance, item: Value, span: Span) -> None:
    state = state_of(model)
    tensor = item.cells.get("tensor") if isinstance(item, ExternalObject) else item
    if not isinstance(tensor, Tensor):
        lose(run, model, Unknown("an input that is not known", span))
        return
    if state.input is not None and not state.entries and isinstance(tensor, Tensor):
        _misuse(run, "second-input-layer", span, "a second Input", item)
        return
    if state.entries:
        # Keras: Sequential.add looks at its first layer alone, which is an Input only where
        # the first layer brought an input shape along.
        if state.input is not None and state.input.argument is not None:
            _misuse(run, "second-input-layer", span, "an Input behind other layers", item)
        lose(run, model, Unknown("an Input behind other layers", span))
        return
    name = tensor.node.name if tensor.node is not None else None
    _, argument = run.input_arguments.get(id(tensor.node), (None, None))
    given = ModelInput(tensor.spec, tensor.spec.origin, name, True, argument)
    set_state(run, model, replace(_with_input(state, given), input_tensor=tensor))


def _refuse_item(run: Context, model: Model | Instance, item: Value, span: Span) -> None:
    why = item if isinstance(item, Unknown) else Unknown("something that is no layer", span)
    if isinstance(item, Class) or (isinstance(item, External) and find_layer(item.name)):
        _misuse(run, "class-not-instantiated", span, "a class", item)
    elif isinstance(item, Tensor) and item.kind == "keras":
        _misuse(run, "not-a-layer", span, f"a tensor of shape {item.shape}", item)
    elif isinstance(item, Constant | List | Tuple | Function):
        _misuse(run, "not-a-layer", span, _describe(item), item)
    lose(run, model, why)


def _describe(item: Value) -> str:
    match item:
        case Constant(value):
            return repr(value)
        case List():
            return "a list"
        case Tuple():
            return "a tuple"
        case Function():
            return f"the function `{item.name}`"
    return "something that is no layer"


def _misuse(run: Context, kind: str, span: Span, found: str, item: Value) -> None:
    place = run.place(span)
    detail = {}
    if isinstance(item, External | Class):
        detail["class"] = item.name
    # Keras 2 takes a second Input.
    majors = (3,) if kind == "second-input-layer" else (2, 3)
    run.facts.misuses.append(
        Misuse(
            kind,
            place,
            found,
            detail,
            chain=run.chain,
            guarded=run.guard_depth > 0,
            keras=majors,
        )
    )


def _check_name(run: Context, model: Model | Instance, item: Value, span: Span) -> None:
    """Keras: ``Sequential._is_layer_name_unique``; two different layers may not share a name."""
    name = run.name_of(item)
    if name is None:
        return
    for entry in state_of(model).entries:
        if entry.layer is None:
            continue
        same = entry.layer is item
        if same or run.name_of(entry.layer) == name:
            run.facts.misuses.append(
                Misuse(
                    "duplicate-layer-name",
                    run.place(run.layer_span(item)),
                    name,
                    {"same": "yes" if same else ""},
                    ((run.place(run.layer_span(entry.layer)), f"already {name!r}"),),
                    run.chain,
                    run.guard_depth > 0,
                )
            )
            return


def input_of_layer(run: Context, item: Value) -> ModelInput | None:
    """Give the input shape that a first layer brings along: its own or a nested model's."""
    if isinstance(item, Model):
        state = item.state
        if isinstance(state, SequentialState):
            return None if state.input is None else replace(state.input, explicit=False)
        if isinstance(state, FunctionalState) and len(state.model_inputs) == 1:
            return replace(state.model_inputs[0], explicit=False)
        return None
    if not isinstance(item, Layer):
        return None
    common = item.schema.common
    spans = run.facts.constructions[item.construction].argument_spans
    if "batch_input_shape" in common:
        shape = shape_from_argument(common["batch_input_shape"], batch=False)
        span = spans.get("batch_input_shape")
    elif "input_shape" in common or common.get("input_dim") is not None:
        argument = common.get("input_shape")
        if common.get("input_dim") is not None:
            length, flat = common.get("input_length"), not _has_steps(item)
            argument = (common["input_dim"],) if flat else (length, common["input_dim"])
        shape = shape_from_argument(argument, batch=True, size=common.get("batch_size"))
        span = spans.get("input_shape") or spans.get("input_dim")
    else:
        return _embedding_input(item, spans)
    return ModelInput(TensorSpec(shape, _input_dtype(item), item.span), span, None, False, span)


def _has_steps(item: Layer) -> bool:
    """Tell whether ``input_dim`` stands beside a length, which is None where it is not given.

    Keras 2: ``RNN.__init__``; Keras 1: ``Convolution1D.__init__`` and the like.
    """
    if item.schema.common.get("input_length") is not None:
        return True
    recurrent = item.schema.keras != 3 and isinstance(item.schema, Recurrent)
    return recurrent or (item.schema.may_be_keras_1 and item.schema.rank == 3)


def _embedding_input(item: Layer, spans: object) -> ModelInput | None:
    # Keras 2 gave an Embedding that starts a model the input (batch, input_length or None).
    if item.schema.keras_name != "keras.layers.Embedding" or item.schema.keras == 3:
        return None
    length = item.schema.common.get("input_length")
    if item.schema.keras is None:
        return None
    sizes = (length,) if length is None or isinstance(length, int) else length
    shape = shape_from_argument(sizes, batch=True)
    return ModelInput(TensorSpec(shape, "float32", item.span), None, None, False, None)


def _input_dtype(item: Layer) -> str | None:
    return None if "dtype" in item.schema.common else "float32"


def pop(run: Context, model: Model | Instance, span: Span) -> Value:
    """Carry out ``model.pop()``: the last layer leaves the model."""
    state = state_of(model)
    if state.lost is not None or not state.entries or state.entries[-1].choice:
        why = Unknown("a `pop()` that cannot be followed", span)
        lose(run, model, why if state.lost is None else state.lost)
        return Unknown("a popped layer", span)
    last = state.entries[-1]
    set_state(run, model, replace(state, entries=state.entries[:-1]))
    return last.layer if last.layer is not None else Unknown("a popped layer", span)


def build(run: Context, model: Model | Instance, spec: TensorSpec, span: Span) -> None:
    """Build a Sequential that has no input shape yet for a batch shape."""
    state = state_of(model)
    if state.lost is not None or state.inputs:
        return
    given = ModelInput(replace(spec, content=None), span, None, False, None)
    state = _with_input(state, given)
    set_state(run, model, state)
    assert state.input_tensor is not None, "set with the input"
    value: Value = state.input_tensor
    done: list[Entry] = []
    for entry in state.entries:
        applied = apply_entry(run, entry, value, span)
        done.append(applied)
        assert applied.output is not None, "an applied entry has an output"
        value = applied.output
    set_state(run, model, replace(state, entries=tuple(done)))


def layers_of(model: Model | Instance) -> list[Value] | Unknown:
    """List the layers of a Sequential, as ``model.layers`` does."""
    state = state_of(model)
    if state.lost is not None:
        return state.lost
    if any(entry.choice for entry in state.entries):
        return Unknown("layers that differ by path")
    return [entry.layer for entry in state.entries if entry.layer is not None]


def note_fed(run: Context, model: Model | Instance) -> None:
    """Remember that a model without input shape got data whose shape is not known."""
    if not state_of(model).inputs:
        run.heap.set(model, "%fed", True)


def is_unbuilt(model: Model | Instance) -> bool:
    """Tell whether a model surely has layers and no input shape."""
    state = state_of(model)
    if state.lost is not None or state.inputs or "%fed" in model.cells:
        return False
    return bool(state.entries) and not any(entry.choice for entry in state.entries)


def replay(
    run: Context, model: Model | Instance, spec: TensorSpec, *, symbolic: bool = True
) -> Any:
    """Give the output specs of a built Sequential for another input, recording nothing.

    Keras compares the sizes of symbolic tensors alone; with data only the layers do.

    Raises:
        Refusal: the input does not fit the model's own, or a layer refuses what reaches it.
    """
    state = state_of(model)
    assert state.input is not None, "the model is built"
    if symbolic:
        check_fits(state.input.spec.shape, spec.shape)
    current: Any = replace(spec, content=None)
    for entry in state.entries:
        if entry.choice or entry.layer is None:
            return Unknown("layers that differ by path")
        current = apply_quietly(run, entry.layer, CallArguments((current,)))
        if isinstance(current, TensorSpec) and current.shape.dims is None:
            return Unknown(current.shape.why)
    return current
