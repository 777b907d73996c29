"""The compiled loss on one batch of zeros."""

from __future__ import annotations

import importlib
from typing import Any

from keras_lint.verification.worker.building import Build
from keras_lint.verification.worker.tensors import described, numpy_module, shapes_of, volume

_MAX_BATCH_VALUES = 50_000_000


def check_loss(build: Build, model: Any, given: dict[str, Any]) -> dict[str, Any]:
    """Put one batch of zeros of the target's shape through the compiled loss."""
    numpy = numpy_module()
    batch = given["batch"]
    outputs = []
    for shape in shapes_of(model.outputs):
        sizes = [batch, *shape[1:]]
        if None in sizes:
            return {"skipped": f"the output {tuple(shape)} has sizes that only data knows"}
        outputs.append(sizes)
    targets = [[batch, *shape[1:]] if shape else [] for shape in given["targets"]]
    if sum(volume(sizes) for sizes in [*outputs, *targets]) > _MAX_BATCH_VALUES:
        return {"skipped": "one batch is too large"}
    y_pred = [numpy.zeros(sizes, "float32") for sizes in outputs]
    y_true = [
        numpy.zeros(sizes, dtype) for sizes, dtype in zip(targets, given["dtypes"], strict=True)
    ]
    losses = [_loss(build, one) for one in given["losses"]]
    model.compile(optimizer="sgd", loss=made_losses(build, given))
    tensor = build.keras.ops.convert_to_tensor if build.framework.major >= 3 else _tensor
    truths = [tensor(one) for one in y_true]
    predictions = [tensor(one) for one in y_pred]
    single = len(y_true) == len(y_pred) == 1
    try:
        value = model.compute_loss(
            x=None,
            y=truths[0] if single else truths,
            y_pred=predictions[0] if single else predictions,
        )
    except Exception as error:
        return {"raised": described(error), "batch": batch}
    answer: dict[str, Any] = {"value": float(value), "batch": batch}
    if single and len(losses) == 1:
        answer.update(_broadcast(build, losses[0], outputs[0], targets[0]))
    return answer


def made_losses(build: Build, given: dict[str, Any]) -> Any:
    """Make the losses as ``compile`` takes them: one, a list, or a dict by output."""
    losses = [_loss(build, one) for one in given["losses"]]
    names = given["names"]
    if any(isinstance(name, str) for name in names):
        return dict(zip(names, losses, strict=True))
    return losses[0] if len(losses) == 1 else losses


def _tensor(array: Any) -> Any:
    return importlib.import_module("tensorflow").convert_to_tensor(array)


def _loss(build: Build, described: dict[str, Any]) -> Any:
    """Make a loss from its name in any spelling and its arguments."""
    wanted = described["name"].replace("_", "").lower()
    keywords = {key: build.value(value) for key, value in described["keywords"].items()}
    for name in dir(build.keras.losses):
        found = getattr(build.keras.losses, name)
        if isinstance(found, type) and name.lower() == wanted:
            return found(**keywords)
    return build.keras.losses.get(described["name"])


def _broadcast(build: Build, loss: Any, output: list[int], target: list[int]) -> dict[str, Any]:
    """Tell whether an element-wise loss pairs values that do not belong together.

    The shape is the one that numpy gives for what Keras's own alignment leaves of target and
    output; that Keras averages over all its pairs is then measured on random values.
    """
    numpy = numpy_module()
    pairs = {"meansquarederror": lambda d: d**2, "meanabsoluteerror": abs}
    measure = pairs.get(type(loss).__name__.lower())
    if measure is None or output == target:
        return {}
    random = numpy.random.default_rng(0)
    y_true = random.normal(size=target).astype("float32")
    y_pred = random.normal(size=output).astype("float32")
    left, right = _aligned(y_true, y_pred)
    try:
        shape = numpy.broadcast_shapes(left.shape, right.shape)
    except ValueError:
        return {}
    if shape == right.shape == left.shape or volume(shape) > _MAX_BATCH_VALUES:
        return {}
    expected = float(measure(left.astype("float64") - right.astype("float64")).mean())
    measured = float(loss(y_true, y_pred))
    if abs(expected - measured) > 1e-3 * max(1.0, abs(expected)):
        return {}
    return {"broadcast": list(shape), "target": list(left.shape), "prediction": list(right.shape)}


def _aligned(y_true: Any, y_pred: Any) -> tuple[Any, Any]:
    """Align ranks as Keras's ``squeeze_or_expand_to_same_rank`` does."""
    if y_true.ndim == y_pred.ndim + 1 and y_true.shape[-1] == 1:
        return y_true[..., 0], y_pred
    if y_pred.ndim == y_true.ndim + 1 and y_pred.shape[-1] == 1:
        return y_true, y_pred[..., 0]
    return y_true, y_pred
