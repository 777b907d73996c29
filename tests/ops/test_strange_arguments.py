"""Whatever a program passes, an operation answers, refuses, or does not know."""

from __future__ import annotations

import random
from typing import Any

import pytest

from keras_lint.layers.arguments import NumpyInteger, Opaque
from keras_lint.ops.indexing import getitem
from keras_lint.ops.operators import binary
from keras_lint.ops.registry import find_operation, operation_modules
from keras_lint.shapes import (
    DYNAMIC,
    Content,
    Polynomial,
    Refusal,
    Shape,
    Symbol,
    TensorSpec,
    Unknown,
)

N = Polynomial.of(Symbol("n", "n"))
TENSORS = [
    TensorSpec(Shape.of(None, 4, 8)),
    TensorSpec(Shape.of(2, 3)),
    TensorSpec(Shape.of(0, 3)),
    TensorSpec(Shape(())),
    TensorSpec(Shape.unknown("an input")),
    TensorSpec(Shape((Unknown("a size"), N, 3)), "int32"),
    TensorSpec(Shape.of(3), "int32", content=Content(elements=(DYNAMIC, 4, 8))),
    TensorSpec(Shape.of(None), "bool"),
]
ARGUMENTS = [
    *TENSORS, Unknown("x"), None, 0, 1, -1, 2, 5, -100, True, False, 1.5, float("nan"),
    float("inf"), 1j, "same", "ij,jk->ik", "float32", b"x", (1, 2), [1, 2], [], (),
    [[1, 2], [3, 4]], (None, -1), [None, None], ((1, 1), (2, 2)), [("a",)], (slice(None),),
    DYNAMIC, N, N + 1, NumpyInteger(3), Opaque("numpy.float32"), {"a": 1}, object(),
    [TENSORS[1], TENSORS[1]], [TENSORS[4], TENSORS[1]], [Unknown("q"), 2],
]  # fmt: skip


@pytest.mark.parametrize("module", sorted(set(operation_modules().values())))
def test_no_call_fails(module: str) -> None:
    draw = random.Random(0)
    for name in sorted(one for one, place in operation_modules().items() if place == module):
        operation = find_operation(name)
        assert operation is not None
        most = min(len(operation.spellings[name].parameters), 5)
        for _ in range(60):
            arguments: list[Any] = [draw.choice(ARGUMENTS) for _ in range(draw.randint(0, most))]
            arguments[:1] = [draw.choice(TENSORS)] if draw.random() < 0.7 else arguments[:1]
            try:
                operation.apply(name, arguments, {})
            except Refusal as refusal:
                assert refusal.expected and refusal.found


def test_no_subscript_fails() -> None:
    draw = random.Random(0)
    for _ in range(5000):
        ends = slice(draw.choice(ARGUMENTS), draw.choice(ARGUMENTS), draw.choice([None, 1, -1, 0]))
        parts = [*ARGUMENTS, Ellipsis, slice(None), ends]
        index = tuple(draw.choice(parts) for _ in range(draw.randint(0, 4)))
        try:
            result = getitem(draw.choice(TENSORS), index)
        except Refusal:
            continue
        assert isinstance(result, TensorSpec)


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "//", "%", "**", "<", "==", "@", "&"])
def test_no_operator_fails(operator: str) -> None:
    for left in ARGUMENTS:
        for right in ARGUMENTS:
            try:
                result = binary(operator, left, right)
            except Refusal:
                continue
            assert isinstance(result, TensorSpec)
