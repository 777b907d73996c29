"""One file's models built by real Keras: the questions, and the verdicts on the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from keras_lint.engine import Report
from keras_lint.model import Construction, LayerCall, ModelGraph, SemanticModel
from keras_lint.shapes import is_known, with_defaults
from keras_lint.verification import compare
from keras_lint.verification.description import (
    Description,
    describe,
    describe_call,
    describe_construction,
)
from keras_lint.verification.encoding import NotDescribable
from keras_lint.verification.feeds import MAX_PARAMETERS, FeedQuestion, feed_questions
from keras_lint.verification.session import NoAnswer, Session
from keras_lint.verification.targets import LossQuestion, loss_questions
from keras_lint.verification.verdicts import (
    FeedVerdict,
    LayerVerdict,
    LossVerdict,
    ModelVerdict,
    Status,
)

_IMPORT = re.compile(r"^\s*(?:import|from)\s+(tf_keras|keras|tensorflow)\b", re.MULTILINE)
_BYTES_PER_PARAMETER = 4
_MAX_CHARACTERS = 400
_NOT_BUILT: Mapping[str, Any] = {"skipped": "the model was not built"}


def framework_of(text: str) -> str:
    """Give the Keras that a file means by its imports."""
    roots = set(_IMPORT.findall(text))
    if roots == {"tf_keras"}:
        return "tf_keras"
    return "tensorflow.keras" if "keras" not in roots and "tensorflow" in roots else "keras"


class Builder:
    """Asks Keras about the models of one file.

    Raises ``NoAnswer`` only where there is no Keras at all.
    """

    def __init__(self, report: Report, session: Session) -> None:
        self.model: SemanticModel = report.model
        self.session = session
        self.framework = framework_of(report.source.text)
        self.keras = ""

    def models(self) -> list[ModelVerdict]:
        """Give a verdict on every model."""
        return [self.verdict(graph) for graph in self.model.models]

    def verdict(self, graph: ModelGraph) -> ModelVerdict:
        """Give the verdict on one model."""
        try:
            description = describe(self.model, graph)
            self._check_size(graph)
            questions = list(loss_questions(self.model, graph))
            asked = [q.request for q in questions if q.request is not None]
            answer = self.ask({**description.request, "losses": asked})
        except NotDescribable as error:
            return self._model(graph, Status.NOT_VERIFIED, f"cannot be rebuilt: {error}")
        except NoAnswer as error:
            if error.unavailable:
                raise
            return self._model(graph, Status.NOT_VERIFIED, str(error))
        layers = compare.compare_layers(self.model, description, answer)
        return self._judged(graph, description, layers, answer, questions)

    def parts(self, known: list[ModelVerdict]) -> Iterator[LayerVerdict]:
        """Give verdicts on what is refused outside of any model that was built."""
        seen = {(one.call, one.construction) for m in known for one in m.layers if one.keras}
        for call in self.model.layer_calls:
            if call.refusal is not None and (call.index, call.construction.index) not in seen:
                yield self._part(call, call.construction)
        made = {construction for _, construction in seen}
        for construction in self.model.constructions:
            if construction.refusals and construction.index not in made:
                yield self._part(None, construction)

    def part(self, call: LayerCall) -> LayerVerdict:
        """Give the verdict on one layer call, built with all that it is computed from."""
        return self._part(call, call.construction)

    def ask(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give Keras's answer, and remember which Keras it is.

        Raises:
            NoAnswer: there is none.
            NotDescribable: the file means another major version.
        """
        answer = self.session.ask(self.framework, request)
        version = str(answer["version"])
        meant = self.model.keras
        if meant is not None and version.partition(".")[0] != str(meant):
            raise NotDescribable(
                f"the file is read as Keras {meant}, {self.session.python} has {version}"
            )
        name = "tf_keras" if self.framework == "tf_keras" else "keras"
        self.keras = f"{name} {version} ({answer['backend']})"
        return answer

    # -- parts of a verdict -------------------------------------------------------------------

    def _check_size(self, graph: ModelGraph) -> None:
        """Refuse what Keras 2, which allocates weights as it builds, cannot hold."""
        params = with_defaults(graph.params)
        limit = self.session.settings.verify_memory
        if self.framework != "tf_keras" or not is_known(params) or not limit:
            return
        needed = params * _BYTES_PER_PARAMETER // (1024 * 1024)
        if needed > limit // 2:
            raise NotDescribable(f"its weights take {needed:,} MB, which Keras 2 would allocate")

    def _judged(
        self,
        graph: ModelGraph,
        description: Description,
        layers: list[LayerVerdict],
        answer: Mapping[str, Any],
        questions: list[LossQuestion],
    ) -> ModelVerdict:
        statuses = {layer.status for layer in layers}
        status = Status.CONFIRMED
        reason = ""
        error = answer.get("error")
        if error is None and graph.built:
            statuses.add(compare.compare_total(graph, answer.get("params")))
            if graph.output is not None and "output" in answer:
                statuses.add(compare.compare_output(graph, answer["output"]))
        elif error is not None and not any(layer.raised for layer in layers):
            reason = compare.words_of(error)
            expected = self._expects_refusal(graph)
            statuses.add(Status.CONFIRMED if expected else Status.DISAGREEMENT)
        if error is not None:
            # Layers behind the error that both see are no gap in what was verified.
            statuses.discard(Status.NOT_VERIFIED)
        for worst in (Status.DISAGREEMENT, Status.NOT_VERIFIED, Status.ANSWERED):
            if worst in statuses:
                status = worst
                break
        if status is Status.CONFIRMED and not graph.built and error is None:
            status, reason = Status.NOT_VERIFIED, "the model has no input shape; its layers exist"
        losses = tuple(_losses(questions, answer.get("losses", ())))
        return ModelVerdict(
            graph.index, graph.name or graph.variable or "", graph.kind, graph.span, status,
            reason, tuple(layers), answer.get("params"), losses,
            self._feeds(graph, description, answer, questions), description.omitted, self.keras,
        )  # fmt: skip

    def _feeds(
        self,
        graph: ModelGraph,
        description: Description,
        answer: Mapping[str, Any],
        losses: list[LossQuestion],
    ) -> tuple[FeedVerdict, ...]:
        """Let the model take zeros of the shapes of its data."""
        feeds = list(feed_questions(self.model, graph, losses))
        asked = [one.request for one in feeds if one.request is not None]
        if "error" in answer or answer.get("params") is None:
            return ()
        answers: Iterator[Mapping[str, Any]] = iter(())
        reason = "there is no answer"
        if asked:
            request = {**description.request, "feeds": asked, "most_parameters": MAX_PARAMETERS}
            try:
                answers = iter(self.session.ask(self.framework, request).get("feeds", ()))
            except NoAnswer as error:
                if error.unavailable:
                    raise
                reason = str(error)
        return tuple(_feeds(feeds, answers, reason))

    def _expects_refusal(self, graph: ModelGraph) -> bool:
        places = [self.model.layer_calls[index].span for index in graph.layers]
        places += [self.model.layer_calls[index].call_span for index in graph.layers]
        return any(
            misuse.span == graph.span or misuse.span in places for misuse in self.model.misuses
        )

    def _model(self, graph: ModelGraph, status: Status, reason: str) -> ModelVerdict:
        name = graph.name or graph.variable or ""
        return ModelVerdict(graph.index, name, graph.kind, graph.span, status, reason)

    def _part(self, call: LayerCall | None, construction: Construction) -> LayerVerdict:
        try:
            description = (
                describe_construction(self.model, construction)
                if call is None
                else describe_call(self.model, call)
            )
            answer = self.ask(description.request)
        except NotDescribable as error:
            return _unverified(call, construction, f"cannot be rebuilt: {error}")
        except NoAnswer as error:
            if error.unavailable:
                raise
            return _unverified(call, construction, str(error))
        verdicts = compare.compare_layers(self.model, description, answer)
        wanted = None if call is None else call.index
        return next(one for one in verdicts if one.call == wanted)


