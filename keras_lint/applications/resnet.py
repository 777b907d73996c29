"""``keras.applications.ResNet50``, ``ResNet101``, ``ResNet152`` and their second versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from keras_lint.applications.application import Application
from keras_lint.applications.network import Network, Tensor
from keras_lint.applications.request import Request

FILTERS = (64, 128, 256, 512)


@dataclass(frozen=True)
class ResNet(Application):
    """Four stages of bottleneck blocks; all but the first halve the size at their start."""

    depths: tuple[int, ...]

    pool_names: ClassVar[tuple[str | None, str | None]] = ("avg_pool", "max_pool")

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        x = _stem(network, x)
        x = _norm_relu(network, x, "conv1")
        x = _stem_pool(network, x)
        for stage, (filters, depth) in enumerate(zip(FILTERS, self.depths, strict=True), start=2):
            for block in range(1, depth + 1):
                strides = 2 if block == 1 and stage > 2 else 1
                name = f"conv{stage}_block{block}"
                x = _block(network, x, filters, name, strides=strides, projected=block == 1)
        return x


@dataclass(frozen=True)
class ResNetV2(Application):
    """As ResNet, but each block starts with its normalization, and each stage ends in 2."""

    depths: tuple[int, ...]

    pool_names: ClassVar[tuple[str | None, str | None]] = ("avg_pool", "max_pool")

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        x = _stem_pool(network, _stem(network, x))
        for stage, (filters, depth) in enumerate(zip(FILTERS, self.depths, strict=True), start=2):
            for block in range(1, depth + 1):
                strides = 2 if block == depth and stage < 5 else 1
                name = f"conv{stage}_block{block}"
                x = _block_v2(network, x, filters, name, strides=strides, projected=block == 1)
        return _norm_relu(network, x, "post")


def _stem(network: Network, x: Tensor) -> Tensor:
    x = network.pad(x, 3, "conv1_pad")
    return network.conv(x, 64, 7, "conv1_conv", strides=2, padding="valid", bias=True)


def _stem_pool(network: Network, x: Tensor) -> Tensor:
    return network.max_pool(network.pad(x, 1, "pool1_pad"), 3, "pool1_pool")


def _norm_relu(network: Network, x: Tensor, name: str) -> Tensor:
    return network.activation(network.batch_norm(x, f"{name}_bn"), f"{name}_relu")


def _block(
    network: Network, x: Tensor, filters: int, name: str, *, strides: int, projected: bool
) -> Tensor:
    shortcut = x
    if projected:
        shortcut = network.conv(x, 4 * filters, 1, f"{name}_0_conv", strides=strides, bias=True)
        shortcut = network.batch_norm(shortcut, f"{name}_0_bn")
    x = network.conv(x, filters, 1, f"{name}_1_conv", strides=strides, bias=True)
    x = _norm_relu(network, x, f"{name}_1")
    x = network.conv(x, filters, 3, f"{name}_2_conv", bias=True)
    x = _norm_relu(network, x, f"{name}_2")
    x = network.conv(x, 4 * filters, 1, f"{name}_3_conv", bias=True)
    x = network.batch_norm(x, f"{name}_3_bn")
    x = network.merge([shortcut, x], name=f"{name}_add")
    return network.activation(x, f"{name}_out")


def _block_v2(
    network: Network, x: Tensor, filters: int, name: str, *, strides: int, projected: bool
) -> Tensor:
    y = _norm_relu(network, x, f"{name}_preact")
    shortcut = x
    if projected:
        shortcut = network.conv(y, 4 * filters, 1, f"{name}_0_conv", strides=strides, bias=True)
    elif strides > 1:
        shortcut = network.max_pool(x, 1, strides=strides)
    y = network.conv(y, filters, 1, f"{name}_1_conv")
    y = _norm_relu(network, y, f"{name}_1")
    y = network.pad(y, 1, f"{name}_2_pad")
    y = network.conv(y, filters, 3, f"{name}_2_conv", strides=strides, padding="valid")
    y = _norm_relu(network, y, f"{name}_2")
    y = network.conv(y, 4 * filters, 1, f"{name}_3_conv", bias=True)
    return network.merge([shortcut, y], name=f"{name}_out")


RESNET50 = ResNet(
    (
        "keras.applications.ResNet50",
        "keras.applications.resnet.ResNet50",
        "keras.applications.resnet50.ResNet50",
    ),
    "resnet50",
    (3, 4, 6, 3),
)
RESNET101 = ResNet(
    ("keras.applications.ResNet101", "keras.applications.resnet.ResNet101"),
    "resnet101",
    (3, 4, 23, 3),
)
RESNET152 = ResNet(
    ("keras.applications.ResNet152", "keras.applications.resnet.ResNet152"),
    "resnet152",
    (3, 8, 36, 3),
)
RESNET50V2 = ResNetV2(
    ("keras.applications.ResNet50V2", "keras.applications.resnet_v2.ResNet50V2"),
    "resnet50v2",
    (3, 4, 6, 3),
)
RESNET101V2 = ResNetV2(
    ("keras.applications.ResNet101V2", "keras.applications.resnet_v2.ResNet101V2"),
    "resnet101v2",
    (3, 4, 23, 3),
)
RESNET152V2 = ResNetV2(
    ("keras.applications.ResNet152V2", "keras.applications.resnet_v2.ResNet152V2"),
    "resnet152v2",
    (3, 8, 36, 3),
)
