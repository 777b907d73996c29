"""Finding the node that a place in the source names."""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

Position = tuple[int, int, int, int]
"""Line from 1, column in bytes from 0, and the same for the end, which is exclusive."""


def node_at(module: nodes.Module, position: Position) -> nodes.NodeNG:
    """Give the node at exactly this place, a call if there is one, else the one around it.

    pylint takes the scope of a message from its node, and only a node of the module that
    is linted leaves the comments in that module their effect.
    """
    around: nodes.NodeNG = module
    exact: nodes.NodeNG | None = None
    for node in _walk(module):
        found = _position(node)
        if found == position and (exact is None or isinstance(node, nodes.Call)):
            exact = node
        elif found is not None and _contains(found, position):
            around = node
    return exact or around


def _walk(module: nodes.Module) -> Iterator[nodes.NodeNG]:
    """Give all nodes, outer ones first, without recursion: code may be nested deeply."""
    pending: list[nodes.NodeNG] = [module]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(node.get_children())


def _position(node: nodes.NodeNG) -> Position | None:
    if node.lineno is None or node.end_lineno is None or isinstance(node, nodes.Module):
        return None
    return (node.lineno, node.col_offset or 0, node.end_lineno, node.end_col_offset or 0)


def _contains(outer: Position, inner: Position) -> bool:
    return outer[:2] <= inner[:2] and inner[2:] <= outer[2:]
