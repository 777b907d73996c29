"""Training that gives another model in each run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import SemanticModel
from keras_lint.rules.rule import Rule

_SEEDED = re.compile(
    r"set_random_seed|set_seed|random\.seed\(|default_rng\(\s*\d|enable_op_determin"
)


class MissingSeed(Rule):
    """
    ## What it does

    Finds the first `fit` of a file that sets no random seed.

    ## Why is this bad?

    Weights, shuffling and dropout are drawn at random, so two runs give two models, and a
    change that helped cannot be told from luck.

    ## Example

    ```python
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    model.compile("adam", loss="mse")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))  # [missing-seed]
    ```

    Use instead:

    ```python
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
    model.compile("adam", loss="mse")
    model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
    ```

    ## When it is silent

    Where any seed is set in the file.
    """

    code = "C7315"
    name = "missing-seed"
    summary = "training without a random seed"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report the first fit."""
        if _SEEDED.search(model.source.text):
            return
        fits = [d for d in model.data_calls if d.kind == "fit" and d.span.path == model.source.path]
        for data in fits[:1]:
            yield self.diagnostic(
                data.span,
                "no random seed is set: each run gives another model",
                helps=("call `keras.utils.set_random_seed(0)` at the start",),
            )
