"""The summary for people: a table for each model, as Keras's own ``model.summary()``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from keras_lint.cli import summary_rows
from keras_lint.cli.stops import LEFT_OUT, LEFT_OUT_REASON, Stop
from keras_lint.cli.summary_rows import ModelTable, Row
from keras_lint.diagnostics import Diagnostic, Severity
from keras_lint.diagnostics.visible import one_line
from keras_lint.engine import Report
from keras_lint.model import LayerCall
from keras_lint.shapes import Dim
from keras_lint.source import SourceText, Span

PIPED_WIDTH = 160
"""Where no terminal says how wide it is; tables are as narrow as their contents."""

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.ADVICE: "cyan",
    Severity.INFORMATION: "green",
}
_MOST_LINES = 12


def console() -> Console:
    """Give the console for standard output; colour only where a terminal shows it."""
    made = Console(highlight=False, markup=False, emoji=False)
    if not made.is_terminal:
        made.width = PIPED_WIDTH
    return made


def show(report: Report, out: Console) -> None:
    """Print the models of one file."""
    model = report.model
    path = report.source.path
    told: list[Diagnostic] = []
    for table in summary_rows.tables(model, report.diagnostics):
        told += table.findings
        _show_model(table, report.source, out)
    if not model.models:
        _say(out, f"{path}: no models")
    if model.guessed_imports and (model.models or model.layer_calls):
        _say(out, f"{path}: imports no Keras; its unbound names are read as Keras's")
    loose = summary_rows.loose_calls(model)
    if loose:
        _say(out, f"{path}: {_loose(loose, report.source)}")
    others = [one for one in report.diagnostics if one not in told]
    if others:
        _say(out, f"{path}: beside the layers of a model")
        _show_findings(others, report.source, out)
    if loose or others:
        out.print()


def show_stops(source: SourceText, stops: Sequence[Stop], out: Console) -> None:
    """Print where knowledge ended, and the comments that would carry it on."""
    path = source.path
    if not stops:
        _say(out, f"{path}: everything was followed")
    else:
        _say(out, f"{path}: what is not known, and from where on")
    for stop in stops:
        place = "" if stop.line is None else f"{_line(stop.line, source)}: "
        _say(out, f"  {place}{stop.why}")
        if stop.comment is not None and stop.comment_line is not None:
            _say(out, f"    {_line(stop.comment_line, source)} could say  {stop.comment}")
    out.print()


def _show_model(table: ModelTable, source: SourceText, out: Console) -> None:
    graph = table.graph
    path = source.path
    name = graph.name or graph.variable
    title = Text.assemble("Model: ", (f'"{name}"' if name else "(no name)", "bold"))
    title.append(f", {graph.kind}, {path}:{summary_rows.line_text(source, graph.span)}")
    out.print(title, soft_wrap=True)
    if table.rows:
        out.print(_grid(table.rows))
    elif graph.kind == "subclassed":
        _say(out, " (its `call` was not followed)")
    else:
        _say(out, " (no layers)")
    for line in _totals(table):
        _say(out, f" {line}")
    _show_findings(table.findings, source, out)
    out.print()


def _grid(rows: Sequence[Row]) -> Table:
    grid = Table(box=box.HEAVY_HEAD, header_style="bold", show_lines=False)
    grid.add_column("Layer (type)", overflow="fold")
    grid.add_column("Output Shape", overflow="fold", style="cyan")
    grid.add_column("Param #", justify="right", style="green")
    grid.add_column("Line", justify="right")
    marked = any(row.mark for row in rows)
    if marked:
        grid.add_column("Found")
    for row in rows:
        style = "" if row.mark is None else _STYLES[row.mark]
        cells = [
            Text.assemble((row.name, style), f" ({row.class_name})"),
            Text(row.shape),
            Text(row.params),
            Text(row.line),
        ]
        if marked:
            cells.append(Text("" if row.mark is None else row.mark.value, style=style))
        grid.add_row(*cells)
    return grid


def _totals(table: ModelTable) -> Iterator[str]:
    graph = table.graph
    why = summary_rows.why_unknown(graph.params)
    if why is not None:
        yield f"Total params: ? ({why.replace(LEFT_OUT, LEFT_OUT_REASON)})"
        return
    if not graph.built:
        yield "Total params: 0 (unbuilt)"
        yield _unbuilt(table)
        return
    yield f"Total params: {_total(graph.params)}"
    frozen: Dim = graph.params - graph.trainable_params
    yield f"Trainable params: {_total(graph.trainable_params)}"
    yield f"Non-trainable params: {_total(frozen)}"


def _unbuilt(table: ModelTable) -> str:
    if any(row.mark is Severity.ERROR for row in table.rows):
        return "Keras does not get as far as building it"
    if table.graph.kind == "subclassed":
        return "Keras builds it when it is called on data"
    return "Keras builds it when it knows the input's shape: from keras.Input(shape=...) or data"


def _total(dim: Dim) -> str:
    return summary_rows.number_text(dim)


def _show_findings(findings: Sequence[Diagnostic], source: SourceText, out: Console) -> None:
    for one in findings:
        line = Text.assemble(
            f" {_place(one.span, source)}: ",
            (one.severity.value, _STYLES[one.severity]),
            f": {one_line(one.one_line)} ({one.rule})",
        )
        out.print(line, soft_wrap=True)


def _place(span: Span, source: SourceText) -> str:
    text = summary_rows.line_text(source, span)
    return f"line {text}" if text.isdecimal() else text


def _line(line: int, source: SourceText) -> str:
    return _place(Span(source.path, line, 0, line, 0), source)


def _loose(calls: Sequence[LayerCall], source: SourceText) -> str:
    lines = list(dict.fromkeys(summary_rows.line_text(source, c.call_span) for c in calls))
    listed = ", ".join(lines[:_MOST_LINES]) + (", ..." if len(lines) > _MOST_LINES else "")
    count = "1 layer call belongs" if len(calls) == 1 else f"{len(calls)} layer calls belong"
    return f"{count} to no model ({'line' if len(lines) == 1 else 'lines'} {listed})"


def _say(out: Console, text: str) -> None:
    out.print(Text(text), soft_wrap=True)
