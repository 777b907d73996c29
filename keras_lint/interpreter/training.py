"""``compile``, ``fit``, ``predict``: recorded as facts; models are built by their data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from keras_lint.interpreter import sequential
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.classes import find_attribute
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import class_kind, to_argument
from keras_lint.interpreter.model_state import FunctionalState, SequentialState
from keras_lint.interpreter.own_steps import run_own_step
from keras_lint.interpreter.tensor_values import PREDICTION, Node, Tensor
from keras_lint.interpreter.values import (
    BoundMethod,
    Class,
    Constant,
    Dataset,
    Dict,
    External,
    ExternalObject,
    Function,
    Instance,
    List,
    Model,
    Partial,
    Tuple,
    Value,
)
from keras_lint.layers.arguments import Opaque
from keras_lint.model import CompileCall, DataCall, LossFact
from keras_lint.shapes import DYNAMIC, Shape, TensorSpec, Unknown
from keras_lint.source import Span

_SHORT_NAMES = {
    "mse": "mean_squared_error",
    "mae": "mean_absolute_error",
    "mape": "mean_absolute_percentage_error",
    "msle": "mean_squared_logarithmic_error",
    "bce": "binary_crossentropy",
    "kld": "kl_divergence",
    "kullback_leibler_divergence": "kl_divergence",
    "logcosh": "log_cosh",
    "huber_loss": "huber",
    "cosine_proximity": "cosine_similarity",
}
_SEQUENCES = ("keras.utils.Sequence", "keras.utils.PyDataset")
_COMPILE_ORDER = ("optimizer", "loss", "metrics", "loss_weights", "weighted_metrics")
DATA_METHODS: Mapping[str, tuple[str, ...]] = {
    "fit": ("x", "y", "batch_size", "epochs", "verbose", "callbacks", "validation_split",
            "validation_data", "shuffle"),
    "fit_generator": ("x", "steps_per_epoch", "epochs", "verbose", "callbacks", "validation_data"),
    "evaluate": ("x", "y", "batch_size", "verbose"),
    "predict": ("x", "batch_size", "verbose"),
    "train_on_batch": ("x", "y"),
    "test_on_batch": ("x", "y"),
    "predict_on_batch": ("x",),
    "predict_classes": ("x",),
    "predict_proba": ("x",),
}  # fmt: skip


def loss_name(text: str) -> str:
    """Give the canonical name of a loss: ``MSE`` and ``MeanSquaredError`` are one."""
    snake = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", text).lower().replace("__", "_")
    snake = {"klddivergence": "kl_divergence", "kl_divergence": "kl_divergence"}.get(snake, snake)
    return _SHORT_NAMES.get(snake, snake)


def compile_model(run: Context, model: Model | Instance, arguments: Arguments, span: Span) -> None:
    """Record ``model.compile(...)``."""
    named = dict(zip(_COMPILE_ORDER, arguments.positional, strict=False))
    named.update(arguments.keywords)
    spans = dict(zip(_COMPILE_ORDER, arguments.positional_spans, strict=False))
    spans = _in_file(run, spans | dict(arguments.keyword_spans))
    metrics = run.iterate(named["metrics"]) if "metrics" in named else []
    run.facts.compiles.append(
        CompileCall(
            model=model.identity,
            span=run.place(span),
            losses=_losses(run, named.get("loss"), spans.get("loss"), arguments.rest),
            metrics=() if isinstance(metrics, Unknown) else tuple(_metric(m) for m in metrics),
            metrics_span=spans.get("metrics"),
            optimizer=_optimizer(named.get("optimizer")),
            optimizer_span=_made_at(run, named.get("optimizer")),
            arguments={key: to_argument(value) for key, value in named.items()},
            argument_spans=spans,
            chain=run.chain,
            guarded=run.guard_depth > 0,
            sequence=run.facts.next_sequence(),
        )
    )


def _in_file(run: Context, spans: Mapping[str, Span]) -> dict[str, Span]:
    """Keep the places in the analyzed file: a helper in another module has its own."""
    return {name: span for name, span in spans.items() if span.path == run.path}


def _optimizer(value: Value | None) -> Any:
    """Give the optimizer with its learning rate by name, where it was given by position."""
    if value is None:
        return None
    argument = to_argument(value)
    if isinstance(value, ExternalObject) and value.positional and isinstance(argument, Opaque):
        rate = to_argument(value.positional[0])
        return Opaque(argument.name, {"learning_rate": rate, **argument.keywords})
    return argument


def _made_at(run: Context, value: Value | None) -> Span | None:
    if isinstance(value, ExternalObject) and value.span is not None:
        return run.place(value.span)
    return None


def _metric(value: Value) -> Any:
    return to_argument(value)


def _losses(
    run: Context, value: Value | None, span: Span | None, rest: Unknown | None
) -> Mapping[str | int, LossFact] | None:
    if value is None:
        return None if rest is not None else {}
    match value:
        case Constant(None):
            return {}
        case Dict(items=entries) if not isinstance(entries, Unknown):
            return {str(key): _loss(run, item, span) for key, item in entries.items()}
        case List(items=items) if not isinstance(items, Unknown):
            return {index: _loss(run, item, span) for index, item in enumerate(items)}
        case Tuple(items):
            return {index: _loss(run, item, span) for index, item in enumerate(items)}
        case Unknown():
            return None
    return {0: _loss(run, value, span)}


def _loss(run: Context, value: Value, span: Span | None) -> LossFact:
    """Give a loss, at the place where its object is made, or that of the argument."""
    if isinstance(value, ExternalObject) and value.span and value.span.path == run.path:
        span = value.span
    match value:
        case Constant(str() as text):
            return LossFact(loss_name(text), span)
        case ExternalObject(name=name) if name.startswith("keras."):
            arguments = {k: to_argument(v) for k, v in value.keywords.items()}
            if value.positional:
                arguments[_first_loss_parameter(name)] = to_argument(value.positional[0])
            return LossFact(loss_name(name.rpartition(".")[2]), span, arguments)
        case External(name) if name.startswith("keras."):
            return LossFact(loss_name(name.rpartition(".")[2]), span)
        case Function() | Class() | Instance() | Partial():
            return LossFact(None, span, own=True)
    return LossFact(None, span)


def _first_loss_parameter(name: str) -> str:
    return (
        "from_logits" if name.endswith("entropy") else "delta" if "Huber" in name else "reduction"
    )


def feed(
    run: Context, model: Model | Instance, kind: str, arguments: Arguments, span: Span
) -> Value:
    """Record ``fit``, ``evaluate``, ``predict`` and the like; they build what is not built yet."""
    names = DATA_METHODS[kind]
    named = dict(zip(names, arguments.positional, strict=False))
    named.update(arguments.keywords)
    named.setdefault("x", named.pop("generator", None))  # type: ignore[arg-type]
    spans = dict(zip(names, arguments.positional_spans, strict=False))
    spans = _in_file(run, spans | dict(arguments.keyword_spans))
    x_value, y_value = named.get("x"), named.get("y")
    x, y, batched = specs_of(run, x_value, y_value)
    validation = named.get("validation_data")
    validation_x, validation_y, _ = _validation(run, validation)
    place = run.place(span)
    run.facts.data_calls.append(
        DataCall(
            kind=kind,
            model=model.identity,
            span=place,
            x=x,
            y=y,
            x_span=spans.get("x"),
            y_span=spans.get("y"),
            validation_x=validation_x,
            validation_y=validation_y,
            validation_span=spans.get("validation_data"),
            x_source=run.source_of(spans.get("x")),
            y_source=run.source_of(spans.get("y")),
            batched=batched,
            arguments={k: _described(v) for k, v in named.items() if v is not None},
            argument_spans=spans,
            chain=run.chain,
            guarded=run.guard_depth > 0,
            sequence=run.facts.next_sequence(),
        )
    )
    first = _symbolic(x) if isinstance(x, TensorSpec | list | dict) else None
    targets = _symbolic(y) if isinstance(y, TensorSpec | list | dict) else y
    if run_own_step(run, model, kind, x_value, first, targets, span):
        return Unknown(f"what `{kind}` returns", span)
    built = build_from_data(run, model, x, span)
    if isinstance(getattr(model, "state", None), SequentialState):
        sequential.note_fed(run, model)
    if kind.startswith("predict"):
        return _prediction(run, model, x, built, batched, span)
    return Unknown(f"what `{kind}` returns", span)


def _described(value: Value) -> Any:
    """Give an argument; of a dataset, where it comes from and how its labels are encoded."""
    if not isinstance(value, Dataset):
        return to_argument(value)
    facts = {key: to_argument(item) for key, item in value.attributes.items()}
    return Opaque(value.name, {k: v for k, v in facts.items() if not isinstance(v, Unknown)})


def specs_of(run: Context, x: Value | None, y: Value | None) -> tuple[Any, Any, bool]:
    """Give the specs of data as given to ``fit``: arrays, or a dataset of batches."""
    if isinstance(x, Dataset):
        element = x.element
        if isinstance(element, Tuple) and len(element.items) in (2, 3):
            return _specs(element.items[0]), _specs(element.items[1]), False
        return _specs(element), None, False
    batch = None if x is None or y is not None else _yielded(run, x) or _batch_of(run, x)
    if batch is not None:
        return _specs(batch.items[0]), _specs(batch.items[1]), False
    return (None if x is None else _specs(x)), (None if y is None else _specs(y)), True


def _yielded(run: Context, x: Value) -> Tuple | None:
    """Give what a generator of the user's yields: a batch of x and y; None for other data."""
    items = x.items if isinstance(x, List) else ()
    pairs = items if isinstance(items, tuple) else (x.element,) if isinstance(x, List) else ()
    if not pairs or not all(isinstance(p, Tuple) and len(p.items) in (2, 3) for p in pairs):
        return None
    joined = run.join_values(pairs, "the batches of a generator")
    return joined if isinstance(joined, Tuple) else None


