"""The small data sets of scikit-learn; the expected values are what its 1.9 returned."""

from __future__ import annotations

from typing import Any

import pytest

from keras_lint.shapes import Content, Shape, TensorSpec, Unknown
from keras_lint.toy_datasets import TOY_DATASETS, Bunch, NameList, load_toy

WHY = Unknown("it is read from a file")


def _load(name: str, **arguments: Any) -> Any:
    return load_toy(f"sklearn.datasets.{name}", arguments)


def _shapes(found: Any) -> list[str]:
    return [str(one.shape) for one in found]


@pytest.mark.parametrize(
    ("name", "shapes", "dtype", "labels"),
    [
        ("load_iris", ["(150, 4)", "(150,)"], "int64", (0, 2)),
        ("load_wine", ["(178, 13)", "(178,)"], "int64", (0, 2)),
        ("load_breast_cancer", ["(569, 30)", "(569,)"], "int64", (0, 1)),
        ("load_digits", ["(1797, 64)", "(1797,)"], "int64", (0, 9)),
        ("load_diabetes", ["(442, 10)", "(442,)"], "float64", (25, 346)),
    ],
)
def test_loaders(name: str, shapes: list[str], dtype: str, labels: tuple[int, int]) -> None:
    bunch = _load(name)
    assert isinstance(bunch, Bunch)
    data, target = bunch.fields["data"], bunch.fields["target"]
    assert isinstance(data, TensorSpec) and isinstance(target, TensorSpec)
    assert _shapes([data, target]) == shapes == _shapes(_load(name, return_X_y=True))
    assert (data.dtype, target.dtype) == ("float64", dtype)
    assert target.content == Content(*labels, attained=True)
    assert bunch.fields["feature_names"] == NameList(data.shape[1])


def test_images_of_digits() -> None:
    images = _load("load_digits").fields["images"]
    assert str(images.shape) == "(1797, 8, 8)"
    assert images.content == Content(0, 16, attained=True)


@pytest.mark.parametrize(("n_class", "count"), [(1, 178), (3, 537), (7, 1264)])
def test_fewer_digits(n_class: int, count: int) -> None:
    data, target = _load("load_digits", n_class=n_class, return_X_y=True)
    assert _shapes([data, target]) == [f"({count}, 64)", f"({count},)"]
    assert target.content == Content(0, n_class - 1, attained=True)


def test_frames_and_targets() -> None:
    assert _load("load_iris", as_frame=True).is_frame is True
    assert _load("load_iris", as_frame=WHY).is_frame == WHY
    assert _shapes(_load("load_linnerud", return_X_y=True)) == ["(20, 3)", "(20, 3)"]
    assert str(_load("fetch_california_housing").fields["data"].shape) == "(20640, 8)"


@pytest.mark.parametrize(
    ("name", "arguments", "shapes"),
    [
        ("make_classification", {}, ["(100, 20)", "(100,)"]),
        ("make_classification", {"n_samples": 50, "n_features": 8}, ["(50, 8)", "(50,)"]),
        ("make_regression", {}, ["(100, 100)", "(100,)"]),
        ("make_regression", {"n_targets": 3}, ["(100, 100)", "(100, 3)"]),
        ("make_regression", {"coef": True}, ["(100, 100)", "(100,)", "(100,)"]),
        ("make_regression", {"coef": True, "n_targets": 2}, ["(100, 100)", "(100, 2)", "(100, 2)"]),
        ("make_blobs", {}, ["(100, 2)", "(100,)"]),
        ("make_blobs", {"n_samples": [3, 4]}, ["(7, 2)", "(7,)"]),
        ("make_blobs", {"centers": 5, "n_features": 3}, ["(100, 3)", "(100,)"]),
        ("make_blobs", {"centers": [[1, 1, 1], [2, 2, 2]]}, ["(100, 3)", "(100,)"]),
        ("make_blobs", {"centers": 4, "return_centers": True}, ["(100, 2)", "(100,)", "(4, 2)"]),
        ("make_moons", {"n_samples": 7}, ["(7, 2)", "(7,)"]),
        ("make_moons", {"n_samples": (3, 5)}, ["(8, 2)", "(8,)"]),
        ("make_circles", {}, ["(100, 2)", "(100,)"]),
    ],
)
def test_generators(name: str, arguments: dict[str, Any], shapes: list[str]) -> None:
    assert _shapes(_load(name, **arguments)) == shapes


@pytest.mark.parametrize(
    ("name", "arguments", "top"),
    [
        ("make_classification", {"n_classes": 4}, 3),
        ("make_blobs", {"centers": 5}, 4),
        ("make_blobs", {"n_samples": [3, 4]}, 1),
        ("make_moons", {}, 1),
        ("make_blobs", {"centers": WHY}, None),
    ],
)
def test_labels_of_generators(name: str, arguments: dict[str, Any], top: int | None) -> None:
    """Labels are bounded; whether each occurs is left to chance."""
    assert _load(name, **arguments)[1].content == Content(0, top)


def test_unknown_arguments() -> None:
    """What is unknown stays so, the rest is known."""
    x, y = _load("make_classification", n_samples=WHY, n_features=8)
    assert x.shape == Shape((WHY, 8)) and y.shape == Shape((WHY,))
    assert isinstance(_load("load_iris", return_X_y=WHY), Unknown)
    assert isinstance(_load("make_regression", n_targets=WHY), Unknown)
    assert isinstance(_load("load_iris", split=1), Unknown)
    assert isinstance(_load("fetch_openml"), Unknown)


def test_names() -> None:
    assert all(load_toy(f"sklearn.datasets.{name}", {}) for name in TOY_DATASETS)
