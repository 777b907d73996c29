"""Calling any value: functions, classes, layers, models, names of libraries."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.applications.registry import find_application
from keras_lint.interpreter import (
    backbones,
    classes,
    layer_constructions,
    loss_objects,
    methods,
)
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import class_kind, tensors_in, to_argument
from keras_lint.interpreter.handlers import find_handler
from keras_lint.interpreter.heap import HeapObject
from keras_lint.interpreter.presets import PLAIN_FUNCTIONS, assumed_arguments, stripped
from keras_lint.interpreter.symbolic_tensors import note_function_of_values
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.tensors import apply_function, kind_of
from keras_lint.interpreter.values import (
    BoundMethod,
    Class,
    Dict,
    External,
    ExternalObject,
    Function,
    Instance,
    Layer,
    List,
    Method,
    Model,
    OneOf,
    Partial,
    Table,
    Value,
)
from keras_lint.layers.registry import find_layer
from keras_lint.ops.registry import find_operation
from keras_lint.shapes import Unknown
from keras_lint.source import Span

_SAFE_ROOTS = {
    "numpy", "tensorflow", "keras", "pandas", "sklearn", "matplotlib", "os", "sys", "json", "math",
    "PIL", "cv2", "time", "datetime", "logging", "re", "pathlib", "builtins", "scipy", "seaborn",
    "collections", "itertools", "functools", "typing", "tensorflow_datasets", "argparse", "glob",
    "warnings", "pprint", "string", "io", "csv", "pickle", "h5py", "tqdm", "skimage", "imageio",
    "tensorboard", "wandb", "mlflow", "IPython", "shutil", "absl", "torch", "jax", "plotly",
    "random", "yaml", "zipfile", "tarfile", "gzip", "urllib", "requests", "subprocess", "tempfile",
    "platform", "uuid", "hashlib", "struct", "copy", "unicodedata", "textwrap", "statistics", "gc",
    "tensorflow_hub", "tensorflow_text", "keras_tuner", "kerastuner", "keras_hub", "keras_cv",
    "nltk", "transformers", "datasets", "google", "kagglehub", "click", "bs4", "einops", "librosa",
}  # fmt: skip


def call(run: Context, function: Value, arguments: Arguments, span: Span) -> Value:
    """Give the result of calling a value; an unknown callee forgets what it could change."""
    if not run.step():
        return Unknown("the step budget is used up (keras-max-steps)", span)
    match function:
        case Function():
            return run.call_function(function, arguments, span)
        case BoundMethod():
            return classes.call_bound(run, function, arguments, span)
        case Method(receiver, name):
            return stripped(methods.call_method(run, receiver, name, arguments, span))
        case Class():
            return classes.instantiate(run, function, arguments, span)
        case Layer() | Model():
            return run.apply_layer(function, arguments, span)
        case Instance():
            return _call_instance(run, function, arguments, span)
        case External():
            result = call_external(run, function, arguments, span)
            return stripped(result) if arguments.positional else result
        case Partial(inner, positional, keywords):
            merged = Arguments(
                (*positional, *arguments.positional),
                {**keywords, **arguments.keywords},
                arguments.rest,
                arguments.positional_spans,
                arguments.keyword_spans,
            )
            return run.call(inner, merged, span)
        case OneOf(values, why):
            return _call_alternatives(run, values, why, arguments, span)
        case ExternalObject():
            return _call_object(run, function, arguments, span)
    reason = Unknown("a call that is not followed", span)
    if isinstance(function, Unknown):
        reason = Unknown(function.why, function.place or span)
    run.escape(arguments.all(), reason.why)
    return run.facts.add_unknown(reason)


def _call_instance(run: Context, instance: Instance, arguments: Arguments, span: Span) -> Value:
    if class_kind(instance.cls) is not None:
        return run.apply_layer(instance, arguments, span)
    method = classes.find_attribute(instance.cls, "__call__")
    if isinstance(method, Function):
        return run.call(BoundMethod(method, instance), arguments, span)
    run.escape(arguments.all(), "an object that is not followed is called")
    return Unknown(f"calling a `{instance.cls.name}` is not followed", span)


def _call_alternatives(
    run: Context, values: tuple[Value, ...], why: str, arguments: Arguments, span: Span
) -> Value:
    results: list[Value] = []

    def arm(value: Value):  # type: ignore[no-untyped-def]
        def call_one() -> bool:
            # A name that Keras does not have raised where it was read, not here.
            sure = replace(value, doubtful=True) if isinstance(value, External) else value
            results.append(run.call(sure, arguments, span))
            return True

        return call_one

    before = len(run.facts.layer_calls)
    run.branches([arm(value) for value in values], why)
    run.facts.mark_optional(list(range(before, len(run.facts.layer_calls))))
    joined: Value = run.join_values(results, why)
    return joined


def call_external(run: Context, function: External, arguments: Arguments, span: Span) -> Value:
    """Call a name of a library: a layer class, an operation, a backbone, or a handled function."""
    name = function.name
    if name == "keras.Sequential" or name == "keras.Model":
        return run.make_model(function, arguments, span)
    handler = find_handler(name)
    if name in PLAIN_FUNCTIONS:
        arguments = assumed_arguments(arguments)
    if handler is not None:
        return handler(run, arguments, span)
    schema = find_layer(name)
    if schema is not None:
        if schema.keras_name == "keras.layers.InputLayer":
            return run.make_input_layer(arguments, span)
        return layer_constructions.construct(run, schema, function, arguments, span)
    application = find_application(name)
    if application is not None:
        return backbones.make_backbone(run, application, name, arguments, span)
    operation = find_operation(name)
    if operation is not None:
        return call_operation(run, name, arguments, span, function.spelled)
    if name.startswith("keras.applications.") and name.endswith(".preprocess_input"):
        return _preprocessed(arguments.get(0, "x"), span)
    return _unmodelled(run, function, arguments, span)


def _preprocessed(value: Value | None, span: Span) -> Value:
    """Give what ``preprocess_input`` makes of images: the same shape, with other values."""
    if isinstance(value, Tensor) and value.kind != "keras":
        return replace(value, spec=replace(value.spec, content=None))
    return Unknown("nothing to preprocess", span) if value is None else value


def call_operation(
    run: Context, name: str, arguments: Arguments, span: Span, spelled: str = ""
) -> Value:
    """Call an operation under one of its names; its arrays are numpy's where the name is."""
    operation = find_operation(name)
    assert operation is not None, "the caller has looked"
    if arguments.rest is not None:
        return Unknown(f"unknown arguments of `{name}`", span)
    tensors = [t for value in arguments.all() for t in tensors_in(value)]
    kind = kind_of(tensors) if tensors else ("numpy" if name.startswith("numpy.") else "eager")
    if kind == "numpy" and not name.startswith("numpy."):
        kind = "eager"

    if name.startswith(("tensorflow.", "numpy.")):
        note_function_of_values(run, name, spelled, tensors, span)

    def apply(*positional: object, **keywords: object) -> object:
        return operation.apply(name, positional, keywords)

    return apply_function(
        run, f"`{name}`", apply, arguments.positional, span, kind=kind, keywords=arguments.keywords
    )


