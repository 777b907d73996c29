"""Edits that write the call of an older Keras as Keras 3 takes it, with what it meant."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from keras_lint.diagnostics import Applicability, Edit, Fix
from keras_lint.layers.arguments import Argument
from keras_lint.layers.binding import bind
from keras_lint.layers.keras_1 import kernel_of_numbers, modern_value, says_the_default
from keras_lint.layers.schema import LayerSchema, argument_names
from keras_lint.model import Construction, SemanticModel
from keras_lint.rules.call_edits import quoted, remove_keywords, rename_keyword, value_span
from keras_lint.rules.input_edits import DESCRIBING, input_in_front
from keras_lint.rules.layer_edits import stands_once
from keras_lint.shapes import InvalidArgument, Unknown
from keras_lint.source import Span


@dataclass
class _Call:
    """The arguments of a call while they are rewritten, and the edits so far."""

    positional: list[Argument]
    keywords: dict[str, Argument]
    edits: list[Edit] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    how: Applicability = Applicability.SAFE


def modern_call(
    model: SemanticModel, made: Construction, refusals: list[InvalidArgument]
) -> tuple[Fix, ...]:
    """Give one fix for all removed arguments of a layer.

    None where one of them has no successor, and where Keras 3 would refuse the result.
    """
    call = None if made.schema is None else _as_written(made, type(made.schema))
    if call is None or made.schema is None or not stands_once(model, made):
        return ()
    schema = type(made.schema)
    names = {one.argument for one in refusals}
    done = _with_input(model, made, call, names) and _with_one_kernel(model, made, call, schema)
    for refusal in refusals:
        if done and refusal.argument in call.keywords:
            done = _rewritten(model, made, call, schema, refusal)
    edits = remove_keywords(model, made.span, made.argument_spans, call.gone)
    if not done or edits is None:
        return ()
    call.edits += edits
    _, refused = bind(schema, call.positional, call.keywords, keras=3)
    if refused or _overlap(call.edits):
        return ()
    return (Fix(", ".join(call.titles), tuple(call.edits), call.how),)


def kernel_places(made: Construction) -> tuple[Span, Span] | None:
    """Give the places of the first and last of the numbers that are one kernel in Keras 1."""
    call = None if made.schema is None else _as_written(made, type(made.schema))
    if call is None or made.schema is None:
        return None
    if not kernel_of_numbers(type(made.schema), call.positional, call.keywords):
        return None
    names = argument_names(type(made.schema))
    first = made.argument_spans.get(names[1])
    last = made.argument_spans.get(names[made.positional_count - 1])
    return None if first is None or last is None else (first, last)


def _as_written(made: Construction, schema: type[LayerSchema]) -> _Call | None:
    names = argument_names(schema)[: made.positional_count]
    if len(names) < made.positional_count or any(one not in made.arguments for one in names):
        return None
    keywords = {key: value for key, value in made.arguments.items() if key not in names}
    return _Call([made.arguments[one] for one in names], keywords)


def _with_input(model: SemanticModel, made: Construction, call: _Call, names: set[str]) -> bool:
    """Put what describes the input into an ``Input`` in front, where that is possible."""
    if names & set(DESCRIBING) and not hasattr(made.schema, "input_dim"):
        front = input_in_front(model, made)
        if front is not None:
            call.edits += front[1]
            call.titles.append(f"put `{front[0]}` in front")
            for name in front[2]:
                call.keywords.pop(name, None)
    return True


def _with_one_kernel(
    model: SemanticModel, made: Construction, call: _Call, schema: type[LayerSchema]
) -> bool:
    """Write the sizes of a kernel as one tuple."""
    places = kernel_places(made)
    if places is not None:
        first, last = places
        if first.path != model.source.path:
            return False
        call.edits += [
            Edit(Span(first.path, first.line, first.column, first.line, first.column), "("),
            Edit(Span(last.path, last.end_line, last.end_column, last.end_line, last.end_column),
                 ")"),
        ]  # fmt: skip
        kernel = tuple(call.positional[1:])
        call.positional = [call.positional[0], kernel]
        call.titles.append(f"write the kernel as {kernel}")
    for name, parts in schema.former_parts.items():
        if any(part in call.keywords for part in parts) and not _joined(
            model, made, call, name, parts
        ):
            return False
    return True


def _joined(
    model: SemanticModel, made: Construction, call: _Call, name: str, parts: tuple[str, ...]
) -> bool:
    spans = [value_span(model, made.argument_spans.get(part), part) for part in parts]
    edits = rename_keyword(model, made.argument_spans, parts[0], name)
    taken = name in call.keywords or len(call.positional) > 1
    if edits is None or taken or not all(part in call.keywords for part in parts):
        return False
    texts = [model.source.slice(span) for span in spans if span is not None]
    if len(texts) < len(parts) or spans[0] is None:
        return False
    code = f"({', '.join(texts)})"
    call.edits += [*edits, Edit(spans[0], code)]
    call.gone += parts[1:]
    call.keywords[name] = tuple(call.keywords.pop(part) for part in parts)
    call.titles.append(f"write {name}={code}")
    return True


def _rewritten(
    model: SemanticModel,
    made: Construction,
    call: _Call,
    schema: type[LayerSchema],
    refusal: InvalidArgument,
) -> bool:
    """Rename one argument or leave it out; False where its meaning would be lost."""
    old = refusal.argument
    new = schema.legacy.get(old)
    value = call.keywords.pop(old)
    if new is not None:
        return _renamed(model, made, call, (old, new), value)
    if not (refusal.remedy or "").startswith("leave it out"):
        return False
    call.gone.append(old)
    call.titles.append(f"leave {old}= out")
    if not says_the_default(old, value):
        call.how = Applicability.UNSAFE
    return True


def _renamed(
    model: SemanticModel,
    made: Construction,
    call: _Call,
    names: tuple[str, str],
    value: Argument,
) -> bool:
    old, new = names
    modern = modern_value(old, value)
    if isinstance(modern, Unknown) and modern is not value:
        return False
    if modern is None and value is not None:
        call.gone.append(old)
        call.titles.append(f"leave {old}= out")
        return True
    place = value_span(model, made.argument_spans.get(old), old)
    edits = rename_keyword(model, made.argument_spans, old, new)
    if edits is None or place is None or new in call.keywords:
        return False
    call.edits += edits
    call.keywords[new] = modern
    if modern is value:
        call.titles.append(f"write {new}= instead of {old}=")
    else:
        code = quoted(model, modern) if isinstance(modern, str) else str(modern)
        call.edits.append(Edit(place, code))
        call.titles.append(f"write {new}={code} instead of {old}=")
    return True


def _overlap(edits: list[Edit]) -> bool:
    spans = sorted(
        ((one.span.line, one.span.column), (one.span.end_line, one.span.end_column))
        for one in edits
    )
    return any(end > start for (_, end), (start, _) in pairwise(spans))
