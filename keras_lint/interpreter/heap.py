"""The mutable store of the interpreter, with a trail so that branches can be undone and joined."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from enum import Enum
from typing import Any, Final, TypeAlias


class Missing(Enum):
    """The content of a cell that was never written on a path."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING


class HeapObject:
    """Something with an identity and cells that change; equal only to itself."""

    __slots__ = ("cells",)

    def __init__(self) -> None:
        self.cells: dict[Hashable, Any] = {}


Cell: TypeAlias = tuple[HeapObject, Hashable]
Delta: TypeAlias = dict[Cell, Any]
"""What a path changed since a mark: each cell with its content at the end of the path."""


class Heap:
    """All writes go through here. Contents are immutable; only cells change.

    While a mark is open the old content of every written cell is kept on a trail, so that
    the path can be taken back (``rollback``) and its effect kept aside (``delta``).
    """

    def __init__(self) -> None:
        self._trail: list[tuple[HeapObject, Hashable, Any]] = []
        self._open_marks = 0

    def set(self, owner: HeapObject, key: Hashable, content: Any) -> None:
        """Write a cell."""
        if self._open_marks:
            self._trail.append((owner, key, owner.cells.get(key, MISSING)))
        if content is MISSING:
            owner.cells.pop(key, None)
        else:
            owner.cells[key] = content

    def mark(self) -> int:
        """Open a mark to which ``rollback`` can return; ``release`` closes it."""
        self._open_marks += 1
        return len(self._trail)

    def release(self) -> None:
        """Close the innermost mark, keeping the present state."""
        self._open_marks -= 1
        if not self._open_marks:
            self._trail.clear()

    def delta(self, mark: int) -> Delta:
        """Give what changed since ``mark``."""
        return {(owner, key): owner.cells.get(key, MISSING) for owner, key, _ in self._trail[mark:]}

    def rollback(self, mark: int) -> None:
        """Restore the state at ``mark``; the mark stays open."""
        while len(self._trail) > mark:
            owner, key, old = self._trail.pop()
            if old is MISSING:
                owner.cells.pop(key, None)
            else:
                owner.cells[key] = old

    def apply(self, delta: Delta) -> None:
        """Bring about the state at the end of a path; the heap is at the path's mark."""
        for (owner, key), content in delta.items():
            self.set(owner, key, content)

    def join(self, deltas: Sequence[Delta], join: Callable[[Sequence[Any]], Any]) -> None:
        """Bring about the state that stands for several paths from the present one."""
        if len(deltas) == 1:
            self.apply(deltas[0])
            return
        changed = dict.fromkeys(cell for delta in deltas for cell in delta)
        for cell in changed:
            owner, key = cell
            base = owner.cells.get(key, MISSING)
            contents = [delta.get(cell, base) for delta in deltas]
            joined = contents[0]
            if any(content is not joined for content in contents[1:]):
                joined = join(contents)
            if joined is not base:
                self.set(owner, key, joined)
