"""The evaluated arguments of a call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from keras_lint.interpreter.values import Value
from keras_lint.shapes import Unknown
from keras_lint.source import Span


@dataclass(frozen=True, slots=True)
class Arguments:
    """The evaluated arguments of a call, with the places they stand at.

    ``rest`` says that further arguments are not known (``*args`` or ``**kwargs``).
    """

    positional: tuple[Value, ...] = ()
    keywords: Mapping[str, Value] = field(default_factory=dict)
    rest: Unknown | None = None
    positional_spans: tuple[Span, ...] = ()
    keyword_spans: Mapping[str, Span] = field(default_factory=dict)

    def get(self, index: int | None, name: str) -> Value | None:
        """Give the argument at a position or of a name, None where it is not given."""
        if index is not None and index < len(self.positional):
            return self.positional[index]
        return self.keywords.get(name)

    def get_or(self, index: int | None, name: str, default: Value) -> Value:
        """Give the argument at a position or of a name, or its default."""
        found = self.get(index, name)
        return default if found is None else found

    def either(self, index: int | None, *names: str) -> Value | None:
        """Give the argument at a position or of the first of several names that is given."""
        if index is not None and index < len(self.positional):
            return self.positional[index]
        return next((self.keywords[name] for name in names if name in self.keywords), None)

    def span_of(self, index: int | None, name: str) -> Span | None:
        """Give the place of the argument at a position or of a name."""
        if index is not None and index < len(self.positional_spans):
            return self.positional_spans[index]
        return self.keyword_spans.get(name)

    def all(self) -> list[Value]:
        """List every argument value: those by position, then those by name, sorted."""
        return [*self.positional, *(self.keywords[name] for name in sorted(self.keywords))]
