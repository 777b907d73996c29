"""Keras's answers against the static ones, layer by layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from keras_lint.model import Construction, LayerCall, ModelGraph, SemanticModel
from keras_lint.shapes import (
    Dim,
    Shape,
    TensorSpec,
    Unknown,
    flatten_structure,
    is_dynamic,
    is_known,
    with_defaults,
)
from keras_lint.verification.description import Description
from keras_lint.verification.verdicts import LayerVerdict, Status

Answer = Mapping[str, Any]


def compare_layers(
    model: SemanticModel, description: Description, answer: Answer
) -> list[LayerVerdict]:
    """Compare every layer of a description with what Keras said of it."""
    layers: Sequence[Answer] = answer.get("layers", ())
    error: Answer | None = answer.get("error")
    found: list[LayerVerdict] = []
    steps = zip(description.steps, description.members, strict=True)
    for position, (step, member) in enumerate(steps):
        call = None if step is None else model.layer_calls[step]
        construction = None if member is None else model.constructions[member]
        if call is None and construction is None:
            continue
        if position < len(layers):
            found.append(_built(call, construction, layers[position], description))
        elif error is not None and error.get("step") == position:
            found.append(_raised(model, call, construction, error))
        else:
            found.append(_not_reached(call, construction, error))
    return found


def _built(
    call: LayerCall | None,
    construction: Construction | None,
    layer: Answer,
    description: Description,
) -> LayerVerdict:
    """Compare a layer that Keras made, and applied where it has an output."""
    refused = _static_refusal(call, construction)
    if refused is not None and call is not None and not _is_built_here(call, description):
        why = "the layer was built outside of this model"
        return _verdict(
            call, construction, Status.NOT_VERIFIED, f"refused: {refused}", "", None, reason=why
        )
    keras = "the layer is made" if layer["output"] is None else show_shapes(layer["output"])
    params = layer.get("params")
    if refused is not None and (layer["output"] is not None or _in_constructor(construction)):
        return _verdict(
            call, construction, Status.DISAGREEMENT, f"refused: {refused}", keras, params
        )
    if call is None or layer["output"] is None:
        return _verdict(call, construction, Status.CONFIRMED, "the layer is made", keras, params)
    static = show_static(call)
    status = _compare_shapes(call, layer["output"])
    if status is not Status.DISAGREEMENT and params is not None:
        own = _settled(call.params)
        if is_known(own) and own != params:
            both = (f"{static} with {own:,} parameters", f"{keras} with {params:,} parameters")
            return _verdict(call, construction, Status.DISAGREEMENT, *both, params)
        if not is_known(own) and status is Status.CONFIRMED:
            status = Status.ANSWERED
    return _verdict(call, construction, status, static, keras, params)


def _raised(
    model: SemanticModel,
    call: LayerCall | None,
    construction: Construction | None,
    error: Answer,
) -> LayerVerdict:
    """Compare a layer at which Keras raised."""
    words = words_of(error)
    refused = _static_refusal(call, construction)
    if refused is None and "object" in error:
        refused = _refusal_inside(model, call.construction if call is not None else construction)
    status = Status.CONFIRMED if refused is not None else Status.DISAGREEMENT
    if refused is None and call is not None and _is_open(call):
        # What the analysis does not know may be what Keras refuses.
        status = Status.ANSWERED
    static = f"refused: {refused}" if refused is not None else show_static(call)
    return _verdict(call, construction, status, static, "an error", None, raised=words)


def _not_reached(
    call: LayerCall | None, construction: Construction | None, error: Answer | None
) -> LayerVerdict:
    why = "Keras stopped at a layer before it" if error is not None else "Keras gave no answer"
    return _verdict(
        call, construction, Status.NOT_VERIFIED, show_static(call), "", None, reason=why
    )


def _verdict(
    call: LayerCall | None,
    construction: Construction | None,
    status: Status,
    static: str,
    keras: str,
    params: int | None,
    *,
    reason: str = "",
    raised: str = "",
) -> LayerVerdict:
    made = call.construction if call is not None else construction
    assert made is not None, "a verdict is about a layer"
    return LayerVerdict(
        made.class_name,
        made.span,
        status,
        static,
        keras,
        params,
        reason,
        raised,
        None if call is None else call.index,
        made.index,
    )


def _static_refusal(call: LayerCall | None, construction: Construction | None) -> Exception | None:
    if call is not None and call.refusal is not None:
        return call.refusal
    made = call.construction if call is not None else construction
    return made.refusals[0] if made is not None and made.refusals else None


def _is_built_here(call: LayerCall, description: Description) -> bool:
    """Tell whether the application that builds the layer is among those described."""
    return call.first or description.members.count(call.construction.index) > 1


def _refusal_inside(model: SemanticModel, made: Construction | None) -> Exception | None:
    """Give what is refused about a layer that is made inside another's constructor call."""
    if made is None:
        return None
    inner = (one for one in model.constructions if one.refusals and made.span.contains(one.span))
    return next((one.refusals[0] for one in inner), None)


