"""How to call the functions of ``keras_lint.ops.losses``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, axes_of, flags, once_in, perturbed, shapes, tensors
from tests.ops.libraries import T

FLOATS = ("float32",)


@st.composite
def _per_row(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4))
    arguments: dict[str, Any] = {"output": x}
    if draw(flags):
        arguments["axis"] = draw(axes_of(len(x.shape)))
    return arguments


@st.composite
def _per_value(draw: Draw) -> Arguments:
    shape = draw(shapes(0, 4))
    return {"output": T(shape), "target": T(draw(once_in(6, perturbed(shape), st.just(shape))))}


def _same(name: str) -> Any:
    return lambda arguments: {name: arguments["output"]}


def _sparse(name: str, output: str = "output") -> Any:
    """Give integer labels for all but the axis of the classes."""

    def extras(arguments: Arguments) -> Arguments:
        shape = list(arguments[output].shape)
        axis = arguments.get("axis", -1)
        if -len(shape) <= axis < len(shape):
            del shape[axis]
        return {name: T(tuple(shape), "int32", "zeros")}

    return extras


FAMILIES = {
    "per_row": Family(
        _per_row(),
        dtypes=FLOATS,
        silent=("Requires start <= limit when delta >",),
        left_open=("the shape that Keras shows for classes on this axis",),
    ),
    "sparse_per_row": Family(tensors(0, 4).map(lambda x: {"logits": x}), dtypes=FLOATS),
    "sparse_per_row_in_backend": Family(
        _per_row(),
        dtypes=FLOATS,
        silent=("except for the last dimension",),
        left_open=(
            "the loss of a single row",
            "as many losses as there are targets",
        ),
    ),
    "binary_crossentropy": Family(
        _per_value(), dtypes=FLOATS, silent=("must have the same shape.*None",)
    ),
    "per_logit": Family(_per_value(), dtypes=FLOATS, left_open=("targets of another shape",)),
    "per_value": Family(
        _per_value(),
        dtypes=FLOATS,
        refuses=(),
        silent=("Dimensions must be equal, but are",),
        left_open=("targets of another shape",),
    ),
}
EXTRAS: dict[str, Any] = {
    "tensorflow.nn.softmax_cross_entropy_with_logits": _same("labels"),
    "keras.ops.categorical_crossentropy": _same("target"),
    "keras.backend.categorical_crossentropy": _same("target"),
    "keras.ops.sparse_categorical_crossentropy": _sparse("target"),
    "keras.backend.sparse_categorical_crossentropy": _sparse("target"),
    "tensorflow.nn.sparse_softmax_cross_entropy_with_logits": _sparse("labels", "logits"),
}
