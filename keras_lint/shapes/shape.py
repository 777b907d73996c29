"""Shapes and tensor specs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeVar

from keras_lint.shapes.dim import DYNAMIC, Dim, is_known, join_dim, surely_differ, surely_equal
from keras_lint.shapes.unknown import Unknown
from keras_lint.source import Span

T = TypeVar("T")


@dataclass(frozen=True)
class Shape:
    """The dims of a tensor, batch axis included; or unknown rank, with the reason.

    Iterating, indexing and ``len`` need a known rank: ask ``rank`` first.
    """

    dims: tuple[Dim, ...] | None
    why: str = field(default="", compare=False)

    @staticmethod
    def of(*sizes: Dim | None) -> Shape:
        """Make a shape as Keras writes it, with ``None`` for a dynamic dim."""
        return Shape(tuple(DYNAMIC if size is None else size for size in sizes))

    @staticmethod
    def unknown(why: str) -> Shape:
        """Make a shape of which not even the rank is known."""
        return Shape(None, why)

    @staticmethod
    def unknown_dims(rank: int, why: str) -> Shape:
        """Make a shape of a known rank with unknown dims."""
        return Shape((Unknown(why),) * rank)

    @property
    def rank(self) -> int | None:
        """The number of axes, the batch axis included, or None where it is unknown."""
        return None if self.dims is None else len(self.dims)

    @property
    def known(self) -> tuple[Dim, ...]:
        """The dims of a shape whose rank is known."""
        assert self.dims is not None, "the rank of this shape must be known here"
        return self.dims

    def __len__(self) -> int:
        return len(self.known)

    def __iter__(self) -> Iterator[Dim]:
        return iter(self.known)

    def __getitem__(self, axis: int) -> Dim:
        return self.known[axis]

    def with_last(self, dim: Dim) -> Shape:
        """Replace the last dim: ``(..., k) -> (..., dim)``."""
        return self.with_axis(-1, dim)

    def with_axis(self, axis: int, dim: Dim) -> Shape:
        """Replace the dim of one axis."""
        dims = list(self.known)
        dims[axis] = dim
        return Shape(tuple(dims))

    def without_axis(self, axis: int) -> Shape:
        """Drop one axis."""
        dims = list(self.known)
        del dims[axis]
        return Shape(tuple(dims))

    def with_inserted(self, axis: int, dim: Dim) -> Shape:
        """Insert an axis so that it is ``axis`` in the result; negative counts from its end."""
        dims = list(self.known)
        dims.insert(axis if axis >= 0 else len(dims) + 1 + axis, dim)
        return Shape(tuple(dims))

    @property
    def is_fully_known(self) -> bool:
        """Whether every dim is a number or Keras's own ``None``."""
        return self.dims is not None and all(is_known(d) or d is DYNAMIC for d in self.dims)

    def __str__(self) -> str:
        """Write the shape as Keras does: ``(None, 28, 28)``; unknown sizes are ``?``."""
        if self.dims is None:
            return "an unknown shape"
        if len(self.dims) == 1:
            return f"({self.dims[0]},)"
        return "(" + ", ".join(str(dim) for dim in self.dims) + ")"


@dataclass(frozen=True)
class Content:
    """What is known of the values in an array, as far as labels and ids go.

    ``minimum`` and ``maximum`` bound the values (both inclusive) where known. ``one_hot``
    says that each row of the last axis holds a single one, False that it holds none such,
    None that nobody knows. ``elements`` are the values themselves of a short vector or a scalar of
    integers, such as the result of ``tf.shape``. ``attained`` says that both bounds occur
    among the values, so that the greatest label is known and not only bounded. ``draws`` is the
    number of values where each is drawn at random, any integer within the bounds alike.
    """

    minimum: float | None = None
    maximum: float | None = None
    one_hot: bool | None = None
    elements: tuple[Dim, ...] | None = None
    attained: bool = False
    draws: int | None = field(default=None, compare=False)

    def reaches(self, limit: float) -> bool:
        """Tell whether some value is ``limit`` or greater; of random ones, beyond all chance."""
        if self.maximum is None or self.maximum < limit:
            return False
        if self.attained or self.draws is None or self.minimum is None:
            return self.attained
        below = max(0.0, limit - self.minimum) / (self.maximum - self.minimum + 1)
        return bool(below**self.draws < _NEVER)


_NEVER = 1e-12
"""A probability that nobody will see come true."""


@dataclass(frozen=True)
class TensorSpec:
    """The shape and dtype of a tensor or array, and where its sizes come from.

    ``dtype`` is Keras's name for it or None where unknown. ``origin`` says in source
    where the tensor was made and takes no part in comparisons.
    """

    shape: Shape
    dtype: str | None = None
    origin: Span | None = field(default=None, compare=False)
    content: Content | None = None

    def with_shape(self, shape: Shape) -> TensorSpec:
        """Give the same tensor with another shape; its values are no longer known."""
        return replace(self, shape=shape, content=None)


Structure: TypeAlias = "T | Sequence[Structure[T]] | Mapping[str, Structure[T]]"
"""One of something, or lists, tuples and dicts of it, as Keras nests tensors."""


def flatten_structure(structure: Structure[TensorSpec]) -> list[TensorSpec]:
    """List the tensor specs of a nested structure, in Keras's order (dicts by key)."""
    if isinstance(structure, TensorSpec):
        return [structure]
    if isinstance(structure, Mapping):
        return [spec for key in sorted(structure) for spec in flatten_structure(structure[key])]
    return [spec for item in structure for spec in flatten_structure(item)]


def join_shape(left: Shape, right: Shape, why: str) -> Shape:
    """Give the shape that stands for both, axis by axis; unknown where they differ."""
    if left.dims is None:
        return left
    if right.dims is None:
        return right
    if len(left.dims) != len(right.dims):
        return Shape.unknown(why)
    return Shape(tuple(join_dim(a, b, why) for a, b in zip(left.dims, right.dims, strict=True)))


def shapes_surely_differ(left: Shape, right: Shape) -> bool:
    """Tell whether two shapes are different in every run."""
    if left.dims is None or right.dims is None:
        return False
    if len(left.dims) != len(right.dims):
        return True
    return any(surely_differ(a, b) for a, b in zip(left.dims, right.dims, strict=True))


def shapes_surely_equal(left: Shape, right: Shape) -> bool:
    """Tell whether two shapes are the same; a dynamic dim equals a dynamic dim."""
    if left.dims is None or right.dims is None or len(left.dims) != len(right.dims):
        return False
    return all(
        surely_equal(a, b) or (a is DYNAMIC and b is DYNAMIC)
        for a, b in zip(left.dims, right.dims, strict=True)
    )
