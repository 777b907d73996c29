"""``keras.applications.EfficientNetB0`` to ``EfficientNetB7``."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from keras_lint.applications.application import Application, class_count
from keras_lint.applications.network import Network, Tensor
from keras_lint.applications.request import Request
from keras_lint.applications.shape_rules import halving_pad
from keras_lint.applications.width import scaled_to_eights
from keras_lint.shapes import Dim, Unknown, is_known

STAGES = (
    (3, 1, 16, 1, 1),
    (3, 2, 24, 6, 2),
    (5, 2, 40, 6, 2),
    (3, 3, 80, 6, 2),
    (5, 3, 112, 6, 1),
    (5, 4, 192, 6, 2),
    (3, 1, 320, 6, 1),
)
"""The kernel, repeats, filters, expansion and first strides of each stage."""


@dataclass(frozen=True)
class EfficientNet(Application):
    """Seven stages of blocks with gated channels, as wide and deep as the factors say."""

    width: float
    depth: float
    trained_size: int

    pool_names: ClassVar[tuple[str | None, str | None]] = ("avg_pool", "max_pool")

    @property
    def default_size(self) -> int:
        return self.trained_size

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        x = network.normalization(network.same(x, "Rescaling"))
        pretrained = request.weights
        if network.holds(
            pretrained if isinstance(pretrained, Unknown) else pretrained == "imagenet"
        ):
            x = network.same(x, "Rescaling")
        x = network.pad(x, halving_pad(x.shape, 3), "stem_conv_pad")
        filters = scaled_to_eights(32, self.width)
        x = network.conv(x, filters, 3, "stem_conv", strides=2, padding="valid")
        x = network.activation(network.batch_norm(x, "stem_bn"), "stem_activation")
        for stage, (kernel, repeats, filters, expansion, strides) in enumerate(STAGES, start=1):
            width = scaled_to_eights(filters, self.width)
            for number in range(math.ceil(self.depth * repeats)):
                block = _Block(
                    f"block{stage}{chr(ord('a') + number)}_",
                    kernel,
                    width,
                    expansion,
                    1 if number else strides,
                )
                x = block.apply(network, x)
        x = network.conv(x, scaled_to_eights(1280, self.width), 1, "top_conv")
        return network.activation(network.batch_norm(x, "top_bn"), "top_activation")

    def classifier(self, network: Network, x: Tensor, request: Request) -> Tensor:
        x = network.global_average_pool(x, "avg_pool")
        x = network.same(x, "Dropout", "top_dropout")
        return network.dense(x, class_count(request), "predictions")


@dataclass(frozen=True)
class _Block:
    """Widen, convolve each channel, gate the channels, and narrow again."""

    name: str
    kernel: int
    filters: Dim
    expansion: int
    strides: int

    def apply(self, network: Network, x: Tensor) -> Tensor:
        name, y = self.name, x
        if self.expansion != 1:
            y = network.conv(y, self.expansion * x.channels, 1, f"{name}expand_conv")
            y = network.batch_norm(y, f"{name}expand_bn")
            y = network.activation(y, f"{name}expand_activation")
        if self.strides == 2:
            y = network.pad(y, halving_pad(y.shape, self.kernel), f"{name}dwconv_pad")
        padding = "valid" if self.strides == 2 else "same"
        y = network.depthwise_conv(
            y, self.kernel, f"{name}dwconv", strides=self.strides, padding=padding
        )
        y = network.activation(network.batch_norm(y, f"{name}bn"), f"{name}activation")
        y = gated(network, y, x.channels, name)
        y = network.batch_norm(
            network.conv(y, self.filters, 1, f"{name}project_conv"), f"{name}project_bn"
        )
        if self.strides == 1 and x.channels == self.filters:
            y = network.merge([network.same(y, "Dropout", f"{name}drop"), x], name=f"{name}add")
        return y


def gated(network: Network, x: Tensor, narrow: Dim, name: str) -> Tensor:
    """Describe the squeeze and excitation of the channels: ``(b, h, w, c)`` as before."""
    reduced = max(1, narrow // 4) if is_known(narrow) else narrow // 4
    y = network.global_average_pool(x, f"{name}se_squeeze")
    y = network.reshape(y, (1, 1, x.channels), f"{name}se_reshape")
    y = network.conv(y, reduced, 1, f"{name}se_reduce", bias=True)
    y = network.conv(y, x.channels, 1, f"{name}se_expand", bias=True)
    return network.merge([x, y], "Multiply", f"{name}se_excite")


B0 = EfficientNet(
    (
        "keras.applications.EfficientNetB0",
        "keras.applications.efficientnet.EfficientNetB0",
    ),
    "efficientnetb0",
    width=1.0,
    depth=1.0,
    trained_size=224,
)
B1 = EfficientNet(
    (
        "keras.applications.EfficientNetB1",
        "keras.applications.efficientnet.EfficientNetB1",
    ),
    "efficientnetb1",
    width=1.0,
    depth=1.1,
    trained_size=240,
)
B2 = EfficientNet(
    (
        "keras.applications.EfficientNetB2",
        "keras.applications.efficientnet.EfficientNetB2",
    ),
    "efficientnetb2",
    width=1.1,
    depth=1.2,
    trained_size=260,
)
B3 = EfficientNet(
    (
        "keras.applications.EfficientNetB3",
        "keras.applications.efficientnet.EfficientNetB3",
    ),
    "efficientnetb3",
    width=1.2,
    depth=1.4,
    trained_size=300,
)
B4 = EfficientNet(
    (
        "keras.applications.EfficientNetB4",
        "keras.applications.efficientnet.EfficientNetB4",
    ),
    "efficientnetb4",
    width=1.4,
    depth=1.8,
    trained_size=380,
)
B5 = EfficientNet(
    (
        "keras.applications.EfficientNetB5",
        "keras.applications.efficientnet.EfficientNetB5",
    ),
    "efficientnetb5",
    width=1.6,
    depth=2.2,
    trained_size=456,
)
B6 = EfficientNet(
    (
        "keras.applications.EfficientNetB6",
        "keras.applications.efficientnet.EfficientNetB6",
    ),
    "efficientnetb6",
    width=1.8,
    depth=2.6,
    trained_size=528,
)
B7 = EfficientNet(
    (
        "keras.applications.EfficientNetB7",
        "keras.applications.efficientnet.EfficientNetB7",
    ),
    "efficientnetb7",
    width=2.0,
    depth=3.1,
    trained_size=600,
)
