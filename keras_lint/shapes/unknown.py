"""What cannot be known, with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from keras_lint.source import Span

if TYPE_CHECKING:
    from typing_extensions import Self  # third party, for the type checker alone


@dataclass(frozen=True)
class Unknown:
    """A value that the analyzer does not know: a dim, an argument, or any value at all.

    Arithmetic with it gives it back, so a reason survives from where it arose to where it
    matters. ``why`` is a phrase for users ("the result of `load()` is unknown"); ``place``
    is where knowledge ended and takes no part in comparisons. ``whole`` says that it is an
    integer, whatever its value: the size of an axis of an array.
    """

    why: str
    place: Span | None = field(default=None, compare=False)
    whole: bool = field(default=False, compare=False)

    def _absorb(self, _other: Any) -> Self:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _absorb
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _absorb

    def __neg__(self) -> Self:
        return self

    def __bool__(self) -> bool:
        raise AssertionError("an unknown value has no truth; ask what it is first")

    def __str__(self) -> str:
        return "?"
