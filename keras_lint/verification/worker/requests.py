"""One request, one answer."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from keras_lint.verification.worker.building import Build, Failure
from keras_lint.verification.worker.execution import Execution
from keras_lint.verification.worker.feeding import check_feed
from keras_lint.verification.worker.framework import Framework, framework_of
from keras_lint.verification.worker.loss import check_loss
from keras_lint.verification.worker.tensors import count, described, shapes_of

_NEEDS_WEIGHTS = "while in a stateless scope"


def answer_to(request: dict[str, Any]) -> dict[str, Any]:
    """Answer one request."""
    try:
        framework = framework_of(request["framework"])
    except Exception as error:
        return {"unavailable": f"{type(error).__name__}: {error}"}
    answer: dict[str, Any] = {"version": framework.version, "backend": framework.backend}
    if request["kind"] == "ready":
        return answer
    framework.keras.backend.clear_session()
    if request["kind"] == "execute":
        from_file = Execution(framework, request).run()
        return {**answer, **from_file}
    build, model, found = _built(framework, request, framework.scope())
    if _NEEDS_WEIGHTS in found.get("error", {}).get("text", ""):
        # A stateful layer makes its states where no weight is allocated, which Keras refuses.
        build, model, found = _built(framework, request, nullcontext())
    answer.update(found)
    if "feeds" in request:
        return {**answer, "feeds": _feed_answers(framework, request, model)}
    if model is not None and request.get("losses"):
        answer["losses"] = [_loss_answer(build, model, one) for one in request["losses"]]
    return answer


def _built(
    framework: Framework, request: dict[str, Any], scope: Any
) -> tuple[Build, Any, dict[str, Any]]:
    """Build a model and tell of its layers, and of what Keras refused."""
    build = Build(framework, request)
    model = None
    found: dict[str, Any] = {}
    with scope:
        try:
            model = build.run()
        except Failure as failure:
            found["error"] = {**described(failure.error), **failure.place}
        found["layers"] = build.layers
        if model is not None and getattr(model, "built", True):
            found["params"] = count(model.weights)
            found["trainable"] = count(model.trainable_weights)
            if getattr(model, "outputs", None):
                found["output"] = shapes_of(model.outputs)
    return build, model, found


def _feed_answers(
    framework: Framework, request: dict[str, Any], symbolic: Any
) -> list[dict[str, Any]]:
    """Try the data on the model with real weights, if they are few."""
    if symbolic is None:
        return []
    limit = request["most_parameters"]
    if count(symbolic.weights) > limit:
        return [{"skipped": f"its {count(symbolic.weights):,} weights are not allocated"}] * len(
            request["feeds"]
        )
    build, model, _ = _built(framework, request, nullcontext())
    found = []
    for one in request["feeds"]:
        try:
            found.append(check_feed(build, model, one))
        except Exception as error:
            found.append({"skipped": f"{type(error).__name__}: {error}"})
    return found


def _loss_answer(build: Build, model: Any, given: dict[str, Any]) -> dict[str, Any]:
    try:
        return check_loss(build, model, given)
    except Exception as error:
        return {"skipped": f"{type(error).__name__}: {error}"}
