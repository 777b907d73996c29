"""Where symbolic tensors of Keras meet functions that need values."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.model import Misuse
from keras_lint.source import Span

_WITHOUT_VALUES = frozenset(
    f"numpy.{name}"
    for name in ("array_equal", "array_equiv", "diff", "flip", "ndim", "shape", "size", "squeeze")
)
"""Functions of numpy that do not always ask a ``KerasTensor`` for its values."""


def note_function_of_values(
    run: Context, name: str, spelled: str, tensors: Sequence[Tensor], span: Span
) -> None:
    """Record a function of TensorFlow or numpy on what ``keras.Input`` gave: Keras 3 refuses it.

    Inside a layer's ``call``, and inside a ``Lambda``, the same tensors are real ones.
    """
    if run.keras == 2 or any(one.owner is not None for one in run.activations):
        return
    if name in _WITHOUT_VALUES:
        return
    symbolic = next((tensor for tensor in tensors if comes_from_input(tensor)), None)
    if symbolic is None:
        return
    run.facts.misuses.append(
        Misuse(
            "tensorflow-function",
            run.place(span),
            spelled or name,
            {"function": name, "shape": str(symbolic.spec.shape)},
            chain=run.chain,
            guarded=run.guard_depth > 0,
            keras=(3,),
        )
    )


def comes_from_input(tensor: Tensor) -> bool:
    """Tell whether a tensor was computed from an ``Input``, and so is surely symbolic."""
    node = tensor.node
    while tensor.kind == "keras" and node is not None:
        if node.number is not None:
            return True
        if not node.inputs:
            return False
        tensor = node.inputs[0]
        node = tensor.node
    return False
