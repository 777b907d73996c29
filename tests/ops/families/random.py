"""How to call the functions of ``keras_lint.ops.random``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Extras, Family
from tests.ops.families.creation import made_shapes
from tests.ops.families.draws import Draw, concrete, flags, once_in, pairs, shapes, tensors
from tests.ops.libraries import T


@st.composite
def _shaped(draw: Draw) -> Arguments:
    shape = draw(made_shapes())
    shape = (shape,) if isinstance(shape, int) else shape
    arguments: dict[str, Any] = {"shape": shape}
    return (
        {**arguments, "dtype": draw(st.sampled_from(["float32", "float64"]))}
        if draw(flags)
        else arguments
    )


@st.composite
def _integers(draw: Draw) -> Arguments:
    arguments = {**draw(_shaped()), "minval": 0, "maxval": draw(st.integers(1, 9))}
    return {**arguments, "dtype": draw(st.sampled_from(["int32", "int64"]))}


@st.composite
def _classes(draw: Draw) -> Arguments:
    logits = draw(once_in(6, tensors(0, 3), tensors(2, 2, st.integers(1, 4))))
    return {"logits": logits, "num_samples": draw(st.integers(0, 4))}


@st.composite
def _sizes(draw: Draw) -> Arguments:
    return {"sizes": concrete(draw(shapes(0, 4, once_in(12, st.just(-1), st.integers(0, 4)))))}


@st.composite
def _sized(draw: Draw, *names: str) -> Arguments:
    """Draw parameters, which may be arrays, and a size, which may be absent."""
    arguments: dict[str, Any] = {}
    for name, shape in zip(names, draw(pairs(0, 2)), strict=False):
        value: Any = draw(st.sampled_from([1, 0.5, T(shape)]))
        arguments[name] = 2 if name == "n" and value == 0.5 else value
    if not names or draw(flags):
        size: Any = concrete(draw(shapes(0, 3)))
        if isinstance(arguments.get(names[0] if names else ""), T) and draw(flags):
            size = arguments[names[0]].shape
        arguments["size"] = draw(st.sampled_from([concrete(size), 3, None]))
    return arguments


@st.composite
def _chosen(draw: Draw) -> Arguments:
    arguments: dict[str, Any] = {
        "a": draw(once_in(2, st.integers(1, 9), tensors(1, 1, st.integers(1, 4))))
    }
    if draw(flags):
        arguments["size"] = draw(st.sampled_from([3, (2, 3), None, ()]))
    return arguments


@st.composite
def _low_high(draw: Draw) -> Arguments:
    arguments: dict[str, Any] = {"low": draw(st.integers(-3, 6))}
    if draw(flags):
        arguments["high"] = draw(st.integers(-3, 9))
    if draw(flags):
        arguments["size"] = draw(st.sampled_from([3, (2, 3), None, ()]))
    if not draw(st.integers(0, 3)):
        arguments["dtype"] = draw(st.sampled_from(["int32", "int64"]))
    if not draw(st.integers(0, 3)):
        arguments["endpoint"] = draw(flags)
    return arguments


_permuted = once_in(3, st.integers(0, 9), tensors(1, 4)).map(lambda x: {"x": x})


def _fixed(**keywords: Any) -> Extras:
    return lambda _arguments: keywords


FLOATS = ("float32",)
FAMILIES = {
    "of_shape": Family(_shaped(), refuses=()),
    "uniform": Family(_integers(), refuses=()),
    "randint_in_keras": Family(_integers(), refuses=()),
    "categorical": Family(
        _classes(), dtypes=FLOATS, refuses=(), silent=("num_classes should be positive",)
    ),
    "rand": Family(_sizes(), refuses=()),
    "draw": Family(_sized(), refuses=()),
    "draw_with_two": Family(_sized("one", "two"), dtypes=FLOATS, silent=("high - low <",)),
    "draw_with_one": Family(_sized("one"), dtypes=FLOATS, refuses=()),
    "binomial": Family(_sized("n", "p"), dtypes=("int32",)),
    "poisson": Family(_sized("lam"), dtypes=FLOATS, refuses=()),
    "randint": Family(_low_high(), silent=("low > high",)),
    "choice": Family(_chosen(), refuses=()),
    "permutation": Family(_permuted, refuses=()),
}
EXTRAS: dict[str, Extras] = {
    "keras.random.gamma": _fixed(alpha=1.0),
    "keras.random.beta": _fixed(alpha=1.0, beta=1.0),
    "keras.random.binomial": _fixed(counts=5.0, probabilities=0.5),
    "tensorflow.random.stateless_normal": _fixed(seed=(1, 2)),
    "tensorflow.random.stateless_truncated_normal": _fixed(seed=(1, 2)),
    "tensorflow.random.stateless_uniform": _fixed(seed=(1, 2)),
}
