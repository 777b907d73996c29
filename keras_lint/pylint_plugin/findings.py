"""What the engine finds in a module that pylint walks, once for both checkers."""

from __future__ import annotations

import sys
import weakref

from astroid import nodes
from pylint.lint import PyLinter

from keras_lint.diagnostics import Diagnostic
from keras_lint.engine import Report, analyze
from keras_lint.pylint_plugin.messages import symbol
from keras_lint.pylint_plugin.options import settings_of
from keras_lint.rules.registry import all_rules
from keras_lint.source import SourceText
from keras_lint.verification import verified


class _LastReport:
    """The report of the module that was asked for last, kept as long as its tree lives."""

    def __init__(self) -> None:
        self.module: weakref.ref[nodes.Module] | None = None
        self.rules: tuple[str, ...] = ()
        self.report: Report | None = None

    def get(self, module: nodes.Module, rules: tuple[str, ...]) -> Report | None:
        """Give the report if it is of this tree and these rules."""
        if self.module is None or self.module() is not module or self.rules != rules:
            return None
        return self.report

    def put(self, module: nodes.Module, rules: tuple[str, ...], report: Report) -> None:
        """Keep a report in place of the last one."""
        self.module, self.rules, self.report = weakref.ref(module), rules, report


# On the module, not on a checker: checkers are pickled for pylint's workers.
_last = _LastReport()
_told: set[str] = set()


def report_on(linter: PyLinter, module: nodes.Module) -> Report:
    """Give what the rules that are enabled find in a module."""
    rules = tuple(r.name for r in all_rules() if linter.is_message_enabled(symbol(r.name)))
    report = _last.get(module, rules)
    if report is None:
        source = SourceText(module.file or module.name, text_of(module))
        settings = settings_of(linter)
        report = analyze(source, settings, tree=module, name=module.name, rules=rules)
        if settings.verify:
            report = verified(report, settings)
        _last.put(module, rules, report)
    return report


def line_of(diagnostic: Diagnostic) -> str:
    """Give a finding as the one line that pylint shows, with what real Keras said about it."""
    said = [" ".join(n.split()) for n in diagnostic.notes if _from_keras(n)]
    return "; ".join([diagnostic.one_line, *said])


def _from_keras(note: str) -> bool:
    return "(reproduced with " in note or note.startswith("with the fix ")


def text_of(module: nodes.Module) -> str:
    """Give the text that pylint parsed, which an editor may not have saved yet."""
    stream = module.stream()
    if stream is None:
        return ""
    with stream:
        data: bytes = stream.read()
    return data.decode(module.file_encoding or "utf-8", "replace")


def tell_once(note: str) -> None:
    """Say on standard error that something of ours failed, at most once in a process."""
    if not _told:
        _told.add(note)
        sys.stderr.write(f"keras-lint: {' '.join(note.split())}\n")
