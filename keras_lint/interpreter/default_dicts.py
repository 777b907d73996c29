"""``collections.defaultdict``: a dict that makes what is not in it."""

from __future__ import annotations

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.values import Constant, Dict, Value
from keras_lint.shapes import Unknown
from keras_lint.source import Span


class DefaultDict(Dict):
    """A dict whose ``factory`` is called for a key that it does not have."""

    __slots__ = ("factory",)

    def __init__(self, factory: Value) -> None:
        super().__init__({})
        self.factory = factory

    def fill(self, run: Context, key: Value, span: Span) -> None:
        """Put the default under a key that is asked for and is not there."""
        entries = self.items
        if isinstance(entries, Unknown):
            return
        if not isinstance(key, Constant):
            run.heap.set(self, "items", Unknown("a dict with an unknown key", span))
        elif key.value not in entries:
            made = run.call(self.factory, Arguments(), span)
            run.heap.set(self, "items", {**entries, key.value: made})
