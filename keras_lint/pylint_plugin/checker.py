"""The two checkers: what pylint reports by default, and what one opts into."""

from __future__ import annotations

from astroid import nodes
from pylint.checkers import BaseChecker
from pylint.lint import PyLinter

from keras_lint.diagnostics import Diagnostic, Severity
from keras_lint.pylint_plugin import findings, messages, node_search, options, sarif_reporter
from keras_lint.source import SourceText, Span


class _Checker(BaseChecker):  # type: ignore[misc]  # pylint has no types to see here
    """Reports the findings whose messages it has.

    Invariant: holds no state of a file, because workers of ``-j`` go from file to file with
    one checker, and is pickled to get there.
    """

    def visit_module(self, module: nodes.Module) -> None:
        """Analyze the module and report what the rules find."""
        try:
            report = findings.report_on(self.linter, module)
            for note in report.notes:
                findings.tell_once(f"{note} ({module.file})")
            kept = sarif_reporter.kept_by(self.linter)
            if kept is not None and self.linter.config.from_stdin:
                kept.texts[module.file] = report.source.text
            for diagnostic in report.diagnostics:
                if diagnostic.code in self.msgs and _has_severity_of_code(diagnostic):
                    self._report(module, report.source, diagnostic)
        except Exception as error:
            findings.tell_once(f"{module.file}: {type(error).__name__}: {error}")

    def get_map_data(self) -> sarif_reporter.Kept | None:
        """Give what a worker kept for the reporter, once."""
        kept = sarif_reporter.kept_by(self.linter)
        if kept is None or not kept.findings:
            return None
        taken = sarif_reporter.Kept(dict(kept.findings))
        kept.findings.clear()
        return taken

    def reduce_map_data(self, linter: PyLinter, data: list[sarif_reporter.Kept]) -> None:
        """Keep in the parent what its workers kept."""
        kept = sarif_reporter.kept_by(linter)
        if kept is not None:
            for taken in data:
                kept.findings |= taken.findings

    def _report(self, module: nodes.Module, source: SourceText, diagnostic: Diagnostic) -> None:
        position = _in_bytes(diagnostic.span, source)
        line, column, end_line, end_column = position
        text = findings.line_of(diagnostic)
        kept = sarif_reporter.kept_by(self.linter)
        if kept is not None:
            kept.findings[(module.file, diagnostic.code, line, column, text)] = diagnostic
        self.add_message(
            messages.symbol(diagnostic.rule),
            line=line,
            node=node_search.node_at(module, position),
            args=(text,),
            confidence=messages.CONFIDENCES[diagnostic.confidence],
            col_offset=column,
            end_lineno=end_line,
            end_col_offset=end_column,
        )


class KerasLintChecker(_Checker):
    """What Keras refuses or gets wrong without a word: on by default."""

    name = "keras-lint"
    msgs = messages.definitions(default_enabled=True)
    options = options.definitions()


class KerasLintExtraChecker(_Checker):
    """Advice and information about Keras code, for those who ask for it."""

    name = "keras-lint-extra"
    msgs = messages.definitions(default_enabled=False)


def register_checkers(linter: PyLinter) -> None:
    """Register both checkers; a worker of an older pylint has them already."""
    present = {checker.name for checker in linter.get_checkers()}
    for checker in (KerasLintChecker, KerasLintExtraChecker):
        if checker.name not in present:
            linter.register_checker(checker(linter))


def _has_severity_of_code(diagnostic: Diagnostic) -> bool:
    """Tell whether pylint, which goes by the letter, reports a finding as gravely as it is.

    In a file that imports no Keras nothing is an error, whatever the rule.
    """
    return diagnostic.code[:1] != "E" or diagnostic.severity is Severity.ERROR


def _in_bytes(span: Span, source: SourceText) -> node_search.Position:
    """Give a place as pylint counts: columns are offsets into the line's UTF-8 bytes."""
    lines = source.lines()
    start = _bytes(lines, span.line, span.column)
    return (span.line, start, span.end_line, _bytes(lines, span.end_line, span.end_column))


def _bytes(lines: list[str], line: int, column: int) -> int:
    if line > len(lines):
        return column
    return len(lines[line - 1][:column].encode("utf-8"))
