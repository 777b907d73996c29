"""How messages speak of the axes that a ``Dense`` keeps."""

from __future__ import annotations

from keras_lint.diagnostics import Label
from keras_lint.model import SemanticModel
from keras_lint.rules.axes import DENSE, KeptAxes, shape_of
from keras_lint.shapes import Dim, is_known

_UNITS = {
    "recurrent": "step",
    "embedding": "token",
    "convolution": "position",
    "backbone": "position",
    "input": "row",
    "data": "row",
}


def unit_of(kept: KeptAxes) -> str:
    """Give the word for one of the positions: a row, a step, a position."""
    if len(kept.kept) > 1:
        return "position"
    return _UNITS.get(kept.source_kind, "position")


def sizes(dims: tuple[Dim, ...]) -> str:
    """Write the sizes of axes: ``15 x 15``, nothing where one of them is not known."""
    return " x ".join(map(str, dims)) if all(map(is_known, dims)) else ""


def each(kept: KeptAxes) -> str:
    """Say what the layer works on: ``each of the 3 rows of 2 values``."""
    unit, count = unit_of(kept), sizes(kept.kept)
    width = kept.input_shape[-1]
    values = f" of {width} values" if is_known(width) and width > 1 else ""
    if kept.kept == (1,):
        return f"the single {unit}{values}"
    return f"each of the {count} {unit}s{values}" if count else f"each {unit}{values}"


def kept_axes_label(kept: KeptAxes) -> Label:
    """Label the first Dense with what it does."""
    text = f"multiplies the last axis only: {kept.input_shape} -> {kept.output_shape}"
    return Label(kept.first.span, text)


def run_labels(model: SemanticModel, kept: KeptAxes) -> list[Label]:
    """Label where the axes come from, and the shapes down to where they end."""
    labels: list[Label] = []
    if kept.source is not None:
        if kept.source.span.path == model.source.path:
            labels.append(Label(kept.source.span, f"{shape_of(kept.source.output)}"))
    elif kept.graph.inputs:
        place = kept.graph.inputs[0].argument or kept.graph.inputs[0].span
        if place is not None and place.path == model.source.path:
            labels.append(Label(place, f"the input is {kept.graph.inputs[0].spec.shape}"))
    followers = [call for call in kept.run[1:] if call.class_name == DENSE]
    if kept.end is not None:
        followers.append(kept.end)
    for call in followers:
        shape = shape_of(call.output)
        if shape.dims is not None and call.span.path == model.source.path:
            labels.append(Label(call.span, f"{shape}"))
    places = {kept.first.span}
    return [one for one in labels if one.span not in places and not places.add(one.span)]  # type: ignore[func-returns-value]
