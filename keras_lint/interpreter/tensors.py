"""Applying a shape function to values: tensors in, tensors out, with their history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import from_argument, substitute, tensors_in, to_argument
from keras_lint.interpreter.origins import operation_origin
from keras_lint.interpreter.outer_operations import note_outer_operation
from keras_lint.interpreter.tensor_values import PREDICTION, Node, Tensor
from keras_lint.interpreter.values import Dict, List, Tuple, Value
from keras_lint.model import OperationRefusal, UsageFact
from keras_lint.shapes import InvalidArgument, Refusal, TensorSpec, Unknown, flatten_structure
from keras_lint.source import Span


def apply_function(
    run: Context,
    name: str,
    function: Callable[..., Any],
    operands: Sequence[Value],
    span: Span,
    *,
    kind: str | None = None,
    keywords: Mapping[str, Value] | None = None,
) -> Value:
    """Give the result of an operation, and record it where the operation is refused.

    ``function`` takes the operands as arguments (tensor specs for tensors). The outputs
    remember their inputs, so that a functional model can be traced through them.
    """
    named = dict(sorted((keywords or {}).items()))
    positional = [_operand(operand) for operand in operands]
    by_name = {key: _operand(value) for key, value in named.items()}
    tensors = [t for value in (*operands, *named.values()) for t in tensors_in(value)]
    try:
        result = function(*positional, **by_name)
    except Refusal as refusal:
        return _refused(run, name, refusal, tensors, span)
    if isinstance(result, Unknown):
        return run.facts.add_unknown(Unknown(result.why, result.place or span))
    _note_usage(run, name, tensors, span)
    note_outer_operation(run, name, operands, result, span)

    def replay(specs: Sequence[TensorSpec]) -> Any:
        again = substitute((positional, by_name), specs)
        return function(*again[0], **again[1])

    node = None
    if tensors:
        operation = operation_origin(name, positional, by_name, tensors)
        node = Node(tuple(tensors), replay=replay, operation=operation)
    return wrap_outputs(result, kind or kind_of(tensors), node, span)


def _note_usage(run: Context, name: str, tensors: Sequence[Tensor], span: Span) -> None:
    """Record what is done with the result of ``predict``: it tells what shape is expected."""
    for tensor in tensors:
        node = tensor.node
        if node is not None and node.name == PREDICTION:
            kind = name.strip("`").rpartition(".")[2].removesuffix("()")
            identity = getattr(node.layer, "identity", 0)
            run.facts.usages.append(UsageFact(identity, kind, run.place(span), tensor.spec))


def _operand(value: Value) -> Any:
    return value.spec if isinstance(value, Tensor) else to_argument(value)


def _refused(
    run: Context, name: str, refusal: Refusal, tensors: Sequence[Tensor], span: Span
) -> Value:
    symbolic = any(tensor.kind == "keras" for tensor in tensors)
    if not isinstance(refusal, InvalidArgument):
        run.facts.operation_refusals.append(
            OperationRefusal(
                name,
                run.place(span),
                refusal,
                tuple(tensor.spec for tensor in tensors),
                run.chain,
                run.guard_depth > 0,
                symbolic,
            )
        )
    return Unknown(f"{name} is refused here: {refusal}", span)


def kind_of(tensors: Sequence[Tensor]) -> str:
    """Give the kind of what an operation on these tensors makes."""
    kinds = {tensor.kind for tensor in tensors}
    if "keras" in kinds:
        return "keras"
    return "numpy" if kinds == {"numpy"} else "eager"


def wrap_outputs(result: Any, kind: str, node: Node | None, span: Span) -> Value:
    """Turn the specs that an operation or layer gave into tensors that know their history."""
    counter = iter(range(1_000_000))

    def wrap(part: Any) -> Value:
        match part:
            case TensorSpec():
                spec = TensorSpec(part.shape, part.dtype, part.origin or span, part.content)
                return Tensor(spec, kind, node, next(counter))  # type: ignore[arg-type]
            case tuple():
                return Tuple(tuple(wrap(item) for item in part))
            case list():
                return List([wrap(item) for item in part])
            case dict():
                return Dict({key: wrap(part[key]) for key in part})
        return from_argument(part, kind)

    return wrap(result)


def replay_node(node: Node, inputs: Sequence[TensorSpec]) -> list[TensorSpec] | Unknown:
    """Give the outputs of a node for other inputs.

    Raises:
        Refusal: the layer or operation does not take them.
    """
    if node.replay is None:
        return Unknown("a step of the model that cannot be repeated")
    result = node.replay(inputs)
    if isinstance(result, Unknown):
        return result
    return flatten_structure(result)
