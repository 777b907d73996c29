"""Targets and outputs of several ranks that a loss broadcasts against each other."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.model import LayerCall, OuterOperation, SemanticModel
from keras_lint.rules.axes import DENSE, feeds, shape_of, source_kind
from keras_lint.rules.places import chain_notes, overlap, unique
from keras_lint.rules.rule import Rule
from keras_lint.rules.sequence_edits import drop_sequences
from keras_lint.rules.targets import REGRESSION_LOSSES, Target, broadcast_by_loss, targets_of
from keras_lint.shapes import Dim, Shape, is_known
from keras_lint.source import Span


class TargetBroadcastByLoss(Rule):
    """
    ## What it does

    Finds models whose output has more axes than the targets, trained with a loss that
    broadcasts the two: `mse`, `mae`, `huber` and their kind. Also finds predictions of shape
    `(n, 1)` that are subtracted from, or compared with, targets `(n,)` outside of Keras's
    losses: in a training loop or a score of one's own.

    ## Why is this bad?

    The loss subtracts `(batch, 20, 1)` and `(batch,)`, which broadcast to
    `(batch, 20, batch)`: each prediction is compared with the targets of all samples of the
    batch. Keras reports nothing, the loss falls and looks healthy.

    ## Example

    ```python
    x, y = np.zeros((64, 20, 3)), np.zeros((64,))
    model = keras.Sequential([
        keras.Input((20, 3)),
        layers.LSTM(32, return_sequences=True),
        layers.Dense(1),  # [target-broadcast-by-loss]
    ])
    model.compile("adam", loss="mse")
    model.fit(x, y, batch_size=16)
    ```

    Use instead:

    ```python
    x, y = np.zeros((64, 20, 3)), np.zeros((64,))
    model = keras.Sequential([
        keras.Input((20, 3)),
        layers.LSTM(32),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse")
    model.fit(x, y, batch_size=16)
    ```

    ## When it is silent

    Where the shape of the targets is not known, where target and output have one value for
    each position (`(None, 20, 1)` and `(n, 20)`), where Keras raises, and with losses of the
    user's own.

    ## Fix safety

    Two remedies are plausible, so the fix is only shown.
    """

    code = "W7111"
    name = "target-broadcast-by-loss"
    summary = "the loss broadcasts the targets against an output with more axes"
    explains = 70

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each output once."""
        seen: set[Span] = set()
        for one in targets_of(model):
            made = broadcast_of(one)
            call = one.output_call
            if made is None or call is None or call.span in seen or one.data.guarded:
                continue
            seen.add(call.span)
            yield self._finding(model, one, call, made)
        for operation in model.outer_operations:
            if operation.span not in seen:
                seen.add(operation.span)
                yield self._outer(model, operation)

    def _outer(self, model: SemanticModel, one: OuterOperation) -> Diagnostic:
        """Report an operation of the user's own between a column and a vector."""
        count = one.vector.shape[0]
        size = count if is_known(count) else "n"
        text = " ".join(model.source.slice(one.span).split())
        name = f"`{text}`" if len(text) <= 40 else f"`{one.name}`"
        places = ((one.column, "the predictions are"), (one.vector, "the targets are"))
        return self.diagnostic(
            one.span,
            f"{name} is ({size}, {size}): predictions {one.column.shape} "
            f"meet targets {one.vector.shape}, every one with every other",
            labels=unique(
                Label(spec.origin, f"{words} {spec.shape}")
                for spec, words in places
                if spec.origin is not None
                and spec.origin.path == model.source.path
                and not overlap(spec.origin, one.span)
            ),
            notes=(
                "numpy and TensorFlow broadcast the two and report nothing",
                *chain_notes(model.source, one.span, one.chain),
            ),
            helps=(
                "give both one rank: `predictions[:, 0]` has the shape of the targets",
                "or make the targets a column: `targets.reshape(-1, 1)`",
            ),
        )

    def _finding(
        self, model: SemanticModel, one: Target, call: LayerCall, made: tuple[str, ...]
    ) -> Diagnostic:
        assert one.target is not None and one.loss is not None, "there is a broadcast"
        output, target, batch = one.output.shape, one.target.shape, _batch_size(one)
        keeper = keeping_layer(model, call)
        labels = []
        if keeper is not None and keeper.span != call.span:
            kept = shape_of(keeper.output)
            labels.append(Label(_sequences_place(keeper), f"keeps all its axes: {kept}"))
        labels.append(Label(call.span, f"the model ends in {output}"))
        if one.loss.span is not None:
            ours, theirs = _with_batch(output, batch), _with_batch(target, batch)
            result = ", ".join(batch if part == "batch" else part for part in made)
            text = f"subtracts {ours} and {theirs}, which broadcast to ({result})"
            labels.append(Label(one.loss.span, text))
        if one.data.y_span is not None:
            labels.append(Label(one.data.y_span, f"the targets are {target}"))
        helps, fixes = _ways_out(model, one, keeper)
        return self.diagnostic(
            call.span,
            f"the loss compares each value of {output} "
            f"with the targets {target} of the whole batch",
            labels=tuple(labels),
            notes=("Keras reports nothing and `fit()` runs: its loss is the mean over all pairs",),
            helps=helps,
            fixes=fixes,
            cause=_first_on_axes(model, call),
        )


