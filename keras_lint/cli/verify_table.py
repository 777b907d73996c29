"""The answer of ``keras-lint verify`` for people: a table of both answers for each model."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from keras_lint.cli.summary_table import console
from keras_lint.diagnostics import text
from keras_lint.diagnostics.paths import split_cell
from keras_lint.diagnostics.visible import one_line
from keras_lint.engine import Report
from keras_lint.source import Span
from keras_lint.verification.execution import Execution
from keras_lint.verification.verdicts import (
    FeedVerdict,
    LayerVerdict,
    LossVerdict,
    ModelVerdict,
    Status,
    Verification,
)

_STYLES = {
    Status.CONFIRMED: "bold green",
    Status.ANSWERED: "cyan",
    Status.DISAGREEMENT: "bold red",
    Status.NOT_VERIFIED: "bold yellow",
}


def show(report: Report, verification: Verification, execution: Execution | None) -> None:
    """Print what Keras said of one file."""
    out = console()
    path = report.source.path
    if verification.unavailable:
        _say(out, f"{path}: not verified: {verification.unavailable}", "bold yellow")
    elif not verification.models and not verification.parts:
        _say(out, f"{path}: no models")
    for model in verification.models:
        _show_model(model, out)
    if verification.parts:
        _say(out, f"{path}: refused outside of a model that could be built")
        out.print(_grid(verification.parts))
    for remedy in verification.remedies:
        if remedy.refused:
            _say(out, f"not offered, as Keras refuses it: {remedy.fix.title} ({remedy.refused})")
    if execution is not None:
        _show_execution(execution, path, out)
    findings = [*verification.diagnostics, *(execution.findings() if execution else ())]
    if findings:
        sources = {part.path: part for part in report.source.parts()}
        out.print(text.render_text(findings, sources), soft_wrap=True, end="")


def _show_model(model: ModelVerdict, out: Console) -> None:
    name = f'"{model.name}"' if model.name else "(no name)"
    title = Text.assemble("Model: ", (name, "bold"), f", {model.kind}, ")
    title.append(f"{model.span.path}:{model.span.line}: ")
    title.append(model.status.value, _STYLES[model.status])
    if model.status in (Status.CONFIRMED, Status.ANSWERED):
        title.append(f" by {model.keras}")
    if model.reason:
        title.append(f": {one_line(model.reason)}")
    out.print(title, soft_wrap=True)
    if model.layers:
        out.print(_grid(model.layers))
    if model.params is not None:
        _say(out, f" Total params: {model.params:,}")
    if model.omitted:
        _say(out, f" left out, as they change no shape: {', '.join(model.omitted)}")
    for loss in model.losses:
        _say(out, f" {_where(loss.span)}: {_loss(loss)}")
    for feed in model.feeds:
        _say(out, f" {_where(feed.span)}: {_feed(feed)}")
    out.print()


def _grid(layers: Sequence[LayerVerdict]) -> Table:
    grid = Table(box=box.HEAVY_HEAD, header_style="bold", show_lines=False)
    for name in ("Line", "Layer", "Analysis", "Keras", "Param #", ""):
        grid.add_column(name, overflow="fold", justify="right" if name[:5] == "Param" else "left")
    for layer in layers:
        keras = layer.raised or layer.keras or layer.reason
        grid.add_row(
            _line(layer.span),
            layer.class_name.rpartition(".")[2],
            Text(layer.static),
            Text(one_line(keras)),
            "" if layer.params is None else f"{layer.params:,}",
            Text(layer.status.value, style=_STYLES[layer.status]),
        )
    return grid


def _line(span: Span) -> str:
    """Write a line, in a notebook with its cell."""
    cell = split_cell(span.path)[1]
    return str(span.line) if cell is None else f"{cell}:{span.line}"


def _where(span: Span) -> str:
    place = _line(span)
    return f"line {place}" if place.isdecimal() else place


def _loss(loss: LossVerdict) -> str:
    if loss.skipped:
        return f"the loss was not tried: {one_line(loss.skipped)}"
    if loss.raised:
        return f"the loss raises on a batch of {loss.batch}: {one_line(loss.raised)}"
    if loss.broadcast is not None:
        return f"the loss pairs a batch of {loss.batch} to {loss.broadcast}, without a word"
    return f"the loss takes a batch of {loss.batch}"


def _feed(feed: FeedVerdict) -> str:
    if feed.skipped:
        return f"`{feed.kind}` was not tried: {one_line(feed.skipped)}"
    if feed.raised:
        return f"`{feed.kind}` raises on zeros of these shapes: {one_line(feed.raised)}"
    gives = f" and gives {feed.output}" if feed.output else ""
    return f"`{feed.kind}` takes zeros of these shapes{gives}"


def _show_execution(execution: Execution, path: str, out: Console) -> None:
    if execution.unavailable:
        _say(out, f"{path}: was not run to its end: {execution.unavailable}", "bold yellow")
        return
    _say(out, f"{path}: run with {execution.keras}, training cut short")
    if execution.layers:
        out.print(_grid(execution.layers))
    for seen in execution.unforeseen:
        _say(
            out,
            f" {_where(seen.span)}: {seen.class_name} gave {seen.output}; not in the analysis",
        )
    if execution.error:
        where = "" if execution.error_span is None else f" at {execution.error_span}"
        _say(out, f" ended{where} with {one_line(execution.error)}", "bold yellow")
    out.print()


def _say(out: Console, words: str, style: str = "") -> None:
    out.print(Text(words, style=style), soft_wrap=True)
