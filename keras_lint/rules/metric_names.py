"""The names under which a training run logs its metrics."""

from __future__ import annotations

import re

from keras_lint.layers.arguments import Argument, Opaque
from keras_lint.model import CompileCall, SemanticModel
from keras_lint.shapes import TensorSpec, Unknown

_LOGS_OF_ITS_OWN = re.compile(r"train_step|add_metric|Callback\)|logs\[|LearningRateScheduler")


def logged_metrics(model: SemanticModel) -> tuple[CompileCall, tuple[str, ...], bool] | None:
    """Give the one ``compile`` of a file, the names it logs, and whether validation data exist.

    None where there are several models, or where what is logged cannot be known.
    """
    if len(model.compiles) != 1 or _LOGS_OF_ITS_OWN.search(model.source.text):
        return None
    compiled = model.compiles[0]
    graph = model.model_of_identity(compiled.model)
    if graph is None or graph.kind == "subclassed" or not isinstance(graph.output, TensorSpec):
        return None
    if "weighted_metrics" in compiled.arguments or compiled.losses is None:
        return None
    if isinstance(compiled.arguments.get("metrics"), Unknown | dict):
        return None
    names = [_name_of(metric) for metric in compiled.metrics]
    if any(name is None for name in names):
        return None
    fits = [
        data for data in model.data_calls if data.model == graph.identity and data.kind == "fit"
    ]
    if not fits:
        return None
    validated = any(
        "validation_data" in fit.arguments or "validation_split" in fit.arguments for fit in fits
    )
    return compiled, ("loss", *(name for name in names if name is not None)), validated


def _name_of(metric: Argument) -> str | None:
    if isinstance(metric, str):
        return metric
    if not isinstance(metric, Opaque) or not metric.name.startswith("keras."):
        return None
    given = metric.keywords.get("name")
    if given is not None:
        return given if isinstance(given, str) else None
    last = metric.name.rpartition(".")[2]
    # Keras: ``to_snake_case`` in keras/src/utils/naming.py.
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", last).lower()


def is_logged(monitor: str, names: tuple[str, ...], validated: bool) -> bool:
    """Tell whether a monitor is one of the names, numbered ones (``auc_1``) included."""
    base = monitor.removeprefix("val_")
    if base != monitor and not validated:
        return False
    return any(re.fullmatch(rf"{re.escape(name)}(_\d+)?", base) for name in names)
