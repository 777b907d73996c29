"""Making a layer: the arguments of a constructor call bound to the fields of its schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from itertools import zip_longest
from math import isfinite

from keras_lint.layers.arguments import Argument, NumpyInteger, is_size, show
from keras_lint.layers.keras_1 import (
    joined,
    modern_value,
    remedy_for,
    says_the_default,
    with_kernel,
)
from keras_lint.layers.objects import check_objects
from keras_lint.layers.schema import (
    COMMON_ARGUMENTS,
    INPUT_ARGUMENTS,
    LayerSchema,
    argument_names,
    keras_2_argument_names,
    required_fields,
)
from keras_lint.shapes import Dim, InvalidArgument, Unknown

REMOVED_IN_KERAS_3 = {
    "batch_input_shape": "use keras.Input(batch_shape=...) in front",
    "batch_size": "use keras.Input(batch_size=...) in front",
    "weights": "call layer.set_weights(...) once the layer is built",
    "input_length": "leave it out: the length comes from the input",
    "input_dtype": "use keras.Input(dtype=...) in front",
}
"""What ``Layer.__init__`` of Keras 2 took and Keras 3 refuses, and what to do instead."""

KERAS_2_KEYWORDS = ("dynamic", "implementation")
"""What ``Layer.__init__`` of Keras 2 took beside, for any layer."""

_SIGNATURE = ("unknown", "missing", "surplus")
"""The kinds of refusals that say that a call has not the arguments of the class."""


def bind(
    schema: type[LayerSchema],
    positional: Sequence[Argument],
    keywords: Mapping[str, Argument],
    *,
    open_ended: Unknown | None = None,
    keras: int | None = None,
    data_format: str | Unknown = "channels_last",
    may_be_keras_1: bool = False,
) -> tuple[LayerSchema, list[InvalidArgument]]:
    """Make a layer as its constructor does.

    Gives the layer and what Keras refuses about the arguments. A refused argument is left
    out or, where the layer needs it, unknown, so that the rest can still be looked at.
    ``open_ended`` says that the call has further arguments that are not known (``**kwargs``),
    ``may_be_keras_1`` that ``keras`` is 2 and the package may as well be Keras 1.
    """
    names = argument_names(schema)
    refusals: list[InvalidArgument] = []
    given: dict[str, Argument] = {}
    common: dict[str, Argument] = {}
    former = False
    positional = with_kernel(schema, positional, keywords, may_be_keras_1=may_be_keras_1)
    keywords = _with_parts_joined(schema, positional, keywords, refusals)
    placed = _placed(schema, names, positional, keras, refusals)
    given.update((name, value) for name, value in placed if name in names)
    unplaced = [(name, value) for name, value in placed if name not in names]
    for key, given_value in [*unplaced, *keywords.items()]:
        if keras == 2 and key in schema.added:
            refusals.append(_added(key))
            continue
        if key not in names and (key in schema.accepts or "*" in schema.accepts):
            common[key] = given_value
            continue
        name = key if key in names else schema.legacy.get(key, key)
        value = given_value if name == key else modern_value(key, given_value)
        if name != key:
            refusals.append(_renamed(key, name, given_value))
            former = True
        if name in given:
            refusals.append(InvalidArgument(name, "one value", "two", kind="surplus"))
        elif name in names:
            given[name] = value
        elif name in COMMON_ARGUMENTS or name in INPUT_ARGUMENTS:
            common[name] = value
            if name in REMOVED_IN_KERAS_3:
                refusals.append(_removed(name, value, schema))
            elif name not in schema.layer_keywords:
                refusals.append(_not_passed_on(name))
        elif name in schema.removed or name in KERAS_2_KEYWORDS:
            common[name] = value
            refusals.append(_removed(name, value, schema))
        else:
            refusals.append(
                InvalidArgument(name, "an argument that it takes", f"{name}=", kind="unknown")
            )
    # Keras pops these first, so they win over the argument that they set.
    given.update({schema.accepts[key]: common[key] for key in common if schema.accepts.get(key)})
    common.update({name: given[name] for name in COMMON_ARGUMENTS if name in given})
    for name in required_fields(schema):
        if name not in given:
            given[name] = (
                _missing(schema, name, keras, refusals) if open_ended is None else open_ended
            )
    given, refusals = _of_keras_1(schema, given, refusals)
    for name, value in schema.keras_1_defaults.items() if may_be_keras_1 else ():
        given.setdefault(name, value if former else Unknown("Keras 1 has another default"))
    if open_ended is not None:
        given = {name: given.get(name, open_ended) for name in names}
    meant = {"common": common, "keras": keras, "may_be_keras_1": may_be_keras_1}
    layer = _made(schema, given, {**meant, "image_data_format": data_format})
    # Values of former arguments may be former ones, too, such as `dim_ordering="th"`.
    if not former and not any(_holds(refusal, keras) for refusal in refusals):
        refusals += _refused_values(layer)
    _read_sizes(layer)
    return layer, refusals


def _of_keras_1(
    schema: type[LayerSchema], given: dict[str, Argument], refusals: list[InvalidArgument]
) -> tuple[dict[str, Argument], list[InvalidArgument]]:
    """Give up on a class of Keras 1 that is not called so.

    Keras 2 took some of these names for its own classes, with their arguments.
    """
    others = [one for one in refusals if one.kind not in _SIGNATURE]
    if 1 not in schema.in_keras or len(others) == len(refusals):
        return given, refusals
    return dict.fromkeys(argument_names(schema), Unknown("not the arguments of Keras 1")), others


def _read_sizes(layer: LayerSchema) -> None:
    """Make sizes dims: refused or not, a value may say what size is meant."""
    for one in fields(layer):  # type: ignore[arg-type]
        if one.type == "Dim":
            object.__setattr__(layer, one.name, _size(one.name, getattr(layer, one.name)))


def _size(name: str, value: Argument) -> Dim:
    if isinstance(value, NumpyInteger):
        return value.value
    if isinstance(value, bool | float) and isfinite(value):
        return int(value)
    dim: Dim = value if is_size(value) else Unknown(f"`{name}` is no integer")
    return dim


def _made(
    schema: type[LayerSchema], given: Mapping[str, Argument], meant: Mapping[str, object]
) -> LayerSchema:
    names = {one.name: one.name.rstrip("_") for one in fields(schema)}  # type: ignore[arg-type]
    layer = schema(**{key: given[name] for key, name in names.items() if name in given})
    for key, value in meant.items():
        object.__setattr__(layer, key, value)
    return layer


def _refused_values(layer: LayerSchema) -> list[InvalidArgument]:
    """List what the constructor refuses about the values."""
    refusals = list(check_objects(layer))
    try:
        layer.validate()
    except InvalidArgument as refusal:
        refusals.append(refusal)
    return refusals


def _placed(
    schema: type[LayerSchema],
    names: list[str],
    positional: Sequence[Argument],
    keras: int | None,
    refusals: list[InvalidArgument],
) -> list[tuple[str, Argument]]:
    """Name the positional arguments; unknown are those that each Keras takes for another."""
    order = names
    if keras != 3 and (schema.added or schema.keras_2_places):
        order = [schema.accepts.get(name) or name for name in keras_2_argument_names(schema)]
    places = max(len(order), 0 if keras == 2 else len(names))
    if len(positional) > places:
        expected = f"at most {places} positional arguments"
        last = names[-1] if names else ""
        refusals.append(InvalidArgument(last, expected, str(len(positional)), kind="surplus"))
    if keras is not None or order is names:
        return list(zip(order, positional, strict=False))
    pairs = list(zip_longest(order, names, fillvalue=""))
    same = next((at for at, (one, other) in enumerate(pairs) if one != other), len(pairs))
    unsure = dict.fromkeys(name for pair in pairs[same : len(positional)] for name in pair if name)
    return [
        *zip(order[:same], positional, strict=False),
        *((name, Unknown("Keras 2 and 3 have another order")) for name in unsure if name in names),
    ]


def _holds(refusal: InvalidArgument, keras: int | None) -> bool:
    return refusal.keras == (2, 3) if keras is None else keras in refusal.keras


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


def _with_parts_joined(
    schema: type[LayerSchema],
    positional: Sequence[Argument],
    keywords: Mapping[str, Argument],
    refusals: list[InvalidArgument],
) -> Mapping[str, Argument]:
    """Give keywords with the sizes that Keras 1 took one by one as one tuple."""
    for name, parts in schema.former_parts.items():
        value = joined(parts, keywords)
        for part in parts:
            if part in keywords:
                remedy = f"write {name}={show(value) if isinstance(value, tuple) else ''}"
                refusals.append(InvalidArgument(
                    part, f"`{name}`", f"{part}=", kind="removed", keras=(3,), remedy=remedy
                ))  # fmt: skip
        rest = {key: one for key, one in keywords.items() if key not in parts}
        if len(rest) < len(keywords):
            keywords = rest if len(positional) > 1 or name in rest else {**rest, name: value}
    return keywords


def _renamed(old: str, new: str, value: Argument) -> InvalidArgument:
    remedy = remedy_for(old, new, value)
    return InvalidArgument(old, f"`{new}`", f"{old}=", kind="removed", keras=(3,), remedy=remedy)


def _added(name: str) -> InvalidArgument:
    return InvalidArgument(
        name, "an argument that Keras 2 takes", f"{name}=", kind="unknown", keras=(2,)
    )


def _not_passed_on(name: str) -> InvalidArgument:
    return InvalidArgument(
        name, "an argument that it takes", f"{name}=", kind="unknown", keras=(3,)
    )


def _removed(name: str, value: Argument, schema: type[LayerSchema]) -> InvalidArgument:
    remedy = schema.instead.get(name) or REMOVED_IN_KERAS_3.get(name, "leave it out")
    if says_the_default(name, value):
        remedy = "leave it out: it has no effect"
    return InvalidArgument(
        name,
        "an argument that Keras 3 takes",
        f"{name}={show(value)}",
        kind="removed",
        keras=(3,),
        remedy=remedy,
    )
