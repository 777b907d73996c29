"""Integer labels outside of what the last layer covers."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import SemanticModel
from keras_lint.rules.feeds import is_settled, trains_itself
from keras_lint.rules.loss_clashes import SPARSE, Clash, agree, clash
from keras_lint.rules.targets import Target, targets_of
from keras_lint.rules.wrong_targets import WrongTarget, output_span
from keras_lint.shapes import is_known


class LabelRange(WrongTarget):
    """
    ## What it does

    Finds integer labels that are greater than the last unit, or negative:
    `sparse_categorical_crossentropy` with `Dense(3)` takes 0, 1 and 2.

    ## Why is this bad?

    On a CPU Keras raises in `fit`; on a GPU the loss becomes `nan`. The usual causes are
    labels that start at 1, and one unit with `sparse_categorical_crossentropy`.

    ## Example

    ```python
    x = np.zeros((6, 8))
    y = np.array([1, 2, 3, 1, 2, 3])
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(3, activation="softmax"),  # [label-range]
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y)
    ```

    Use instead:

    ```python
    x = np.zeros((6, 8))
    y = np.array([1, 2, 3, 1, 2, 3]) - 1
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(3, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y)
    ```

    ## When it is silent

    Where it is not certain that such a label occurs, as with a few random ones, and with
    `ignore_class=`.
    """

    code = "E7153"
    name = "label-range"
    summary = "labels outside of the classes that the last layer covers"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look at targets that fit in shape, and compare their values with the units."""
        told: set[int] = set()
        for one in targets_of(model):
            if one.data.guarded or one.graph.identity in told:
                continue
            if not is_settled(model, one.graph, one.data) or trains_itself(model):
                continue
            if agree(model, one) and _outside(one) and clash(one) is None:
                told.add(one.graph.identity)
                assert one.target is not None and one.loss is not None, "both are looked at"
                found = Clash(
                    self.name, one, one.loss.name or "", one.target, one.output.shape, None
                )
                yield self.finding(model, found)

    def finding(self, model: SemanticModel, clash: Clash) -> Diagnostic:
        """Report the last layer."""
        content = clash.target.content
        assert content is not None, "the range is known"
        low, high = int(content.minimum or 0), int(content.maximum or 0)
        units = clash.output[-1]
        last = "0" if units == 1 else f"0 to {units - 1}"
        helps = [f"give the last layer {high + 1} units, for labels up to {high}"]
        if low == 1 and is_known(units) and high == units:
            helps.insert(0, "subtract 1 from the labels, so that they start at 0")
        if low < 0:
            helps = ["number the labels from 0: np.unique(y, return_inverse=True)[1] does"]
        if units == 1:
            helps.insert(0, 'one unit with sigmoid needs loss="binary_crossentropy"')
        return self.about(
            model,
            clash,
            output_span(clash),
            f"the labels go from {low} to {high}, the last layer covers {last}",
            tuple(helps),
            notes=("on a CPU Keras raises, on a GPU the loss becomes nan",),
        )


def _outside(one: Target) -> bool:
    if one.loss is None or one.loss.name not in SPARSE or one.target is None:
        return False
    content = one.target.content
    if content is None or "ignore_class" in one.loss.arguments:
        return False
    if content.maximum is None or one.output.shape.rank in (None, 0):
        return False
    units = one.output.shape[-1]
    if one.data.arguments.get("validation_split") or "steps_per_epoch" in one.data.arguments:
        return False
    if content.attained and content.minimum is not None and content.minimum < 0:
        return is_known(units)
    return is_known(units) and content.reaches(units)
