"""One request, one answer."""

from __future__ import annotations

from typing import Any

from keras_lint.verification.worker.building import Build, Failure
from keras_lint.verification.worker.execution import Execution
from keras_lint.verification.worker.framework import framework_of
from keras_lint.verification.worker.loss import check_loss
from keras_lint.verification.worker.tensors import count, described, shapes_of


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
    build = Build(framework, request)
    model = None
    with framework.scope():
        try:
            model = build.run()
        except Failure as failure:
            answer["error"] = {**described(failure.error), **failure.place}
        answer["layers"] = build.layers
        if model is not None and getattr(model, "built", True):
            answer["params"] = count(model.weights)
            answer["trainable"] = count(model.trainable_weights)
            if getattr(model, "outputs", None):
                answer["output"] = shapes_of(model.outputs)
    if model is not None and request.get("losses"):
        answer["losses"] = [_loss_answer(build, model, one) for one in request["losses"]]
    return answer


def _loss_answer(build: Build, model: Any, given: dict[str, Any]) -> dict[str, Any]:
    try:
        return check_loss(build, model, given)
    except Exception as error:
        return {"skipped": f"{type(error).__name__}: {error}"}
