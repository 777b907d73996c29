"""Methods of layers and models: those that change what is known, and the observers."""

from __future__ import annotations

from collections.abc import Callable

from keras_lint.interpreter import keras_attributes, sequential, training, user_layers
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import class_kind, to_argument
from keras_lint.interpreter.input_shapes import shape_from_argument
from keras_lint.interpreter.layer_constructions import apply_quietly
from keras_lint.interpreter.model_state import SequentialState
from keras_lint.interpreter.shape_values import shape_of
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.tensors import wrap_outputs
from keras_lint.interpreter.values import NONE, Constant, Instance, Layer, List, Model, Value
from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.preprocessing.lookup import Lookup
from keras_lint.model import Misuse
from keras_lint.shapes import Refusal, TensorSpec, Unknown
from keras_lint.source import Span

Owner = Layer | Model | Instance
Method = Callable[[Context, Owner, Arguments, Span], Value]

_OBSERVERS = {
    "save", "save_weights", "load_weights", "set_weights", "get_weights", "get_config", "to_json",
    "reset_states", "reset_state", "adapt", "export", "stop_training", "reset_metrics", "add_loss",
    "add_metric", "finalize_state", "get_vocabulary", "set_vocabulary", "vocabulary_size", "assign",
    "compute_loss", "get_metrics_result", "make_train_function", "make_predict_function", "to_yaml",
    "compute_mask", "quantize", "load_own_variables", "save_own_variables", "get_build_config",
}  # fmt: skip


_GONE_FROM_MODELS = {
    "fit_generator", "evaluate_generator", "predict_generator", "predict_classes",
    "predict_proba", "reset_states", "to_yaml",
}  # fmt: skip
_GONE_FROM_LAYERS = {
    "get_input_at", "get_output_at", "get_input_shape_at", "get_output_shape_at",
    "get_updates_for", "add_update",
}  # fmt: skip


def call(run: Context, owner: Owner, name: str, arguments: Arguments, span: Span) -> Value:
    """Call a Keras method of a layer or model."""
    _note_gone(run, owner, name, span)
    if name in training.DATA_METHODS and isinstance(owner, Model | Instance):
        return training.feed(run, owner, name, arguments, span)
    method = _METHODS.get(name)
    if method is not None:
        return method(run, owner, arguments, span)
    if name not in _OBSERVERS:
        run.escape(arguments.all(), f"`.{name}()` may change it")
    return Unknown(f"what `.{name}()` gives", span)


def _note_gone(run: Context, owner: Owner, name: str, span: Span) -> None:
    """Record a method of Keras 2 that the layers and models of Keras 3 do not have."""
    of_models = name in _GONE_FROM_MODELS and isinstance(owner, Model) and owner.kind != "layer"
    if not of_models and not (name in _GONE_FROM_LAYERS and isinstance(owner, Layer | Model)):
        return
    misuse = Misuse(
        "unknown-keras-name",
        run.place(span),
        name,
        {"method": name, "of": "models" if of_models else "layers"},
        chain=run.chain,
        guarded=run.guard_depth > 0,
        keras=(3,),
    )
    if all((one.kind, one.span) != (misuse.kind, misuse.span) for one in run.facts.misuses):
        run.facts.misuses.append(misuse)


