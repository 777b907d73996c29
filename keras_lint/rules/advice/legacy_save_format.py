"""Models saved in a format that Keras keeps for old files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Edit, Fix
from keras_lint.model import SemanticModel
from keras_lint.rules.rule import Rule
from keras_lint.source import Span

_SAVE = re.compile(r"\b(?P<name>\w+)\.save\(\s*f?(?P<quote>[\"'])(?P<path>[^\"'\n]+)(?P=quote)")
_LEGACY = (".h5", ".hdf5")


class LegacySaveFormat(Rule):
    """
    ## What it does

    Finds `model.save("....h5")`.

    ## Why is this bad?

    Keras calls HDF5 files a legacy format and warns: they do not hold everything of a
    model. The format `.keras` does.

    ## Example

    ```python
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    model.save("model.h5")  # [legacy-save-format]
    ```

    Use instead:

    ```python
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    model.save("model.keras")
    ```

    ## When it is silent

    For `save_weights`, for paths that are no literals, and for variables that hold no model.

    ## Fix safety

    Programs that load the file have to change with it, so the fix is unsafe.
    """

    code = "C7314"
    name = "legacy-save-format"
    summary = "a model is saved as HDF5"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each call."""
        variables = {graph.variable for graph in model.models}
        for number, line in enumerate(model.source.lines(), 1):
            match = _SAVE.search(line.partition("#")[0])
            if match is None or match["name"] not in variables:
                continue
            path = match["path"]
            if not path.endswith(_LEGACY):
                continue
            span = Span(model.source.path, number, match.start("path"), number, match.end("path"))
            better = re.sub(r"\.\w+$", ".keras", path)
            title = f"save as {better}"
            place = Span(span.path, number, match.start(), number, match.end("path") + 1)
            fix = Fix(title, (Edit(span, better),), Applicability.UNSAFE)
            yield self.diagnostic(
                place, f"`{path}` is in a legacy format", helps=(title,), fixes=(fix,)
            )
