"""Data with another number of axes than the model's input."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import DataCall, SemanticModel
from keras_lint.rules.feeds import Misfit, counts_samples
from keras_lint.rules.places import chain_notes, counted, overlap
from keras_lint.rules.sample_edits import batch_fixes
from keras_lint.rules.wrong_inputs import WrongInput
from keras_lint.shapes import Dim, Shape, TensorSpec, is_known, surely_equal
from keras_lint.source import Span


class InputRank(WrongInput):
    """
    ## What it does

    Finds data with another number of axes than the model that they are given to, and arrays of
    lists of different lengths.

    ## Why is this bad?

    Keras adds or drops a last axis of size 1 by itself, and nothing else. Everything else
    raises in `fit` or `predict`.

    ## Example

    ```python
    x = np.zeros((100, 9))
    y = np.zeros((100, 1))
    model = keras.Sequential([
        keras.Input((1, 9)),  # [input-rank]
        layers.LSTM(8),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse")
    model.fit(x, y)
    ```

    Use instead:

    ```python
    x = np.zeros((100, 9)).reshape(100, 1, 9)
    y = np.zeros((100, 1))
    model = keras.Sequential([
        keras.Input((1, 9)),
        layers.LSTM(8),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse")
    model.fit(x, y)
    ```

    ## When it is silent

    Where the shape of the data is not known, where Keras adds or drops the axis by itself,
    and where the code stands in a `try` that may catch the error.
    """

    code = "E7141"
    name = "input-rank"
    summary = "the data have another number of axes than the model's input"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look at lists of numbers, which are no array, then at arrays."""
        told: set[Span] = set()
        for data in model.data_calls:
            if _holds_lists(data.x) and not data.guarded:
                place = data.x_span or data.span
                if place not in told:
                    told.add(place)
                    yield self._lists(model, data, place)
        for found in super().check(model):
            if not any(label.span in told for label in found.labels) and found.span not in told:
                yield found

    def _lists(self, model: SemanticModel, data: DataCall, place: Span) -> Diagnostic:
        assert isinstance(data.x, TensorSpec), "the caller has looked"
        origin, name = data.x.origin, data.x_source
        here = origin is not None and origin.path == place.path and not overlap(origin, place)
        padded = f"pad_sequences({name if name.isidentifier() else 'x'}, maxlen=...)"
        return self.diagnostic(
            place,
            f"{f'`{name}`' if name.isidentifier() else 'the data'} {data.x.shape} "
            f"{'holds' if name.isidentifier() else 'hold'} lists of different lengths",
            labels=(Label(origin, "made here"),) if here and origin is not None else (),
            notes=(
                f"a model takes arrays; Keras raises in `{data.kind}`",
                *chain_notes(model.source, place, data.chain),
            ),
            helps=(f"keras.utils.{padded} makes it an array (n, maxlen)",),
        )

    def is_mine(self, found: Misfit) -> bool:
        """Tell whether the number of axes is wrong."""
        return found.axis is None

    def finding(self, model: SemanticModel, found: Misfit) -> Diagnostic:
        """Give both shapes, and the shape that the data would need."""
        feed = found.feed
        wanted, given = feed.given.spec.shape, feed.spec.shape
        source = feed.data.x_source if feed.part == "x" else ""
        name = f"`{source}`" if 0 < len(source) <= 30 and "\n" not in source else "the data"
        has = "is" if name != "the data" else "are"
        helps = _helps(wanted, given, source, feed.data.kind, batched=feed.data.batched)
        if counts_samples(feed):
            helps = (_without_samples(wanted, source),)
        one_sample = feed.part == "x" and helps[0].startswith("this is one sample")
        return self.about(
            model,
            found,
            f"{name} {has} {given}, {counted(len(given), 'axis')}; the model takes {wanted}",
            helps,
            batch_fixes(model, feed.data, helps[0]) if one_sample else (),
        )


def _holds_lists(x: object) -> bool:
    """Tell whether an array holds lists of ids, as ``imdb.load_data()`` gives them."""
    if not isinstance(x, TensorSpec) or x.dtype != "object" or x.content is None:
        return False
    return x.shape.rank == 1


def _without_samples(wanted: Shape, source: str) -> str:
    shorter = Shape(wanted.known[2:])
    written = f", as {source}.shape[1:] is" if source.isidentifier() else ""
    return f"leave the number of samples out of the declared shape: {shorter}{written}"


def _helps(
    wanted: Shape, given: Shape, source: str, kind: str, *, batched: bool
) -> tuple[str, ...]:
    inner = wanted.known[1:]
    if _same(inner, given.known):
        if not batched:
            return (f"batch the dataset: .batch(32) gives (None, {_listed(inner)})",)
        name = source.partition("[")[0] or "x"
        index = source[len(name) :].strip("[]")
        if index.isdigit():
            sliced = f"{name}[{index}:{int(index) + 1}]"
            return (f"this is one sample: {sliced} is a batch of one, (1, {_listed(inner)})",)
        return (f"this is one sample: {name}[np.newaxis] is a batch of one, (1, {_listed(inner)})",)
    if not len(given) or not is_known(given[0]):
        return (f"the data need {counted(len(wanted), 'axis')}, as in {wanted}",)
    reshaped = Shape((given[0], *inner))
    if _size(inner) is not None and _size(inner) == _size(given.known[1:]):
        return (
            f"reshape the data to {reshaped}",
            f"declare the shape of the data: {Shape(given.known[1:])}",
        )
    return (
        f"declare the shape of the data: {Shape(given.known[1:])}",
        f"the model as it is takes {reshaped}",
    )


def _same(inner: tuple[Dim, ...], given: tuple[Dim, ...]) -> bool:
    return len(inner) == len(given) and all(
        surely_equal(a, b) for a, b in zip(inner, given, strict=True)
    )


def _size(dims: tuple[Dim, ...]) -> int | None:
    total = 1
    for dim in dims:
        if not is_known(dim):
            return None
        total *= dim
    return total


def _listed(dims: tuple[Dim, ...]) -> str:
    return ", ".join(str(dim) for dim in dims)
