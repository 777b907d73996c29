"""The form of every operation: one shape function under all the names that it has."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from keras_lint.layers.arguments import Argument
from keras_lint.shapes import InvalidArgument

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True)
class Spelling:
    """One public name of an operation, and its parameters there, in order.

    Each parameter is ``(name, canonical name)``; a leading ``*`` on the name takes all
    further positional arguments, a lone ``*`` makes what follows keyword-only, and ``...``
    takes any further arguments, none of which has to do with the shape.
    """

    name: str
    parameters: tuple[tuple[str, str], ...]

    @staticmethod
    def parse(text: str) -> list[Spelling]:
        """Read ``"tensorflow.reshape(tensor: x, shape: newshape, name)"``.

        ``"numpy.{sin,cos}(x, ...)"`` is two spellings.
        """
        name, _, rest = text.partition("(")
        pairs = []
        for part in filter(None, (part.strip() for part in rest.rstrip(")").split(","))):
            own, _, canonical = part.partition(":")
            pairs.append((own.strip(), canonical.strip() or own.strip().lstrip("*")))
        return [Spelling(one, tuple(pairs)) for one in spelled_names(name)]


def spelled_names(name: str) -> list[str]:
    """List the names that ``numpy.{sin,cos}`` stands for."""
    head, brace, rest = name.partition("{")
    if not brace:
        return [name]
    return [head + one.strip() for one in rest.rstrip("}").split(",")]


_SAME_FUNCTIONS = re.compile(r"^keras\.ops\.(?:numpy|nn|linalg|core|math)\.")


def canonical_name(name: str) -> str:
    """Give the one name of a function that a library exports under several.

    ``keras.ops.numpy.sum`` is ``keras.ops.sum``, and ``tensorflow.experimental.numpy``
    mirrors ``numpy``.
    """
    name = _SAME_FUNCTIONS.sub("keras.ops.", name)
    return name.removeprefix("tensorflow.experimental.") if ".experimental.numpy." in name else name


@dataclass(frozen=True)
class Operation:
    """A shape function together with the spellings that reach it.

    The function takes ``TensorSpec`` for tensors and plain arguments for the rest (see
    ``keras_lint.layers.arguments``) and gives a ``TensorSpec``, a list or dict of them, a
    ``Dim``, or ``Unknown``. It raises ``InvalidShape`` or ``InvalidArgument`` where the
    library raises.
    """

    function: Callable[..., Argument]
    spellings: Mapping[str, Spelling]

    @cached_property
    def _parameters(self) -> Mapping[str, inspect.Parameter]:
        return inspect.signature(self.function).parameters

    def apply(
        self, name: str, positional: Sequence[Argument], keywords: Mapping[str, Argument]
    ) -> Argument:
        """Call the shape function as the spelling ``name`` is called.

        Raises:
            InvalidArgument: the arguments do not fit the spelling's parameters.
            InvalidShape: the library refuses the shapes.
        """
        spelling = self.spellings[canonical_name(name)]
        bound: dict[str, Argument] = {}
        remaining = list(positional)
        open_ended = ("...", "...") in spelling.parameters
        for own, canonical in spelling.parameters:
            if own in ("*", "..."):
                break
            if own.startswith("*"):
                bound[canonical] = tuple(remaining)
                remaining = []
            elif remaining:
                bound[canonical] = remaining.pop(0)
        if remaining and not open_ended:
            count = len(positional) - len(remaining)
            raise InvalidArgument(
                "", f"at most {count} positional arguments", str(len(positional)), kind="surplus"
            )
        names = {own.lstrip("*"): canonical for own, canonical in spelling.parameters}
        for key, value in keywords.items():
            if key in names:
                bound[names[key]] = value
            elif not open_ended:
                raise InvalidArgument(key, "an argument that it takes", f"{key}=", kind="unknown")
        return self._call(spelling, bound)

    def _call(self, spelling: Spelling, bound: Mapping[str, Argument]) -> Argument:
        own_names = {canonical: own.lstrip("*") for own, canonical in spelling.parameters}
        for key, parameter in self._parameters.items():
            if parameter.default is parameter.empty and key not in bound:
                own = own_names.get(key, key)
                raise InvalidArgument(own, f"`{own}`", "nothing", kind="missing")
        return self.function(**{k: v for k, v in bound.items() if k in self._parameters})


def operation(*spellings: str) -> Callable[[Function], Function]:
    """Declare a shape function under its public names.

    Each spelling lists the parameters of that name in order, those with another name as
    ``own: canonical``; parameters that the function does not have are taken and ignored:

        @operation(
            "keras.ops.reshape(x, newshape)",
            "tensorflow.reshape(tensor: x, shape: newshape, name)",
        )
        def reshape(x: TensorSpec, newshape: Argument) -> TensorSpec: ...
    """

    def declare(function: Function) -> Function:
        parsed = [one for text in spellings for one in Spelling.parse(text)]
        function.operation = Operation(function, {one.name: one for one in parsed})  # type: ignore[attr-defined]
        return function

    return declare
