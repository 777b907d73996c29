"""``TimeDistributed`` against Keras, and around layers that are not known."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments, Opaque, Weight
from keras_lint.layers.binding import bind
from keras_lint.layers.registry import find_layer
from keras_lint.layers.rnn.time_distributed import TimeDistributed
from keras_lint.shapes import Shape, TensorSpec, Unknown
from tests.layers.differential import Draw, Nested, compare, differential
from tests.layers.draws import policies, rarely
from tests.layers.rnn.recurrent_draws import batches, recurrent_layers, sizes

TD = "TimeDistributed"
RANKS = {"Dense": 3, "Conv2D": 5, "Conv1D": 4, "LSTM": 4, TD: 4, "Bidirectional": 4}


@st.composite
def wrapped_layers(draw: st.DrawFn, depth: int = 0) -> tuple[Nested, int]:
    """A layer, and how many axes a sequence of its inputs has."""
    name = draw(st.sampled_from(["Dense", "Conv1D", "Conv2D", "recurrent", "Bidirectional", TD]))
    if name == TD and depth < 2:
        layer, rank = draw(wrapped_layers(depth + 1))
        return Nested(TD, {"layer": layer}), rank + 1
    if name == "Bidirectional":
        return Nested(name, {"layer": draw(recurrent_layers())}), 4
    if name == "recurrent":
        return draw(recurrent_layers()), 4
    if name in ("Conv1D", "Conv2D"):
        keywords = {"filters": 2, "kernel_size": draw(st.integers(1, 3))}
        return Nested(name, keywords), RANKS[name]
    return Nested("Dense", {"units": draw(st.integers(1, 5))}), draw(st.integers(3, 5))


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    layer, rank = draw(wrapped_layers())
    axes = [draw(rarely(sizes, st.integers(3, 6), once_in=2)) for _ in range(rank - 1)]
    short = draw(rarely(st.just(False), st.just(True), once_in=12))
    if short:
        del axes[-1]
    made = draw(rarely(st.just(layer), st.sampled_from([None, 3, "Dense"]), once_in=40))
    keywords = {"layer": made, "dtype": draw(policies)}
    return Draw(keywords, (draw(batches), *axes), unknown_allowed=short)


def test_time_distributed_gives_what_keras_gives() -> None:
    """Wrappers in wrappers, dynamic steps, too few axes, layers with several outputs."""
    differential(TD, draws())


@pytest.mark.parametrize(
    "layer",
    [Nested("Add"), Nested("MultiHeadAttention", {"num_heads": 2, "key_dim": 3}),
     Nested("Attention"), Nested("LSTM", {"units": 3, "return_state": True})],
)  # fmt: skip
def test_a_layer_without_one_input_and_one_output_is_refused(layer: Nested) -> None:
    """Each step is one tensor."""
    assert compare(TD, Draw({"layer": layer}, (None, 4, 5, 6))) == "refused"


@pytest.mark.parametrize("count", [1, 2])
def test_a_list_is_refused(count: int) -> None:
    """Keras 3 takes the number of tensors for the number of axes."""
    draw = Draw({"layer": Nested("Dense", {"units": 3})}, [(None, 4, 5)] * count)

    assert compare(TD, draw) == "refused"


class UserLayer:
    """A layer as the interpreter shows one of the user's own."""

    def call(self, arguments: CallArguments) -> TensorSpec:
        return TensorSpec(arguments.positional[0].shape.with_last(6))

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...]:
        return (Weight((arguments.positional[0].shape[-1], 6)),)


def wrapped(layer: object) -> TimeDistributed:
    made, refusals = bind(TimeDistributed, [layer], {}, keras=3)
    assert refusals == []
    assert isinstance(made, TimeDistributed)
    return made


def test_a_layer_of_the_users_own_gets_one_step() -> None:
    """It is called without the axis of steps, which is put back."""
    arguments = CallArguments((TensorSpec(Shape.of(None, 4, 5, 2)),))

    assert wrapped(UserLayer()).call(arguments).shape == Shape.of(None, 4, 5, 6)
    assert wrapped(UserLayer()).call_weights(arguments) == (Weight((2, 6)),)


@pytest.mark.parametrize("layer", [Opaque("other.Layer"), Unknown("a layer")])
def test_an_unknown_layer_gives_an_unknown_output(layer: object) -> None:
    """Nothing is guessed about it."""
    arguments = CallArguments((TensorSpec(Shape.of(None, 5, 2)),))

    assert wrapped(layer).call(arguments).shape.dims is None
    assert isinstance(wrapped(layer).call_weights(arguments), Unknown)


def test_a_step_of_another_rank_than_a_pool_takes_is_unknown() -> None:
    """Keras 3 asks the wrapped layer for its output shape without a look at the rank."""
    pool, _ = bind(find_layer("keras.layers.MaxPooling2D"), [], {}, keras=3)
    arguments = CallArguments((TensorSpec(Shape.of(None, 4, 5, 2)),))

    assert wrapped(pool).call(arguments).shape.dims is None
