"""Statements: what each does to the state. Every executor tells whether control goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from astroid import nodes

from keras_lint.interpreter import (
    classes,
    container_methods,
    imports,
    loops,
    operators,
    patterns,
    version_conditions,
)
from keras_lint.interpreter.bindings import bind_target
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.expressions import default_values
from keras_lint.interpreter.functions import decorate
from keras_lint.interpreter.heap import MISSING, HeapObject
from keras_lint.interpreter.instances import delete_attribute
from keras_lint.interpreter.presets import assumed
from keras_lint.interpreter.scopes import assign
from keras_lint.interpreter.subscripts import delete_item
from keras_lint.interpreter.values import NONE, Class, Frame, Function, List, Value
from keras_lint.shapes import Unknown

Executor = Callable[[Context, Any, Frame], bool]


def execute(run: Context, body: Sequence[nodes.NodeNG], frame: Frame) -> bool:
    """Run statements in order; tell whether control reaches their end."""
    for index, statement in enumerate(body):
        executor = _EXECUTORS.get(type(statement).__name__)
        if executor is None:
            continue
        if not run.step():
            _kill_assigned(run, statement, frame)
            continue
        try:
            goes_on = executor(run, statement, frame)
        except RecursionError:
            _kill_assigned(run, statement, frame)
            goes_on = True
        except Exception as error:
            if run.fails_loudly:
                raise
            run.failures.append(f"line {statement.lineno}: {type(error).__name__}: {error}")
            _kill_assigned(run, statement, frame)
            goes_on = True
        if not goes_on:
            return False
        if version_conditions.returns_for_one(statement, frame):
            with run.guarded():
                return execute(run, body[index + 1 :], frame)
    return True


def _kill_assigned(run: Context, statement: nodes.NodeNG, frame: Frame) -> None:
    why = Unknown("a budget of the analysis is used up", frame.module.spans.of(statement))
    held: list[Any] = []
    scope: Frame | None = frame
    while scope is not None:
        found = (scope.cells.get(one.name) for one in statement.nodes_of_class(nodes.Name))
        held.extend(value for value in found if isinstance(value, HeapObject))
        scope = scope.parent
    run.escape([value for value in held if not isinstance(value, Class)], why.why)
    for target in statement.nodes_of_class(nodes.AssignName, skip_klass=nodes.FunctionDef):
        assign(run, frame, target.name, why)


def _expression(run: Context, node: nodes.Expr, frame: Frame) -> bool:
    run.facts.note_discarded(run.evaluate(node.value, frame), frame.module.spans.of(node))
    return not _never_returns(node.value)


def _never_returns(node: nodes.NodeNG) -> bool:
    if not isinstance(node, nodes.Call):
        return False
    return node.func.as_string() in ("sys.exit", "exit", "quit", "os._exit")


def _assign(run: Context, node: nodes.Assign, frame: Frame) -> bool:
    value = run.evaluate(node.value, frame)
    value = run.hinted(value, node, frame)
    for target in node.targets:
        bind_target(run, target, value, frame)
    run.note_binding(node.targets[0], value, frame)
    return True


def _annotated(run: Context, node: nodes.AnnAssign, frame: Frame) -> bool:
    if node.value is not None:
        value = run.hinted(run.evaluate(node.value, frame), node, frame)
        bind_target(run, node.target, value, frame)
    return True


def _augmented(run: Context, node: nodes.AugAssign, frame: Frame) -> bool:
    span = frame.module.spans.of(node)
    current = run.evaluate(_as_expression(node.target), frame)
    right = run.evaluate(node.value, frame)
    if isinstance(current, List) and node.op == "+=":
        items = run.iterate(right)
        old = current.items
        joined = (
            items
            if isinstance(items, Unknown)
            else old
            if isinstance(old, Unknown)
            else (*old, *items)
        )
        if isinstance(items, Unknown):
            run.heap.set(current, "element", None)
        else:
            container_methods.note_items(run, current, items)
        run.heap.set(current, "items", joined)
        return True
    result = operators.apply_binary(run, node.op.rstrip("="), current, right, span)
    bind_target(run, node.target, result, frame)
    return True


def _as_expression(target: nodes.NodeNG) -> nodes.NodeNG:
    if isinstance(target, nodes.AssignName):
        return nodes.Name(
            target.name, target.lineno, target.col_offset, target.parent,
            end_lineno=target.end_lineno, end_col_offset=target.end_col_offset,
        )  # fmt: skip
    if isinstance(target, nodes.AssignAttr):
        attribute = nodes.Attribute(
            target.attrname, target.lineno, target.col_offset, target.parent,
            end_lineno=target.end_lineno, end_col_offset=target.end_col_offset,
        )  # fmt: skip
        attribute.postinit(target.expr)
        return attribute
    return target


def _function(run: Context, node: nodes.FunctionDef, frame: Frame) -> bool:
    function = Function(node, frame, default_values(run, node, frame), frame.owner)
    value = decorate(run, node, function, frame)
    assign(run, frame, node.name, value)
    if frame.kind in ("module", "class"):
        run.note_function(value if isinstance(value, Function) else function)
    return True


def _class(run: Context, node: nodes.ClassDef, frame: Frame) -> bool:
    assign(run, frame, node.name, classes.define(run, node, frame))
    return True


def _return(run: Context, node: nodes.Return, frame: Frame) -> bool:
    value: Value = NONE if node.value is None else run.evaluate(node.value, frame)
    activation = run.activation
    activation.returns.append((run.heap.delta(activation.mark), value))
    return False


def _if(run: Context, node: nodes.If, frame: Frame) -> bool:
    test = run.evaluate(node.test, frame)
    truth = run.truth(test)
    if truth is not None:
        return run.execute(node.body if truth else node.orelse, frame)
    with version_conditions.guard(run, node.test, frame):
        return run.branches(
            [lambda: run.execute(node.body, frame), lambda: run.execute(node.orelse, frame)],
            f"depends on the condition on line {node.lineno}",
            {True: 0, False: 1, None: None}[run.truth(assumed(test))],
        )


def _match(run: Context, node: nodes.Match, frame: Frame) -> bool:
    subject = run.evaluate(node.subject, frame)
    arms: list[Callable[[], bool]] = []
    for case in node.cases:
        matched = patterns.match_case(run, case, subject, frame)
        if matched.taken is False:
            continue
        arms.append(partial(_case, run, matched, case, frame))
        if matched.taken:
            break
    else:
        arms.append(lambda: True)
    if len(arms) == 1:
        return arms[0]()
    return run.branches(arms, f"depends on the match on line {node.lineno}")


def _case(run: Context, matched: patterns.Match, case: nodes.MatchCase, frame: Frame) -> bool:
    matched.bind(run, frame)
    return run.execute(case.body, frame)


def _with(run: Context, node: nodes.With, frame: Frame) -> bool:
    expects_error = False
    for manager, target in node.items:
        value = run.evaluate(manager, frame)
        expects_error = expects_error or _expects_error(manager)
        if target is not None:
            bind_target(run, target, run.entered(value, frame.module.spans.of(manager)), frame)
    if not expects_error:
        return run.execute(node.body, frame)
    with run.guarded():
        return run.branches(
            [lambda: run.execute(node.body, frame), lambda: True],
            f"an error is expected on line {node.lineno}",
        )


def _expects_error(manager: nodes.NodeNG) -> bool:
    if not isinstance(manager, nodes.Call):
        return False
    name = manager.func.as_string().rpartition(".")[2]
    return name in ("raises", "assertRaises", "assertRaisesRegex", "suppress", "assertRaisesRegexp")


def _try(run: Context, node: nodes.Try, frame: Frame) -> bool:
    why = f"depends on whether the `try` on line {node.lineno} fails"
    handlers: list[nodes.ExceptHandler] = list(node.handlers)

    def whole() -> bool:
        if handlers:
            with run.guarded():
                goes_on = run.execute(node.body, frame)
        else:
            goes_on = run.execute(node.body, frame)
        return goes_on and run.execute(node.orelse, frame)

    def handler_arm(handler: nodes.ExceptHandler) -> Callable[[], bool]:
        def arm() -> bool:
            with run.guarded():
                _forget_body(run, node, frame, why)
                if handler.name is not None:
                    bind_target(run, handler.name, Unknown("an exception"), frame)
            return run.execute(handler.body, frame)

        return arm

    if not handlers:
        goes_on = whole()
    elif imports.only_imports(node.body):
        goes_on = imports.execute_guarded(run, node, frame)
    else:
        goes_on = run.branches([whole, *[handler_arm(h) for h in handlers]], why)
    if node.finalbody:
        reaches_end = run.execute(node.finalbody, frame)
        return goes_on and reaches_end
    return goes_on


def _forget_body(run: Context, node: nodes.Try, frame: Frame, why: str) -> None:
    """Kill what the body assigns: in a handler nobody knows how far the body came."""
    for statement in node.body:
        for target in statement.nodes_of_class(nodes.AssignName, skip_klass=nodes.FunctionDef):
            if frame.cells.get(target.name, MISSING) is not MISSING:
                assign(run, frame, target.name, Unknown(why))


def _raise(run: Context, node: nodes.Raise, frame: Frame) -> bool:
    return False


def _assert(run: Context, node: nodes.Assert, frame: Frame) -> bool:
    return run.truth(run.evaluate(node.test, frame)) is not False


def _delete(run: Context, node: nodes.Delete, frame: Frame) -> bool:
    for target in node.targets:
        match target:
            case nodes.DelName():
                run.heap.set(frame, target.name, MISSING)
            case nodes.Subscript():
                owner = run.evaluate(target.value, frame)
                index = run.evaluate(target.slice, frame)
                delete_item(run, owner, index, frame.module.spans.of(target))
            case nodes.DelAttr():
                delete_attribute(run, run.evaluate(target.expr, frame), target.attrname)
    return True


def _global(run: Context, node: nodes.Global, frame: Frame) -> bool:
    frame.globals = frame.globals | frozenset(node.names)
    return True


def _nonlocal(run: Context, node: nodes.Nonlocal, frame: Frame) -> bool:
    frame.nonlocals = frame.nonlocals | frozenset(node.names)
    return True


def _break(run: Context, node: nodes.Break, frame: Frame) -> bool:
    loop = run.activation.loops[-1]
    loop.breaks.append(run.heap.delta(loop.mark))
    return False


def _continue(run: Context, node: nodes.Continue, frame: Frame) -> bool:
    loop = run.activation.loops[-1]
    loop.continues.append(run.heap.delta(loop.iteration_mark))
    return False


_EXECUTORS: dict[str, Executor] = {
    "Expr": _expression,
    "Assign": _assign,
    "AnnAssign": _annotated,
    "AugAssign": _augmented,
    "FunctionDef": _function,
    "AsyncFunctionDef": _function,
    "ClassDef": _class,
    "Return": _return,
    "If": _if,
    "Match": _match,
    "With": _with,
    "AsyncWith": _with,
    "Try": _try,
    "TryStar": _try,
    "Raise": _raise,
    "Assert": _assert,
    "Delete": _delete,
    "Global": _global,
    "Nonlocal": _nonlocal,
    "Break": _break,
    "Continue": _continue,
    "For": loops.execute_for,
    "AsyncFor": loops.execute_for,
    "While": loops.execute_while,
    "Import": imports.execute_import,
    "ImportFrom": imports.execute_import_from,
}