def _batch_of(run: Context, x: Value) -> Tuple | None:
    """Give what ``__getitem__`` of a ``keras.utils.Sequence`` of the user's returns."""
    if not isinstance(x, Instance):
        return None
    ancestors = x.cls.ancestors()
    if not any(isinstance(one, External) and one.name in _SEQUENCES for one in ancestors):
        return None
    method = find_attribute(x.cls, "__getitem__")
    if not isinstance(method, Function):
        return None
    number = Unknown("the number of a batch")
    batch = run.call(BoundMethod(method, x), Arguments((number,)), x.span)
    return batch if isinstance(batch, Tuple) and len(batch.items) in (2, 3) else None


def _specs(value: Value) -> Any:
    if value == Constant(None):
        return None
    argument = to_argument(value)
    if isinstance(argument, Unknown | TensorSpec):
        return argument
    parts = list(argument.values()) if isinstance(argument, dict) else argument
    if not isinstance(parts, list | tuple) or not parts:
        return Unknown("data of a form that is not followed")
    unknown = next((part for part in parts if isinstance(part, Unknown)), None)
    if unknown is not None:
        return unknown
    if all(isinstance(part, TensorSpec) for part in parts):
        return argument if isinstance(argument, dict) else list(parts)
    return Unknown("data of a form that is not followed")


