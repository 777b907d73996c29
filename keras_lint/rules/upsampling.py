"""Models that halve their input and double it again: which input sizes come out even."""

from __future__ import annotations

from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.places import short, specs_of
from keras_lint.shapes import Dim, Shape, is_known


def divisor_help(model: SemanticModel, call: LayerCall, shapes: list[Shape]) -> str | None:
    """Say by what the input size of a model must be divisible, where a merge fails for that.

    The larger of the two sizes, or the smaller, is then one that was halved with rounding
    and doubled again.
    """
    before = _ancestors(model, call)
    names = [short(one.class_name) for one in before]
    doubled = [name for name in names if "Transpose" in name or name.startswith("UpSampling")]
    if not doubled or len(shapes) != 2 or any(shape.rank not in (3, 4, 5) for shape in shapes):
        return None
    starts = [one for one in before if not one.parents]
    sizes: list[Dim] = [
        dim
        for one in starts
        for spec in specs_of(one.inputs)
        if spec.shape.rank == shapes[0].rank
        for dim in spec.shape.known[1:-1]
    ]
    factor = 1
    for one in before:
        factor = max(factor, _scale(one, sizes))
    wrong = next((size for size in sizes if is_known(size) and factor > 1 and size % factor), None)
    if wrong is None or not is_known(wrong):
        return None
    nearest = -(-wrong // factor) * factor
    return f"an input size divisible by {factor} comes out even: {nearest} instead of {wrong}"


def _ancestors(model: SemanticModel, call: LayerCall) -> list[LayerCall]:
    found: dict[int, LayerCall] = {}
    stack = list(call.parents)
    while stack:
        index = stack.pop()
        if index not in found:
            found[index] = model.layer_calls[index]
            stack.extend(found[index].parents)
    return [found[index] for index in sorted(found)]


def _scale(call: LayerCall, sizes: list[Dim]) -> int:
    """Give by what power of two a layer's output is smaller than the input of the model."""
    outputs = specs_of(call.output)
    known = [size for size in sizes if is_known(size)]
    if not outputs or outputs[0].shape.rank is None or not known or outputs[0].shape.rank < 3:
        return 1
    size = outputs[0].shape[1]
    if not is_known(size) or size < 1:
        return 1
    factor = 1
    while known[0] / (factor * 2) > size - 1 and factor < 1024:
        factor *= 2
        if abs(known[0] / factor - size) < 1:
            return factor
    return 1