def _unmodelled(run: Context, function: External, arguments: Arguments, span: Span) -> Value:
    root = function.name.partition(".")[0]
    if root not in _SAFE_ROOTS:
        run.escape(arguments.all(), f"`{function.name}` may change it")
    last = function.name.rpartition(".")[2]
    run.note_unknown_name(function, span)
    if last[:1].isupper():
        # A class by convention: an object whose attributes and calls are unknown.
        made = ExternalObject(function.name, arguments.positional, arguments.keywords, span)
        run.note_object(made, arguments, span)
        return made
    return Unknown(f"`{function.name}` is not followed", span)


def _call_object(run: Context, made: ExternalObject, arguments: Arguments, span: Span) -> Value:
    if made.name.startswith("keras.losses."):
        return loss_objects.call(run, made, arguments, span)
    if made.name.startswith(("keras.metrics.", "keras.initializers.")):
        return Unknown(f"the result of a `{made.name}`", span)
    run.escape(arguments.all(), f"a `{made.name}` may change it")
    return run.facts.add_unknown(Unknown(f"the result of a `{made.name}`", span))


def escape(run: Context, values: tuple[Value, ...] | list[Value], why: str) -> None:
    """Forget what an unknown callee could change: lists, dicts, objects, Sequentials.

    Tensors, functional models and layers of Keras's own stay as they are.
    """
    unknown = Unknown(why)
    seen: set[int] = set()
    stack = list(values)
    while stack:
        value = stack.pop()
        if not isinstance(value, HeapObject) or id(value) in seen:
            continue
        seen.add(id(value))
        match value:
            case List() | Dict():
                items = value.items
                if not isinstance(items, Unknown):
                    stack.extend(items.values() if isinstance(items, dict) else items)
                run.heap.set(value, "items", unknown)
            case Table():
                run.heap.set(value, "columns", unknown)
                run.heap.set(value, "length", unknown)
            case Instance() if class_kind(value.cls) is None:
                for key, content in list(value.cells.items()):
                    stack.append(content)
                    run.heap.set(value, key, unknown)
                run.heap.set(value, classes.ESCAPED, unknown)
            case Model() if value.kind == "sequential":
                run.lose_sequential(value, unknown)


def argument_of(value: Value | None) -> object:
    """Give a value as a plain argument, None where it is not given."""
    return None if value is None else to_argument(value)
