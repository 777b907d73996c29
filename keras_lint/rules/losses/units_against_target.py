"""A number of units that is not the width of the targets, under a loss that broadcasts."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import SemanticModel
from keras_lint.rules.heads import last_activation
from keras_lint.rules.rule import Rule
from keras_lint.rules.targets import (
    REGRESSION_LOSSES,
    Target,
    broadcast_by_loss,
    is_integer,
    targets_of,
)
from keras_lint.shapes import is_known
from keras_lint.source import Span


class UnitsAgainstTarget(Rule):
    """
    ## What it does

    Finds models whose last axis has another size than that of the targets, where one of the
    two is 1 and the loss broadcasts it.

    ## Why is this bad?

    With `mse` and its kind, one unit against targets `(n, 2)` is trained towards the mean of
    both columns, and two units against `(n, 1)` learn the same value twice. Keras
    reports nothing.

    ## Example

    ```python
    x, y = np.zeros((64, 8)), np.zeros((64, 2))
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1),  # [units-against-target]
    ])
    model.compile("adam", loss="mse")
    model.fit(x, y)
    ```

    Use instead:

    ```python
    x, y = np.zeros((64, 8)), np.zeros((64, 2))
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(2),
    ])
    model.compile("adam", loss="mse")
    model.fit(x, y)
    ```

    ## When it is silent

    Where one of the two sizes is not known, and where Keras raises.
    """

    code = "W7112"
    name = "units-against-target"
    summary = "the loss broadcasts the last axis of targets and output"
    explains = 65

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each output once."""
        seen: set[Span] = set()
        for one in targets_of(model):
            call = one.output_call
            if call is None or call.span in seen or one.data.guarded or not _differs(one):
                continue
            found = last_activation(model, call)
            place = call if found is None else found[0]
            seen.add(call.span)
            assert one.target is not None and one.loss is not None, "the sizes differ"
            units, width = one.output.shape[-1], one.target.shape[-1]
            labels = [Label(place.span, f"the model ends in {one.output.shape}")]
            if one.data.y_span is not None:
                labels.append(Label(one.data.y_span, f"the targets are {one.target.shape}"))
            yield self.diagnostic(
                place.span,
                f"the model gives {_values(units)}, the targets {one.target.shape} hold {width}",
                labels=tuple(labels),
                notes=(_consequence(units, width),),
                helps=_ways_out(one, width),
                cause=place.index,
            )


def _differs(one: Target) -> bool:
    if one.target is None or one.loss is None or one.loss.name not in REGRESSION_LOSSES:
        return False
    output, target = one.output.shape, one.target.shape
    if output.rank is None or output.rank != target.rank or output.rank < 2:
        return False
    if not is_known(output[-1]) or not is_known(target[-1]) or output[-1] == target[-1]:
        return False
    return broadcast_by_loss(target, output) is not None


def _values(units: object) -> str:
    return "1 value per sample" if units == 1 else f"{units} values per sample"


def _consequence(units: object, width: object) -> str:
    if units == 1:
        return f"Keras reports nothing: the loss compares the one value with all {width} targets"
    return f"Keras reports nothing: the loss compares all {units} values with the one target"


def _ways_out(one: Target, width: object) -> tuple[str, ...]:
    ways = [
        f"for one value per target, the last layer needs {width} unit{'s' if width != 1 else ''}"
    ]
    if width == 1 and one.target is not None and is_integer(one.target):
        classes = (
            "for classes given as integers, `sparse_categorical_crossentropy` takes this shape"
        )
        ways.append(classes)
    return tuple(ways)
