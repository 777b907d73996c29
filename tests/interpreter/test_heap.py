"""The heap: what a path changed can be taken back, kept aside, and joined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from keras_lint.interpreter.heap import MISSING, Heap, HeapObject

WRITES = st.lists(st.tuples(st.integers(0, 2), st.sampled_from("abc"), st.integers()), max_size=12)


def _write(heap, objects, writes):
    for index, key, content in writes:
        heap.set(objects[index], key, content)


def _contents(objects):
    return [dict(one.cells) for one in objects]


# Whatever was written after a mark is gone after a rollback, nested marks included.
@given(WRITES, WRITES, WRITES)
def test_rollback_restores_every_cell(before, path, nested):
    heap, objects = Heap(), [HeapObject() for _ in range(3)]
    _write(heap, objects, before)
    expected = _contents(objects)
    mark = heap.mark()
    _write(heap, objects, path)
    heap.mark()
    _write(heap, objects, nested)
    heap.release()
    heap.rollback(mark)
    assert _contents(objects) == expected


# A delta applied to the state at its mark gives the state at the end of its path.
@given(WRITES, WRITES)
def test_applying_a_delta_repeats_the_path(before, path):
    heap, objects = Heap(), [HeapObject() for _ in range(3)]
    _write(heap, objects, before)
    mark = heap.mark()
    _write(heap, objects, path)
    expected = _contents(objects)
    delta = heap.delta(mark)
    heap.rollback(mark)
    heap.apply(delta)
    assert _contents(objects) == expected


# A join sees, for each cell that any path wrote, what each path left in it.
def test_join_gives_the_content_of_every_path():
    heap, one = Heap(), HeapObject()
    heap.set(one, "kept", 1)
    heap.set(one, "changed", 2)
    seen = {}

    def join(contents):
        seen[tuple(contents)] = True
        return "joined"

    mark = heap.mark()
    heap.set(one, "changed", 3)
    heap.set(one, "new", 4)
    first = heap.delta(mark)
    heap.rollback(mark)
    heap.join([first, {}], join)
    assert one.cells == {"kept": 1, "changed": "joined", "new": "joined"}
    assert set(seen) == {(3, 2), (4, MISSING)}
