"""Conditions that ask what is there, a version or a backend: of two arms, one is for it."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache

from astroid import nodes

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.values import Frame

_TELLING = re.compile(
    r"__version__|version_info|legacy_keras|(keras|tf|tensorflow)_?(version|v?[123](?!\d))",
    re.IGNORECASE,
)


def guard(run: Context, test: nodes.NodeNG, frame: Frame) -> AbstractContextManager[None]:
    """Guard the arms of an undecided condition on a version, or on what there is already.

    An arm for another Keras may hold what this one refuses: ``if MAJOR < 3: Adam(lr=0.1)``.
    """
    return run.guarded() if _asks(test, frame) else nullcontext()


def returns_for_one(statement: nodes.NodeNG, frame: Frame) -> bool:
    """Tell whether one version returns here, so that what follows is for the others."""
    return (
        isinstance(statement, nodes.If)
        and isinstance(statement.body[-1], nodes.Return)
        and _asks(statement.test, frame)
    )


def _asks(test: nodes.NodeNG, frame: Frame) -> bool:
    tree = frame.module.tree
    told = _names_of_versions(tree) if tree is not None else frozenset()
    return _asks_for_version(test, told)


def _asks_for_version(test: nodes.NodeNG, told: frozenset[str]) -> bool:
    for node in test.nodes_of_class((nodes.Attribute, nodes.Name)):
        name = node.attrname if isinstance(node, nodes.Attribute) else node.name
        if name in told or name in ("hasattr", "built") or _TELLING.search(name):
            return True
        called = isinstance(node.parent, nodes.Call) and node.parent.func is node
        if name == "backend" and called:
            return True
    return False


@lru_cache(maxsize=1)
def _names_of_versions(tree: nodes.Module) -> frozenset[str]:
    """Give the variables of a module that are computed from a version."""
    names: frozenset[str] = frozenset()
    for statement in tree.nodes_of_class((nodes.Assign, nodes.AnnAssign)):
        if statement.value is not None and _asks_for_version(statement.value, names):
            targets = getattr(statement, "targets", None) or [statement.target]
            names |= {
                target.name for one in targets for target in one.nodes_of_class(nodes.AssignName)
            }
    return names
