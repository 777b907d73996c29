"""Loops: unrolled where what they run over is known, else run to a small fixed point."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from astroid import nodes

from keras_lint.interpreter.bindings import bind_target
from keras_lint.interpreter.context import Context, Loop
from keras_lint.interpreter.elements import element_of
from keras_lint.interpreter.heap import MISSING, Delta, HeapObject
from keras_lint.interpreter.joins import equivalent, widen
from keras_lint.interpreter.values import Frame, Range, Value
from keras_lint.shapes import Unknown

_TRAINING_CALLS = {
    "GradientTape", "train_step", "train_on_batch", "apply_gradients", "minimize", "test_step",
    "train", "fit", "gradient", "backward",
}  # fmt: skip
_WIDENING_PASSES = 3
_LOOP_SHARE = 40
"""A loop without layers may use this part of the step budget before it is summed up."""
_PLAIN_UNROLL = 256
"""Iterations that are followed one by one where a loop makes no objects."""
_SETTINGS_UNROLL = 16
"""Iterations that are followed one by one where each trains a model."""


def execute_for(run: Context, node: nodes.For, frame: Frame) -> bool:
    """Run a ``for`` statement."""
    source = run.evaluate(node.iter, frame)
    items = run.iterate(source)
    why = Unknown(f"changes in the loop on line {node.lineno}", frame.module.spans.of(node))
    limit = run.settings.max_unroll if _makes_layers(node) else _PLAIN_UNROLL
    if trains(node):
        # Epochs are numbers and do all the same; other items are settings to compare.
        limit = 2 if isinstance(source, Range) else _SETTINGS_UNROLL
    if isinstance(items, list) and len(items) <= limit:
        done = _unroll(run, node, frame, items)
        if done is not None:
            return done
    element: Value
    if isinstance(source, Range):
        element = element_of(run, source, why)
    elif isinstance(items, Unknown):
        element = element_of(run, source, items)
    else:
        element = run.join_values(items, why.why) if items else why

    def prepare() -> None:
        bind_target(run, node.target, element, frame)

    at_least_once = isinstance(items, list)
    return _fixed_point(run, node, frame, prepare, why, at_least_once=at_least_once)


def execute_while(run: Context, node: nodes.While, frame: Frame) -> bool:
    """Run a ``while`` statement: unrolled as long as its condition is known."""
    why = Unknown(f"changes in the loop on line {node.lineno}", frame.module.spans.of(node))
    loop = Loop(run.heap.mark())
    run.activation.loops.append(loop)
    start, calls = run.steps, len(run.facts.layer_calls)
    try:
        for _ in range(min(run.settings.max_unroll, 512)):
            truth = run.truth(run.evaluate(node.test, frame))
            if truth is False:
                return _leave(run, loop, node, frame, reaches_end=True)
            if truth is None or trains(node) or _idles(run, start, calls) or not run.step():
                break
            if not _iteration(run, loop, node, frame):
                return _leave(run, loop, node, frame, reaches_end=False)
    finally:
        run.activation.loops.pop()
        run.heap.release()
    truth = run.truth(run.evaluate(node.test, frame))
    return _fixed_point(
        run, node, frame, lambda: None, why, at_least_once=truth is True, endless=truth is True
    )


def _idles(run: Context, start: int, calls: int) -> bool:
    """Tell whether a loop has cost much since ``start`` without applying a layer."""
    costly = run.steps - start > run.settings.max_steps // _LOOP_SHARE
    return costly and len(run.facts.layer_calls) == calls


def trains(node: nodes.For | nodes.While) -> bool:
    """Tell whether a loop is a training loop, whose iterations all do the same."""
    for call in node.nodes_of_class(nodes.Call):
        function = call.func
        name = getattr(function, "attrname", None) or getattr(function, "name", None)
        if name in _TRAINING_CALLS:
            return True
    return False


def _makes_layers(node: nodes.For) -> bool:
    for call in node.nodes_of_class(nodes.Call):
        function = call.func
        name = getattr(function, "attrname", None) or getattr(function, "name", None) or ""
        if name[:1].isupper() or name == "add":
            return True
    return False


def _unroll(run: Context, node: nodes.For, frame: Frame, items: list[Value]) -> bool | None:
    """Run the body for every item; None where that costs too much and makes no layers."""
    loop = Loop(run.heap.mark())
    run.activation.loops.append(loop)
    try:
        start, calls = run.steps, len(run.facts.layer_calls)
        for item in items:
            if _idles(run, start, calls):
                run.heap.rollback(loop.mark)
                return None
            bind_target(run, node.target, item, frame)
            if not _iteration(run, loop, node, frame):
                return _leave(run, loop, node, frame, reaches_end=False)
        return _leave(run, loop, node, frame, reaches_end=True)
    finally:
        run.activation.loops.pop()
        run.heap.release()


def _iteration(run: Context, loop: Loop, node: nodes.For | nodes.While, frame: Frame) -> bool:
    """Run the body once; tell whether another iteration may follow."""
    loop.iteration_mark = run.heap.mark()
    loop.continues = []
    reaches_end = run.execute(node.body, frame)
    if loop.continues:
        ends = list(loop.continues)
        if reaches_end:
            ends.append(run.heap.delta(loop.iteration_mark))
        run.heap.rollback(loop.iteration_mark)
        why = f"depends on a `continue` in the loop on line {node.lineno}"
        run.heap.join(ends, lambda contents: run.join_values(contents, why))
        reaches_end = True
    run.heap.release()
    return reaches_end


def _leave(
    run: Context, loop: Loop, node: nodes.For | nodes.While, frame: Frame, *, reaches_end: bool
) -> bool:
    """Join the states at the end and at every ``break``; run ``else`` on the first."""
    if reaches_end and node.orelse:
        reaches_end = run.execute(node.orelse, frame)
    if not loop.breaks:
        return reaches_end
    ends = list(loop.breaks)
    if reaches_end:
        ends.append(run.heap.delta(loop.mark))
    run.heap.rollback(loop.mark)
    why = f"depends on a `break` in the loop on line {node.lineno}"
    run.heap.join(ends, lambda contents: run.join_values(contents, why))
    return True


def _fixed_point(
    run: Context,
    node: nodes.For | nodes.While,
    frame: Frame,
    prepare: Callable[[], None],
    why: Unknown,
    *,
    at_least_once: bool,
    endless: bool = False,
) -> bool:
    """Run the body until one more iteration changes nothing; what still changes is unknown."""
    checkpoint = run.facts.checkpoint()
    goes_on = False
    for attempt in range(_WIDENING_PASSES):
        run.facts.restore(checkpoint)
        before, after, breaks = _one_pass(run, node, frame, prepare)
        goes_on = after is not None
        changed = _changes(run, after or {}, before, why)
        last = attempt == _WIDENING_PASSES - 1
        for owner, key, new, joined in changed:
            run.heap.set(owner, key, widen(key, new, why) if last else joined)
        if not changed or last:
            _finish(run, after, breaks, at_least_once, why)
            break
    if endless and not node.orelse:
        return bool(breaks) or not goes_on
    return run.execute(node.orelse, frame) if node.orelse else True


def _one_pass(
    run: Context, node: nodes.For | nodes.While, frame: Frame, prepare: Callable[[], None]
) -> tuple[Delta, Delta | None, list[Delta]]:
    """Run the body once and take it back; give old contents, changes, and states at breaks."""
    loop = Loop(run.heap.mark())
    run.activation.loops.append(loop)
    try:
        prepare()
        reaches_end = _iteration(run, loop, node, frame)
        after = run.heap.delta(loop.mark)
        run.heap.rollback(loop.mark)
        before = {cell: cell[0].cells.get(cell[1], MISSING) for cell in after}
    finally:
        run.activation.loops.pop()
        run.heap.release()
    return before, after if reaches_end else None, loop.breaks


def _changes(
    run: Context, after: Delta, before: Delta, why: Unknown
) -> list[tuple[HeapObject, Hashable, object, object]]:
    """List the cells whose old content does not stand for the new one, with the two joined."""
    changed = []
    for (owner, key), new in after.items():
        old = before[owner, key]
        if old is MISSING or new is old:
            continue  # bound inside the body only: every iteration binds it anew
        joined = run.join_values([old, new], why.why)
        if not equivalent(joined, old):
            changed.append((owner, key, new, joined))
    return changed


def _finish(
    run: Context, after: Delta | None, breaks: list[Delta], at_least_once: bool, why: Unknown
) -> None:
    ends = [*([after] if after is not None else []), *breaks]
    if not at_least_once or not ends:
        ends.append({})
    run.heap.join(ends, lambda contents: run.join_values(contents, why.why))
