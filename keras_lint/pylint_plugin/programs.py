"""What astroid must know about programs that use Keras: they rebind names as notebooks do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from astroid import nodes
from astroid.context import InferenceContext
from astroid.exceptions import InferenceError, UseInferenceDefault
from astroid.util import Uninferable

_ROOTS = {"keras", "tensorflow", "tf_keras"}
_VALUES = 3
"""How many values of an expression are looked at."""


def uses_keras(module: nodes.Module) -> bool:
    """Tell whether a module outside of these packages imports one of them."""
    if module.name.partition(".")[0] in _ROOTS:
        return False
    return any(_imports_keras(node) for found in module.locals.values() for node in found)


def _imports_keras(node: nodes.NodeNG) -> bool:
    if isinstance(node, nodes.ImportFrom):
        return node.modname.partition(".")[0] in _ROOTS
    return isinstance(node, nodes.Import) and any(
        name.partition(".")[0] in _ROOTS for name, _ in node.names
    )


def complete(module: nodes.Module) -> None:
    """Make what pylint infers in a program agree with what can be true when it runs."""
    _open_rebound_names(module)
    for cls in module.nodes_of_class(nodes.ClassDef):
        _keep_wrapped_methods(cls)


# -- names that are bound again --------------------------------------------------------------------


def _open_rebound_names(module: nodes.Module) -> None:
    """Let functions that read a global take it for any of the things that it is bound to.

    astroid takes the last binding for the only one, although the function may have been called
    before that: in a notebook each cell binds `model` and `train_step` anew.
    """
    rebound = {
        name: _infer_as_rebound(definitions)
        for name, definitions in module.locals.items()
        if len(definitions) > 1 and all(_is_definition(node) for node in definitions)
    }
    if not rebound:
        return
    for node in module.nodes_of_class(nodes.Name):
        infer = rebound.get(node.name)
        if infer is not None and not isinstance(node.scope(), nodes.Module):
            node._explicit_inference = infer


def _is_definition(node: nodes.NodeNG) -> bool:
    return isinstance(node, nodes.AssignName | nodes.FunctionDef | nodes.ClassDef)


def _infer_as_rebound(definitions: list[nodes.NodeNG]) -> Callable[..., Iterator[Any]]:
    known: list[bool] = []

    def infer(
        node: nodes.Name, context: InferenceContext | None = None, **kwargs: Any
    ) -> Iterator[Any]:
        if not known:
            known.append(True)  # what it is while its own definitions are inferred
            known[0] = _is_one_thing(definitions)
        if known[0] or node.lookup(node.name)[0] is not node.root():
            raise UseInferenceDefault  # which remembers what it gave
        yield Uninferable
        yield from node._infer(context, **kwargs)

    return infer


def _is_one_thing(definitions: list[nodes.NodeNG]) -> bool:
    return len({one for node in definitions for one in _kinds(node)}) <= 1


def _kinds(node: nodes.NodeNG) -> Iterator[object]:
    if isinstance(node, nodes.FunctionDef):
        yield node.args.as_string()
        return
    if isinstance(node, nodes.ClassDef):
        yield node
        return
    try:
        for value in islice(node.infer(), _VALUES):
            yield node if value is Uninferable else value.pytype()
    except (InferenceError, RecursionError):
        yield node


# -- methods that are wrapped ----------------------------------------------------------------------


def _keep_wrapped_methods(cls: nodes.ClassDef) -> None:
    """Forget `self.step = tf.function(self.step)`: it is the method still."""
    for name, targets in list(cls.instance_attrs.items()):
        is_method = any(isinstance(one, nodes.FunctionDef) for one in cls.locals.get(name, ()))
        if is_method and all(_wraps_itself(target, name) for target in targets):
            del cls.instance_attrs[name]


def _wraps_itself(target: nodes.NodeNG, name: str) -> bool:
    value = target.parent.value if isinstance(target.parent, nodes.Assign) else None
    return isinstance(value, nodes.Call) and any(
        isinstance(argument, nodes.Attribute) and argument.attrname == name
        for argument in value.args
    )
