"""An import from a module that Keras 3 no longer has."""

from __future__ import annotations

import re

from keras_lint.diagnostics import Applicability, Edit, Fix
from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.misuses import MisuseRule
from keras_lint.source import Span


class RemovedImport(MisuseRule):
    """
    ## What it does

    Finds imports from modules that an older Keras had and Keras 3 does not have:
    `keras.layers.core`, `keras.layers.convolutional`, `keras.utils.np_utils`, `keras.engine`,
    and the like.

    ## Why is this bad?

    Python raises `ModuleNotFoundError` or `ImportError` in the first lines of the program.

    ## Example

    ```python
    import keras
    from keras.layers.core import Dense  # [removed-import]

    model = keras.Sequential([keras.Input((8,)), Dense(1)])
    ```

    Use instead:

    ```python
    import keras
    from keras.layers import Dense

    model = keras.Sequential([keras.Input((8,)), Dense(1)])
    ```

    ## When it is silent

    Where Keras 2 is meant, where it is not known which Keras is meant, where the import
    stands in a `try`, and under an `if`, which may ask for the version.

    ## Fix safety

    The names are the same in the module that has them now, so the fix is safe.
    """

    code = "E7117"
    name = "removed-import"
    summary = "an import from a module that Keras 3 no longer has"
    kind = "removed-import"

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Name the module, and the one that has the names now."""
        note = "Python raises at this line"
        if "member" in misuse.detail:
            return (
                f"`{misuse.detail['member']}` of `{misuse.found}` is gone in Keras 3",
                note,
                misuse.detail.get("remedy") or f"import to_categorical from {misuse.detail['new']}",
            )
        new = misuse.detail.get("new")
        remedy = misuse.detail.get("remedy") or "import each name from where Keras 3 has it"
        return (
            f"the module `{misuse.found}` is gone in Keras 3",
            note,
            f"import from {new}" if new else remedy,
        )

    def fixes(self, model: SemanticModel, misuse: Misuse, remedy: str) -> tuple[Fix, ...]:
        """Write the module that has the names now."""
        new = misuse.detail.get("new")
        if not new or misuse.span.path != model.source.path:
            return ()
        if "member" in misuse.detail:
            edits = _to_categorical(model, misuse)
        else:
            edits = _renamed(model, misuse.span, misuse.found, new)
        return (Fix(remedy, edits, Applicability.SAFE),) if edits else ()


def _renamed(model: SemanticModel, span: Span, old: str, new: str) -> tuple[Edit, ...]:
    line = model.source.lines()[span.line - 1]
    found = re.match(rf"from[ \t]+({re.escape(old)})\s", line[span.column :])
    if found is None:
        return ()
    start, end = span.column + found.start(1), span.column + found.end(1)
    return (Edit(Span(span.path, span.line, start, span.line, end), new),)


def _to_categorical(model: SemanticModel, misuse: Misuse) -> tuple[Edit, ...]:
    """Import the one function that nearly all code takes from ``np_utils``, by its own name."""
    edits = []
    for number, line in enumerate(model.source.lines(), 1):
        for found in re.finditer(r"\bnp_utils\b(\.to_categorical\b)?", line):
            here = Span(misuse.span.path, number, found.start(), number, found.end())
            if not misuse.span.contains(here) and found[1] is None:
                return ()
            edits.append(Edit(here, "to_categorical"))
    imported = model.source.slice(misuse.span)
    return () if " as " in imported or "to_categorical" in imported else tuple(edits)
