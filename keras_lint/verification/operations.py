"""Operations between layers, and the functions of ``Lambda``, by name and arguments.

Only what `keras_lint/ops` knows by name is described; the user's code never is.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from keras_lint.model import Construction, SemanticModel
from keras_lint.model.origins import (
    BackboneOrigin,
    CallOrigin,
    DataOrigin,
    InputOrigin,
    LostOrigin,
    OperationOrigin,
    Origin,
)
from keras_lint.ops.registry import find_operation
from keras_lint.verification.encoding import EncodeLayer, Jsonable, NotDescribable, encode

INDEXING = "indexing"
OPERATORS = frozenset(("+", "-", "*", "/", "//", "%", "**", "@"))
_KNOWN_ROOTS = ("keras.ops.", "tensorflow.", "keras.activations.")
_BINARY: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.MatMult: "@",
}  # fmt: skip


def describe_operation(
    origin: OperationOrigin, tensor: Callable[[Origin], Jsonable], layer: EncodeLayer
) -> Jsonable:
    """Describe an operation; ``tensor`` describes the tensors among its arguments.

    Raises:
        NotDescribable: an argument is not known, or the operation is none of Keras's.
    """
    plain = origin.name.strip("`")
    if plain not in (*OPERATORS, INDEXING) and not plain.startswith(_KNOWN_ROOTS):
        raise NotDescribable(f"operation {origin.name} between layers")

    def walk(part: Any) -> Jsonable:
        match part:
            case InputOrigin() | CallOrigin() | OperationOrigin() | DataOrigin():
                return tensor(part)
            case BackboneOrigin() | LostOrigin():
                return tensor(part)
            case tuple():
                return {"$": "tuple", "items": [walk(item) for item in part]}
            case list():
                return [walk(item) for item in part]
            case slice():
                return {
                    "$": "slice",
                    "items": [walk(p) for p in (part.start, part.stop, part.step)],
                }
        return {"$": "ellipsis"} if part is Ellipsis else encode(part, layer)

    return {
        "$": "operation",
        "key": id(origin),
        "name": plain,
        "position": origin.position,
        "args": [walk(part) for part in origin.arguments],
        "kwargs": {key: walk(part) for key, part in origin.keywords.items()},
    }


def describe_lambda(model: SemanticModel, made: Construction) -> Jsonable:
    """Describe the function of a ``Lambda`` that is written as one expression of known operations.

    Raises:
        NotDescribable: it is a function of the user's own in any other way.
    """
    place = made.argument_spans.get("function")
    text = "" if place is None else model.source.slice(place)
    text = text.removeprefix("function").lstrip().removeprefix("=").strip()
    try:
        function = ast.parse(f"({text}\n)", mode="eval").body
    except SyntaxError:
        function = None
    if isinstance(function, ast.Lambda):
        given = function.args
        names = [one.arg for one in given.args]
        if len(names) == 1 and not (given.vararg or given.kwarg or given.kwonlyargs):
            return {"$": "function", "body": _Expression(model, names[0]).describe(function.body)}
    elif function is not None and (name := _Expression(model, "").operation(function)):
        argument = {"$": "argument"}
        return {"$": "function", "body": _call(name, [argument], {})}
    raise NotDescribable("a `Lambda` holds a function of the user's own")


def _call(name: str, positional: list[Jsonable], keywords: dict[str, Jsonable]) -> Jsonable:
    return {
        "$": "operation", "key": None, "name": name, "position": None,
        "args": positional, "kwargs": keywords,
    }  # fmt: skip


class _Expression:
    """The body of a ``lambda``: its argument, constants, and calls of known operations."""

    def __init__(self, model: SemanticModel, argument: str) -> None:
        self.model = model
        self.argument = argument

    def describe(self, node: ast.expr) -> Jsonable:
        match node:
            case ast.Name(id=name) if name == self.argument:
                return {"$": "argument"}
            case ast.Constant(value=None | bool() | int() | float() | str() as constant):
                return constant
            case ast.Constant(value=constant) if constant is Ellipsis:
                return {"$": "ellipsis"}
            case ast.Tuple(elts=items):
                return {"$": "tuple", "items": [self.describe(item) for item in items]}
            case ast.List(elts=items):
                return [self.describe(item) for item in items]
            case ast.Slice(lower, upper, step):
                parts = [
                    None if one is None else self.describe(one) for one in (lower, upper, step)
                ]
                return {"$": "slice", "items": parts}
            case ast.BinOp(left, operator, right) if type(operator) in _BINARY:
                sides = [self.describe(left), self.describe(right)]
                return _call(_BINARY[type(operator)], sides, {})
            case ast.UnaryOp(ast.USub(), operand):
                inner = self.describe(operand)
                return -inner if isinstance(inner, int | float) else _call("-", [inner], {})
            case ast.Subscript(value, index):
                return _call(INDEXING, [self.describe(value), self.describe(index)], {})
            case ast.Call(function, positional, keywords) if self.operation(function):
                called = self.operation(function) or ""
                given = {one.arg: self.describe(one.value) for one in keywords if one.arg}
                if len(given) == len(keywords):
                    return _call(called, [self.describe(one) for one in positional], given)
        raise NotDescribable(f"a `Lambda` computes with `{ast.unparse(node)[:60]}`")

    def operation(self, node: ast.expr) -> str | None:
        """Give the canonical name of a function of Keras or TensorFlow that is known."""
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        root = self.model.imports.names.get(node.id) if isinstance(node, ast.Name) else None
        if root is None:
            return None
        name = ".".join([root, *reversed(parts)])
        name = name.removeprefix("tensorflow.") if name.startswith("tensorflow.keras.") else name
        known = name.startswith(_KNOWN_ROOTS) and find_operation(name) is not None
        return name if known else None
