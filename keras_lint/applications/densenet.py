"""``keras.applications.DenseNet121``, ``DenseNet169`` and ``DenseNet201``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from keras_lint.applications.application import Application
from keras_lint.applications.network import Network, Tensor
from keras_lint.applications.request import Request

GROWTH = 32


@dataclass(frozen=True)
class DenseNet(Application):
    """Four stages whose every block adds 32 channels; between two stages all is halved."""

    depths: tuple[int, ...]

    pool_names: ClassVar[tuple[str | None, str | None]] = ("avg_pool", "max_pool")
    channels_last_only: ClassVar[bool] = True

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        x = network.pad(x, 3)
        x = network.conv(x, 64, 7, "conv1_conv", strides=2, padding="valid")
        x = network.activation(network.batch_norm(x, "conv1_bn"), "conv1_relu")
        x = network.max_pool(network.pad(x, 1), 3, "pool1")
        for stage, depth in enumerate(self.depths, start=2):
            for block in range(1, depth + 1):
                x = _block(network, x, f"conv{stage}_block{block}")
            if stage < 5:
                x = _transition(network, x, f"pool{stage}")
        return network.activation(network.batch_norm(x, "bn"), "relu")


def _block(network: Network, x: Tensor, name: str) -> Tensor:
    y = network.activation(network.batch_norm(x, f"{name}_0_bn"), f"{name}_0_relu")
    y = network.conv(y, 4 * GROWTH, 1, f"{name}_1_conv")
    y = network.activation(network.batch_norm(y, f"{name}_1_bn"), f"{name}_1_relu")
    y = network.conv(y, GROWTH, 3, f"{name}_2_conv")
    return network.concat([x, y], f"{name}_concat")


def _transition(network: Network, x: Tensor, name: str) -> Tensor:
    x = network.activation(network.batch_norm(x, f"{name}_bn"), f"{name}_relu")
    x = network.conv(x, x.channels // 2, 1, f"{name}_conv")
    return network.average_pool(x, 2, f"{name}_pool")


DENSENET121 = DenseNet(
    ("keras.applications.DenseNet121", "keras.applications.densenet.DenseNet121"),
    "densenet121",
    (6, 12, 24, 16),
)
DENSENET169 = DenseNet(
    ("keras.applications.DenseNet169", "keras.applications.densenet.DenseNet169"),
    "densenet169",
    (6, 12, 32, 32),
)
DENSENET201 = DenseNet(
    ("keras.applications.DenseNet201", "keras.applications.densenet.DenseNet201"),
    "densenet201",
    (6, 12, 48, 32),
)