def _unverified(call: LayerCall | None, construction: Construction, reason: str) -> LayerVerdict:
    refusal = call.refusal if call is not None else construction.refusals[0]
    static = compare.show_static(call) if refusal is None else f"refused: {refusal}"
    return LayerVerdict(
        construction.class_name, construction.span, Status.NOT_VERIFIED, static, "",
        None, reason, "", None if call is None else call.index, construction.index,
    )  # fmt: skip


def _losses(questions: list[LossQuestion], answers: Any) -> Iterator[LossVerdict]:
    remaining: Iterator[Mapping[str, Any]] = iter(answers)
    for question in questions:
        spans = (question.data.span, question.compiled.span)
        if question.request is None:
            yield LossVerdict(*spans, skipped=question.reason)
            continue
        answer = next(remaining, _NOT_BUILT)
        raised = answer.get("raised")
        shape = answer.get("broadcast")
        yield LossVerdict(
            *spans,
            batch=answer.get("batch", 0),
            raised="" if raised is None else shortened(compare.words_of(raised)),
            broadcast=None if shape is None else tuple(shape),
            skipped=answer.get("skipped", ""),
        )


def _feeds(
    questions: list[FeedQuestion], answers: Iterator[Mapping[str, Any]], reason: str
) -> Iterator[FeedVerdict]:
    for question in questions:
        place, kind = question.span, question.kind
        if question.request is None:
            yield FeedVerdict(place, kind, skipped=question.reason)
            continue
        unanswered: Mapping[str, Any] = {"skipped": reason}
        answer = next(answers, unanswered)
        raised = answer.get("raised")
        yield FeedVerdict(
            place,
            kind,
            raised="" if raised is None else shortened(compare.words_of(raised)),
            output=compare.show_shapes(answer.get("output", ())),
            skipped=answer.get("skipped", ""),
        )


def shortened(text: str) -> str:
    """Give a text of bounded length in one line, without Keras's list of what it was given."""
    one_line = " ".join(text.split()).partition(" Arguments received by ")[0]
    if len(one_line) <= _MAX_CHARACTERS:
        return one_line
    return one_line[: _MAX_CHARACTERS - 3] + "..."
