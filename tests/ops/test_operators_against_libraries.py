"""Operators and subscripts of arrays and tensors, with random operands."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from keras_lint.ops.indexing import getitem
from keras_lint.ops.operators import binary, unary
from keras_lint.shapes import Refusal, Shape, TensorSpec
from tests.ops import libraries
from tests.ops.differential import (
    ACCEPTED,
    BROADCASTS,
    DTYPE_ERRORS,
    REFUSED,
    SEED,
    contrast,
    mentioned,
)
from tests.ops.families.draws import Draw, concrete, once_in, pairs, sizes, tensors
from tests.ops.families.linear_algebra import FAMILIES as PRODUCTS
from tests.ops.hiding import unknowns
from tests.ops.libraries import T, answers

BINARY: dict[str, Callable[..., Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod, "**": operator.pow, "@": operator.matmul,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
BITWISE: dict[str, Callable[..., Any]] = {
    "&": operator.and_, "|": operator.or_, "^": operator.xor,
}  # fmt: skip
UNARY = {"+": operator.pos, "-": operator.neg, "~": operator.invert}
LIBRARIES = ("numpy", "tensorflow", "keras")
EQUALITY = ("==", "!=")
# Keras and TensorFlow multiply no vectors with `@`; numpy compares no shapes that do not fit.
SILENT = {
    "@": ("rank 2 but is rank 1",),
    **dict.fromkeys(EQUALITY, ("operands could not be broadcast",)),
}
LEFT_OPEN = dict.fromkeys(
    EQUALITY, ("a comparison of shapes that do not fit", "an equality of shapes that may not fit")
)
# Symbolic tensors of Keras have neither bitwise operators nor `+x`, and `==` compares identity.
BINARY_CASES = [
    (library, symbol)
    for library in LIBRARIES
    for symbol in [*BINARY, *BITWISE]
    if library != "keras" or symbol not in (*BITWISE, *EQUALITY)
]
UNARY_CASES = [
    ("numpy", "float32", "-"), ("numpy", "float32", "+"), ("numpy", "int32", "~"),
    ("tensorflow", "float32", "-"), ("tensorflow", "bool", "~"), ("keras", "float32", "-"),
]  # fmt: skip


def attempt(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function; give its result, or the exception that it raises."""
    try:
        return function(*arguments)
    except Exception as error:
        return error


def ask(library: str, function: Callable[..., Any], operands: list[Any]) -> Any:
    """Apply an operator to arrays, under ``tf.function``, or to symbolic tensors."""
    if library == "tensorflow":
        return attempt(libraries.traced, function, operands, {})
    make = T.array if library == "numpy" else T.symbolic
    return attempt(lambda: answers(function(*libraries.replace(operands, make))))


def execute(library: str, function: Callable[..., Any], operands: list[Any]) -> Any:
    """Apply an operator to arrays or to eager tensors."""
    make: Callable[[T], Any] = T.array if library == "numpy" else T.eager
    return attempt(lambda: answers(function(*libraries.replace(operands, make))))


def refusing(function: Callable[..., Any]) -> Callable[[Any], Any]:
    """Give a refusal as a result."""

    def predict(given: Any) -> Any:
        try:
            return function(*given)
        except Refusal as refusal:
            return refusal

    return predict


def spec(tensor: T) -> TensorSpec:
    """Give what the interpreter knows of a tensor."""
    return TensorSpec(Shape.of(*tensor.shape), tensor.dtype)


def settled(library: str, value: Any) -> Any:
    """Give sizes to the axes of arrays."""
    sized = lambda one: T(concrete(one.shape), one.dtype, one.fill)  # noqa: E731
    return libraries.replace(value, sized) if library == "numpy" else value


