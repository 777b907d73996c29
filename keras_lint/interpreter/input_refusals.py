"""What Keras refuses about the arguments of ``Input(...)`` and ``InputLayer(...)``."""

from __future__ import annotations

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import to_argument
from keras_lint.interpreter.layer_constructions import argument_spans, holds_for
from keras_lint.layers.arguments import NumpyInteger
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.layers.schema import argument_names
from keras_lint.model import Construction
from keras_lint.shapes import InvalidArgument
from keras_lint.source import Span


def note_refusals(run: Context, arguments: Arguments, span: Span, maker: str) -> None:
    """Record an input whose arguments Keras refuses; one that it takes is no layer of a model."""
    schema_class = find_layer(f"keras.layers.{maker}")
    assert schema_class is not None, f"{maker} has a schema"
    positional = [to_argument(value) for value in arguments.positional]
    keywords = {key: to_argument(value) for key, value in arguments.keywords.items()}
    schema, refusals = bind(
        schema_class,
        positional,
        keywords,
        open_ended=arguments.rest,
        keras=run.keras,
        data_format=run.image_data_format,
    )
    refusals = [one for one in refusals if not _is_told_as_no_tuple(one, positional, keywords)]
    holding = tuple(one for one in refusals if holds_for(one, run.keras))
    if not holding:
        return
    names = argument_names(schema_class)
    run.facts.constructions.append(
        Construction(
            index=len(run.facts.constructions),
            layer=run.new_identity(),
            class_name=schema_class.keras_name,
            schema=schema,
            span=run.place(span),
            name=None,
            argument_spans=argument_spans(names, arguments),
            arguments={**dict(zip(names, positional, strict=False)), **keywords},
            definition=span if span.path != run.path else None,
            chain=run.chain,
            guarded=run.guard_depth > 0,
            keras=run.keras,
            refusals=holding,
            positional_count=len(arguments.positional),
            inside=run.activation.owner,
        )
    )


def _is_told_as_no_tuple(
    refusal: InvalidArgument, positional: list[object], keywords: dict[str, object]
) -> bool:
    """Tell whether ``Input(8)`` is meant, which is a misuse of its own."""
    given = positional[0] if positional else keywords.get("shape", keywords.get("input_shape"))
    number = isinstance(given, int | NumpyInteger) and not isinstance(given, bool)
    return refusal.argument == "shape" and number
