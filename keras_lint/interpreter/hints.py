"""``# shape: (None, 28, 28)`` comments: what the user knows and the analyzer cannot."""

from __future__ import annotations

import io
import re
import tokenize
from dataclasses import replace

from astroid import nodes

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Frame, Value
from keras_lint.model import Misuse
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    Polynomial,
    Shape,
    Symbol,
    TensorSpec,
    Unknown,
    is_unknown,
    shapes_surely_differ,
    surely_differ,
)
from keras_lint.source import SourceText

_COMMENT = re.compile(r"#\s*shape:\s*\(([^)]*)\)")


class ShapeHints:
    """The shape comments of one file, by line."""

    def __init__(self, source: SourceText) -> None:
        self.by_line: dict[int, Shape] = {}
        if "shape:" not in source.text:
            return
        try:
            for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
                if token.type == tokenize.COMMENT:
                    match = _COMMENT.search(token.string)
                    if match is not None:
                        self.by_line[token.start[0]] = parse_shape(match[1], source.path)
        except (tokenize.TokenError, SyntaxError):
            return

    def refine(self, run: Context, value: Value, node: nodes.NodeNG, frame: Frame) -> Value:
        """Give what an assigned value is, with the comment behind it taken into account."""
        hint = self.by_line.get(node.end_lineno or 0)
        if hint is None:
            return value
        span = frame.module.spans.of(node)
        if isinstance(value, Unknown):
            return Tensor(TensorSpec(hint, None, span), "eager")
        if not isinstance(value, Tensor):
            return value
        known = value.spec.shape
        if shapes_surely_differ(known, hint) or _dynamic_contradicts(known, hint):
            run.facts.misuses.append(
                Misuse("shape-comment", run.place(span), str(known), {"comment": str(hint)})
            )
            return value
        return replace(value, spec=replace(value.spec, shape=_merged(known, hint)))


def _dynamic_contradicts(known: Shape, hint: Shape) -> bool:
    if known.dims is None or hint.dims is None or len(known) != len(hint):
        return False
    return any(a is not DYNAMIC and surely_differ(a, b) for a, b in zip(known, hint, strict=True))


def _merged(known: Shape, hint: Shape) -> Shape:
    if known.dims is None or hint.dims is None:
        return hint if known.dims is None else known
    dims = (b if is_unknown(a) else a for a, b in zip(known, hint, strict=True))
    return Shape(tuple(dims))


def parse_shape(text: str, path: str) -> Shape:
    """Read ``None, 28, n`` as a shape; words are symbols of the file."""
    dims: list[Dim] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        if part == "None":
            dims.append(DYNAMIC)
        elif part.isdigit():
            dims.append(int(part))
        elif part.isidentifier():
            dims.append(Polynomial.of(Symbol(f"{path}#{part}", part)))
        else:
            dims.append(Unknown(f"the size {part!r} in a shape comment"))
    return Shape(tuple(dims))
