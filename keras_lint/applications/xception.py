"""``keras.applications.Xception``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from keras_lint.applications.application import Application
from keras_lint.applications.network import Network, Tensor
from keras_lint.applications.request import Request


@dataclass(frozen=True)
class _Xception(Application):
    """Blocks of separable convolutions with a residual connection around each."""

    minimum: ClassVar[int] = 71

    @property
    def default_size(self) -> int:
        return 299

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        for number, (filters, strides) in enumerate(((32, 2), (64, 1)), start=1):
            name = f"block1_conv{number}"
            x = network.conv(x, filters, 3, name, strides=strides, padding="valid")
            x = network.activation(network.batch_norm(x, f"{name}_bn"), f"{name}_act")
        x = _halving_block(network, x, "block2", (128, 128), leading_act=False)
        x = _halving_block(network, x, "block3", (256, 256))
        x = _halving_block(network, x, "block4", (728, 728))
        for block in range(5, 13):
            residual = x
            for number in (1, 2, 3):
                x = _separable(network, x, 728, f"block{block}_sepconv{number}")
            x = network.merge([x, residual])
        x = _halving_block(network, x, "block13", (728, 1024))
        for number, filters in enumerate((1536, 2048), start=1):
            name = f"block14_sepconv{number}"
            x = _separable(network, x, filters, name, leading_act=False)
            x = network.activation(x, f"{name}_act")
        return x


def _halving_block(
    network: Network, x: Tensor, block: str, filters: Sequence[int], *, leading_act: bool = True
) -> Tensor:
    residual = network.batch_norm(network.conv(x, filters[-1], 1, strides=2))
    x = _separable(network, x, filters[0], f"{block}_sepconv1", leading_act=leading_act)
    x = _separable(network, x, filters[1], f"{block}_sepconv2")
    x = network.max_pool(x, 3, f"{block}_pool", padding="same")
    return network.merge([x, residual])


def _separable(
    network: Network, x: Tensor, filters: int, name: str, *, leading_act: bool = True
) -> Tensor:
    if leading_act:
        x = network.activation(x, f"{name}_act")
    return network.batch_norm(network.separable_conv(x, filters, 3, name), f"{name}_bn")


XCEPTION = _Xception(
    ("keras.applications.Xception", "keras.applications.xception.Xception"), "xception"
)
