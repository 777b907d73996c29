"""Methods of values that the interpreter knows itself, by the kind of their receiver."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from keras_lint.interpreter import (
    container_methods,
    datasets_values,
    hyperparameters,
    model_methods,
    user_layers,
)
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.classes import initialize_base
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import from_argument, tensors_in, to_argument
from keras_lint.interpreter.handlers import find_handler
from keras_lint.interpreter.object_creation import bare_object
from keras_lint.interpreter.shape_values import shape_tuple
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.tensors import apply_function
from keras_lint.interpreter.values import (
    NONE,
    Class,
    Constant,
    Dataset,
    Dict,
    External,
    ExternalObject,
    Instance,
    Layer,
    List,
    Model,
    NumpyScalar,
    Size,
    Super,
    Table,
    Tuple,
    Value,
)
from keras_lint.ops.operation import Operation
from keras_lint.ops.registry import find_operation
from keras_lint.shapes import Unknown
from keras_lint.source import Span


def call_method(
    run: Context, receiver: Value, name: str, arguments: Arguments, span: Span
) -> Value:
    """Call a method of a value."""
    match receiver:
        case Tensor():
            return _tensor_method(run, receiver, name, arguments, span)
        case List() | Dict() | Tuple():
            return container_methods.call(run, receiver, name, arguments, span)
        case Constant():
            return _constant_method(run, receiver, name, arguments, span)
        case Layer() | Model():
            return model_methods.call(run, receiver, name, arguments, span)
        case Instance():
            return model_methods.call(run, receiver, name, arguments, span)
        case Super():
            return _super_method(run, receiver, name, arguments, span)
        case Dataset():
            return datasets_values.call(run, receiver, name, arguments, span)
        case Table():
            return _handled_method(run, "pandas.DataFrame", receiver, name, arguments, span)
        case ExternalObject():
            return _object_method(run, receiver, name, arguments, span)
        case Class():
            return Unknown(f"`{receiver.name}.{name}` is not followed", span)
        case Size(open=True):
            found = hyperparameters.method(run, name, arguments, span)
            return Unknown(f"`.{name}()` of a parameter", span) if found is None else found
        case Size() | NumpyScalar() if name in ("item", "tolist") and not arguments.positional:
            return run.call(External("builtins.int"), Arguments((receiver,)), span)
        case Size() | NumpyScalar():
            return Unknown(f"`.{name}()` of a number", span)
    run.escape(arguments.all(), f"`.{name}()` may change it")
    return Unknown(f"`.{name}()` of something that is not followed", span)


def _tensor_method(
    run: Context, tensor: Tensor, name: str, arguments: Arguments, span: Span
) -> Value:
    if name in ("numpy", "to_numpy", "toarray", "todense", "as_numpy", "compute", "detach", "cpu"):
        return Tensor(tensor.spec, "numpy")
    if name in ("get_shape", "shape"):
        return shape_tuple(tensor.spec)
    if name in ("assign", "assign_add", "assign_sub"):
        return tensor
    if name == "as_list" or name == "tolist":
        return _as_list(tensor, span)
    if name == "set_shape":
        return NONE
    if tensor.kind == "numpy" and find_handler(f"numpy.ndarray.{name}") is not None:
        return _handled_method(run, "numpy.ndarray", tensor, name, arguments, span)
    root = "numpy.ndarray" if tensor.kind == "numpy" else "tensorflow.Tensor"
    for candidate in (f"{root}.{name}", f"numpy.ndarray.{name}"):
        operation = find_operation(candidate)
        if operation is not None:
            return apply_function(
                run,
                f"`.{name}()`",
                partial(_apply_operation, operation, candidate),
                [tensor, *arguments.positional],
                span,
                keywords=arguments.keywords,
            )
    if tensor.kind == "numpy" and find_handler(f"pandas.Series.{name}") is not None:
        return _handled_method(run, "pandas.Series", tensor, name, arguments, span)
    return run.facts.add_unknown(Unknown(f"`.{name}()` of an array", span))


def _handled_method(
    run: Context, cls: str, receiver: Value, name: str, arguments: Arguments, span: Span
) -> Value:
    """Call the handler ``cls.name`` with the receiver as the first positional argument."""
    handler = find_handler(f"{cls}.{name}")
    if handler is None:
        run.escape([receiver, *arguments.all()], f"`.{name}()` may change it")
        return run.facts.add_unknown(Unknown(f"`.{name}()` of a `{cls}`", span))
    bound = Arguments(
        (receiver, *arguments.positional),
        arguments.keywords,
        arguments.rest,
        (span, *arguments.positional_spans),
        arguments.keyword_spans,
    )
    return handler(run, bound, span)


def _apply_operation(
    operation: Operation, name: str, *positional: object, **keywords: object
) -> object:
    return operation.apply(name, positional, keywords)


def _as_list(tensor: Tensor, span: Span) -> Value:
    content = tensor.spec.content
    if content is not None and content.elements is not None and tensor.spec.shape.rank == 1:
        return List([from_argument(dim) for dim in content.elements])
    return Unknown("the items of an array", span)


def _constant_method(
    run: Context, constant: Constant, name: str, arguments: Arguments, span: Span
) -> Value:
    values = [*arguments.positional, *arguments.keywords.values()]
    plain = [_plain(value) for value in values]
    method: Callable[..., object] | None = getattr(constant.value, name, None)
    if method is None or not callable(method):
        if method is not None:
            return Constant(method)
        return Unknown(f"`.{name}` of a constant", span)
    if any(isinstance(one, Unknown) for one in plain) or name in ("format_map",):
        return Unknown(f"`.{name}()` with unknown arguments", span)
    count = len(arguments.positional)
    keywords = dict(zip(arguments.keywords, plain[count:], strict=True))
    try:
        return from_python(method(*plain[:count], **keywords))
    except Exception:
        return Unknown(f"`.{name}()` fails on these arguments", span)


def _plain(value: Value) -> object:
    argument = to_argument(value)
    if isinstance(argument, int | float | str | bytes | None | list | tuple | dict):
        return argument
    return Unknown("not a plain value")


def from_python(result: object) -> Value:
    """Give the value of what a method of a plain Python object returned."""
    if isinstance(result, list):
        return List([from_python(item) for item in result])
    if isinstance(result, tuple):
        return Tuple(tuple(from_python(item) for item in result))
    if isinstance(result, int | float | str | bytes | bool | None):
        return Constant(result)
    return Unknown(f"a {type(result).__name__}")


def _super_method(
    run: Context, receiver: Super, name: str, arguments: Arguments, span: Span
) -> Value:
    instance = receiver.receiver
    if name == "__new__":
        return bare_object(run, arguments, span)
    if not isinstance(instance, Instance):
        return NONE
    if name == "__init__":
        initialize_base(run, instance, arguments, span)
        return NONE
    if name in ("build", "__setattr__", "on_epoch_end", "reset_states", "compute_mask"):
        return NONE
    if name == "call":
        return user_layers.apply_base(run, instance, arguments, span)
    if name == "get_config":
        return Dict(Unknown("what `get_config` of the base gives", span))
    return model_methods.call(run, instance, name, arguments, span)


def _object_method(
    run: Context, made: ExternalObject, name: str, arguments: Arguments, span: Span
) -> Value:
    handled = run.object_method(made, name, arguments, span)
    if handled is not None:
        return handled
    if tensors_in(Tuple(arguments.positional)) and not arguments.keywords:
        return Unknown(f"`.{name}()` of a `{made.name}`", span)
    run.escape(arguments.all(), f"`.{name}()` of a `{made.name}` may change it")
    return Unknown(f"`.{name}()` of a `{made.name}`", span)
