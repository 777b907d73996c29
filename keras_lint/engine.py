"""One file in, everything known about it out: the entry for every face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from keras_lint.diagnostics import Diagnostic, Severity
from keras_lint.interpreter.analysis import interpret, may_concern_keras
from keras_lint.interpreter.keras_version import keras_version
from keras_lint.interpreter.syntax import ParseFailure, check_syntax, parse_leniently
from keras_lint.model import SemanticModel
from keras_lint.rules.registry import all_rules
from keras_lint.rules.selection import one_per_cause
from keras_lint.settings import Settings
from keras_lint.source import SourceText

if TYPE_CHECKING:
    from astroid import nodes  # third party, for the type checker alone


@dataclass(frozen=True)
class SyntaxFault:
    """A place that is no Python. ``line`` and ``column`` are 1-based."""

    line: int
    column: int
    message: str


@dataclass(frozen=True)
class Report:
    """What is known about one file.

    ``fault`` is the first place that is no Python; the statements there are ``left_out``,
    and the rest was analyzed. Where ``left_out`` is empty all the same, nothing was.
    ``notes`` are short notes about our own failures, each of which cost one rule its findings.
    """

    source: SourceText
    model: SemanticModel
    diagnostics: tuple[Diagnostic, ...] = ()
    fault: SyntaxFault | None = None
    notes: tuple[str, ...] = field(default=())
    left_out: tuple[SyntaxFault, ...] = ()


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
    model = SemanticModel(source, None)
    concerned = may_concern_keras(source)
    try:
        if tree is not None:
            left_out: tuple[ParseFailure, ...] = ()
        elif concerned:
            tree, left_out = parse_leniently(source, name or "module")
        else:
            left_out = check_syntax(source)
    except ParseFailure as failure:
        return Report(source, model, fault=_fault(failure))
    faults = tuple(map(_fault, left_out))
    fault = faults[0] if faults else None
    if tree is None or not concerned:
        return Report(source, model, fault=fault, left_out=faults)
    try:
        keras = keras_version(source, chosen)
        model = interpret(
            source, chosen, keras=keras, tree=tree, name=name, fails_loudly=FAIL_LOUDLY
        )
    except Exception as error:
        if FAIL_LOUDLY:
            raise
        note = f"the analysis of this file failed: {type(error).__name__}: {error}"
        return Report(source, model, fault=fault, notes=(note,), left_out=faults)
    diagnostics, notes = _check(model, rules)
    notes += [f"a statement was not understood, {failure}" for failure in model.failures]
    return Report(source, model, tuple(diagnostics), fault, tuple(notes), faults)


def _fault(failure: ParseFailure) -> SyntaxFault:
    return SyntaxFault(failure.line, failure.column, failure.message)


def _check(model: SemanticModel, names: Sequence[str] | None) -> tuple[list[Diagnostic], list[str]]:
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
        except Exception as error:
            if FAIL_LOUDLY:
                raise
            notes.append(
                f"the rule {rule.name} failed on this file: {type(error).__name__}: {error}"
            )
    if model.guessed_imports:
        found = [_guessed(one) for one in found]
    return sorted(one_per_cause(found), key=lambda one: one.sort_key), notes


def _guessed(one: Diagnostic) -> Diagnostic:
    """Give a finding in a file whose imports were guessed: nothing there is an error."""
    notes = (*one.notes, GUESSED)
    if one.severity is not Severity.ERROR:
        return replace(one, notes=notes)
    return replace(one, notes=notes, severity=Severity.WARNING)


GUESSED = "this file imports no Keras; its unbound names are read as Keras's"
"""The note on every finding in such a file."""

FAIL_LOUDLY = False
"""Whether a rule's failure is raised instead of noted: tests set it."""