def _in_constructor(construction: Construction | None) -> bool:
    return construction is not None and bool(construction.refusals)


def _is_open(call: LayerCall) -> bool:
    specs = [*_specs(call.inputs), *_specs(call.output)]
    return any(not spec.shape.is_fully_known for spec in specs)


def _specs(structure: Any) -> list[TensorSpec]:
    if structure is None:
        return []
    if isinstance(structure, TensorSpec):
        return [structure]
    if isinstance(structure, Mapping):
        return [spec for key in sorted(structure) for spec in _specs(structure[key])]
    if isinstance(structure, list | tuple):
        return [spec for item in structure for spec in _specs(item)]
    return []


def _compare_shapes(call: LayerCall, keras: Sequence[Sequence[int | None]]) -> Status:
    if call.output is None:
        return Status.ANSWERED
    return compare_specs(flatten_structure(call.output), keras)


def compare_specs(specs: Sequence[TensorSpec], keras: Sequence[Sequence[int | None]]) -> Status:
    """Compare static shapes with Keras's; what is not known statically is only answered."""
    unknown = any(spec.shape.dims is None for spec in specs)
    if len(specs) != len(keras):
        return Status.ANSWERED if unknown else Status.DISAGREEMENT
    statuses = {_compare_shape(spec.shape, real) for spec, real in zip(specs, keras, strict=True)}
    for status in (Status.DISAGREEMENT, Status.ANSWERED):
        if status in statuses:
            return status
    return Status.CONFIRMED


def _compare_shape(shape: Shape, keras: Sequence[int | None]) -> Status:
    if shape.dims is None:
        return Status.ANSWERED
    if len(shape.dims) != len(keras):
        return Status.DISAGREEMENT
    status = Status.CONFIRMED
    for dim, real in zip(shape.dims, keras, strict=True):
        own = _settled(dim)
        if is_known(own) or is_dynamic(own):
            if (None if is_dynamic(own) else own) != real:
                return Status.DISAGREEMENT
        else:
            status = Status.ANSWERED
    return status


def _settled(dim: Dim) -> Dim:
    return dim if isinstance(dim, Unknown) else with_defaults(dim)


def compare_total(graph: ModelGraph, params: int | None) -> Status:
    """Compare the parameters of a whole model."""
    own = _settled(graph.params)
    if params is None or not is_known(own):
        return Status.ANSWERED
    return Status.CONFIRMED if own == params else Status.DISAGREEMENT


def show_static(call: LayerCall | None) -> str:
    """Write the static output of a layer call."""
    if call is None:
        return "the layer is made"
    if call.output is None:
        return "unknown"
    return ", ".join(str(spec.shape) for spec in flatten_structure(call.output))


def show_shapes(shapes: Sequence[Sequence[int | None]]) -> str:
    """Write Keras's shapes as Keras does."""
    return ", ".join(str(tuple(shape)) for shape in shapes)


def words_of(error: Answer) -> str:
    """Give Keras's own words, in one line."""
    lines = [line.strip() for line in str(error["text"]).splitlines()]
    text = " ".join(line for line in lines if line)
    return f"{error['type']}: {text}" if text else str(error["type"])


def compare_output(graph: ModelGraph, shapes: Sequence[Sequence[int | None]]) -> Status:
    """Compare the outputs of a whole model."""
    assert graph.output is not None, "the caller has looked"
    return compare_specs(_specs(graph.output), shapes)
