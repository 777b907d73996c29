"""A hidden layer whose units all start alike, and so stay alike."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.layers.arguments import Argument, Opaque
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import KEEPS_AXES, feeds, shape_of
from keras_lint.rules.layer_edits import remove_argument
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.shapes import is_known
from keras_lint.source import Span

_LAYERS = ("keras.layers.Dense", "keras.layers.Conv1D", "keras.layers.Conv2D",
           "keras.layers.Conv3D")  # fmt: skip
_BETWEEN = KEEPS_AXES - {"keras.layers.Dense"} | {"keras.layers.Flatten"}


class ConstantKernelInitializer(Rule):
    """
    ## What it does

    Finds hidden layers whose kernel starts with one constant in all places.

    ## Why is this bad?

    All units of such a layer compute the same and get the same gradient, so they stay the
    same for ever: 64 units are worth one. Keras trains the model without a word.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(64, "relu", kernel_initializer="zeros"),  # [constant-kernel-initializer]
        layers.Dense(1),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(1),
    ])
    ```

    ## When it is silent

    For the last layer of a model or of a branch, which is often started with zeros on
    purpose, for one unit, for layers that are made with `trainable=False`, and for biases.

    ## Fix safety

    The fix takes the argument out, which changes where training starts, so it is unsafe.
    """

    code = "W7138"
    name = "constant-kernel-initializer"
    summary = "the units of a hidden layer start alike and stay alike"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each layer once."""
        seen: set[Span] = set()
        for call in model.layer_calls:
            if call.class_name not in _LAYERS or call.span in seen:
                continue
            value = _constant(getattr(call.schema, "kernel_initializer", None))
            units = shape_of(call.output)
            if value is None or units.rank is None or not _is_hidden(model, call):
                continue
            if call.schema is not None and call.schema.common.get("trainable", True) is not True:
                continue
            width = units[-1]
            if not is_known(width) or width < 2:
                continue
            seen.add(call.span)
            place = call.construction.argument_spans.get("kernel_initializer", call.span)
            edits = remove_argument(model, call, "kernel_initializer")
            title = "leave `kernel_initializer` out: Keras then draws the kernel at random"
            yield self.diagnostic(
                call.span,
                f"all {width} units of this `{short(call.class_name)}` start alike and stay alike",
                labels=(Label(place, f"one constant in the whole kernel: {value}"),),
                notes=("Keras is silent; units with equal weights get equal gradients",),
                helps=(title,),
                fixes=() if edits is None else (Fix(title, edits, Applicability.UNSAFE),),
                cause=call.index,
            )


def _constant(initializer: Argument) -> str | None:
    name = initializer.name if isinstance(initializer, Opaque) else initializer
    if not isinstance(name, str):
        return None
    last = name.rpartition(".")[2].lower()
    return last if last in ("zeros", "zero", "ones", "one", "constant") else None


def _is_hidden(model: SemanticModel, call: LayerCall) -> bool:
    """Tell whether the output goes straight into another layer with a kernel."""
    while True:
        after = model.consumers(call)
        if len(after) != 1 or not feeds(call, after[0]):
            return False
        if after[0].class_name in _LAYERS:
            return True
        if after[0].class_name not in _BETWEEN and "Pooling" not in after[0].class_name:
            return False
        call = after[0]