def many(
    label: str,
    draws: SearchStrategy[Any],
    contrasted: Callable[[Any, int], tuple[Any, Any]],
    *,
    refuses: bool = True,
    silent: tuple[str, ...] = (),
    left_open: tuple[str, ...] = (),
) -> None:
    """Contrast draws until so many were accepted and refused, and print the rates.

    ``silent`` are patterns of errors that are not predicted, ``left_open`` of the reasons for
    which something stays unknown; there must be no others.
    """
    seen: Counter[str] = Counter()
    for number in range(80):
        if seen["accepted"] >= ACCEPTED and (seen["refused"] >= REFUSED or not refuses):
            break

        @seed(1000 * SEED + number)
        @settings(
            max_examples=50, database=None, deadline=None,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(draws, st.integers(0, 10**6))
        def round_of_draws(drawn: Any, secret: int) -> None:
            mine, library = contrasted(drawn, secret)
            if isinstance(mine, Exception):
                seen["refused"] += 1
            elif isinstance(library, Exception):
                assert mentioned(str(library), [*DTYPE_ERRORS, *silent]), (drawn, library)
                seen["silent"] += 1
            else:
                reasons = unknowns(mine)
                assert all(mentioned(one, [*BROADCASTS, *left_open]) for one in reasons), (
                    drawn,
                    reasons,
                )
                seen["open" if reasons else "accepted"] += 1

        round_of_draws()
    total = sum(seen.values())
    print(f"{label}: {total} calls, {seen['accepted'] / total:.0%} accepted, {dict(seen)}")
    assert seen["accepted"] >= ACCEPTED
    assert seen["refused"] >= REFUSED or not refuses


@st.composite
def operands(draw: Draw, dtype: str = "float32") -> list[Any]:
    """Draw two operands that broadcast, mostly, or a tensor and a number."""
    left, right = (T(shape, dtype) for shape in draw(pairs()))
    match draw(st.integers(0, 7)):
        case 0:
            return [left, 2]
        case 1:
            return [2, right]
    return [left, right]


matrices = PRODUCTS["matmul"].draws.map(lambda one: [one["x1"], one["x2"]])


@pytest.mark.parametrize(("library", "symbol"), BINARY_CASES)
def test_a_binary_operator(library: str, symbol: str) -> None:
    """Operands broadcast alike in all libraries, but for what the library refuses."""
    function = {**BINARY, **BITWISE}[symbol]
    dtype = "int32" if symbol in BITWISE else "float32"
    draws = matrices if symbol == "@" else operands(dtype)

    def contrasted(drawn: list[Any], secret: int) -> tuple[Any, Any]:
        drawn = settled(library, drawn)
        return contrast(
            f"{symbol} in {library}",
            [symbol, *libraries.replace(drawn, spec)],
            secret,
            refusing(lambda sign, *rest: binary(sign if sign in BINARY else symbol, *rest)),
            lambda: ask(library, function, drawn),
            lambda: execute(library, function, drawn),
        )

    many(
        f"{symbol} in {library}",
        draws,
        contrasted,
        refuses=symbol not in EQUALITY,
        silent=SILENT.get(symbol, ()),
        left_open=LEFT_OPEN.get(symbol, ()),
    )


@pytest.mark.parametrize(("library", "dtype", "symbol"), UNARY_CASES)
def test_a_unary_operator(library: str, dtype: str, symbol: str) -> None:
    """The shape stays."""

    def contrasted(x: T, secret: int) -> tuple[Any, Any]:
        drawn = settled(library, [T(x.shape, dtype)])
        return contrast(
            f"{symbol}x in {library}",
            libraries.replace(drawn, spec),
            secret,
            refusing(lambda x: unary(symbol, x)),
            lambda: ask(library, UNARY[symbol], drawn),
            lambda: execute(library, UNARY[symbol], drawn),
        )

    many(f"{symbol}x in {library}", tensors(), contrasted, refuses=False)


@st.composite
def subscripts(draw: Draw, *, arrays: bool) -> tuple[T, tuple[Any, ...]]:
    """Draw a tensor and parts of a subscript, an array of integers or a mask among them."""
    x = draw(tensors(0, 4))
    ends = st.one_of(st.none(), st.integers(-7, 7))
    steps = st.sampled_from([None, None, None, 1, 2, -1, -2])
    parts: list[Any] = []
    axis = 0
    while axis < len(x.shape) and draw(st.integers(0, 4)):
        size = x.shape[axis] or 2
        match draw(st.integers(0, 9 if arrays else 7)):
            case 0 | 1:
                parts.append(draw(once_in(6, st.integers(-7, 7), st.integers(-size, size - 1))))
            case 2 | 3 | 4 | 5:
                parts.append(slice(draw(ends), draw(ends), draw(steps)))
            case 6:
                parts.append(None)
                axis -= 1
            case 7 if Ellipsis not in parts:
                parts.append(Ellipsis)
                axis = max(axis, draw(st.integers(0, len(x.shape)))) - 1
            case 8:
                few = st.lists(st.integers(0, size - 1), min_size=1, max_size=3)
                parts.append(draw(once_in(2, few, st.just(T((2,), "int32", "zeros")))))
            case 9:
                parts.append(T((draw(once_in(6, sizes, st.just(size))),), "bool"))
            case _:
                parts.append(slice(None))
        axis += 1
    if not draw(st.integers(0, 9)):
        parts += [0] * draw(st.integers(1, 3))
    return x, tuple(parts)


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_subscript(library: str) -> None:
    """Integers, slices, new axes, ellipses, and in numpy arrays and masks."""

    def contrasted(drawn: Any, secret: int) -> tuple[Any, Any]:
        x, index = settled(library, drawn)
        whole = index[0] if len(index) == 1 else index
        return contrast(
            f"a subscript in {library}",
            (spec(x), libraries.replace(index, spec)),
            secret,
            refusing(getitem),
            lambda: ask(library, operator.getitem, [x, whole]),
            lambda: execute(library, operator.getitem, [x, whole]),
        )

    many(
        f"subscripts in {library}",
        subscripts(arrays=library == "numpy"),
        contrasted,
        silent=(
            "boolean index did not match",
            "Unsupported key type for array slice",
            "with size 0",
        ),
        left_open=("the number of true values in a mask",),
    )
