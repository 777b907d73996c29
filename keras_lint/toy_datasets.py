"""What the small data sets and the generators of ``sklearn.datasets`` return.

The sizes are those of scikit-learn's documentation (its "toy datasets" and the docstrings of
its generators).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from keras_lint.layers.arguments import Argument, NumpyInteger, is_size, truth
from keras_lint.shapes import Content, Dim, Shape, TensorSpec, Unknown, is_known


@dataclass(frozen=True)
class Bunch:
    """scikit-learn's ``Bunch``: ``data``, ``target`` and the like, by attribute or by key.

    ``fields`` has arrays as ``TensorSpec`` and the lists of names as ``NameList``. With
    ``is_frame``, ``data`` is a pandas frame and ``target`` a series of these shapes.
    """

    fields: Mapping[str, TensorSpec | NameList]
    is_frame: bool | Unknown = False


@dataclass(frozen=True)
class NameList:
    """A list or an array of that many names."""

    count: int


Loaded: TypeAlias = Bunch | tuple[TensorSpec, ...] | Unknown
Arguments: TypeAlias = Mapping[str, Argument]


@dataclass(frozen=True)
class ToyDataset:
    """One function of ``sklearn.datasets``: its parameters with defaults, in order."""

    parameters: Arguments
    load: Callable[[Arguments], Loaded]


def load_toy(name: str, arguments: Arguments) -> Loaded:
    """Give what ``sklearn.datasets.<name>`` returns for arguments by name."""
    dataset = TOY_DATASETS.get(name.removeprefix("sklearn.datasets."))
    if dataset is None:
        return Unknown(f"`{name}` is no data set whose shapes are known")
    for key in arguments:
        if key not in dataset.parameters:
            return Unknown(f"`{name}` has no argument `{key}`")
    return dataset.load({**dataset.parameters, **arguments})


def _array(*dims: Dim, dtype: str | None = "float64", content: Content | None = None) -> TensorSpec:
    return TensorSpec(Shape(dims), dtype, content=content)


def _labels(count: Dim, classes: Dim, *, whole: bool = False) -> TensorSpec:
    top = classes - 1
    maximum = top if is_known(top) else None
    return _array(count, dtype="int64", content=Content(0, maximum, attained=whole))


# -- data sets that are there ------------------------------------------------------------------


def _bunch(fields: Mapping[str, TensorSpec | NameList], arguments: Arguments) -> Loaded:
    alone = truth(arguments["return_X_y"])
    if isinstance(alone, Unknown):
        return alone
    if alone:
        data, target = fields["data"], fields["target"]
        assert isinstance(data, TensorSpec) and isinstance(target, TensorSpec)
        return data, target
    return Bunch(fields, truth(arguments.get("as_frame", False)))


def _fixed(count: int, features: int, target: TensorSpec, classes: int = 0) -> ToyDataset:
    fields: dict[str, TensorSpec | NameList] = {
        "data": _array(count, features),
        "target": target,
        "feature_names": NameList(features),
    }
    if classes:
        fields["target_names"] = NameList(classes)
    return ToyDataset({"return_X_y": False, "as_frame": False}, lambda given: _bunch(fields, given))


def _classes(count: int, features: int, classes: int) -> ToyDataset:
    return _fixed(count, features, _labels(count, classes, whole=True), classes)


DIGITS = (178, 182, 177, 183, 181, 182, 181, 179, 174, 180)
"""How many images ``load_digits`` has of each digit."""


def _digits(arguments: Arguments) -> Loaded:
    classes = _integer(arguments["n_class"], "n_class")
    count: Dim = sum(DIGITS[:classes]) if is_known(classes) else Unknown("an unknown `n_class`")
    shades = Content(minimum=0, maximum=16, attained=classes == 10)
    fields: dict[str, TensorSpec | NameList] = {
        "data": _array(count, 64, content=shades),
        "target": _labels(count, classes, whole=True),
        "images": _array(count, 8, 8, content=shades),
        "feature_names": NameList(64),
        "target_names": NameList(10),
    }
    return _bunch(fields, arguments)


def _california(arguments: Arguments) -> Loaded:
    fields: dict[str, TensorSpec | NameList] = {
        "data": _array(20640, 8),
        "target": _array(20640),
        "feature_names": NameList(8),
        "target_names": NameList(1),
    }
    return _bunch(fields, arguments)


def _linnerud(arguments: Arguments) -> Loaded:
    fields: dict[str, TensorSpec | NameList] = {
        "data": _array(20, 3),
        "target": _array(20, 3),
        "feature_names": NameList(3),
        "target_names": NameList(3),
    }
    return _bunch(fields, arguments)


# -- generators ---------------------------------------------------------------------------------


def _integer(argument: Argument, name: str) -> Dim:
    if isinstance(argument, NumpyInteger):
        return argument.value
    if not is_size(argument):
        return Unknown(f"`{name}` is no plain integer")
    dim: Dim = argument
    return dim


def _make_classification(arguments: Arguments) -> Loaded:
    count = _integer(arguments["n_samples"], "n_samples")
    if arguments["return_X_y"] is not True:
        return Unknown("`return_X_y` is not True")
    features = _integer(arguments["n_features"], "n_features")
    classes = _integer(arguments["n_classes"], "n_classes")
    return _array(count, features), _labels(count, classes)


def _make_regression(arguments: Arguments) -> Loaded:
    count = _integer(arguments["n_samples"], "n_samples")
    features = _integer(arguments["n_features"], "n_features")
    targets = _integer(arguments["n_targets"], "n_targets")
    with_coefficients = truth(arguments["coef"])
    if not is_known(targets) or isinstance(with_coefficients, Unknown):
        return Unknown("`n_targets` or `coef` is unknown")
    tail: tuple[Dim, ...] = () if targets == 1 else (targets,)
    found = (_array(count, features), _array(count, *tail))
    return (*found, _array(features, *tail)) if with_coefficients else found


def _make_blobs(arguments: Arguments) -> Loaded:
    samples, centers = arguments["n_samples"], arguments["centers"]
    features = _integer(arguments["n_features"], "n_features")
    groups: Dim
    given = isinstance(centers, list | tuple | TensorSpec | Unknown)
    if isinstance(samples, list | tuple):
        count = _sum(samples)
        groups = len(samples)
    else:
        count = _integer(samples, "n_samples")
        groups = 3 if centers is None else _integer(centers, "centers")
    if isinstance(centers, list | tuple):
        groups = len(centers)
        row = centers[0] if centers else None
        features = len(row) if isinstance(row, list | tuple) else Unknown("the centers")
    elif isinstance(centers, TensorSpec):
        shape = centers.shape
        rows = shape.known if shape.rank == 2 else (Unknown("the centers"),) * 2
        groups, features = rows
    elif isinstance(centers, Unknown):
        groups = features = centers
    with_centers = truth(arguments["return_centers"])
    if isinstance(with_centers, Unknown):
        return with_centers
    found = (_array(count, features), _labels(count, groups))
    # Centers that are given come back as they are.
    dtype = None if given else "float64"
    return (*found, _array(groups, features, dtype=dtype)) if with_centers else found


def _sum(sizes: list[Argument] | tuple[Argument, ...]) -> Dim:
    total: Dim = 0
    for size in sizes:
        total = total + _integer(size, "n_samples")
    return total


def _make_pair(arguments: Arguments) -> Loaded:
    samples = arguments["n_samples"]
    pair = isinstance(samples, list | tuple)
    count = _sum(samples) if pair else _integer(samples, "n_samples")
    return _array(count, 2), _labels(count, 2)


_REST: Arguments = {"shuffle": True, "noise": None, "random_state": None}
_LOADER: Arguments = {"return_X_y": False, "as_frame": False}

TOY_DATASETS: Mapping[str, ToyDataset] = {
    "load_iris": _classes(150, 4, 3),
    "load_wine": _classes(178, 13, 3),
    "load_breast_cancer": _classes(569, 30, 2),
    "load_diabetes": ToyDataset(
        {**_LOADER, "scaled": True},
        _fixed(442, 10, _array(442, content=Content(minimum=25, maximum=346, attained=True))).load,
    ),
    "load_digits": ToyDataset({"n_class": 10, **_LOADER}, _digits),
    "load_linnerud": ToyDataset(_LOADER, _linnerud),
    "fetch_california_housing": ToyDataset(
        {
            "data_home": None,
            "download_if_missing": True,
            **_LOADER,
            "n_retries": 3,
            "delay": 1.0,
        },
        _california,
    ),
    "make_classification": ToyDataset(
        {
            "n_samples": 100,
            "n_features": 20,
            "n_informative": 2,
            "n_redundant": 2,
            "n_repeated": 0,
            "n_classes": 2,
            "n_clusters_per_class": 2,
            "weights": None,
            "flip_y": 0.01,
            "class_sep": 1.0,
            "hypercube": True,
            "shift": 0.0,
            "scale": 1.0,
            "shuffle": True,
            "random_state": None,
            "return_X_y": True,
        },
        _make_classification,
    ),
    "make_regression": ToyDataset(
        {
            "n_samples": 100,
            "n_features": 100,
            "n_informative": 10,
            "n_targets": 1,
            "bias": 0.0,
            "effective_rank": None,
            "tail_strength": 0.5,
            "noise": 0.0,
            "shuffle": True,
            "coef": False,
            "random_state": None,
        },
        _make_regression,
    ),
    "make_blobs": ToyDataset(
        {
            "n_samples": 100,
            "n_features": 2,
            "centers": None,
            "cluster_std": 1.0,
            "center_box": (-10.0, 10.0),
            "shuffle": True,
            "random_state": None,
            "return_centers": False,
        },
        _make_blobs,
    ),
    "make_moons": ToyDataset({"n_samples": 100, **_REST}, _make_pair),
    "make_circles": ToyDataset({"n_samples": 100, **_REST, "factor": 0.8}, _make_pair),
}
"""The functions by their name, without ``sklearn.datasets``."""
