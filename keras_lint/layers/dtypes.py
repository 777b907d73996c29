"""The dtypes that a layer computes in and gives, as far as its arguments say."""

from __future__ import annotations

from typing import Final

from keras_lint.layers.arguments import Argument, Opaque

FLOAT_DTYPES: Final = frozenset({"float16", "bfloat16", "float32", "float64"})
DTYPES: Final = FLOAT_DTYPES | {
    "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64", "bool", "string",
    "float8_e4m3fn", "float8_e5m2", "complex64", "complex128",
}  # fmt: skip
"""The names that ``keras.backend.standardize_dtype`` takes."""

_PYTHON_TYPES: Final = {"int": "int64", "float": "float32", "bool": "bool", "str": "string"}


def compute_dtype(policy: Argument) -> str | None:
    """Give the dtype in which a layer with this ``dtype`` argument computes, or None.

    Keras: ``dtype_policies.get``; ``mixed_float16`` computes in ``float16``, and a quantized
    policy such as ``int8_from_bfloat16`` in what follows ``from``.
    """
    if policy is None:
        return "float32"
    if isinstance(policy, Opaque):
        return dtype_name(policy)
    if not isinstance(policy, str):
        return None
    dtype = policy.rpartition("_from_")[2].removeprefix("mixed_")
    return dtype if dtype in DTYPES else _PYTHON_TYPES.get(dtype)


def dtype_name(dtype: Argument) -> str | None:
    """Give Keras's name of a dtype: a string, ``tf.int32``, ``np.float32`` or a Python type."""
    if dtype is None:
        return "float32"
    if isinstance(dtype, Opaque):
        module, _, dtype = dtype.name.rpartition(".")
        if module in ("", "builtins"):
            return _PYTHON_TYPES.get(dtype)
    if not isinstance(dtype, str):
        return None
    return dtype if dtype in DTYPES else _PYTHON_TYPES.get(dtype)


def autocast(dtype: str | None, compute: str | None) -> str | None:
    """Give the dtype of an input as ``call`` sees it: floats are cast, the rest is kept.

    Keras: ``DTypePolicy.convert_input``.
    """
    return compute if dtype in FLOAT_DTYPES else dtype


def is_quantized(policy: Argument) -> bool:
    """Tell whether a ``dtype`` argument names a quantized policy, which has other weights."""
    return isinstance(policy, str) and ("_from_" in policy or policy.startswith("float8"))
