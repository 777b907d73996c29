"""What ``keras.datasets`` returns: our table, and Keras's own code on made-up files."""

from __future__ import annotations

import inspect
import io
import zipfile
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from keras.src.datasets import cifar10, cifar100

from keras_lint.datasets import DATASETS, Splits, class_count, find_dataset, load_data
from keras_lint.shapes import Content, InvalidArgument, Shape, TensorSpec, Unknown

WHY = Unknown("it is read from a file")


def _load(module: str, **arguments: Any) -> Splits:
    found = load_data(f"keras.datasets.{module}.load_data", arguments)
    assert isinstance(found, tuple)
    return found


def _facts(splits: Any) -> list[tuple[Any, Any]]:
    (x_train, y_train), (x_test, y_test) = splits
    return [(tuple(one.shape), str(one.dtype)) for one in (x_train, y_train, x_test, y_test)]


@pytest.mark.parametrize("module", DATASETS)
def test_parameters(module: str) -> None:
    """The parameters, their order and defaults, are those of Keras 3."""
    signature = inspect.signature(getattr(keras.datasets, module).load_data)
    real = {
        one.name: one.default
        for one in signature.parameters.values()
        if one.kind is not inspect.Parameter.VAR_KEYWORD
    }
    assert list(DATASETS[module].parameters.items()) == list(real.items())
    assert DATASETS[module].open_ended == (len(real) < len(signature.parameters))


def test_every_data_set() -> None:
    public = {name for name in dir(keras.datasets) if not name.startswith("_")}
    assert set(DATASETS) == public
    assert find_dataset("keras.datasets.mnist") is None
    assert find_dataset("mnist") is None
    assert isinstance(load_data("keras.datasets.coco.load_data", {}), Unknown)


@pytest.mark.parametrize("module", ["mnist", "fashion_mnist"])
def test_gray_images(module: str) -> None:
    (x_train, y_train), (x_test, y_test) = _load(module)
    assert str(x_train.shape) == "(60000, 28, 28)"
    assert str(x_test.shape) == "(10000, 28, 28)"
    assert (str(y_train.shape), str(y_test.shape)) == ("(60000,)", "(10000,)")
    assert {one.dtype for one in (x_train, y_train, x_test, y_test)} == {"uint8"}
    assert x_train.content == Content(0, 255, attained=True)
    assert y_test.content == Content(0, 9, attained=True)


