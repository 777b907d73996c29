"""The initializers, regularizers, constraints and activations that Keras knows by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from keras_lint.layers.activations.names import nearest_name
from keras_lint.layers.arguments import Argument, show
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import InvalidArgument

_INITIALIZERS: Final = frozenset(
    {
        "Constant", "GlorotNormal", "GlorotUniform", "HeNormal", "HeUniform", "Identity",
        "Initializer", "LecunNormal", "LecunUniform", "Ones", "Orthogonal", "RandomNormal",
        "RandomUniform", "TruncatedNormal", "VarianceScaling", "Zeros", "constant",
        "glorot_normal", "glorot_uniform", "he_normal", "he_uniform", "identity", "initializer",
        "lecun_normal", "lecun_uniform", "normal", "one", "ones", "orthogonal", "random_normal",
        "random_uniform", "truncated_normal", "uniform", "variance_scaling", "zero", "zeros",
    }
)  # fmt: skip
_REGULARIZERS: Final = frozenset(
    {
        "L1", "L1L2", "L2", "OrthogonalRegularizer", "Regularizer", "l1", "l1l2", "l2",
        "orthogonal_regularizer", "regularizer",
    }
)  # fmt: skip
_CONSTRAINTS: Final = frozenset(
    {
        "Constraint", "MaxNorm", "MinMaxNorm", "NonNeg", "UnitNorm", "constraint", "max_norm",
        "min_max_norm", "non_neg", "unit_norm",
    }
)  # fmt: skip

NAMES: Final = {
    (3, "initializer"): _INITIALIZERS | {
        "IdentityInitializer", "OrthogonalInitializer", "STFT", "STFTInitializer", "stft",
    },
    (3, "regularizer"): _REGULARIZERS,
    (3, "constraint"): _CONSTRAINTS,
    (2, "initializer"): _INITIALIZERS | {
        f"{name}V2" for name in _INITIALIZERS
        if name != "Initializer" and (name[0].isupper() or name[:3] in ("glo", "he_", "lec"))
    },
    (2, "constraint"): _CONSTRAINTS - {"constraint"} | {
        "RadialConstraint", "maxnorm", "nonneg", "radial_constraint", "unitnorm",
    },
    (2, "activation"): frozenset(
        {
            "ELU", "LeakyReLU", "PReLU", "ReLU", "Softmax", "ThresholdedReLU", "elu",
            "exponential", "gelu", "hard_sigmoid", "leaky_relu", "linear", "log_softmax", "mish",
            "relu", "relu6", "selu", "sigmoid", "silu", "softmax", "softplus", "softsign",
            "swish", "tanh",
        }
    ),
}  # fmt: skip
"""What ``keras.initializers.get`` and the like take, by version. Keras 2 takes every word for a
regularizer; the activations of Keras 3 are checked where the layers are."""

_LOOKS_AMONG_CUSTOM_OBJECTS: Final = {
    (3, "initializer"), (2, "initializer"), (2, "constraint"), (2, "activation"),
}  # fmt: skip
_UNREAD: Final = {("keras.layers.SimpleRNN", "activity_regularizer")}
"""Keras 3: ``SimpleRNN.__init__`` drops it."""


def check_objects(layer: LayerSchema) -> Iterator[InvalidArgument]:
    """Give the arguments that name no object of their kind, or cannot be one.

    A name that may be that of a custom object is refused only where it is nearly one of Keras's;
    ``kind`` is ``object`` there.
    """
    arguments = {one.name: getattr(layer, one.name) for one in fields(layer)}  # type: ignore[arg-type]
    arguments.update(
        {name: layer.common[name] for name in ("activity_regularizer",) if name in layer.common}
    )
    for name, value in arguments.items():
        family = name.rpartition("_")[2]
        if (layer.keras_name, name) in _UNREAD and layer.keras != 2:
            continue
        if isinstance(value, str):
            yield from _unknown_names(name, family, value)
        elif family in ("initializer", "regularizer", "constraint") and isinstance(
            value, bool | int | float | list | tuple
        ):
            yield InvalidArgument(name, f"{_article(family)}, a function or None", show(value))


def _unknown_names(name: str, family: str, value: Argument) -> Iterator[InvalidArgument]:
    for custom in (False, True):
        majors = tuple(
            major
            for major in (2, 3)
            if value not in NAMES.get((major, family), {value})
            and custom == ((major, family) in _LOOKS_AMONG_CUSTOM_OBJECTS)
        )
        if not majors:
            continue
        near = nearest_name(value, NAMES[majors[-1], family])
        if custom and (near is None or ">" in value):
            continue
        yield InvalidArgument(
            name,
            f"the name of {_article(family)} in keras.{family}s",
            repr(value),
            kind="object" if custom else "value",
            keras=majors,
            remedy=f"use one of keras.{family}s" if near is None else f'write "{near}"',
        )


def _article(family: str) -> str:
    return f"an {family}" if family[0] in "aeiou" else f"a {family}"
