"""Layers and models of the user's own: ``build`` and ``call`` are followed like any function."""

from __future__ import annotations

from typing import Any

from keras_lint.interpreter import base_constructors, sequential
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.classes import base_schema, find_attribute
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import (
    class_kind,
    dim_value,
    substitute,
    tensors_in,
    to_argument,
)
from keras_lint.interpreter.input_shapes import shape_from_argument
from keras_lint.interpreter.layer_calls import call_arguments, layer_kind, record_call
from keras_lint.interpreter.layer_constructions import apply_quietly
from keras_lint.interpreter.tensor_values import Node, Tensor
from keras_lint.interpreter.tensors import wrap_outputs
from keras_lint.interpreter.values import (
    Constant,
    Dict,
    Function,
    Instance,
    List,
    Model,
    Tuple,
    Value,
)
from keras_lint.interpreter.weights import weights_of
from keras_lint.layers.arguments import CallArguments, Weight
from keras_lint.model import Misuse
from keras_lint.shapes import Refusal, Shape, TensorSpec, Unknown
from keras_lint.source import Span


def apply_instance(run: Context, instance: Instance, arguments: Arguments, span: Span) -> Value:
    """Apply a user's layer or model: build it on the first call, then run its ``call``."""
    given = call_arguments(run, arguments, span)
    if isinstance(given, Misuse):
        run.facts.misuses.append(given)
        return Unknown(f"{given.found} stands where a tensor is needed", span)
    tensors = [t for value in arguments.all() for t in tensors_in(value)]
    first = "%built" not in instance.cells
    if first:
        run.heap.set(instance, "%built", given)
        base_constructors.check(run, instance, span)
        _build(run, instance, given, span)
    result, refusal = _outputs(run, instance, arguments, given, span)
    if class_kind(instance.cls) != "layer":
        run.note_model_call(instance, given, result)
    return _record(run, instance, given, result, refusal, tensors, span, first=first)


def _build(run: Context, instance: Instance, given: CallArguments, span: Span) -> None:
    method = find_attribute(instance.cls, "build")
    if not isinstance(method, Function):
        return
    shapes = _shapes_for_build(method, given)
    run.call_function(method, Arguments((instance, *shapes)), span, owner=instance.cls.name)


def _shapes_for_build(method: Function, given: CallArguments) -> list[Value]:
    inputs = [*given.positional, *given.keywords.values()]
    shapes = [shape_value(one) for one in inputs if not _is_plain(one)]
    wanted = [*(method.node.args.posonlyargs or ()), *(method.node.args.args or ())][1:]
    if len(wanted) <= 1:
        return shapes[:1]
    return shapes[: len(wanted)]


def _is_plain(argument: Any) -> bool:
    return argument is None or isinstance(argument, bool | int | float | str)


def shape_value(argument: Any) -> Value:
    """Give the shape of an input as ``build`` and ``compute_output_shape`` get it."""
    if isinstance(argument, TensorSpec):
        if argument.shape.dims is None:
            return Unknown(argument.shape.why)
        return Tuple(tuple(dim_value(dim) for dim in argument.shape.dims))
    if isinstance(argument, list | tuple):
        return List([shape_value(item) for item in argument])
    if isinstance(argument, dict):
        return Dict({key: shape_value(item) for key, item in argument.items()})
    return Unknown("the shape of an input that is not known")


def _outputs(
    run: Context, instance: Instance, arguments: Arguments, given: CallArguments, span: Span
) -> tuple[Value, Refusal | None]:
    method = find_attribute(instance.cls, "call")
    if isinstance(method, Function):
        bound = Arguments(
            (instance, *arguments.positional),
            _accepted(method, arguments),
            arguments.rest,
        )
        result = run.call_function(method, bound, span, owner=instance.cls.name)
        declared = _declared_shape(run, instance, given, span)
        symbolic = any(t.kind == "keras" for value in arguments.all() for t in tensors_in(value))
        if isinstance(declared, Tensor) and symbolic and run.keras == 3:
            # Keras 3: Layer.compute_output_spec asks compute_output_shape where it is overridden.
            return declared, None
        if tensors_in(result) or not isinstance(result, Unknown):
            return result, None
        return (result if declared is None else declared), None
    if method is not None:
        return Unknown(f"the `call` of `{instance.cls.name}` is not followed", span), None
    return _base_outputs(run, instance, arguments, given, span)


def _base_outputs(
    run: Context, instance: Instance, arguments: Arguments, given: CallArguments, span: Span
) -> tuple[Value, Refusal | None]:
    """Give what the ``call`` of the Keras class that an instance extends gives."""
    schema = base_schema(instance)
    if schema is not None:
        tensors = [t for value in arguments.all() for t in tensors_in(value)]
        try:
            outputs = schema.call(given)
        except Refusal as refusal:
            return Unknown("the layer refuses its input", span), refusal
        return wrap_outputs(outputs, layer_kind(run, tensors, span), None, span), None
    if "%sequential" in instance.cells:
        return apply_sequential_instance(run, instance, arguments, span), None
    if isinstance(instance.cells.get("%functional"), Model):
        return run.apply_layer(instance.cells["%functional"], arguments, span), None
    return Unknown(f"`{instance.cls.name}` has no `call` that was followed", span), None