@pytest.mark.parametrize("data_format", ["channels_last", "channels_first"])
@pytest.mark.parametrize("module", ["cifar10", "cifar100"])
def test_color_images(module: str, data_format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The labels are a column; those of CIFAR-100 are no bytes, whatever its page says."""
    source = cifar10 if module == "cifar10" else cifar100

    def batch(path: str, label_key: str = "labels") -> tuple[Any, list[int]]:
        count = 50000 if path.endswith("train") else 10000
        return np.zeros((count, 3, 32, 32), "uint8"), [0] * count

    monkeypatch.setattr(source, "load_batch", batch)
    monkeypatch.setattr(source, "get_file", lambda **_: "folder")
    keras.config.set_image_data_format(data_format)
    try:
        real = getattr(keras.datasets, module).load_data()
    finally:
        keras.config.set_image_data_format("channels_last")
    name = f"keras.datasets.{module}.load_data"
    mine = load_data(name, {}, image_data_format=data_format)
    assert _facts(mine) == _facts(real)


def test_coarse_labels() -> None:
    (_, fine), _ = _load("cifar100")
    (_, coarse), _ = _load("cifar100", label_mode="coarse")
    (_, either), _ = _load("cifar100", label_mode=WHY)
    assert fine.content == Content(0, 99, attained=True)
    assert coarse.content == Content(0, 19, attained=True)
    assert either.content is not None and either.content.maximum is None
    with pytest.raises(InvalidArgument):
        _load("cifar100", label_mode="both")
    with pytest.raises(ValueError, match="label_mode"):
        keras.datasets.cifar100.load_data(label_mode="both")


def _texts(folder: Path, members: dict[str, Any]) -> str:
    path = folder / "texts.npz"
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in members.items():
            buffer = io.BytesIO()
            np.save(buffer, array, allow_pickle=True)
            archive.writestr(f"{name}.npy", buffer.getvalue())
    return str(path)


def _ragged(ranks: list[list[int]]) -> Any:
    array = np.empty(len(ranks), object)
    array[:] = ranks
    return array


IMDB_OPTIONS: list[dict[str, Any]] = [
    {},
    {"num_words": 10000},
    {"num_words": 100000},
    {"num_words": 5000, "skip_top": 20},
    {"index_from": 0, "start_char": None},
    {"num_words": 100, "oov_char": 500},
    {"num_words": 1000, "oov_char": None, "start_char": None, "skip_top": 10},
    {"seed": 7, "path": "elsewhere.npz"},
]


@pytest.mark.parametrize("options", IMDB_OPTIONS, ids=str)
def test_ids_of_imdb(
    options: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bounds hold for Keras's own code on two texts with every rank in them."""
    ranks = list(range(1, 88585))
    texts = _ragged([ranks, ranks])
    labels = np.array([0, 1])
    members = {"x_train": texts, "y_train": labels, "x_test": texts, "y_test": labels}
    path = _texts(tmp_path, members)
    monkeypatch.setattr("keras.src.datasets.imdb.get_file", lambda **_: path)
    (x_train, y_train), _ = keras.datasets.imdb.load_data(**options)
    (mine, labels_mine), (other, _) = _load("imdb", **options)
    assert (str(x_train.dtype), str(y_train.dtype)) == (mine.dtype, labels_mine.dtype)
    ids = {word for text in x_train for word in text}
    assert mine.content == other.content
    assert mine.content is not None
    assert mine.content.maximum == max(ids)
    assert mine.content.minimum is not None and mine.content.minimum <= min(ids)
    assert str(mine.shape) == str(labels_mine.shape) == "(25000,)"


def test_maxlen() -> None:
    """Longer texts are left out, nobody knows how many."""
    (x, y), _ = _load("imdb", maxlen=100)
    assert isinstance(x.shape[0], Unknown) and isinstance(y.shape[0], Unknown)
    assert y.content == Content(0, 1)


def test_words_that_are_not_known() -> None:
    for options in ({"num_words": WHY}, {"nb_words": 2000}, {"index_from": WHY}):
        (x, _), _ = _load("imdb", **options)
        assert x.content == Content()
        assert str(x.shape) == "(25000,)"


@pytest.mark.parametrize("test_split", [0.2, 0.1, 0.33, 0.5, 0])
def test_parts_of_reuters(
    test_split: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keras cuts 11228 texts in two, where floats may round down."""
    short = [[1] * (1 + number % 2) for number in range(11227)]
    texts = _ragged([*short, list(range(1, 30980))])
    path = _texts(tmp_path, {"x": texts, "y": np.zeros(11228, "int64")})
    monkeypatch.setattr("keras.src.datasets.reuters.get_file", lambda **_: path)
    real = keras.datasets.reuters.load_data(test_split=test_split)
    mine = _load("reuters", test_split=test_split)
    assert _facts(mine) == _facts(real)
    (x_train, _), (x_test, _) = real
    ids = {word for part in (x_train, x_test) for text in part for word in text}
    content = mine[0][0].content
    assert content == Content(min(ids), max(ids))
    assert mine[0][1].content == Content(0, 45, attained=test_split == 0.2)


@pytest.mark.parametrize(
    ("module", "count", "features", "options"),
    [
        ("boston_housing", 506, 13, {}),
        ("boston_housing", 506, 13, {"test_split": 0.3}),
        ("boston_housing", 506, 13, {"test_split": 0}),
        ("california_housing", 20640, 8, {}),
        ("california_housing", 20640, 8, {"version": "small", "test_split": 0.15}),
    ],
)
def test_houses(
    module: str,
    count: int,
    features: int,
    options: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = str(tmp_path / "houses.npz")
    np.savez(path, x=np.zeros((count, features)), y=np.zeros(count))
    monkeypatch.setattr(f"keras.src.datasets.{module}.get_file", lambda *_, **__: path)
    real = getattr(keras.datasets, module).load_data(**options)
    mine = _load(module, **options)
    assert [shape for shape, _ in _facts(mine)] == [shape for shape, _ in _facts(real)]


def test_houses_refused() -> None:
    for options in ({"test_split": 1}, {"test_split": -0.1}):
        with pytest.raises(InvalidArgument):
            _load("boston_housing", **options)
        with pytest.raises(ValueError, match="test_split"):
            keras.datasets.boston_housing.load_data(**options)
    with pytest.raises(InvalidArgument):
        _load("california_housing", version="medium")


def test_unknown_split() -> None:
    (x, y), _ = _load("boston_housing", test_split=WHY)
    assert x.shape == Shape((WHY, 13)) and y.shape == Shape((WHY,))
    (x, _), _ = _load("california_housing", version=WHY)
    assert x.shape == Shape((WHY, 8))


def test_arguments_that_are_not_there() -> None:
    """Keras 2 had ``cache_dir``; the data set of texts of films takes any keyword."""
    with pytest.raises(InvalidArgument) as caught:
        _load("mnist", cache_dir="data")
    assert (caught.value.kind, caught.value.keras) == ("removed", (3,))
    with pytest.raises(TypeError):
        keras.datasets.mnist.load_data(cache_dir="data")
    with pytest.raises(InvalidArgument) as caught:
        _load("cifar10", split=0.2)
    assert caught.value.kind == "unknown"
    assert isinstance(_load("imdb", whatever=1)[0][0], TensorSpec)


def test_class_count() -> None:
    counts = {name: class_count(f"keras.datasets.{name}.load_data", {}) for name in DATASETS}
    assert counts == {
        "mnist": 10,
        "fashion_mnist": 10,
        "cifar10": 10,
        "cifar100": 100,
        "imdb": 2,
        "reuters": 46,
        "boston_housing": None,
        "california_housing": None,
    }
    assert class_count("keras.datasets.cifar100.load_data", {"label_mode": "coarse"}) == 20
    assert class_count("keras.datasets.cifar100.load_data", {"label_mode": WHY}) == WHY
