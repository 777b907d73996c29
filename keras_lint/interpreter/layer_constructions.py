"""Layers of Keras's own being made: what is bound, refused and recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.classes import has_attribute
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import (
    to_argument,
)
from keras_lint.interpreter.followed import FollowedLayer
from keras_lint.interpreter.lambdas import follow_lambda
from keras_lint.interpreter.model_state import HELD
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.unknown_names import check_version
from keras_lint.interpreter.values import (
    Constant,
    External,
    Instance,
    Layer,
    List,
    Model,
    Tuple,
    Value,
)
from keras_lint.layers.arguments import CallArguments, Weight
from keras_lint.layers.binding import bind
from keras_lint.layers.schema import LayerSchema, argument_names
from keras_lint.model import Construction, Misuse
from keras_lint.shapes import (
    Refusal,
    Shape,
    TensorSpec,
    Unknown,
)
from keras_lint.source import Span


def construct(
    run: Context,
    schema_class: type[LayerSchema],
    target: External,
    arguments: Arguments,
    span: Span,
) -> Value:
    """Make a layer of Keras's own and record it, with what Keras refuses about it."""
    names = argument_names(schema_class)
    sized = {f.name.rstrip("_") for f in fields(schema_class) if f.type == "Dim"}  # type: ignore[arg-type]
    keras = target.keras or run.keras
    if 3 not in schema_class.in_keras:
        # Whichever Keras is meant, only an older one could make it.
        keras = 2
    positional = [
        to_argument(value, as_size=index < len(names) and names[index] in sized)
        for index, value in enumerate(arguments.positional)
    ]
    keywords = {
        key: to_argument(value, as_size=schema_class.legacy.get(key, key) in sized)
        for key, value in arguments.keywords.items()
    }
    schema, refusals = bind(
        schema_class,
        positional,
        keywords,
        open_ended=arguments.rest,
        keras=keras,
        data_format=run.image_data_format,
        may_be_keras_1=keras == 2 and target.spelled.startswith("keras."),
    )
    attach(run, schema)
    for value in arguments.all():
        if isinstance(value, Model):
            run.heap.set(value, HELD, True)
    follow_lambda(run, schema, arguments)
    refusals = [r for r in refusals if r.kind != "object" or not run.registers_objects]
    holding = tuple(r for r in refusals if holds_for(r, keras))
    name = schema.common.get("name")
    index = len(run.facts.constructions)
    layer = Layer(run.new_identity(), schema, span, index)
    run.facts.constructions.append(
        Construction(
            index=index,
            layer=layer.identity,
            class_name=schema_class.keras_name,
            schema=schema,
            span=run.place(span),
            name=name if isinstance(name, str) else None,
            argument_spans=argument_spans(names, arguments),
            arguments={**dict(zip(names, positional, strict=False)), **keywords},
            spelled=target.spelled,
            definition=span if span.path != run.path else None,
            chain=run.chain,
            guarded=run.guard_depth > 0,
            keras=keras,
            refusals=holding,
            foreign_refusals=tuple(r for r in refusals if r not in holding),
            positional_count=len(arguments.positional),
            inside=run.activation.owner,
        )
    )
    _check_misplaced_tensor(run, schema_class, target, arguments, span)
    check_version(run, schema_class, target, span)
    return layer


def holds_for(refusal: Refusal, keras: int | None) -> bool:
    """Tell whether the Keras that is meant refuses, whichever it may be."""
    if keras is None:
        return refusal.keras == (2, 3)
    return keras in refusal.keras


def argument_spans(names: Sequence[str], arguments: Arguments) -> Mapping[str, Span]:
    """Give the place of each argument under its name."""
    spans = dict(zip(names, arguments.positional_spans, strict=False))
    spans.update(arguments.keyword_spans)
    return spans


def _check_misplaced_tensor(
    run: Context, schema: type[LayerSchema], target: External, arguments: Arguments, span: Span
) -> None:
    spelled = target.spelled.rpartition(".")[2]
    first = arguments.positional[0] if arguments.positional else None
    if isinstance(first, Tensor) and first.kind == "keras":
        run.facts.misuses.append(
            Misuse(
                "tensor-as-argument",
                run.place(span),
                f"a tensor of shape {first.shape}",
                {"layer": schema.keras_name, "function": spelled if spelled.islower() else ""},
                chain=run.chain,
                guarded=run.guard_depth > 0,
            )
        )


def attach(run: Context, schema: LayerSchema) -> None:
    """Let the interpreter answer for layers of the user's own inside a wrapper."""

    def apply(value: Any, arguments: CallArguments) -> Any:
        return apply_quietly(run, value, arguments)

    def weights_of(value: Any, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        if isinstance(value, Instance) and "%built" not in value.cells:
            apply_quietly(run, value, arguments)
        return run.weights_of(value)

    def attribute(value: Any, name: str) -> Any:
        if isinstance(value, Instance) and not has_attribute(value, name):
            raise AttributeError(name)
        return to_argument(run.attribute(value, name, run.layer_span(value)))

    parts: list[Any] = [getattr(schema, f.name, None) for f in fields(schema)]  # type: ignore[arg-type]
    for part in parts:
        for one in part if isinstance(part, list | tuple) else [part]:
            if isinstance(one, FollowedLayer):
                one.attach(apply, weights_of, attribute)


def apply_quietly(run: Context, layer: Value, arguments: CallArguments) -> Any:
    """Give the output specs of a layer for arguments, without recording anything.

    Raises:
        Refusal: Keras raises when the layer is applied so.
    """
    checkpoint = run.facts.checkpoint()
    values = Arguments(
        tuple(_value(a) for a in arguments.positional),
        {key: _value(a) for key, a in arguments.keywords.items()},
    )
    calls = len(run.facts.layer_calls)
    result = run.apply_layer(layer, values, run.layer_span(layer))
    refusals = [c.refusal for c in run.facts.layer_calls[calls:] if c.refusal is not None]
    run.facts.restore(checkpoint)
    if refusals:
        raise refusals[0]
    output = to_argument(result)
    return TensorSpec(Shape.unknown(output.why)) if isinstance(output, Unknown) else output


def _value(argument: Any) -> Value:
    if isinstance(argument, TensorSpec):
        return Tensor(argument, "keras")
    if isinstance(argument, list):
        return List([_value(item) for item in argument])
    if isinstance(argument, tuple):
        return Tuple(tuple(_value(item) for item in argument))
    if isinstance(argument, Unknown):
        return argument
    return Constant(argument)
