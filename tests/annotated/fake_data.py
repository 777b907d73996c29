"""Small arrays of the right shapes in place of the data sets that Keras would download."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

SAMPLES = 64


def install() -> None:
    """Let every spelling of ``load_data`` give the small arrays."""
    for module, name, load in stand_ins():
        setattr(module, name, load)


def stand_ins() -> Iterator[tuple[Any, str, Any]]:
    """Give modules, the names in them, and what replaces those."""
    for name, load in _LOADERS.items():
        for package in ("keras.datasets", "keras.src.datasets", "keras._tf_keras.keras.datasets"):
            yield importlib.import_module(f"{package}.{name}"), "load_data", load


def _arrays(sizes: tuple[int, ...], labels: tuple[int, ...], classes: int) -> Callable[..., Any]:
    def load_data(*_: Any, **__: Any) -> Any:
        random = np.random.default_rng(0)
        return tuple(
            (
                random.integers(0, 255, (count, *sizes)).astype("uint8"),
                random.integers(0, classes, (count, *labels)).astype("uint8"),
            )
            for count in (SAMPLES, SAMPLES // 2)
        )

    return load_data


def _sequences(classes: int) -> Callable[..., Any]:
    def load_data(num_words: int | None = None, **_: Any) -> Any:
        random = np.random.default_rng(0)

        def part(count: int) -> Any:
            rows = np.empty(count, dtype=object)
            for i in range(count):
                rows[i] = random.integers(1, num_words or 1000, random.integers(5, 50)).tolist()
            return rows, random.integers(0, classes, count)

        return part(SAMPLES), part(SAMPLES // 2)

    return load_data


def _table(columns: int) -> Callable[..., Any]:
    def load_data(*_: Any, **__: Any) -> Any:
        random = np.random.default_rng(0)
        return tuple(
            (random.normal(size=(n, columns)), random.normal(size=n)) for n in (SAMPLES, 32)
        )

    return load_data


_LOADERS = {
    "mnist": _arrays((28, 28), (), 10),
    "fashion_mnist": _arrays((28, 28), (), 10),
    "cifar10": _arrays((32, 32, 3), (1,), 10),
    "cifar100": _arrays((32, 32, 3), (1,), 100),
    "imdb": _sequences(2),
    "reuters": _sequences(46),
    "boston_housing": _table(13),
    "california_housing": _table(8),
}
