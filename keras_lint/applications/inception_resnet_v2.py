"""``keras.applications.InceptionResNetV2``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from keras_lint.applications.application import Application
from keras_lint.applications.inception_v3 import Step, inception_stem
from keras_lint.applications.network import Network, Tensor
from keras_lint.applications.request import Request
from keras_lint.applications.shape_rules import Pair

BLOCKS: Sequence[tuple[str, int, Sequence[Sequence[Step]]]] = (
    ("block35", 10, (((32, 1),), ((32, 1), (32, 3)), ((32, 1), (48, 3), (64, 3)))),
    ("block17", 20, (((192, 1),), ((128, 1), (160, (1, 7)), (192, (7, 1))))),
    ("block8", 10, (((192, 1),), ((192, 1), (224, (1, 3)), (256, (3, 1))))),
)
"""The three kinds of residual blocks: name, how many, and their branches."""


@dataclass(frozen=True)
class _InceptionResNetV2(Application):
    """Inception blocks with a residual connection around each."""

    minimum: ClassVar[int] = 75

    @property
    def default_size(self) -> int:
        return 299

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        x = _first_mix(network, inception_stem(network, x))
        x = _residual_blocks(network, x, 0)
        x = _reduced(network, x, (((384, 3),), ((256, 1), (256, 3), (384, 3))), "mixed_6a")
        x = _residual_blocks(network, x, 1)
        branches = (((256, 1), (384, 3)), ((256, 1), (288, 3)), ((256, 1), (288, 3), (320, 3)))
        x = _reduced(network, x, branches, "mixed_7a")
        x = _residual_blocks(network, x, 2)
        return _conv(network, x, 1536, 1, name="conv_7b")


def _conv(
    network: Network,
    x: Tensor,
    filters: int,
    kernel: Pair,
    *,
    strides: int = 1,
    padding: str = "same",
    name: str | None = None,
) -> Tensor:
    x = network.conv(x, filters, kernel, name, strides=strides, padding=padding)
    x = network.batch_norm(x, name and f"{name}_bn", scale=False)
    return network.activation(x, name and f"{name}_ac")


def _chain(network: Network, x: Tensor, steps: Sequence[Step]) -> Tensor:
    for filters, kernel in steps:
        x = _conv(network, x, filters, kernel)
    return x


def _first_mix(network: Network, x: Tensor) -> Tensor:
    chains = (((96, 1),), ((48, 1), (64, 5)), ((64, 1), (96, 3), (96, 3)))
    outputs = [_chain(network, x, steps) for steps in chains]
    pooled = network.average_pool(x, 3, strides=1, padding="same")
    return network.concat([*outputs, _conv(network, pooled, 64, 1)], "mixed_5b")


def _reduced(network: Network, x: Tensor, branches: Sequence[Sequence[Step]], name: str) -> Tensor:
    outputs = []
    for *steps, (filters, kernel) in branches:
        y = _chain(network, x, steps)
        outputs.append(_conv(network, y, filters, kernel, strides=2, padding="valid"))
    return network.concat([*outputs, network.max_pool(x, 3)], name)


def _residual_blocks(network: Network, x: Tensor, kind: int) -> Tensor:
    prefix, count, branches = BLOCKS[kind]
    for number in range(1, count + 1):
        name = f"{prefix}_{number}"
        mixed = network.concat([_chain(network, x, steps) for steps in branches], f"{name}_mixed")
        up = network.conv(mixed, x.channels, 1, f"{name}_conv", bias=True)
        x = network.merge([x, up], "CustomScaleLayer")
        if name != "block8_10":
            x = network.activation(x, f"{name}_ac")
    return x


INCEPTION_RESNET_V2 = _InceptionResNetV2(
    (
        "keras.applications.InceptionResNetV2",
        "keras.applications.inception_resnet_v2.InceptionResNetV2",
    ),
    "inception_resnet_v2",
)
