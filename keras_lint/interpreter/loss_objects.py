"""Loss objects of Keras's that a training loop of the user's calls on targets and predictions."""

from __future__ import annotations

from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.tensors import apply_function
from keras_lint.interpreter.values import ExternalObject, Value
from keras_lint.shapes import InvalidShape, Refusal, Shape, Unknown, surely_differ
from keras_lint.source import Span

_SPARSE = "keras.losses.SparseCategoricalCrossentropy"
_SAME_SHAPE = ("keras.losses.CategoricalCrossentropy", "keras.losses.BinaryCrossentropy")
_POOLED = "Flatten or pool before the last layer, so that it gives one prediction per sample"


def call(run: Context, made: ExternalObject, arguments: Arguments, span: Span) -> Value:
    """Call a loss on targets and predictions; record it where it refuses their shapes."""
    loss = Unknown(f"the result of a `{made.name}`", span)
    target, output = arguments.get(0, "y_true"), arguments.get(1, "y_pred")
    if not isinstance(target, Tensor) or not isinstance(output, Tensor):
        return loss
    if run.keras != 3 or "axis" in made.keywords:
        return loss  # Keras 2 broadcasts some of them
    try:
        _check(made.name, target.spec.shape, output.spec.shape)
    except Refusal as refusal:
        found = refusal

        def refuse(*_: Any) -> Any:
            raise found

        return apply_function(run, f"`{made.name}`", refuse, [target, output], span)
    return loss


def _check(name: str, target: Shape, output: Shape) -> None:
    """Compare ranks and sizes as Keras does before it computes.

    Keras: ``Loss.__call__`` takes away or adds a last axis of size 1 first.

    Raises:
        InvalidShape: no sizes that the unknown axes may have would fit.
    """
    if not target.rank or not output.rank or len(output) < 2:
        return
    more = len(output) - len(target)
    if name == _SPARSE:
        one_hot = more == 0 and surely_differ(target[-1], 1)
        if more >= 2 or one_hot:
            raise InvalidShape(
                f"integer targets of shape {output.without_axis(-1)} for an output {output}",
                str(target),
                remedy="CategoricalCrossentropy takes one-hot targets" if one_hot else _POOLED,
            )
    elif name in _SAME_SHAPE:
        integers = more == 1 and surely_differ(output[-1], 1)
        sizes = more == 0 and any(
            surely_differ(a, b) for a, b in zip(target.known, output.known, strict=True)
        )
        if more >= 2 or integers or sizes:
            remedy = None
            if integers and name != _SAME_SHAPE[1]:
                remedy = "SparseCategoricalCrossentropy takes integer targets"
            raise InvalidShape(
                f"targets of the shape of the output {output}",
                str(target),
                remedy=_POOLED if more >= 2 else remedy,
            )