def _validation(run: Context, value: Value | None) -> tuple[Any, Any, bool]:
    if isinstance(value, Tuple) and len(value.items) >= 2:
        return specs_of(run, value.items[0], value.items[1])
    if isinstance(value, Dataset):
        return specs_of(run, value, None)
    batch = None if value is None else _batch_of(run, value)
    if batch is not None:
        return _specs(batch.items[0]), _specs(batch.items[1]), False
    return None, None, True


def build_from_data(run: Context, model: Model | Instance, x: Any, span: Span) -> Value | None:
    """Build a model that has no shapes yet from the data it is given, with an open batch axis."""
    if not isinstance(x, TensorSpec | list | dict):
        return None
    if isinstance(x, TensorSpec) and x.dtype == "object":
        return None  # Keras takes no such array
    symbolic = _symbolic(x)
    if isinstance(model, Model) and isinstance(model.state, FunctionalState):
        return None
    if isinstance(model, Model) and isinstance(model.state, SequentialState):
        if isinstance(symbolic, TensorSpec):
            sequential.build(run, model, symbolic, span)
        return sequential.state_of(model).output
    if isinstance(model, Instance):
        if "%sequential" in model.cells and isinstance(symbolic, TensorSpec):
            sequential.build(run, model, symbolic, span)
            return sequential.state_of(model).output
        if isinstance(model.cells.get("%functional"), Model):
            return None
        if class_kind(model.cls) is not None and "%built" not in model.cells:
            return run.apply_layer(model, Arguments((_tensor_value(symbolic),)), span)
    return None


def _symbolic(x: Any) -> Any:
    if isinstance(x, TensorSpec):
        if x.shape.rank in (None, 0):
            return replace(x, content=None)
        # Keras builds with the sizes of the first batch.
        size = Unknown("a size that the data tell")
        dims = (size if dim is DYNAMIC else dim for dim in x.shape.known[1:])
        return replace(x, shape=Shape((DYNAMIC, *dims)), content=None)
    if isinstance(x, dict):
        return {key: _symbolic(item) for key, item in x.items()}
    return [_symbolic(item) for item in x]


def _tensor_value(spec: Any) -> Value:
    if isinstance(spec, TensorSpec):
        return Tensor(spec, "keras")
    if isinstance(spec, dict):
        return Dict({key: _tensor_value(item) for key, item in spec.items()})
    return List([_tensor_value(item) for item in spec])


def _prediction(
    run: Context, model: Model | Instance, x: Any, built: Value | None, batched: bool, span: Span
) -> Value:
    """Give the array that ``predict`` returns: the model's output with the samples of x."""
    output: Value | None = built
    if isinstance(model, Model):
        state = model.state
        output = state.outputs if isinstance(state, FunctionalState) else state.output
    samples: Any = Unknown("the number of samples")
    first = next(iter(x.values()), None) if isinstance(x, dict) else x
    first = first[0] if isinstance(first, list | tuple) and first else first
    if batched and isinstance(first, TensorSpec) and first.shape.rank:
        samples = first.shape[0]
    return _predicted(run, model, output, samples, span)


def _predicted(
    run: Context, model: Model | Instance, output: Value | None, samples: Any, span: Span
) -> Value:
    match output:
        case Tuple(items):
            return Tuple(tuple(_predicted(run, model, item, samples, span) for item in items))
        case List(items=tuple() as items):
            return List([_predicted(run, model, item, samples, span) for item in items])
        case Dict(items=dict() as entries):
            parts = {k: _predicted(run, model, v, samples, span) for k, v in entries.items()}
            return Dict(parts)
        case Tensor(spec) if spec.shape.rank not in (None, 0):
            given = TensorSpec(spec.shape.with_axis(0, samples), spec.dtype, run.place(span))
            return Tensor(given, "numpy", Node((), layer=model, name=PREDICTION))
    return Unknown("what `predict` returns", span)
