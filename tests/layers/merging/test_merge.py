"""The element-wise merging layers against Keras."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments, Opaque
from keras_lint.layers.binding import bind
from keras_lint.layers.core.dense import Dense
from keras_lint.layers.merging.merge import Add
from keras_lint.shapes import InvalidShape, Polynomial, Shape, Symbol, TensorSpec, Unknown
from tests.layers.differential import Draw, compare, differential
from tests.layers.draws import policies, rarely

NAMES = ["Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"]


@st.composite
def draws(draw: st.DrawFn, name: str) -> Draw:
    wide = draw(st.lists(rarely(st.integers(2, 4), st.none(), once_in=6), max_size=3))

    def shape() -> tuple[int | None, ...]:
        kept = [
            draw(rarely(st.just(size), st.sampled_from([1, None, 5]), once_in=6)) for size in wide
        ]
        dropped = draw(rarely(st.just(0), st.integers(0, len(kept)), once_in=4))
        return (draw(st.sampled_from([None, None, None, 2])), *kept[dropped:])

    usual = st.just(2) if name == "Subtract" else st.integers(2, 4)
    count = draw(rarely(usual, st.integers(0, 3), once_in=10))
    inputs: object = [shape() for _ in range(count)]
    match draw(st.sampled_from(["list"] * 20 + ["tuple", "dict", "one", "batches"])):
        case "tuple" if count:
            inputs = tuple(inputs)
        case "dict":
            inputs = {"left": (None, 3), "right": (None, 3)}
        case "one":
            inputs = shape()
        case "batches":
            inputs = [(2, 3), (None, 3), (4, 3)][: max(count, 1)]
    return Draw({"dtype": draw(policies)}, inputs)


@pytest.mark.parametrize("name", NAMES)
def test_a_merge_gives_what_keras_gives(name: str) -> None:
    """Ranks, dynamic axes and batch sizes that differ, lists and what is none."""
    differential(name, draws(name))


def spec(*sizes: object) -> TensorSpec:
    dims = Shape.of(*(size for size in sizes)).known
    return TensorSpec(Shape(dims))


def add(*inputs: object, keras: int = 3) -> TensorSpec:
    layer, _ = bind(Add, [], {}, keras=keras)
    return layer.call(CallArguments((list(inputs),)))


N = Polynomial.of(Symbol("a parameter", "n"))
WHY = Unknown("why")


@pytest.mark.parametrize(
    ("left", "right", "merged"),
    [
        (WHY, None, "None"),
        (WHY, 1, "?"),
        (WHY, 5, "?"),
        (WHY, WHY, "?"),
        (N, None, "None"),
        (N, 1, "n"),
        (N, N, "n"),
        (N, 5, "5"),
        (N, N + 1, "?"),
    ],
)
def test_a_size_that_is_not_known(left: object, right: object, merged: str) -> None:
    """Only what holds for every value of the unknown is said, in either order."""
    for one, other in ((left, right), (right, left)):
        output = add(spec(None, one, 2), spec(None, other, 2))
        assert str(output.shape) == f"(None, {merged}, 2)"


def test_an_unknown_rank_leaves_the_result_unknown() -> None:
    """It may be the larger one."""
    assert add(spec(None, 5), TensorSpec(Shape.unknown("why"))).shape.dims is None


def test_an_unknown_list_is_no_refusal() -> None:
    """What the layer is called on may well be a list."""
    layer, _ = bind(Add, [], {})

    for given in (Unknown("a list"), [spec(None, 3), Opaque("other.Tensor")]):
        assert layer.call(CallArguments((given,))).shape.dims is None


@pytest.mark.parametrize("entry", [None, 3, bind(Dense, [4], {})[0]])
def test_what_is_surely_no_tensor_is_refused(entry: object) -> None:
    """A layer, a number and nothing are no tensors."""
    with pytest.raises(InvalidShape):
        add(spec(None, 3), entry)


def test_tensors_beside_each_other_are_refused() -> None:
    """``Add()(a, b)`` lacks the brackets."""
    layer, _ = bind(Add, [], {})

    with pytest.raises(InvalidShape) as refusal:
        layer.call(CallArguments((spec(None, 3), spec(None, 3))))
    assert refusal.value.remedy == "put the tensors in a list"


def test_keras_2_takes_the_known_size() -> None:
    """There the shape is that of the operation, in Keras 3 ``None`` wins."""
    assert add(spec(None, None), spec(None, 4), keras=2).shape == Shape.of(None, 4)
    assert add(spec(None, None), spec(None, 4), keras=3).shape == Shape.of(None, None)


def test_symbolic_batch_sizes_that_surely_differ_are_refused() -> None:
    """``n`` is never ``n + 1``."""
    with pytest.raises(InvalidShape):
        add(TensorSpec(Shape((N, 3))), TensorSpec(Shape((N + 1, 3))))


def test_a_list_of_one_is_itself() -> None:
    """Keras 3 takes it."""
    assert compare("Add", Draw({}, [(None, 3)])) == "accepted"
