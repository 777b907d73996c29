"""An ``input_shape`` on a layer that is not the first one."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import shape_of
from keras_lint.rules.layer_edits import remove_argument
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.shapes import is_known, surely_differ
from keras_lint.source import Span


class InputShapeNotFirst(Rule):
    """
    ## What it does

    Finds `input_shape=` or `input_dim=` on a layer that is not the first of its model,
    where it says something else than what the layer gets.

    ## Why is this bad?

    Keras looks at the argument on the first layer of a Sequential only and ignores it
    everywhere else. Who reads the code takes it for the shape that the layer works on.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(4, input_shape=(8,)),  # [input-shape-not-first]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(4),
    ])
    ```

    ## When it is silent

    Where the argument is the shape that the layer gets, or where one of the two is not known.

    ## Fix safety

    The argument has no effect, so the fix that takes it out is safe.
    """

    code = "W7137"
    name = "input-shape-not-first"
    summary = "input_shape on a layer that is not first is ignored"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each layer once."""
        seen: set[Span] = set()
        for call in model.layer_calls:
            if call.span in seen or not call.parents or not call.symbolic:
                continue
            name = _contradicting(call)
            if name is None:
                continue
            seen.add(call.span)
            shape = shape_of(call.inputs)
            place = call.construction.argument_spans.get(name, call.span)
            edits = remove_argument(model, call, name)
            title = f"leave `{name}` out"
            fixes = () if edits is None else (Fix(title, edits, Applicability.SAFE),)
            yield self.diagnostic(
                call.span,
                f"`{name}` of this `{short(call.class_name)}` is ignored: its input is {shape}",
                labels=(Label(place, f"not what the layer gets: {shape}"),),
                notes=("Keras reads it on the first layer of a Sequential only",),
                helps=(title,),
                fixes=fixes,
                cause=call.index,
            )


def _contradicting(call: LayerCall) -> str | None:
    """Give the argument that says another shape than the input has."""
    shape = shape_of(call.inputs)
    if shape.rank is None:
        return None
    given = call.construction.arguments
    if "input_shape" in given:
        said = given["input_shape"]
        if not isinstance(said, list | tuple):
            return None
        if len(said) != shape.rank - 1:
            return "input_shape"
        pairs = zip(said, shape.known[1:], strict=True)
        return "input_shape" if any(is_known(a) and surely_differ(a, b) for a, b in pairs) else None
    if hasattr(call.schema, "input_dim"):
        # An argument of the layer's own, as in Embedding.
        return None
    said = given.get("input_dim")
    if isinstance(said, int) and surely_differ(said, shape[-1]):
        return "input_dim"
    return None