def _add(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    layer = arguments.get(0, "layer")
    if _is_sequential(owner) and layer is not None:
        assert not isinstance(owner, Layer), "a Sequential is a model"
        sequential.add(run, owner, layer, span)
        return NONE
    return Unknown("`.add()` of something that is no Sequential", span)


def _pop(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    if _is_sequential(owner):
        assert not isinstance(owner, Layer), "a Sequential is a model"
        return sequential.pop(run, owner, span)
    return Unknown("`.pop()` of something that is no Sequential", span)


def _is_sequential(owner: Owner) -> bool:
    if isinstance(owner, Model):
        return isinstance(owner.state, SequentialState)
    return isinstance(owner, Instance) and "%sequential" in owner.cells


def _build(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    given = arguments.either(0, "input_shape", "batch_input_shape")
    if given is None:
        return NONE
    shape = shape_from_argument(to_argument(given, as_size=True), batch=False)
    spec = TensorSpec(shape, "float32", run.place(span))
    if _is_sequential(owner):
        assert not isinstance(owner, Layer), "a Sequential is a model"
        sequential.build(run, owner, spec, span)
    elif isinstance(owner, Instance) and class_kind(owner.cls) == "model":
        if shape.dims is not None:
            run.apply_layer(owner, Arguments((Tensor(spec, "keras"),)), span)
    elif isinstance(owner, Layer) and owner.built is None and shape.dims is not None:
        run.heap.set(owner, "built", CallArguments((spec,)))
    return NONE


def _compile(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    if isinstance(owner, Model | Instance):
        training.compile_model(run, owner, arguments, span)
    return NONE


def _summary(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    """Print a table; Keras 3 leaves open what is not built, ``Model.summary`` of Keras 2 raises."""
    if _is_sequential(owner):
        _note_unbuilt(run, owner, "summary()", span, (2,))
    return NONE


def _get_layer(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    name = arguments.get(0, "name")
    return keras_attributes.get_layer(run, owner, name, arguments.get(1, "index"), span)


def _count_params(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    if _is_sequential(owner) and sequential.state_of(owner).input is None:  # type: ignore[arg-type]
        _note_unbuilt(run, owner, "count_params()", span, (2, 3))
        return Unknown("the weights of a model that is not built", span)
    return keras_attributes.param_count(run, owner, span)


def _load_weights(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    """Keras 3: ``saving_lib``, which refuses models without weights; Keras 2 reads some formats."""
    if _is_sequential(owner):
        _note_unbuilt(run, owner, "load_weights()", span, (3,))
    return NONE


def _save_weights(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    if _is_sequential(owner):
        _note_unbuilt(run, owner, "save_weights()", span, (3,))
    return NONE


def _note_unbuilt(
    run: Context, owner: Owner, asked: str, span: Span, keras: tuple[int, ...]
) -> None:
    if not isinstance(owner, Layer) and sequential.is_unbuilt(owner):
        run.facts.misuses.append(
            Misuse(
                "unbuilt-attribute",
                run.place(span),
                asked,
                {"model": run.variable_of(owner) or "model"},
                ((run.place(owner.span), "has no input shape yet"),),
                run.chain,
                run.guard_depth > 0,
                keras,
            )
        )


def _add_weight(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    if isinstance(owner, Instance):
        return user_layers.add_weight(run, owner, arguments, span)
    return Unknown("a weight of a layer that is not followed", span)


def _apply(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    return run.apply_layer(owner, arguments, span)


def _output_shape(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    given = arguments.get(0, "input_shape")
    if given is None:
        return Unknown("an output shape", span)
    shape = shape_from_argument(to_argument(given, as_size=True), batch=False)
    try:
        output = apply_quietly(run, owner, CallArguments((TensorSpec(shape),)))
    except Refusal:
        return Unknown("the output shape of a layer that refuses its input", span)
    return shape_of(wrap_outputs(output, "keras", None, span))


def _get_vocabulary_size(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    schema = owner.schema if isinstance(owner, Layer) else None
    tokens = schema.tokens() if isinstance(schema, Lookup) else Unknown("")
    if isinstance(tokens, Unknown):
        return Unknown("the size of a vocabulary", span)
    return Constant(len(tokens))


def _get_vocabulary(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    special = run.truth(arguments.get_or(0, "include_special_tokens", Constant(True)))
    schema = owner.schema if isinstance(owner, Layer) else None
    if not isinstance(schema, Lookup) or special is None:
        return Unknown("what `.get_vocabulary()` gives", span)
    tokens = schema.tokens(special_too=special)
    if isinstance(tokens, Unknown):
        return List(Unknown("what `.get_vocabulary()` gives", span))
    return List([Constant(token) for token in tokens])


def _state_weights(run: Context, owner: Owner, arguments: Arguments, span: Span) -> Value:
    if not arguments.positional:
        return Unknown("the initial state of a cell", span)
    return List(Unknown("the initial state of a cell", span))


_METHODS: dict[str, Method] = {
    "add": _add,
    "pop": _pop,
    "build": _build,
    "compile": _compile,
    "summary": _summary,
    "get_layer": _get_layer,
    "count_params": _count_params,
    "load_weights": _load_weights,
    "save_weights": _save_weights,
    "add_weight": _add_weight,
    "add_variable": _add_weight,
    "call": _apply,
    "__call__": _apply,
    "compute_output_shape": _output_shape,
    "vocabulary_size": _get_vocabulary_size,
    "vocab_size": _get_vocabulary_size,
    "get_vocabulary": _get_vocabulary,
    "get_initial_state": _state_weights,
}
