"""Classes of the user's whose constructor leaves out that of the Keras class they extend."""

from __future__ import annotations

from dataclasses import replace

from astroid import nodes

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.values import Class, External, Function, Instance
from keras_lint.model import Misuse
from keras_lint.source import Span

_KIND = "missing-super-init"


def check(run: Context, instance: Instance, span: Span) -> None:
    """Record a layer that is applied although ``super().__init__()`` was never called.

    Keras 3: ``Layer._check_super_called``.
    """
    made = _class_with_constructor(instance.cls)
    if made is None or _may_call_base(made):
        return
    misuse = Misuse(
        _KIND,
        run.place(_header(made)),
        made.name,
        labels=((run.place(span), "is applied here"),),
        chain=run.chain,
        guarded=run.guard_depth > 0,
        keras=(3,),
    )
    if all((one.kind, one.span) != (_KIND, misuse.span) for one in run.facts.misuses):
        run.facts.misuses.append(misuse)


def _class_with_constructor(cls: Class) -> Class | None:
    """Give the class whose constructor makes the instances, if every ancestor is known."""
    ancestors = cls.ancestors()
    for ancestor in ancestors:
        if not isinstance(ancestor, Class) and not _is_keras(ancestor):
            return None
    if any(isinstance(one, Class) and one.node.keywords for one in ancestors):
        return None
    return next(
        (one for one in ancestors if isinstance(one, Class) and "__init__" in one.cells), None
    )


def _is_keras(ancestor: object) -> bool:
    return isinstance(ancestor, External) and ancestor.name.startswith(("keras.", "builtins."))


def _header(cls: Class) -> Span:
    """Give the place of ``def __init__``."""
    node = cls.cells["__init__"].node
    whole: Span = cls.module.spans.of(node)
    if node.position is None:
        return whole
    end = whole.column + node.position.end_col_offset - node.position.col_offset
    return replace(whole, end_line=whole.line, end_column=end)


def _may_call_base(cls: Class) -> bool:
    constructor = cls.cells["__init__"]
    if not isinstance(constructor, Function) or not isinstance(constructor.node, nodes.FunctionDef):
        return True
    if constructor.node.decorators or cls.node.decorators:
        return True
    calls_some = any(one.attrname == "__init__" for one in cls.node.nodes_of_class(nodes.Attribute))
    return calls_some or constructor.node.parent is not cls.node
