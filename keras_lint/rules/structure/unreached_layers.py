"""A layer whose output no model uses, because its name is written over or never read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import LayerCall, ModelGraph, SemanticModel
from keras_lint.model.origins import InputOrigin
from keras_lint.rules.axes import shape_of
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.source import Span

_ASSIGNED = re.compile(r"^\s*([A-Za-z_]\w*)\s*=\s*$")


class UnreachedLayers(Rule):
    """
    ## What it does

    Finds layers of a functional model whose output reaches no output of the model, because
    the variable that holds it is never read, or is written again first.

    ## Why is this bad?

    A functional model holds what lies on the way from its inputs to its outputs, nothing
    else. A layer beside this way has no part in it, often by a slip in a variable's name.
    Keras is silent: `summary()` just does not list it.

    ## Example

    ```python
    inputs = keras.Input((8,))
    x = layers.Dense(16, activation="relu")(inputs)  # [unreached-layers]
    x = layers.Dense(32, activation="relu")(inputs)
    y = layers.Dropout(0.5)(x)  # [unreached-layers]
    outputs = layers.Dense(1)(x)
    model = keras.Model(inputs, outputs)
    ```

    Use instead:

    ```python
    inputs = keras.Input((8,))
    x = layers.Dense(16, activation="relu")(inputs)
    x = layers.Dense(32, activation="relu")(x)
    x = layers.Dropout(0.5)(x)
    outputs = layers.Dense(1)(x)
    model = keras.Model(inputs, outputs)
    ```

    ## When it is silent

    Where the variable is read later in any way, in loops, and where no functional model is
    made from the same tensors.
    """

    code = "W7136"
    name = "unreached-layers"
    summary = "a layer reaches no output of the model"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each layer once; where a layer stands for a tensor, that comes first."""
        if any(misuse.kind == "layer-as-tensor" for misuse in model.misuses):
            return
        times = Counter(call.call_span for call in model.layer_calls)
        thrown_away = {index for index, _ in model.discarded}
        for call in model.layer_calls:
            if call.index in thrown_away or times[call.call_span] > 1:
                continue
            name = _lost_name(model, call)
            if name is None:
                continue
            yield self.diagnostic(
                call.span,
                f"this `{short(call.class_name)}` is not connected to the model: "
                f"`{name}` is not used",
                labels=(Label(call.span, f"{shape_of(call.inputs)} -> {shape_of(call.output)}"),),
                notes=("Keras is silent; the model holds only what leads to its outputs",),
                helps=(f"use `{name}` in the layer after it, or leave this layer out",),
                cause=call.index,
            )


def _lost_name(model: SemanticModel, call: LayerCall) -> str | None:
    """Give the variable that holds the output of a layer and that nothing reads."""
    if not call.symbolic or call.inside is not None or call.optional or call.output is None:
        return None
    if not call.class_name.startswith("keras.layers.") or model.consumers(call):
        return None
    if not _beside_a_model(model, call):
        return None
    span = call.call_span
    if span.path != model.source.path:
        return None
    lines = model.source.lines()
    assigned = _ASSIGNED.match(lines[span.line - 1][: span.column])
    rest = lines[span.end_line - 1][span.end_column :].strip()
    if assigned is None or not (rest == "" or rest.startswith("#")):
        return None
    return assigned[1] if _is_never_read(lines, span, assigned[1]) else None


def _beside_a_model(model: SemanticModel, call: LayerCall) -> bool:
    """Tell whether a complete functional model holds what the layer is applied to."""
    if any(call.index in graph.output_calls for graph in model.models):
        return False
    return any(
        graph.kind == "functional"
        and graph.complete
        and call.index not in graph.layers
        and (
            any(parent in graph.layers for parent in call.parents) or _starts_in(model, graph, call)
        )
        for graph in model.models
    )


def _starts_in(model: SemanticModel, graph: ModelGraph, call: LayerCall) -> bool:
    """Tell whether layers up to this one start from an input or a layer of a later model.

    What is tried out on an input once the model is made is no part of it.
    """
    if call.call_span.line > graph.span.line:
        return False
    inputs = {one.origin for one in graph.inputs if one.origin is not None}
    seen: set[int] = set()
    stack = [call]
    while stack:
        here = stack.pop()
        if any(isinstance(one, InputOrigin) and one in inputs for one in here.origins):
            return True
        for index in set(here.parents) - seen:
            if index in graph.layers:
                return True
            seen.add(index)
            stack.append(model.layer_calls[index])
    return False


def _is_never_read(lines: list[str], span: Span, name: str) -> bool:
    """Tell whether a name is not read after a place, by the text of the file."""
    indent = len(lines[span.line - 1]) - len(lines[span.line - 1].lstrip())
    if indent and any(re.match(r"\s*(for|while)\b", line) for line in lines[: span.line]):
        return False
    word = re.compile(rf"(?<![\w.]){name}\b(?!\s*=[^=])")
    for line in lines[span.end_line :]:
        code = line.split("#")[0]
        if word.search(code) or "locals()" in code or "globals()" in code:
            return False
        if re.match(rf"^\s{{0,{indent}}}{name}\s*=[^=]", code):
            return True
    return True
