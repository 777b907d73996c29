"""What ``load_data()`` of every module of ``keras.datasets`` returns.

The sizes are those that Keras's documentation gives (``keras/src/datasets/*.py``): of the
arrays that stand in the files, which never change, since Keras checks their hashes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from keras_lint.layers.arguments import Argument, NumpyInteger, show
from keras_lint.shapes import (
    Content,
    Dim,
    InvalidArgument,
    Shape,
    TensorSpec,
    Unknown,
    is_known,
)

Pair: TypeAlias = tuple[TensorSpec, TensorSpec]
Splits: TypeAlias = tuple[Pair, Pair]
"""``(x_train, y_train), (x_test, y_test)``."""

PIXELS = Content(minimum=0, maximum=255, attained=True)


@dataclass(frozen=True)
class Dataset:
    """One ``load_data``: its parameters with defaults, in order, and what it returns.

    ``classes`` is the number of classes, None for a regression. ``open_ended`` says that
    further keywords are taken and ignored.
    """

    parameters: Mapping[str, Argument]
    load: Callable[[Mapping[str, Argument], bool], Splits]
    classes: int | None = None
    open_ended: bool = False


def load_data(
    name: str,
    arguments: Mapping[str, Argument],
    *,
    image_data_format: str = "channels_last",
) -> Splits | Unknown:
    """Give what ``keras.datasets.<name>.load_data`` returns for arguments by name.

    Images have values from 0 to 255. Texts are object arrays of lists of ids; the bounds of
    their content are those of the ids.

    Raises:
        InvalidArgument: Keras refuses an argument.
    """
    dataset = find_dataset(name)
    if dataset is None:
        return Unknown(f"`{name}` is no data set of Keras")
    for key in arguments:
        if key not in dataset.parameters and not dataset.open_ended:
            # Keras 2 has `cache_dir` in all of them.
            removed = key == "cache_dir"
            raise InvalidArgument(
                key,
                "an argument that it takes",
                f"{key}=",
                kind="removed" if removed else "unknown",
                keras=(3,) if removed or "nb_words" in key else (2, 3),
            )
    first = image_data_format == "channels_first"
    return dataset.load({**dataset.parameters, **arguments}, first)


def find_dataset(name: str) -> Dataset | None:
    """Give a data set by the name of its function, ``keras.datasets.mnist.load_data``."""
    module = name.removeprefix("keras.datasets.").removesuffix(".load_data")
    return DATASETS.get(module) if name == f"keras.datasets.{module}.load_data" else None


def class_count(name: str, arguments: Mapping[str, Argument]) -> int | Unknown | None:
    """Give the number of classes; None for a regression."""
    dataset = find_dataset(name)
    if dataset is None:
        return Unknown(f"`{name}` is no data set of Keras")
    if name == "keras.datasets.cifar100.load_data":
        return _cifar100_classes(arguments.get("label_mode", "fine"))
    return dataset.classes


def _labels(
    count: Dim, classes: int | Unknown, dtype: str, *, column: bool = False, whole: bool = True
) -> TensorSpec:
    shape = Shape((count, 1)) if column else Shape((count,))
    maximum = None if isinstance(classes, Unknown) else classes - 1
    return TensorSpec(shape, dtype, content=Content(0, maximum, attained=whole))


def _mnist(arguments: Mapping[str, Argument], channels_first: bool) -> Splits:
    def split(count: int) -> Pair:
        images = TensorSpec(Shape((count, 28, 28)), "uint8", content=PIXELS)
        return images, _labels(count, 10, "uint8")

    return split(60000), split(10000)


def _cifar(classes: int | Unknown, dtype: str, channels_first: bool) -> Splits:
    size = (3, 32, 32) if channels_first else (32, 32, 3)

    def split(count: int) -> Pair:
        images = TensorSpec(Shape((count, *size)), "uint8", content=PIXELS)
        return images, _labels(count, classes, dtype, column=True)

    return split(50000), split(10000)


def _cifar10(arguments: Mapping[str, Argument], channels_first: bool) -> Splits:
    return _cifar(10, "uint8", channels_first)


def _cifar100(arguments: Mapping[str, Argument], channels_first: bool) -> Splits:
    classes = _cifar100_classes(arguments["label_mode"])
    # Keras: the labels are a list of Python's integers, whatever its documentation says.
    return _cifar(classes, "int64", channels_first)


def _cifar100_classes(mode: Argument) -> int | Unknown:
    match mode:
        case "fine":
            return 100
        case "coarse":
            return 20
        case Unknown():
            return mode
    raise InvalidArgument("label_mode", "'fine' or 'coarse'", show(mode))


IMDB_TOP_WORD = 88584
REUTERS_TOP_WORD = 30979
"""The ranks of the rarest words in the files."""


def _imdb(arguments: Mapping[str, Argument], channels_first: bool) -> Splits:
    ids = _ids(arguments, IMDB_TOP_WORD)
    count = _count(25000, arguments["maxlen"])
    labels = _labels(count, 2, "int64", whole=is_known(count))
    split = (TensorSpec(Shape((count,)), "object", content=ids), labels)
    return split, split


def _reuters(arguments: Mapping[str, Argument], channels_first: bool) -> Splits:
    ids = _ids(arguments, REUTERS_TOP_WORD)
    total = _count(11228, arguments["maxlen"])
    train, test = _parts(total, arguments["test_split"])
    # By default each part has all topics; with other parts the rare ones may be missing.
    whole = is_known(total) and arguments["test_split"] == 0.2 and arguments["seed"] == 113

    def split(count: Dim) -> Pair:
        labels = _labels(count, 46, "int64", whole=whole)
        return TensorSpec(Shape((count,)), "object", content=ids), labels

    return split(train), split(test)


def _count(total: int, maxlen: Argument) -> Dim:
    if isinstance(maxlen, Unknown):
        return maxlen
    return Unknown("longer texts than `maxlen` are left out") if maxlen else total


def _ids(arguments: Mapping[str, Argument], top: int) -> Content:
    """Bound the ids of the words.

    Keras shifts the ranks by ``index_from`` and puts ``oov_char`` for those that reach
    ``num_words``; without one, for the rarest word alone.
    """
    names = ("num_words", "skip_top", "start_char", "oov_char", "index_from")
    given: dict[str, int | None] = {}
    for name in names:
        value = arguments[name]
        value = value.value if isinstance(value, NumpyInteger) else value
        if value is not None and not isinstance(value, int):
            return Content()
        given[name] = value
    if "nb_words" in arguments:
        # Keras 2 takes it for `num_words`, Keras 3 ignores it.
        return Content()
    oov, shift = given["oov_char"], given["index_from"] or 0
    limit = min(given["num_words"] or top + shift, top + shift + 1)
    lowest = [max(shift + 1, given["skip_top"] or 0)]
    lowest += [mark for mark in (given["start_char"], oov) if mark is not None]
    return Content(minimum=min(lowest), maximum=limit - 1 if oov is None else max(limit - 1, oov))


def _parts(total: Dim, test_split: Argument) -> tuple[Dim, Dim]:
    if isinstance(test_split, int | float) and is_known(total):
        train = int(total * (1 - test_split))
        return train, total - train
    unknown = test_split if isinstance(test_split, Unknown) else Unknown("the sizes of the parts")
    return (total, total) if isinstance(total, Unknown) else (unknown, unknown)


def _houses(
    total: int, features: int, arguments: Mapping[str, Argument], dtype: str | None, prices: Content
) -> Splits:
    fraction = arguments["test_split"]
    if isinstance(fraction, int | float) and not 0 <= fraction < 1:
        raise InvalidArgument("test_split", "a number from 0 to below 1", show(fraction))
    train, test = _parts(total, fraction)

    def split(count: Dim) -> Pair:
        values = TensorSpec(Shape((count, features)), dtype)
        return values, TensorSpec(Shape((count,)), dtype, content=prices)

    return split(train), split(test)


def _boston(arguments: Mapping[str, Argument], channels_first: bool) -> Splits:
    return _houses(506, 13, arguments, "float64", Content(minimum=5, maximum=50))


def _california(arguments: Mapping[str, Argument], channels_first: bool) -> Splits:
    dollars = Content(minimum=14_999, maximum=500_001)
    match arguments["version"]:
        case "large":
            return _houses(20640, 8, arguments, None, dollars)
        case "small":
            return _houses(600, 8, arguments, None, dollars)
        case Unknown() as version:
            (x, y), _ = _houses(600, 8, arguments, None, dollars)
            pair = (
                x.with_shape(x.shape.with_axis(0, version)),
                y.with_shape(Shape((version,))),
            )
            return pair, pair
    found = show(arguments["version"])
    raise InvalidArgument("version", "'small' or 'large'", found, keras=(3,))


_TEXT: Mapping[str, Argument] = {"num_words": None, "skip_top": 0, "maxlen": None}
_MARKS: Mapping[str, Argument] = {"seed": 113, "start_char": 1, "oov_char": 2, "index_from": 3}
_SPLIT: Mapping[str, Argument] = {"test_split": 0.2, "seed": 113}

DATASETS: Mapping[str, Dataset] = {
    "mnist": Dataset({"path": "mnist.npz"}, _mnist, 10),
    "fashion_mnist": Dataset({}, _mnist, 10),
    "cifar10": Dataset({}, _cifar10, 10),
    "cifar100": Dataset({"label_mode": "fine"}, _cifar100, 100),
    "imdb": Dataset({"path": "imdb.npz", **_TEXT, **_MARKS}, _imdb, 2, open_ended=True),
    "reuters": Dataset({"path": "reuters.npz", **_TEXT, "test_split": 0.2, **_MARKS}, _reuters, 46),
    "boston_housing": Dataset({"path": "boston_housing.npz", **_SPLIT}, _boston),
    "california_housing": Dataset(
        {"version": "large", "path": "california_housing.npz", **_SPLIT}, _california
    ),
}
"""The data sets by the name of their module, without ``keras.datasets``."""
