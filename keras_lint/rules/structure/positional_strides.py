"""A second kernel size that Keras reads as strides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from keras_lint.diagnostics import Applicability, Confidence, Diagnostic, Edit, Fix, Label
from keras_lint.model import Construction, LayerCall, SemanticModel
from keras_lint.rules.axes import has_attention, shape_of
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.rules.simulation import apply
from keras_lint.shapes import Unknown
from keras_lint.source import Span

_LAYERS = ("keras.layers.Conv2D", "keras.layers.Convolution2D", "keras.layers.SeparableConv2D")
_PATCH_END = ("Reshape", "LayerNormalization", "Flatten")


class PositionalStrides(Rule):
    """
    ## What it does

    Finds `Conv2D(32, 3, 3)`: two equal numbers after the filters, of which the second one
    is read as strides.

    ## Why is this bad?

    In Keras 1 these were rows and columns of the kernel. Since Keras 2 the second argument
    is the whole kernel size and the third one the strides, so `Conv2D(32, 3, 3)` looks at
    every third pixel only, and its output is a ninth as large. Keras says nothing.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((81, 81, 3)),
        layers.Conv2D(32, 3, 3, activation="relu"),  # [positional-strides]
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, activation="softmax"),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((81, 81, 3)),
        layers.Conv2D(32, (3, 3), activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, activation="softmax"),
    ])
    ```

    ## When it is silent

    For `strides=`, for calls that Keras refuses anyway, for two different variables, for
    variables named after strides or patches, for kernels of even size and for convolutions that
    cut an image into patches (attention, `Reshape` or `LayerNormalization` after them).

    ## Fix safety

    The fix writes one kernel size and no strides. That changes the shapes, so it is unsafe.
    """

    code = "W7131"
    name = "positional-strides"
    summary = "a second kernel size is read as strides"
    explains = 85

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each layer once."""
        seen: set[Span] = set()
        for made in model.constructions:
            if made.span in seen or not _reads_strides(model, made):
                continue
            calls = [c for c in model.layer_calls if c.construction.index == made.index]
            if any(_cuts_patches(model, call) for call in calls):
                continue
            seen.add(made.span)
            yield self._finding(model, made, calls[0] if calls else None)

    def _finding(
        self, model: SemanticModel, made: Construction, call: LayerCall | None
    ) -> Diagnostic:
        size = made.arguments["kernel_size"]
        layer = short(made.class_name)
        labels = []
        remedy = f"for a kernel of {size} x {size}, write `({size}, {size})` and no strides"
        if call is not None and call.output is not None:
            before, after = shape_of(call.inputs), shape_of(call.output)
            labels.append(Label(made.argument_spans["strides"], f"strides: {before} -> {after}"))
            meant = None
            if made.schema is not None:
                meant = apply(replace(made.schema, strides=(1, 1)), before)  # type: ignore[type-var]
            if meant is not None:
                remedy += f": {before} -> {meant.shape}"
        else:
            labels.append(Label(made.argument_spans["strides"], f"strides of {size} x {size}"))
        kernel, strides = made.argument_spans["kernel_size"], made.argument_spans["strides"]
        both = Span(kernel.path, kernel.line, kernel.column, strides.end_line, strides.end_column)
        text = model.source.slice(kernel)
        edit = Edit(both, f"({text}, {text})")
        return self.diagnostic(
            made.span,
            f"`{layer}` moves by {size} pixels: the second {size} is read as strides",
            labels=tuple(labels),
            notes=(f"the arguments of `{layer}` are filters, kernel_size, strides, ...",),
            helps=(remedy, f"for strides that are meant, write `strides={size}`"),
            fixes=(Fix(remedy, (edit,), Applicability.UNSAFE),),
            confidence=Confidence.HIGH,
            cause=None if call is None else call.index,
        )


def _reads_strides(model: SemanticModel, made: Construction) -> bool:
    if made.class_name not in _LAYERS or made.positional_count < 3:
        return False
    if made.refusals or made.foreign_refusals:
        # Where the arguments of Keras 1 stand beside, `removed-argument` tells the whole story.
        return False
    size, strides = made.arguments.get("kernel_size"), made.arguments.get("strides")
    if not isinstance(size, int) or isinstance(size, bool) or size != strides:
        return False
    if isinstance(getattr(made.schema, "strides", None), Unknown):
        return False  # Keras 1 may be meant, which reads both as the kernel.
    places = [made.argument_spans.get(name) for name in ("kernel_size", "strides")]
    return (
        size > 2
        and size % 2 == 1
        and all(
            place is not None
            and place.path == model.source.path
            and _may_be_a_size(model.source.slice(place))
            for place in places
        )
        and len({model.source.slice(place) for place in places if place is not None}) == 1
    )


def _may_be_a_size(text: str) -> bool:
    """Tell whether an argument is a number, or a variable whose name does not say strides."""
    named = re.fullmatch(r"[A-Za-z_][\w.]*", text) is not None
    return text.isdecimal() or (named and not re.search("patch|stride|step", text.lower()))


def _cuts_patches(model: SemanticModel, call: LayerCall) -> bool:
    after = [short(one.class_name) for one in model.consumers(call)]
    graphs = [graph for graph in model.models if call.index in graph.layers]
    return any(name in _PATCH_END for name in after) or any(
        has_attention(model, graph) for graph in graphs
    )
