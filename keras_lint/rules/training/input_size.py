"""Data of another size than the model's input."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Fix
from keras_lint.model import SemanticModel
from keras_lint.rules.data_formats import reader_of_channels_first
from keras_lint.rules.feeds import Misfit
from keras_lint.rules.sample_edits import batch_fixes, batch_of_one
from keras_lint.rules.stateful_batches import stateful_findings
from keras_lint.rules.wrong_inputs import WrongInput
from keras_lint.shapes import Dim, Shape, is_known, surely_equal


class InputSize(WrongInput):
    """
    ## What it does

    Finds data whose size, on some axis, is not what the model that they are given to takes:
    eight columns for `input_dim=7`, images of another size, channels first for channels last,
    batches of another size than a stateful recurrent layer is declared with.

    ## Why is this bad?

    A functional model compares every size; a `Sequential` raises at the first layer whose
    weights depend on it.

    ## Example

    ```python
    x = np.zeros((100, 8))
    y = np.zeros((100, 1))
    model = keras.Sequential([
        keras.Input((7,)),  # [input-size]
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse")
    model.fit(x, y)
    ```

    Use instead:

    ```python
    x = np.zeros((100, 8))
    y = np.zeros((100, 1))
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse")
    model.fit(x, y)
    ```

    ## When it is silent

    Where the shape of the data is not known, where no layer of a `Sequential` depends on the
    size (global pooling takes every size), and where the code stands in a `try` that may
    catch the error.
    """

    code = "E7142"
    name = "input-size"
    summary = "the data have another size than the model's input"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look at the sizes of samples, then at those of batches."""
        yield from super().check(model)
        yield from stateful_findings(self, model)

    def is_mine(self, found: Misfit) -> bool:
        """Tell whether the number of axes is right and a size is not."""
        return found.axis is not None

    def finding(self, model: SemanticModel, found: Misfit) -> Diagnostic:
        """Give both shapes and the axis where they differ."""
        feed = found.feed
        wanted, given = feed.given.spec.shape, feed.spec.shape
        axis = found.axis
        assert axis is not None, "the rule looks at sizes"
        source = feed.data.x_source if feed.part == "x" else ""
        name = f"`{source}`" if 0 < len(source) <= 30 and "\n" not in source else "the data"
        has = "is" if name != "the data" else "are"
        where = ""
        if axis < min(len(given), len(wanted)):
            where = f": {given[axis]} instead of {wanted[axis]} on axis {axis}"
        helps = _helps(wanted.known, given.known)
        if reader_of_channels_first(model, feed.graph, feed.given) is not None:
            helps = (f"declare the shape of the data, channels last: {Shape(given.known[1:])}",)
        fixes: tuple[Fix, ...] = ()
        if source and _is_one_sample(wanted, given):
            code = batch_of_one(model, source) or "x[np.newaxis]"
            batch = Shape((1, *given.known))
            helps = (f"this is one sample: {code} is a batch of one, {batch}",)
            fixes = batch_fixes(model, feed.data, helps[0])
            where = " with its batch axis"
        return self.about(
            model,
            found,
            f"{name} {has} {given}, the model takes {wanted}{where}",
            helps,
            fixes,
        )


def _is_one_sample(wanted: Shape, given: Shape) -> bool:
    inner = wanted.known[1:]
    return len(inner) == len(given) and all(
        surely_equal(a, b) for a, b in zip(inner, given.known, strict=True)
    )


def _helps(wanted: tuple[Dim, ...], given: tuple[Dim, ...]) -> tuple[str, ...]:
    declared = Shape(given[1:])
    swapped = _channels_moved(wanted, given)
    if swapped is not None:
        return (swapped, f"declare the shape of the data: {declared}")
    samples = given[0] if is_known(given[0]) else "n"
    needed = ", ".join(str(dim) for dim in wanted[1:])
    return (
        f"declare the shape of the data: {declared}",
        f"or give data of shape ({samples}, {needed}{',' if len(wanted) == 1 else ''})",
    )


def _channels_moved(wanted: tuple[Dim, ...], given: tuple[Dim, ...]) -> str | None:
    """Say how to move the channels, where one side has them first and the other last."""
    if len(wanted) != 4 or len(given) != 4 or wanted[1:] == given[1:]:
        return None
    if (given[2], given[3], given[1]) == wanted[1:]:
        return "move the channels to the end: np.moveaxis(x, 1, -1)"
    if (given[3], given[1], given[2]) == wanted[1:]:
        return "move the channels to the front: np.moveaxis(x, -1, 1)"
    return None
