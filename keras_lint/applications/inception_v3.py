"""``keras.applications.InceptionV3``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from keras_lint.applications.application import Application
from keras_lint.applications.network import Network, Tensor
from keras_lint.applications.request import Request
from keras_lint.applications.shape_rules import Pair

Step = tuple[int, Pair]
"""The filters and the kernel of one convolution."""


@dataclass(frozen=True)
class _InceptionV3(Application):
    """Blocks of parallel chains of convolutions, concatenated."""

    minimum: ClassVar[int] = 75

    @property
    def default_size(self) -> int:
        return 299

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        x = inception_stem(network, x)
        for number, pooled in enumerate((32, 64, 64)):
            branches = (((64, 1),), ((48, 1), (64, 5)), ((64, 1), (96, 3), (96, 3)))
            x = _mixed(network, x, branches, pooled, f"mixed{number}")
        x = _reduced(network, x, (((384, 3),), ((64, 1), (96, 3), (96, 3))), "mixed3")
        for number, width in enumerate((128, 160, 160, 192), start=4):
            x = _mixed(network, x, _factorized(width), 192, f"mixed{number}")
        tail = ((192, 1), (192, (1, 7)), (192, (7, 1)), (192, 3))
        x = _reduced(network, x, (((192, 1), (320, 3)), tail), "mixed8")
        x = _split(network, x, "mixed9_0", "mixed9")
        return _split(network, x, "mixed9_1", "mixed10")


def inception_stem(network: Network, x: Tensor) -> Tensor:
    """Describe the plain convolutions in front, which both Inception networks have.

    Their layers carry no names.
    """
    for filters, strides in ((32, 2), (32, 1)):
        x = _conv(network, x, filters, 3, strides=strides, padding="valid")
    x = network.max_pool(_conv(network, x, 64, 3), 3)
    x = _conv(network, x, 80, 1, padding="valid")
    return network.max_pool(_conv(network, x, 192, 3, padding="valid"), 3)


def _conv(
    network: Network,
    x: Tensor,
    filters: int,
    kernel: Pair,
    *,
    strides: int = 1,
    padding: str = "same",
) -> Tensor:
    x = network.conv(x, filters, kernel, strides=strides, padding=padding)
    return network.activation(network.batch_norm(x, scale=False))


def _chain(network: Network, x: Tensor, steps: Sequence[Step]) -> Tensor:
    for filters, kernel in steps:
        x = _conv(network, x, filters, kernel)
    return x


def _factorized(width: int) -> Sequence[Sequence[Step]]:
    row, column = (1, 7), (7, 1)
    once = ((width, 1), (width, row), (192, column))
    twice = ((width, 1), (width, column), (width, row), (width, column), (192, row))
    return (((192, 1),), once, twice)


def _pool_branch(network: Network, x: Tensor, filters: int) -> Tensor:
    return _conv(network, network.average_pool(x, 3, strides=1, padding="same"), filters, 1)


def _mixed(
    network: Network, x: Tensor, branches: Sequence[Sequence[Step]], pooled: int, name: str
) -> Tensor:
    outputs = [_chain(network, x, steps) for steps in branches]
    return network.concat([*outputs, _pool_branch(network, x, pooled)], name)


def _reduced(network: Network, x: Tensor, branches: Sequence[Sequence[Step]], name: str) -> Tensor:
    outputs = []
    for *steps, (filters, kernel) in branches:
        y = _chain(network, x, steps)
        outputs.append(_conv(network, y, filters, kernel, strides=2, padding="valid"))
    return network.concat([*outputs, network.max_pool(x, 3)], name)


def _split(network: Network, x: Tensor, inner: str, name: str) -> Tensor:
    first = _conv(network, x, 320, 1)
    second = _fork(network, _conv(network, x, 384, 1), inner)
    third = _fork(network, _chain(network, x, ((448, 1), (384, 3))), None)
    return network.concat([first, second, third, _pool_branch(network, x, 192)], name)


def _fork(network: Network, x: Tensor, name: str | None) -> Tensor:
    parts = [_conv(network, x, 384, kernel) for kernel in ((1, 3), (3, 1))]
    return network.concat(parts, name)


INCEPTION_V3 = _InceptionV3(
    ("keras.applications.InceptionV3", "keras.applications.inception_v3.InceptionV3"),
    "inception_v3",
)