def broadcast_of(one: Target) -> tuple[str, ...] | None:
    """Give what the loss makes of a target with fewer axes than the output."""
    if one.target is None or one.loss is None or one.loss.name not in REGRESSION_LOSSES:
        return None
    ranks = one.output.shape.rank, one.target.shape.rank
    if ranks[0] is None or ranks[1] is None or ranks[1] >= ranks[0] or ranks[0] < 3:
        return None
    return broadcast_by_loss(one.target.shape, one.output.shape)


def keeping_layer(model: SemanticModel, call: LayerCall) -> LayerCall | None:
    """Give the layer that the kept axes come from, through Dense and elementwise layers."""
    while len(call.parents) == 1 and shape_of(call.inputs).rank == shape_of(call.output).rank:
        before = model.layer_calls[call.parents[0]]
        if not feeds(before, call) or source_kind(call) != "other":
            break
        call = before
    return call


def _first_on_axes(model: SemanticModel, call: LayerCall) -> int:
    """Give the index of the first Dense of the run that ends here: the cause of it all."""
    first = call.index
    while len(call.parents) == 1 and source_kind(call) == "other":
        if call.class_name == DENSE:
            first = call.index
        before = model.layer_calls[call.parents[0]]
        if not feeds(before, call):
            break
        call = before
    return first


def _sequences_place(call: LayerCall) -> Span:
    return call.construction.argument_spans.get("return_sequences", call.span)


def _with_batch(shape: Shape, batch: str) -> str:
    sizes: list[Dim | str] = [batch, *shape.known[1:]]
    return f"({sizes[0]},)" if len(sizes) == 1 else f"({', '.join(map(str, sizes))})"


def _batch_size(one: Target) -> str:
    given = one.data.arguments.get("batch_size")
    return str(given) if isinstance(given, int) and not isinstance(given, bool) else "batch"


def _ways_out(
    model: SemanticModel, one: Target, keeper: LayerCall | None
) -> tuple[tuple[str, ...], tuple[Fix, ...]]:
    assert one.target is not None, "there is a target"
    output = one.output.shape
    fixes: tuple[Fix, ...] = ()
    recurrent = keeper is not None and source_kind(keeper) == "recurrent"
    if recurrent:
        ends = Shape((output[0], output[-1]))
        first = (
            f"for one value per sample, return only the last step: the model then ends in {ends}"
        )
        edits = None if keeper is None else drop_sequences(model, keeper)
        fixes = () if edits is None else (Fix(first, edits, Applicability.DISPLAY),)
    else:
        first = "for one value per sample, put Flatten() or pooling before the last layers"
    size = one.target.shape[0]
    count = size if is_known(size) else "n"
    wanted = Shape((output[0], *output.known[1:-1])) if output[-1] == 1 else output
    positions = ", ".join([str(count), *map(str, wanted.known[1:])])
    return (first, f"for one value per position, the targets need the shape ({positions})"), fixes
