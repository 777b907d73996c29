"""Arguments as plain JSON, for a process that knows Keras and nothing of ours.

Numbers, texts, truth values, ``None`` and lists stand for themselves; everything else is a
dict with its kind under ``"$"``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from keras_lint.layers.arguments import Argument, NumpyInteger, Opaque
from keras_lint.layers.schema import INPUT_ARGUMENTS, LayerSchema
from keras_lint.shapes import (
    Dynamic,
    Polynomial,
    TensorSpec,
    Unknown,
    is_known,
    with_defaults,
)

HARMLESS_ENDINGS = ("_initializer", "_regularizer", "_constraint", "activation", "_policy")
HARMLESS = ("initializer", "seed", "dtype", "weights", "trainable", "autocast", "rng_type")
"""Arguments that change no shape and no weight count, so that they may be left out where
their value is not known."""

_MADE_BY_NAME = ("keras.initializers.", "keras.regularizers.", "keras.constraints.",
                 "keras.activations.", "keras.losses.")  # fmt: skip

Jsonable = Any
EncodeLayer = Callable[[LayerSchema], Jsonable]


class NotDescribable(Exception):
    """A model cannot be described; the text says why."""


def is_harmless(name: str) -> bool:
    """Tell whether an argument changes no shape."""
    return name in HARMLESS or name in INPUT_ARGUMENTS or name.endswith(HARMLESS_ENDINGS)


def encode(argument: Argument, layer: EncodeLayer) -> Jsonable:
    """Give an argument as JSON; ``layer`` encodes the layers inside wrappers.

    Raises:
        NotDescribable: it is not known, or an object of the user's own.
    """
    match argument:
        case None | bool() | int() | float() | str():
            return argument
        case Dynamic():
            return None
        case Polynomial():
            settled = with_defaults(argument)
            if is_known(settled):
                return settled
            raise NotDescribable(f"the size `{argument}` is not known")
        case NumpyInteger(value):
            return {"$": "numpy", "value": encode(value, layer)}
        case Unknown(why):
            raise NotDescribable(why)
        case tuple():
            return {"$": "tuple", "items": [encode(item, layer) for item in argument]}
        case list():
            return [encode(item, layer) for item in argument]
        case Mapping():
            items = [[encode(k, layer), encode(v, layer)] for k, v in argument.items()]
            return {"$": "dict", "items": items}
        case LayerSchema():
            return layer(argument)
        case Opaque(name, keywords):
            return _encode_object(name, keywords, layer)
        case TensorSpec():
            return _encode_array(argument)
    raise NotDescribable(f"an argument of type {type(argument).__name__}")


def _encode_object(name: str, keywords: Mapping[str, Argument], layer: EncodeLayer) -> Jsonable:
    if not name.startswith(_MADE_BY_NAME):
        raise NotDescribable(f"`{name}` is not known to Keras")
    if name.rpartition(".")[2][:1].islower():
        return {"$": "named", "name": name}
    made = {key: encode(value, layer) for key, value in keywords.items()}
    return {"$": "made", "name": name, "keywords": made}


def _encode_array(spec: TensorSpec) -> Jsonable:
    if spec.content is not None and spec.content.elements is not None:
        elements = spec.content.elements
        if all(is_known(element) for element in elements):
            return {"$": "array", "items": list(elements), "scalar": spec.shape.rank == 0}
    raise NotDescribable("an array whose values are not known")


def encode_shape(spec: TensorSpec) -> list[int | None]:
    """Give the shape of a tensor, ``None`` for Keras's own.

    Raises:
        NotDescribable: an axis or the rank is not known.
    """
    if spec.shape.dims is None:
        raise NotDescribable(spec.shape.why or "an input of unknown shape")
    found: list[int | None] = []
    for dim in spec.shape.dims:
        settled = with_defaults(dim)
        if isinstance(settled, Dynamic):
            found.append(None)
        elif is_known(settled):
            found.append(settled)
        else:
            why = settled.why if isinstance(settled, Unknown) else f"the size `{settled}`"
            raise NotDescribable(f"an input of shape {spec.shape}: {why} is not known")
    return found


def encode_keywords(
    arguments: Mapping[str, Argument], layer: EncodeLayer, omitted: list[str]
) -> dict[str, Jsonable]:
    """Encode arguments by name; those that change no shape are left out where not known."""
    found: dict[str, Jsonable] = {}
    for name, value in arguments.items():
        try:
            found[name] = encode(value, layer)
        except NotDescribable as error:
            if not is_harmless(name):
                raise NotDescribable(f"`{name}`: {error}") from None
            omitted.append(name)
    return found


def with_data_format(schema: LayerSchema, given: Mapping[str, Argument]) -> dict[str, Argument]:
    """Write out the data format that ``keras.config`` gives a layer which is given none."""
    found = dict(given)
    meant = schema.image_data_format
    if found.get("data_format") is None and hasattr(schema, "data_format"):
        if isinstance(meant, Unknown):
            raise NotDescribable(f"`data_format`: {meant.why}")
        if meant != "channels_last":
            found["data_format"] = meant
    return found


def bound_arguments(schema: LayerSchema) -> dict[str, Argument]:
    """Give the arguments of a layer by name, as its schema bound them."""
    found = {
        one.name.rstrip("_"): getattr(schema, one.name)
        for one in fields(schema)  # type: ignore[arg-type]
    }
    found.update({key: value for key, value in schema.common.items() if key not in found})
    return found
