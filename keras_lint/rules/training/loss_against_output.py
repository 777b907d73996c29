"""A model whose output has more axes than its targets."""

from __future__ import annotations

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import KeptAxes, kept_axes
from keras_lint.rules.dense_remedies import remedies
from keras_lint.rules.loss_clashes import Clash
from keras_lint.rules.places import output_shapes, short, specs_of
from keras_lint.rules.sequence_edits import drop_sequences
from keras_lint.rules.wrong_targets import WrongTarget, output_span
from keras_lint.shapes import Shape, is_known


class LossAgainstOutput(WrongTarget):
    """
    ## What it does

    Finds models that end in more axes than their targets have: a `Flatten` or a pooling layer
    is missing, or the last recurrent layer has `return_sequences=True`.

    ## Why is this bad?

    `Dense` keeps every axis but the last. A model that ends in `(None, 28, 10)` makes 28
    predictions for each sample; the loss gets one label for it and Keras raises in `fit`,
    with a text that names neither the layer nor the line.

    ## Example

    ```python
    x = np.zeros((64, 28, 28))
    y = np.zeros((64,), "int32")
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Dense(128, activation="relu"),  # [loss-against-output]
        layers.Dense(10, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y)
    ```

    Use instead:

    ```python
    x = np.zeros((64, 28, 28))
    y = np.zeros((64,), "int32")
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y)
    ```

    ## When it is silent

    Where the shape of the targets or the loss is not known, where the loss is one of the
    user's own, and for losses that broadcast, such as `mse`: Keras says nothing there, and
    `dense-on-multidim-input` or `target-broadcast-by-loss` speaks.

    ## Fix safety

    Adding `Flatten` changes the number of weights and the output shape, so the fix is
    unsafe. Where pooling or fewer steps would do as well, both are only shown.
    """

    code = "E7150"
    name = "loss-against-output"
    summary = "the output of a model has more axes than its targets"
    explains = 90

    def finding(self, model: SemanticModel, clash: Clash) -> Diagnostic:
        """Report the layer that keeps the axes."""
        output = clash.one.output_call
        kept = _kept(model, clash)
        steps = _recurrent(model, output) if output is not None else None
        message = _headline(clash)
        if steps is not None:
            given = output_shapes(steps.output)
            last = specs_of(steps.output)[0].shape.without_axis(1)
            title = f"leave return_sequences=True out for one value per sequence: {last}"
            edits = drop_sequences(model, steps)
            return self.about(
                model,
                clash,
                steps.span,
                message,
                (
                    title,
                    f"for one value per step the targets need {_wanted(clash)}",
                ),
                notes=(f"return_sequences=True keeps all steps: {given}",),
                cause=None if kept is None else kept.first.index,
                fixes=() if edits is None else (Fix(title, edits, Applicability.DISPLAY),),
            )
        if kept is None:
            return self.about(
                model,
                clash,
                output_span(clash),
                message,
                (
                    "remove these axes with Flatten, pooling or return_sequences=False",
                    f"for one value per position the targets need {_wanted(clash)}",
                ),
            )
        offered = remedies(model, kept)
        labels = tuple(
            Label(call.span, output_shapes(call.output)) for call in (*kept.run, *_source(kept))
        )
        return self.about(
            model,
            clash,
            kept.first.span,
            message,
            offered.helps,
            labels=labels,
            notes=("`Dense` does not flatten its input; it multiplies the last axis only",),
            cause=kept.first.index,
            fixes=offered.fixes,
        )


def _headline(clash: Clash) -> str:
    output, target = clash.output, clash.target.shape
    rows = output.known[1:-1]
    if all(is_known(dim) for dim in rows):
        many = " x ".join(str(dim) for dim in rows)
        values = "value" if output[-1] == 1 else "values"
        return (
            f"the model returns {many} rows of {output[-1]} {values} per sample, {output}; "
            f"the targets are {target}"
        )
    return f"the model returns {output}, which has more axes than the targets {target}"


def _wanted(clash: Clash) -> Shape:
    """Give the shape that targets per position would have."""
    samples = clash.target.shape[0]
    rest = clash.output.known[1:]
    if clash.loss == "sparse_categorical_crossentropy":
        rest = rest[:-1]
    return Shape((samples, *rest))


def _kept(model: SemanticModel, clash: Clash) -> KeptAxes | None:
    for kept in kept_axes(model):
        if kept.graph.identity == clash.one.graph.identity and kept.reaches_output:
            return kept
    return None


def _source(kept: KeptAxes) -> tuple[LayerCall, ...]:
    return () if kept.source is None else (kept.source,)


def _recurrent(model: SemanticModel, output: LayerCall) -> LayerCall | None:
    """Give the recurrent layer whose steps are left over, looking back through ``Dense``."""
    seen = output
    for _ in range(12):
        name = short(seen.class_name)
        steps = getattr(seen.schema, "return_sequences", None)
        inner = getattr(seen.schema, "layer", None)
        if steps is None and name == "Bidirectional":
            steps = getattr(inner, "return_sequences", None)
        if steps is True and len(specs_of(seen.output)) == 1:
            return seen
        if name not in ("Dense", "Dropout", "Activation", "BatchNormalization", "TimeDistributed"):
            return None
        if len(seen.parents) != 1:
            return None
        seen = model.layer_calls[seen.parents[0]]
    return None
