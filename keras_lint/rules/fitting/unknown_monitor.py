"""A callback that watches a metric which the run does not log."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import SemanticModel
from keras_lint.rules.metric_names import is_logged, logged_metrics
from keras_lint.rules.places import listed, short
from keras_lint.rules.rule import Rule
from keras_lint.source import Span

_DEFAULTS = {
    "keras.callbacks.EarlyStopping": "val_loss",
    "keras.callbacks.ReduceLROnPlateau": "val_loss",
    "keras.callbacks.ModelCheckpoint": "val_loss",
}


class UnknownMonitor(Rule):
    """
    ## What it does

    Finds callbacks whose `monitor` is no metric of the run: `val_loss` without validation
    data, `val_acc` where the metric is called `accuracy`.

    ## Why is this bad?

    The callback never acts: training does not stop, no checkpoint is written. Keras prints
    a warning among the progress bars. Where it cannot tell from the name whether more is
    better, newer versions raise.

    ## Example

    ```python
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    model.compile("adam", loss="mse")
    stop = keras.callbacks.EarlyStopping(monitor="val_loss")  # [unknown-monitor]
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)), callbacks=[stop])
    ```

    Use instead:

    ```python
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    model.compile("adam", loss="mse")
    stop = keras.callbacks.EarlyStopping(monitor="val_loss")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)), callbacks=[stop], validation_split=0.5)
    ```

    ## When it is silent

    In files with several models, with callbacks or training steps of the user's own, with
    several outputs, and where a metric or the monitor is not known.
    """

    code = "W7153"
    name = "unknown-monitor"
    summary = "a callback watches a metric that the run does not log"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each callback once."""
        logged = logged_metrics(model)
        if logged is None:
            return
        compiled, names, validated = logged
        seen: set[Span] = set()
        for callback in model.callbacks:
            default = _DEFAULTS.get(callback.name)
            monitor = callback.arguments.get("monitor", default)
            if default is None or not isinstance(monitor, str) or callback.span in seen:
                continue
            if is_logged(monitor, names, validated) or callback.span.path != model.source.path:
                continue
            if callback.name.endswith("ModelCheckpoint") and not callback.arguments.get(
                "save_best_only"
            ):
                continue
            seen.add(callback.span)
            known = (*names, *(f"val_{name}" for name in names)) if validated else names
            lacks_data = not validated and monitor.startswith("val_")
            place = callback.argument_spans.get("monitor", callback.span)
            yield self.diagnostic(
                callback.span,
                f"`{short(callback.name)}` watches `{monitor}`, which this run does not log",
                labels=(
                    Label(place, f"watches `{monitor}`"),
                    Label(compiled.metrics_span or compiled.span, f"logs {listed(known)}"),
                ),
                notes=(
                    "Keras warns while it trains, and the callback never acts; without `mode=` "
                    "newer versions raise for names that they cannot judge",
                ),
                helps=(
                    "give `fit` validation data, with validation_data= or validation_split="
                    if lacks_data
                    else f"the run logs {listed(known)}",
                ),
            )
