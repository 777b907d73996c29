"""``keras-lint explain --traceback``: an error of Keras, told as what is wrong in the code."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from keras_lint.cli import configuration, files, rule_choice
from keras_lint.cli.error_patterns import Explanation, explain
from keras_lint.cli.failure import CannotRun
from keras_lint.cli.layer_names import snake_case
from keras_lint.cli.summary_rows import structure_text
from keras_lint.cli.traceback_text import Failure, Frame, parse
from keras_lint.diagnostics import Diagnostic, Label, Severity
from keras_lint.engine import Report
from keras_lint.model import LayerCall
from keras_lint.notebooks import located
from keras_lint.source import Span

EXPLAINED, NOT_EXPLAINED = 0, 1
_NOT_KNOWN = "keras-lint: this error says nothing that is known here about Keras's shapes\n"


def run(path: str) -> int:
    """Explain the error text in a file, or on standard input for ``-``; 1 where it cannot be."""
    failure = parse(_read(path))
    explanation = explain(failure.message)
    report, frames = _report(failure)
    if report is not None:
        found = _finding(report, frames, failure, explanation)
        if found is not None:
            _print(report, located(report.source, found))
            return EXPLAINED
    if explanation is None:
        sys.stderr.write(_NOT_KNOWN)
        return NOT_EXPLAINED
    place = f"{failure.frames[-1].path}:{failure.frames[-1].line}: " if failure.frames else ""
    sys.stdout.write("\n".join(_lines(place, explanation)) + "\n")
    return EXPLAINED


def _read(path: str) -> str:
    if path == "-":
        return sys.stdin.read()
    try:
        return Path(path).read_text("utf-8", errors="replace")
    except OSError as error:
        raise CannotRun(f"{path}: {error.strerror or error}") from None


def _report(failure: Failure) -> tuple[Report | None, Sequence[Frame]]:
    """Analyze the innermost file of the user's that is here, and give its lines."""
    chosen = configuration.read()
    rules = rule_choice.choose(chosen, extra=True)
    for frame in reversed(failure.frames):
        path = str(Path(frame.path).expanduser())
        if not Path(path).is_file():
            continue
        source = files.read(path)
        if isinstance(source, files.Unreadable):
            continue
        report = files.analyze(source, chosen.settings, rules=rules)
        if report.model.mentions_keras:
            return report, [one for one in failure.frames if one.path == frame.path]
    return None, ()


def _finding(
    report: Report, frames: Sequence[Frame], failure: Failure, explanation: Explanation | None
) -> Diagnostic | None:
    """Give what the analysis found there, or what the message says of the layer there."""
    candidates = [
        (_score(one, report, frames, explanation), one)
        for one in report.diagnostics
        if one.severity in (Severity.ERROR, Severity.WARNING)
    ]
    best = max(candidates, key=lambda pair: pair[0], default=None)
    if best is not None and best[0].counts:
        return best[1]
    if explanation is None:
        return None
    call = _call(report, frames, explanation)
    span = call.span if call is not None else _line(report, frames)
    labels = () if call is None else tuple(_labels(call))
    return Diagnostic(
        failure.kind or "error", "", Severity.ERROR, span, explanation.headline, labels,
        explanation.notes, explanation.helps,
    )  # fmt: skip


@dataclass(frozen=True, order=True)
class _Score:
    """How well a finding matches an error: what decides stands first."""

    at_line: bool
    names_shapes: bool
    names_layer: bool
    is_error: bool
    comes_early: int

    @property
    def counts(self) -> bool:
        """Whether the two are surely about the same thing."""
        return (self.is_error and (self.at_line or self.names_shapes or self.names_layer)) or (
            self.at_line and self.names_shapes
        )


def _score(
    one: Diagnostic, report: Report, frames: Sequence[Frame], explanation: Explanation | None
) -> _Score:
    spans = [one.span, *(label.span for label in one.labels)]
    if one.cause is not None:
        spans.append(report.model.layer_calls[one.cause].call_span)
    lines = {frame.line for frame in frames}
    at_line = any(
        span.path == report.source.path and span.line <= line <= span.end_line
        for span in spans
        for line in lines
    )
    told = " ".join([one.message, *(label.text for label in one.labels), *one.notes])
    shapes = explanation.shapes if explanation is not None else ()
    layer = explanation.layer if explanation is not None else None
    cause = report.model.layer_calls[one.cause] if one.cause is not None else None
    return _Score(
        at_line,
        any(shape in told for shape in shapes),
        layer is not None and cause is not None and _is_named(cause, layer, report),
        one.severity is Severity.ERROR,
        -one.span.line,
    )


def _call(report: Report, frames: Sequence[Frame], explanation: Explanation) -> LayerCall | None:
    """Find the layer call that an error is about."""
    calls = report.model.layer_calls
    if explanation.layer is not None:
        named = [one for one in calls if _is_named(one, explanation.layer, report)]
        if len(named) == 1:
            return named[0]
    lines = {frame.line for frame in frames}
    there = [
        one
        for one in calls
        if one.call_span.path == report.source.path
        and any(one.call_span.line <= line <= one.call_span.end_line for line in lines)
    ]
    return there[0] if len(there) == 1 else None


def _is_named(call: LayerCall, name: str, report: Report) -> bool:
    """Tell whether Keras may call a layer so: by its own name, or ``dense_3`` for the fourth."""
    if call.name is not None:
        return call.name == name
    base, _, number = name.rpartition("_")
    simple = snake_case(call.class_name)
    if name != simple and not (number.isdecimal() and base == simple):
        return False
    alike: list[int] = []
    for one in report.model.layer_calls:
        layer = one.construction.layer
        same = snake_case(one.class_name) == simple and one.name is None
        if same and layer not in alike:
            alike.append(layer)
    position = int(number) if name != simple else 0
    return position < len(alike) and alike[position] == call.construction.layer


def _labels(call: LayerCall) -> Iterator[Label]:
    inputs, output = structure_text(call.inputs), structure_text(call.output)
    text = f"gets {inputs}" if call.refusal is not None else f"{inputs} -> {output}"
    yield Label(call.span, text)


def _line(report: Report, frames: Sequence[Frame]) -> Span:
    line = frames[-1].line
    lines = report.source.lines()
    text = lines[line - 1] if line <= len(lines) else ""
    start = len(text) - len(text.lstrip())
    return Span(report.source.path, line, start, line, max(len(text.rstrip()), start))


def _print(report: Report, found: Diagnostic) -> None:
    # Inside the function: a bare message needs none of it.
    from rich.console import Console

    from keras_lint.diagnostics.text import render_diagnostic

    sources = {part.path: part for part in report.source.parts()}
    console = Console(highlight=False, markup=False, emoji=False)
    console.print(render_diagnostic(found, sources), soft_wrap=True)


def _lines(place: str, explanation: Explanation) -> Iterator[str]:
    yield f"{place}{explanation.headline}"
    for note in explanation.notes:
        yield f"note: {note}"
    for help_ in explanation.helps:
        yield f"help: {help_}"