def apply_base(run: Context, instance: Instance, arguments: Arguments, span: Span) -> Value:
    """Carry out ``super().call(...)`` in a user's layer."""
    given = call_arguments(run, arguments, span)
    if isinstance(given, Misuse):
        return Unknown(f"{given.found} stands where a tensor is needed", span)
    return _base_outputs(run, instance, arguments, given, span)[0]


def apply_sequential_instance(
    run: Context, instance: Instance, arguments: Arguments, span: Span
) -> Value:
    """Apply a user's class that extends Sequential."""
    value = arguments.positional[0] if arguments.positional else Unknown("no input", span)
    if isinstance(value, Tensor):
        sequential.build(run, instance, value.spec, span)
    output = sequential.state_of(instance).output
    return output if output is not None else Unknown("a model without input shape", span)


def _accepted(method: Function, arguments: Arguments) -> dict[str, Value]:
    """Give the keywords that ``call`` takes; Keras itself may pass a mask."""
    parameters = method.node.args
    positional = [p.name for p in parameters.args or ()]
    names = {*positional, *(p.name for p in parameters.kwonlyargs or ())}
    given = dict(arguments.keywords)
    if parameters.kwarg is None:
        given = {key: value for key, value in given.items() if key in names}
    if "mask" in names and "mask" not in positional[: len(arguments.positional) + 1]:
        given.setdefault("mask", Unknown("the mask that Keras passes on"))
    return given


def _declared_shape(
    run: Context, instance: Instance, given: CallArguments, span: Span
) -> Value | None:
    """Fall back on the user's ``compute_output_shape`` where ``call`` cannot be followed."""
    method = find_attribute(instance.cls, "compute_output_shape")
    if not isinstance(method, Function) or not given.positional:
        return None
    shape = shape_value(given.positional[0])
    result = run.call_function(method, Arguments((instance, shape)), span, instance.cls.name)
    argument = to_argument(result, as_size=True)
    if not isinstance(argument, tuple | list) or any(isinstance(a, tuple | list) for a in argument):
        return None
    return Tensor(TensorSpec(shape_from_argument(argument, batch=False)), "keras")


def _record(
    run: Context,
    instance: Instance,
    given: CallArguments,
    result: Value,
    refusal: Refusal | None,
    tensors: list[Tensor],
    span: Span,
    *,
    first: bool,
) -> Value:
    assert instance.construction is not None, "a layer instance has a construction"
    construction = run.facts.constructions[instance.construction]
    output = to_argument(result)
    reason: Unknown | None = None
    if isinstance(output, Unknown) or not _is_structure(output):
        reason = output if isinstance(output, Unknown) else Unknown("its output is no tensor", span)
        output = TensorSpec(Shape.unknown(reason.why), origin=reason.place)
        if not isinstance(result, Unknown) and not _is_structure(to_argument(result)):
            output = None
    weights = weights_of(instance)
    inputs = given.positional or tuple(given.keywords.values())
    index = record_call(
        run,
        construction,
        span,
        inputs,
        None if refusal is not None else output,
        weights,
        refusal,
        tensors,
        first=first,
        reason=reason,
    )
    if isinstance(result, Unknown) or output is None:
        if reason is not None and reason.why.endswith("refuses its input"):
            return reason
        return result
    node = Node(tuple(tensors), index, instance, _replay(run, instance, given))
    return wrap_outputs(output, layer_kind(run, tensors, span), node, span)


def _replay(run: Context, instance: Instance, given: CallArguments) -> Any:
    def replay(specs: Any) -> Any:
        again = substitute((given.positional, dict(given.keywords)), specs)
        return apply_quietly(run, instance, CallArguments(again[0], again[1]))

    return replay


def _is_structure(output: Any) -> bool:
    if isinstance(output, TensorSpec):
        return True
    if isinstance(output, list | tuple):
        return bool(output) and all(_is_structure(item) for item in output)
    if isinstance(output, dict):
        return bool(output) and all(_is_structure(item) for item in output.values())
    return False


def add_weight(run: Context, instance: Instance, arguments: Arguments, span: Span) -> Value:
    """Carry out ``self.add_weight(shape=..., trainable=...)``."""
    shape = arguments.get(None, "shape")
    trainable = arguments.keywords.get("trainable")
    positional = list(arguments.positional)
    # Keras 3 takes the shape first, Keras 2 took the name first.
    if shape is None and positional:
        shape = positional[0]
        if isinstance(shape, Constant) and isinstance(shape.value, str):
            shape = positional[1] if len(positional) > 1 else None
    argument = () if shape is None else to_argument(shape, as_size=True)
    if isinstance(argument, int):
        argument = (argument,)
    spec = TensorSpec(shape_from_argument(argument, batch=False), "float32", span)
    truth = True if trainable is None else run.truth(trainable)
    weights: tuple[Weight, ...] = instance.cells.get("%weights", ())
    dims = spec.shape.dims
    new = Weight((Unknown(spec.shape.why),) if dims is None else dims, trainable=truth is not False)
    run.heap.set(instance, "%weights", (*weights, new))
    return Tensor(spec, "eager")
