"""The whole program, run in the worker with training cut short, against the static answers.

This runs the user's file, and so it is done only where the user asks for it. For custom
layers and data that only the program knows there is no other way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from keras_lint.diagnostics import Diagnostic
from keras_lint.engine import Report
from keras_lint.model import LayerCall
from keras_lint.rules.verification.keras_disagrees import KerasDisagrees
from keras_lint.shapes import DYNAMIC, TensorSpec, flatten_structure, is_dynamic
from keras_lint.source import SourceText, Span
from keras_lint.verification.build import framework_of, shortened
from keras_lint.verification.compare import compare_specs, show_shapes, show_static, words_of
from keras_lint.verification.session import NoAnswer, Session
from keras_lint.verification.verdicts import LayerVerdict, Status

_NAMES = {"Functional": "Model"}


@dataclass(frozen=True)
class SeenCall:
    """A layer call that the program made and the analysis does not know."""

    class_name: str
    span: Span
    output: str


@dataclass(frozen=True)
class Execution:
    """What running a program showed. ``error`` is what ended it, at ``error_span``."""

    layers: tuple[LayerVerdict, ...] = ()
    unforeseen: tuple[SeenCall, ...] = ()
    error: str = ""
    error_span: Span | None = None
    keras: str = ""
    unavailable: str = ""

    @property
    def disagrees(self) -> bool:
        """Whether a layer gave another shape than the analysis says."""
        return any(one.status is Status.DISAGREEMENT for one in self.layers)

    def findings(self) -> Iterator[Diagnostic]:
        """Give a finding for every layer whose real output is another."""
        for one in self.layers:
            if one.status is Status.DISAGREEMENT:
                yield KerasDisagrees().finding(
                    one.span, one.keras, one.static, f"{self.keras}, running this file,", one.call
                )


def execute(report: Report, session: Session) -> Execution:
    """Run the program of a report and compare its layer calls with the static ones."""
    request = {
        "kind": "execute",
        "path": str(Path(report.source.path).resolve()),
        "text": report.source.text,
        "folder": str(Path.cwd()),
    }
    try:
        answer = session.ask(framework_of(report.source.text), request)
    except NoAnswer as error:
        return Execution(unavailable=str(error))
    finally:
        # The program has changed its Keras; the next question needs a fresh one.
        session.restart()
    seen = [_named(one) for one in answer["calls"]]
    layers = tuple(_verdicts(report.model.layer_calls, seen))
    ended = answer.get("error")
    return Execution(
        layers,
        tuple(_unforeseen(report, seen)),
        "" if ended is None else shortened(words_of(ended)),
        None if ended is None else _line_span(report.source, ended.get("line")),
        f"keras {answer['version']} ({answer['backend']})",
    )


def _line_span(source: SourceText, line: int | None) -> Span | None:
    """Give the code of a line as a place."""
    lines = source.lines()
    if line is None or not 1 <= line <= len(lines):
        return None
    text = lines[line - 1]
    start = len(text) - len(text.lstrip())
    return Span(source.path, line, start, line, len(text.rstrip()))


def _named(seen: Mapping[str, Any]) -> dict[str, Any]:
    return {**seen, "class": _NAMES.get(seen["class"], seen["class"])}


def _is_at(call: LayerCall, seen: Mapping[str, Any]) -> bool:
    short = call.class_name.rpartition(".")[2]
    line: int = seen["line"]
    return bool(short == seen["class"]) and call.span.line <= line <= call.span.end_line


def _verdicts(
    calls: Sequence[LayerCall], seen: Sequence[Mapping[str, Any]]
) -> Iterator[LayerVerdict]:
    for call in calls:
        here = [one for one in seen if _is_at(call, one)]
        statuses = [_compared(call, one["output"], cut=bool(one.get("cut"))) for one in here]
        shown = "; ".join(dict.fromkeys(show_shapes(one["output"]) for one in here))
        reason = "" if here else "the program did not get there"
        yield LayerVerdict(
            call.class_name,
            call.span,
            _best(statuses),
            f"refused: {call.refusal}" if call.refusal is not None else show_static(call),
            shown,
            here[0].get("params") if here else None,
            reason,
            call=call.index,
            construction=call.construction.index,
        )


def _best(statuses: Sequence[Status]) -> Status:
    """Give the status of a call from those of all that ran at its place.

    In a loop several layers stand at one place; one that agrees is enough.
    """
    for status in (Status.CONFIRMED, Status.ANSWERED, Status.DISAGREEMENT):
        if status in statuses:
            return status
    return Status.NOT_VERIFIED


def _compared(call: LayerCall, shapes: Sequence[Sequence[int | None]], *, cut: bool) -> Status:
    if call.refusal is not None:
        return Status.DISAGREEMENT
    if call.output is None:
        return Status.ANSWERED
    specs = flatten_structure(call.output)
    if len(specs) != len(shapes):
        return compare_specs(specs, shapes)
    pairs = [_aligned(spec, shape, cut=cut) for spec, shape in zip(specs, shapes, strict=True)]
    return compare_specs([spec for spec, _ in pairs], [shape for _, shape in pairs])


def _aligned(
    spec: TensorSpec, shape: Sequence[int | None], *, cut: bool
) -> tuple[TensorSpec, Sequence[int | None]]:
    """Leave out sizes that only data know, and a batch that a cut run has made smaller.

    A batch that is known is compared where the program itself has made the call.
    """
    if spec.shape.dims is None or len(spec.shape.dims) != len(shape) or not shape:
        return spec, shape
    ours = spec.shape.with_axis(0, DYNAMIC) if cut else spec.shape
    real = [None if is_dynamic(dim) else size for dim, size in zip(ours.known, shape, strict=True)]
    return spec.with_shape(ours), real


def _unforeseen(report: Report, seen: Sequence[Mapping[str, Any]]) -> Iterator[SeenCall]:
    model = report.model
    models = {graph.span.line for graph in model.models}
    found = dict.fromkeys(
        SeenCall(one["class"], span, show_shapes(one["output"]))
        for one in seen
        if (span := _line_span(report.source, one["line"])) is not None
        and not any(_is_at(call, one) for call in model.layer_calls)
        and not (one["class"] in ("Sequential", "Model") and one["line"] in models)
    )
    yield from found
