"""One file in, everything known about it out: the entry for every face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from keras_lint.diagnostics import Diagnostic
from keras_lint.interpreter.analysis import interpret
from keras_lint.interpreter.keras_version import keras_version
from keras_lint.interpreter.syntax import ParseFailure
from keras_lint.model import SemanticModel
from keras_lint.rules.registry import all_rules
from keras_lint.rules.selection import one_per_cause
from keras_lint.settings import Settings
from keras_lint.source import SourceText

if TYPE_CHECKING:
    from astroid import nodes  # third party, for the type checker alone


@dataclass(frozen=True)
class SyntaxFault:
    """Why a file could not be read as Python. ``line`` and ``column`` are 1-based."""

    line: int
    column: int
    message: str


@dataclass(frozen=True)
class Report:
    """What is known about one file.

    ``fault`` is set where the text is no Python; ``notes`` are short notes about our own
    failures, each of which cost one rule its findings.
    """

    source: SourceText
    model: SemanticModel
    diagnostics: tuple[Diagnostic, ...] = ()
    fault: SyntaxFault | None = None
    notes: tuple[str, ...] = field(default=())


def analyze(
    source: SourceText,
    settings: Settings | None = None,
    *,
    tree: nodes.Module | None = None,
    name: str | None = None,
    rules: Sequence[str] | None = None,
) -> Report:
    """Analyze one file.

    Args:
        source: the file.
        settings: the options; the defaults where None.
        tree: the host's syntax tree of it, if it has one.
        name: the module's import name.
        rules: the names of the rules to run; all where None, none where empty.
    """
    chosen = settings or Settings()
    keras = keras_version(source, chosen)
    try:
        model = interpret(source, chosen, keras=keras, tree=tree, name=name)
    except ParseFailure as failure:
        fault = SyntaxFault(failure.line, failure.column, failure.message)
        return Report(source, SemanticModel(source, keras), fault=fault)
    except Exception as error:  # noqa: BLE001 - user code cannot make us fail
        if FAIL_LOUDLY:
            raise
        note = f"the analysis of this file failed: {type(error).__name__}: {error}"
        return Report(source, SemanticModel(source, keras), notes=(note,))
    diagnostics, notes = _check(model, rules)
    return Report(source, model, tuple(diagnostics), notes=tuple(notes))


def _check(
    model: SemanticModel, names: Sequence[str] | None
) -> tuple[list[Diagnostic], list[str]]:
    """Run the rules; a rule that fails costs its own findings and leaves a note."""
    found: list[Diagnostic] = []
    notes: list[str] = []
    if names is not None and not names:
        return found, notes
    if not model.mentions_keras:
        return found, notes
    for rule in all_rules():
        if names is not None and rule.name not in names:
            continue
        try:
            found.extend(rule().check(model))
        except Exception as error:  # noqa: BLE001 - a broken rule must not cost the others
            if FAIL_LOUDLY:
                raise
            notes.append(f"the rule {rule.name} failed on this file: {type(error).__name__}: {error}")
    return sorted(one_per_cause(found), key=lambda one: one.sort_key), notes


FAIL_LOUDLY = False
"""Whether a rule's failure is raised instead of noted: tests set it."""
