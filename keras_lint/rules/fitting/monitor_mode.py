"""A callback that takes a worse metric for a better one."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.model import SemanticModel
from keras_lint.rules.layer_edits import replace_argument
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.source import Span

_BETTER_LOW = ("loss", "mse", "mae", "mean_squared_error", "mean_absolute_error",
               "root_mean_squared_error")  # fmt: skip
_BETTER_HIGH = ("acc", "accuracy", "auc", "precision", "recall", "f1_score",
                "binary_accuracy", "categorical_accuracy",
                "sparse_categorical_accuracy")  # fmt: skip


class MonitorMode(Rule):
    """
    ## What it does

    Finds callbacks with `mode="max"` on a loss or an error, or `mode="min"` on an accuracy.

    ## Why is this bad?

    The callback keeps the worst model for the best one, and early stopping ends training
    when it goes well. Keras does as it is told.

    ## Example

    ```python
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", mode="max")  # [monitor-mode]
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    model.compile("adam", loss="mse")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)), callbacks=[stop], validation_split=0.5)
    ```

    Use instead:

    ```python
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", mode="min")
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    model.compile("adam", loss="mse")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)), callbacks=[stop], validation_split=0.5)
    ```

    ## When it is silent

    For metrics whose name does not say which way is better.

    ## Fix safety

    The fix changes which model is kept, so it is unsafe.
    """

    code = "W7154"
    name = "monitor-mode"
    summary = "the mode of a callback contradicts its metric"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each callback once."""
        seen: set[Span] = set()
        for callback in model.callbacks:
            monitor = callback.arguments.get("monitor", "val_loss")
            mode = callback.arguments.get("mode")
            if not isinstance(monitor, str) or mode not in ("min", "max") or callback.span in seen:
                continue
            base = monitor.removeprefix("val_")
            wanted = "min" if base in _BETTER_LOW else "max" if base in _BETTER_HIGH else mode
            if wanted == mode or callback.span.path != model.source.path:
                continue
            seen.add(callback.span)
            place = callback.argument_spans.get("mode")
            edits = replace_argument(model, place, "mode", f'"{wanted}"')
            title = f'use mode="{wanted}", or leave it out: Keras knows this metric'
            less, more = ("less", "more") if wanted == "min" else ("more", "less")
            yield self.diagnostic(
                callback.span,
                f'`{short(callback.name)}` takes {more} `{monitor}` for better: mode="{mode}"',
                labels=(Label(place or callback.span, f"{less} `{base}` is better"),),
                notes=("Keras does as it is told",),
                helps=(title,),
                fixes=() if edits is None else (Fix(title, edits, Applicability.UNSAFE),),
            )
