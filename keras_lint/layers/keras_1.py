"""How Keras 1 wrote arguments: other values, and kernels size by size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from keras_lint.layers.arguments import Argument, is_size, show
from keras_lint.shapes import Unknown

if TYPE_CHECKING:
    from keras_lint.layers.schema import LayerSchema

_VALUES: Mapping[str, Mapping[str, Argument]] = {
    "dim_ordering": {"tf": "channels_last", "th": "channels_first", "default": None},
    "forget_bias_init": {"one": True, "ones": True, "zero": False, "zeros": False},
}
"""The arguments whose values have other names now, with the new ones."""

_WITHOUT_EFFECT: Mapping[str, tuple[Argument, ...]] = {
    "mode": (0,),
    "dropout": (0,),
    "fused": (True, False, None),
    "consume_less": ("cpu", "mem", "gpu"),
}
"""The values of removed arguments that say what the layer does anyway."""


def modern_value(old: str, value: Argument) -> Argument:
    """Give the value that a renamed argument has under its new name."""
    values = _VALUES.get(old)
    if values is None or isinstance(value, Unknown):
        return value if values is None else Unknown(f"the value of {old}= is not known")
    if isinstance(value, str) and value in values:
        return values[value]
    return Unknown(f"no value of today for {old}={show(value)}")


def remedy_for(old: str, new: str, value: Argument) -> str:
    """Say what to write instead of a renamed argument."""
    if old not in _VALUES:
        return f"write {new}="
    modern = modern_value(old, value)
    if modern is None:
        return "leave it out: it is the default"
    if not isinstance(modern, Unknown):
        return f"write {new}={show(modern)}"
    pairs = [f"{show(one)} for {show(was)}" for was, one in _VALUES[old].items() if one is not None]
    return f"write {new}=, with {' and '.join(pairs[:2])},"


def says_the_default(name: str, value: Argument) -> bool:
    """Tell whether a removed argument has no effect, so that leaving it out changes nothing."""
    values = _WITHOUT_EFFECT.get(name, ())
    return not isinstance(value, Unknown) and value in values


def kernel_of_numbers(
    schema: type[LayerSchema], positional: Sequence[Argument], keywords: Mapping[str, Argument]
) -> bool:
    """Tell whether the numbers after the filters are the sizes of one kernel.

    So it is where a call has keywords of Keras 1: ``Conv2D(32, 3, 3, border_mode="same")``.
    """
    return any(
        len(positional) == len(parts) + 1
        and all(map(_is_number, positional[1:]))
        and not any(part in keywords for part in parts)
        and any(key in schema.legacy for key in keywords)
        for parts in schema.former_parts.values()
        if len(parts) > 1
    )


def with_kernel(
    schema: type[LayerSchema],
    positional: Sequence[Argument],
    keywords: Mapping[str, Argument],
    *,
    may_be_keras_1: bool,
) -> Sequence[Argument]:
    """Give positional arguments with the sizes of one kernel as one tuple."""
    if kernel_of_numbers(schema, positional, keywords):
        return (positional[0], tuple(positional[1:]))
    return _with_either_meaning(schema, positional) if may_be_keras_1 else positional


def _with_either_meaning(
    schema: type[LayerSchema], positional: Sequence[Argument]
) -> Sequence[Argument]:
    """Give positional arguments that Keras 1 and Keras 2 read differently as unknown.

    ``Conv2D(32, 3, 5)`` has a kernel of 3 x 5 in Keras 1 and in Keras 2 until ``tf.keras``, and
    one of 3 x 3 with strides of 5 since then. ``Conv3D(32, 3, 3, 3)`` was never anything else.
    """
    for parts in schema.former_parts.values():
        sizes = positional[1:]
        if len(parts) < 2 or len(sizes) != len(parts) or not all(map(_is_number, sizes)):
            continue
        if len(parts) > 2:
            return (positional[0], tuple(sizes))
        if any(size != 1 for size in sizes):
            why = Unknown("Keras 1 reads the kernel here, and Keras 2 the strides")
            return (positional[0], why, why)
    return positional


def _is_number(argument: Argument) -> bool:
    return is_size(argument) and not isinstance(argument, Unknown | bool)


def joined(parts: Sequence[str], keywords: Mapping[str, Argument]) -> Argument:
    """Give the tuple that arguments of Keras 1 stand for together."""
    if all(part in keywords for part in parts):
        return tuple(keywords[part] for part in parts)
    return Unknown(f"not all of {', '.join(parts)} are given")
