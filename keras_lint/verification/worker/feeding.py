"""Zeros of the shapes of the user's data, through the methods of a model."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from keras_lint.verification.worker.building import Build
from keras_lint.verification.worker.loss import made_losses
from keras_lint.verification.worker.tensors import (
    described,
    numpy_module,
    shapes_of,
    volume,
)

_MAX_VALUES = 50_000_000


def check_feed(build: Build, model: Any, given: dict[str, Any]) -> dict[str, Any]:
    """Give a model one batch of zeros as the method of the user's call does."""
    if sum(volume(shape) for shape in _shapes(given["x"]) + _shapes(given["y"])) > _MAX_VALUES:
        return {"skipped": "the data are too large for a trial"}
    x, y = _arrays(given["x"]), _arrays(given["y"])
    method = given["method"]
    options: dict[str, Any] = {}
    if method in ("predict", "evaluate"):
        options = {"batch_size": given["batch"], "steps": 1, "verbose": 0}
    if y is None:
        arguments: tuple[Any, ...] = (x,)
    else:
        _compile(build, model, given)
        arguments = (x, y)
    try:
        found = getattr(model, method)(*arguments, **options)
    except Exception as error:
        return {"raised": described(error)}
    if y is not None:
        return {}
    return {"output": shapes_of(found)}


def _compile(build: Build, model: Any, given: dict[str, Any]) -> None:
    loss: Any = _any_loss
    if "losses" in given:
        loss = made_losses(build, given)
    with suppress(AttributeError):
        model.optimizer = None
    model.compile(optimizer="sgd", loss=loss)


def _any_loss(y_true: Any, y_pred: Any) -> Any:
    """Take every target: the model's own loss is not known."""
    return y_pred[..., 0] * 0


def _shapes(part: Any) -> list[list[int]]:
    if part is None:
        return []
    if "shape" in part:
        return [part["shape"]]
    items = [pair[1] for pair in part["dict"]] if "dict" in part else _items(part)
    return [shape for item in items for shape in _shapes(item)]


def _items(part: dict[str, Any]) -> list[Any]:
    found: list[Any] = part["list"] if "list" in part else part["tuple"]
    return found


def _arrays(part: Any) -> Any:
    if part is None:
        return None
    if "shape" in part:
        return numpy_module().zeros(part["shape"], part["dtype"])
    if "dict" in part:
        return {key: _arrays(item) for key, item in part["dict"]}
    items = [_arrays(item) for item in _items(part)]
    return items if "list" in part else tuple(items)
