"""``keras.applications.EfficientNetV2B0`` to ``B3`` and ``EfficientNetV2S``, ``M``, ``L``."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from keras_lint.applications.application import COMMON, Application, class_count
from keras_lint.applications.efficientnet import gated
from keras_lint.applications.mobilenet_v2 import equal
from keras_lint.applications.network import Network, Tensor, Undecided
from keras_lint.applications.request import Request
from keras_lint.applications.width import scaled_to_eights
from keras_lint.layers.arguments import Argument, show, truth
from keras_lint.shapes import Dim, InvalidArgument, InvalidShape, Unknown, surely_differ


class Stage(NamedTuple):
    """One run of blocks: fused ones convolve all channels at once and gate none."""

    fused: bool
    repeats: int
    filters: int
    expansion: int
    strides: int


_B = (
    Stage(True, 1, 16, 1, 1),
    Stage(True, 2, 32, 4, 2),
    Stage(True, 2, 48, 4, 2),
    Stage(False, 3, 96, 4, 2),
    Stage(False, 5, 112, 6, 1),
    Stage(False, 8, 192, 6, 2),
)
STAGES: Mapping[str, tuple[int, Sequence[Stage]]] = {
    "efficientnetv2-b0": (32, _B),
    "efficientnetv2-b1": (32, _B),
    "efficientnetv2-b2": (32, _B),
    "efficientnetv2-b3": (32, _B),
    "efficientnetv2-s": (
        24,
        (
            Stage(True, 2, 24, 1, 1),
            Stage(True, 4, 48, 4, 2),
            Stage(True, 4, 64, 4, 2),
            Stage(False, 6, 128, 4, 2),
            Stage(False, 9, 160, 6, 1),
            Stage(False, 15, 256, 6, 2),
        ),
    ),
    "efficientnetv2-m": (
        24,
        (
            Stage(True, 3, 24, 1, 1),
            Stage(True, 5, 48, 4, 2),
            Stage(True, 5, 80, 4, 2),
            Stage(False, 7, 160, 4, 2),
            Stage(False, 14, 176, 6, 1),
            Stage(False, 18, 304, 6, 2),
            Stage(False, 5, 512, 6, 1),
        ),
    ),
    "efficientnetv2-l": (
        32,
        (
            Stage(True, 4, 32, 1, 1),
            Stage(True, 7, 64, 4, 2),
            Stage(True, 7, 96, 4, 2),
            Stage(False, 10, 192, 4, 2),
            Stage(False, 19, 224, 6, 1),
            Stage(False, 25, 384, 6, 2),
            Stage(False, 7, 640, 6, 1),
        ),
    ),
}
"""The filters of the stem and the stages, by the name of the model."""


@dataclass(frozen=True)
class EfficientNetV2(Application):
    """Stages of fused blocks, then of gated ones, as wide and deep as the factors say."""

    width: float
    depth: float
    trained_size: int

    pool_names: ClassVar[tuple[str | None, str | None]] = ("avg_pool", "max_pool")
    arguments: ClassVar[Mapping[str, Argument]] = {**COMMON, "include_preprocessing": True}

    @property
    def default_size(self) -> int:
        return self.trained_size

    def check(self, request: Request) -> None:
        name = request["name"]
        if not isinstance(name, Unknown) and name not in STAGES:
            # Keras: ``DEFAULT_BLOCKS_ARGS[name]`` raises a KeyError.
            raise InvalidArgument(
                "name",
                f"{self.model_name!r}, which decides on the layers",
                show(name),
                keras=(3,),
                remedy="leave `name` out and set `model.name` afterwards",
            )

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        name = request["name"]
        if isinstance(name, Unknown):
            raise Undecided(name, self._filters(1280))
        x = self._preprocessed(network, x, request)
        stem, stages = STAGES[name]
        x = network.conv(x, self._filters(stem), 3, "stem_conv", strides=2)
        x = network.activation(network.batch_norm(x, "stem_bn"), "stem_activation")
        for number, stage in enumerate(stages, start=1):
            x = self._stage(network, x, stage, number)
        x = network.conv(x, self._filters(1280), 1, "top_conv")
        return network.activation(network.batch_norm(x, "top_bn"), "top_activation")

    def classifier(self, network: Network, x: Tensor, request: Request) -> Tensor:
        x = network.global_average_pool(x, "avg_pool")
        x = network.same(x, "Dropout", "top_dropout")
        return network.dense(x, class_count(request), "predictions")

    def _filters(self, filters: int) -> Dim:
        return scaled_to_eights(filters, self.width, at_least=0)

    def _preprocessed(self, network: Network, x: Tensor, request: Request) -> Tensor:
        if not network.holds(truth(request["include_preprocessing"])):
            return x
        x = network.same(x, "Rescaling")
        if request["name"].rpartition("-")[2].startswith("b") and network.holds(
            equal(self.size(request)[-1], 3)
        ):
            if surely_differ(x.channels, 3):
                raise InvalidShape("3 channels, which are normalized", str(x.shape), axis=-1)
            x = network.same(x, "Normalization")
        return x

    def _stage(self, network: Network, x: Tensor, stage: Stage, number: int) -> Tensor:
        for repeat in range(math.ceil(self.depth * stage.repeats)):
            name = f"block{number}{chr(ord('a') + repeat)}_"
            strides = 1 if repeat else stage.strides
            describe = _fused if stage.fused else _gated
            filters = self._filters(stage.filters)
            y = describe(network, x, stage, filters, strides=strides, name=name)
            if strides == 1 and x.channels == y.channels:
                # Only the very first block is never dropped.
                if name != "block1a_":
                    y = network.same(y, "Dropout", f"{name}drop")
                y = network.merge([y, x], name=f"{name}add")
            x = y
        return x


def _norm_act(network: Network, x: Tensor, name: str) -> Tensor:
    return network.activation(network.batch_norm(x, f"{name}bn"), f"{name}activation")


def _fused(
    network: Network, x: Tensor, stage: Stage, filters: Dim, *, strides: int, name: str
) -> Tensor:
    if stage.expansion == 1:
        x = network.conv(x, filters, 3, f"{name}project_conv", strides=strides)
        return _norm_act(network, x, f"{name}project_")
    wide = stage.expansion * x.channels
    x = network.conv(x, wide, 3, f"{name}expand_conv", strides=strides)
    x = _norm_act(network, x, f"{name}expand_")
    x = network.conv(x, filters, 1, f"{name}project_conv")
    return network.batch_norm(x, f"{name}project_bn")


def _gated(
    network: Network, x: Tensor, stage: Stage, filters: Dim, *, strides: int, name: str
) -> Tensor:
    narrow = x.channels
    x = network.conv(x, stage.expansion * narrow, 1, f"{name}expand_conv")
    x = _norm_act(network, x, f"{name}expand_")
    x = _norm_act(network, network.depthwise_conv(x, 3, f"{name}dwconv2", strides=strides), name)
    x = gated(network, x, narrow, name)
    x = network.conv(x, filters, 1, f"{name}project_conv")
    return network.batch_norm(x, f"{name}project_bn")


B0 = EfficientNetV2(
    (
        "keras.applications.EfficientNetV2B0",
        "keras.applications.efficientnet_v2.EfficientNetV2B0",
    ),
    "efficientnetv2-b0",
    width=1.0,
    depth=1.0,
    trained_size=224,
)
B1 = EfficientNetV2(
    (
        "keras.applications.EfficientNetV2B1",
        "keras.applications.efficientnet_v2.EfficientNetV2B1",
    ),
    "efficientnetv2-b1",
    width=1.0,
    depth=1.1,
    trained_size=240,
)
B2 = EfficientNetV2(
    (
        "keras.applications.EfficientNetV2B2",
        "keras.applications.efficientnet_v2.EfficientNetV2B2",
    ),
    "efficientnetv2-b2",
    width=1.1,
    depth=1.2,
    trained_size=260,
)
B3 = EfficientNetV2(
    (
        "keras.applications.EfficientNetV2B3",
        "keras.applications.efficientnet_v2.EfficientNetV2B3",
    ),
    "efficientnetv2-b3",
    width=1.2,
    depth=1.4,
    trained_size=300,
)
S = EfficientNetV2(
    (
        "keras.applications.EfficientNetV2S",
        "keras.applications.efficientnet_v2.EfficientNetV2S",
    ),
    "efficientnetv2-s",
    width=1.0,
    depth=1.0,
    trained_size=384,
)
M = EfficientNetV2(
    (
        "keras.applications.EfficientNetV2M",
        "keras.applications.efficientnet_v2.EfficientNetV2M",
    ),
    "efficientnetv2-m",
    width=1.0,
    depth=1.0,
    trained_size=480,
)
L = EfficientNetV2(
    (
        "keras.applications.EfficientNetV2L",
        "keras.applications.efficientnet_v2.EfficientNetV2L",
    ),
    "efficientnetv2-l",
    width=1.0,
    depth=1.0,
    trained_size=480,
)
