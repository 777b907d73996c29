"""A learning rate that cannot be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.layers.arguments import Opaque
from keras_lint.model import SemanticModel
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.source import Span

_ADAPTIVE = ("Adam", "AdamW", "Adamax", "Nadam", "RMSprop", "Lion")
_LARGEST = {**dict.fromkeys(_ADAPTIVE, 1.0), "SGD": 100.0}
_SMALLEST = 1e-12
_SET_LATER = re.compile(
    r"LearningRateScheduler\(|set_value\(|(opt|optimizer)\.(learning_rate|lr)(\s*=[^=]|\.assign)"
)


class LearningRate(Rule):
    """
    ## What it does

    Finds learning rates of zero, below zero, and of 1 and more for `Adam` and its kind.

    ## Why is this bad?

    `Adam` moves each weight by about the learning rate in each step, whatever the gradient:
    with 10 it jumps over everything. With 0 nothing is learned, and a negative rate climbs
    the loss. Keras takes them all.

    ## Example

    ```python
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    optimizer = keras.optimizers.Adam(learning_rate=10.0)  # [learning-rate]
    model.compile(optimizer=optimizer, loss="mse")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    ```

    Use instead:

    ```python
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    optimizer = keras.optimizers.Adam(learning_rate=0.001)
    model.compile(optimizer=optimizer, loss="mse")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    ```

    ## When it is silent

    For schedules, for values that are not known, for optimizers that are used with large
    rates, such as `Adadelta` and `SGD` below 100, in files that set the rate while the
    model trains: a `LearningRateScheduler`, `optimizer.learning_rate = ...`, and for a large
    rate where the same optimizer gets a usual one, too: there rates are compared.
    """

    code = "W7155"
    name = "learning-rate"
    summary = "a learning rate that cannot be meant"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each compile once."""
        if _SET_LATER.search(model.source.text):
            return
        seen: set[Span] = set()
        for compiled in model.compiles:
            optimizer = compiled.optimizer
            if not isinstance(optimizer, Opaque) or not optimizer.name.startswith("keras."):
                continue
            rate = _rate(optimizer)
            name = short(optimizer.name)
            place = compiled.optimizer_span or compiled.span
            if place.path != model.source.path:
                place = compiled.span
            refused = isinstance(rate, int) and model.keras == 3  # an E of `invalid-argument`
            found = None if refused or isinstance(rate, bool) else _judge(name, rate)
            if found is None or place in seen or _is_compared(model, optimizer.name, rate):
                continue
            seen.add(place)
            consequence, remedy = found
            yield self.diagnostic(
                place,
                f"`{name}` with a learning rate of {rate} {consequence}",
                labels=(Label(place, f"learning_rate={rate}"),),
                notes=("Keras takes any float",),
                helps=(remedy,),
            )


def _is_compared(model: SemanticModel, name: str, rate: object) -> bool:
    """Tell whether a large rate stands beside a usual one, to show what it does."""
    others = [
        _rate(one.optimizer)
        for one in model.compiles
        if isinstance(one.optimizer, Opaque) and one.optimizer.name == name
    ]
    return (
        isinstance(rate, float)
        and rate > _SMALLEST
        and any(isinstance(other, float) and _judge(short(name), other) is None for other in others)
    )


def _rate(optimizer: Opaque) -> object:
    return optimizer.keywords.get("learning_rate", optimizer.keywords.get("lr"))


def _judge(name: str, rate: object) -> tuple[str, str] | None:
    if not isinstance(rate, int | float):
        return None
    if rate < 0:
        return "climbs the loss", f"use learning_rate={-rate}"
    if rate < _SMALLEST:
        return "learns nothing", "usual rates are 0.001 for Adam and 0.01 for SGD"
    if rate >= _LARGEST.get(name, float("inf")):
        usual = "0.01" if name == "SGD" else "0.001"
        return "jumps over every minimum", f"the default of `{name}` is {usual}"
    return None
