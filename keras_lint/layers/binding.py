"""Making a layer: the arguments of a constructor call bound to the fields of its schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields

from keras_lint.layers.arguments import Argument, NumpyInteger, show
from keras_lint.layers.schema import (
    COMMON_ARGUMENTS,
    INPUT_ARGUMENTS,
    LayerSchema,
    argument_names,
    required_fields,
)
from keras_lint.shapes import InvalidArgument, Unknown

REMOVED_IN_KERAS_3 = {
    "batch_input_shape": "use keras.Input(batch_shape=...) in front",
    "batch_size": "use keras.Input(batch_size=...) in front",
    "weights": "call layer.set_weights(...) once the layer is built",
    "input_length": "leave it out: the length comes from the input",
    "input_dtype": "use keras.Input(dtype=...) in front",
}
"""What ``Layer.__init__`` of Keras 2 took and Keras 3 refuses, and what to do instead."""


def bind(
    schema: type[LayerSchema],
    positional: Sequence[Argument],
    keywords: Mapping[str, Argument],
    *,
    open_ended: Unknown | None = None,
    keras: int | None = None,
    data_format: str = "channels_last",
) -> tuple[LayerSchema, list[InvalidArgument]]:
    """Make a layer as its constructor does.

    Gives the layer and what Keras refuses about the arguments. A refused argument is left
    out or, where the layer needs it, unknown, so that the rest can still be looked at.
    ``open_ended`` says that the call has further arguments that are not known (``**kwargs``).
    """
    names = argument_names(schema)
    refusals: list[InvalidArgument] = []
    given: dict[str, Argument] = {}
    common: dict[str, Argument] = {}
    if len(positional) > len(names):
        refusals.append(
            InvalidArgument(
                names[-1] if names else "",
                f"at most {len(names)} positional arguments",
                str(len(positional)),
                kind="surplus",
            )
        )
    given.update(zip(names, positional, strict=False))
    for key, value in keywords.items():
        if key not in names and (key in schema.accepts or "*" in schema.accepts):
            common[key] = value
            continue
        name = key if key in names else schema.legacy.get(key, key)
        if name != key:
            refusals.append(_renamed(key, name))
        if name in given:
            refusals.append(InvalidArgument(name, "one value", "two", kind="surplus"))
        elif name in names:
            given[name] = value
        elif name in COMMON_ARGUMENTS or name in INPUT_ARGUMENTS:
            common[name] = value
            if name in REMOVED_IN_KERAS_3:
                refusals.append(_removed(name, value))
            elif name not in schema.layer_keywords:
                refusals.append(_not_passed_on(name))
        elif name in schema.removed:
            common[name] = value
            refusals.append(_removed(name, value))
        else:
            refusals.append(
                InvalidArgument(name, "an argument that it takes", f"{name}=", kind="unknown")
            )
    # Keras pops these first, so they win over the argument that they set.
    given.update({schema.accepts[key]: common[key] for key in common if schema.accepts.get(key)})
    for name in COMMON_ARGUMENTS:
        if name in given:
            common[name] = given[name]
    for name in required_fields(schema):
        if name not in given:
            given[name] = (
                _missing(schema, name, keras, refusals) if open_ended is None else open_ended
            )
    if open_ended is not None:
        given = {name: given.get(name, open_ended) for name in names}
    attributes = [one.name for one in fields(schema)]  # type: ignore[arg-type]
    layer = schema(
        **{key: given[key.rstrip("_")] for key in attributes if key.rstrip("_") in given}
    )
    for key, value in (("common", common), ("keras", keras), ("image_data_format", data_format)):
        object.__setattr__(layer, key, value)
    if not refusals:
        try:
            layer.validate()
        except InvalidArgument as refusal:
            refusals.append(refusal)
    for one in fields(schema):  # type: ignore[arg-type]
        value = getattr(layer, one.name)
        if one.type == "Dim" and isinstance(value, NumpyInteger):
            # Refused or not, it says what size is meant.
            object.__setattr__(layer, one.name, value.value)
    return layer, refusals


def _missing(
    schema: type[LayerSchema], name: str, keras: int | None, refusals: list[InvalidArgument]
) -> Argument:
    """Give what stands for a required argument that is missing, and note the refusal."""
    if name not in schema.keras_2_defaults:
        refusals.append(InvalidArgument(name, f"`{name}`", "nothing", kind="missing"))
    elif keras == 2:
        return schema.keras_2_defaults[name]
    else:
        refusals.append(InvalidArgument(name, f"`{name}`", "nothing", kind="missing", keras=(3,)))
    return Unknown(f"`{name}` is missing")


def _renamed(old: str, new: str) -> InvalidArgument:
    return InvalidArgument(
        old, f"`{new}`", f"{old}=", kind="removed", keras=(3,), remedy=f"write {new}="
    )


def _not_passed_on(name: str) -> InvalidArgument:
    return InvalidArgument(
        name, "an argument that it takes", f"{name}=", kind="unknown", keras=(3,)
    )


def _removed(name: str, value: Argument) -> InvalidArgument:
    return InvalidArgument(
        name,
        "an argument that Keras 3 takes",
        f"{name}={show(value)}",
        kind="removed",
        keras=(3,),
        remedy=REMOVED_IN_KERAS_3.get(name, "leave it out"),
    )
