"""How calls are bound to shape functions."""

from __future__ import annotations

import pytest

from keras_lint.ops.operation import Spelling, operation
from keras_lint.ops.registry import find_operation
from keras_lint.shapes import InvalidArgument, Shape, TensorSpec

X = TensorSpec(Shape.of(None, 4))


def test_one_text_can_spell_several_names() -> None:
    names = [one.name for one in Spelling.parse("numpy.{sin,cos}(x, ...)")]
    assert names == ["numpy.sin", "numpy.cos"]


def test_further_names_of_a_namespace_lead_to_the_same_operation() -> None:
    assert find_operation("keras.ops.numpy.reshape") is find_operation("keras.ops.reshape")
    assert find_operation("tensorflow.experimental.numpy.mean") is find_operation("numpy.mean")


def test_an_undeclared_name_is_none() -> None:
    assert find_operation("tensorflow.while_loop") is None


def apply(spelling: str, *positional: object, **keywords: object) -> object:
    found = find_operation(spelling)
    assert found is not None
    return found.apply(spelling, positional, keywords)


def test_keywords_have_the_names_of_the_library() -> None:
    expected = TensorSpec(Shape.of(None))
    assert apply("tensorflow.reduce_mean", X, axis=1) == expected
    assert apply("tensorflow.reduce_mean", input_tensor=X, axis=1, name="mean") == expected
    assert apply("numpy.mean", X, 1, dtype=None, out=None) == expected


def test_numpy_takes_both_names_of_the_new_shape() -> None:
    x = TensorSpec(Shape.of(2, 4))
    assert apply("numpy.reshape", x, shape=(8,)) == TensorSpec(Shape.of(8))
    assert apply("numpy.reshape", x, newshape=(8,)) == TensorSpec(Shape.of(8))
    assert apply("numpy.reshape", x, (8,), "F") == TensorSpec(Shape.of(8))


@pytest.mark.parametrize(
    ("name", "positional", "keywords", "argument", "kind"),
    [
        ("keras.ops.reshape", (X,), {}, "newshape", "missing"),
        ("tensorflow.reshape", (X,), {}, "shape", "missing"),
        ("keras.ops.reshape", (X, (4,)), {"order": "C"}, "order", "unknown"),
        ("keras.ops.reshape", (X, (4,), "C"), {}, "", "surplus"),
    ],
)
def test_calls_that_do_not_fit_are_refused(
    name: str, positional: tuple[object, ...], keywords: dict[str, object], argument: str, kind: str
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        apply(name, *positional, **keywords)
    assert (caught.value.argument, caught.value.kind) == (argument, kind)


def test_a_method_takes_its_arguments_one_by_one() -> None:
    @operation("example.method(self: x, *sizes, ...)")
    def method(x: object, sizes: tuple[object, ...] = ()) -> object:
        return sizes

    bound = method.operation.apply("example.method", [X, 2, 3], {"order": "C"})
    assert bound == (2, 3)
