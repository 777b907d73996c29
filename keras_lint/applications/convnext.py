"""``keras.applications.ConvNeXtTiny`` and its larger siblings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from keras_lint.applications.application import COMMON, Application, as_name, class_count
from keras_lint.applications.mobilenet_v2 import equal
from keras_lint.applications.network import Network, Tensor, input_channels
from keras_lint.applications.request import Request
from keras_lint.applications.shape_rules import convolved, unchanged
from keras_lint.layers.arguments import Argument, show, truth
from keras_lint.shapes import InvalidArgument, InvalidShape, Unknown, surely_differ


@dataclass(frozen=True)
class ConvNeXt(Application):
    """Four stages of blocks, each after a nested model that makes the image smaller.

    The model's name stands in front of the names of its layers.
    """

    depths: Sequence[int]
    widths: Sequence[int]

    channels_last_only: ClassVar[bool] = True
    arguments: ClassVar[Mapping[str, Argument]] = {
        "include_top": True,
        "include_preprocessing": True,
        **COMMON,
    }

    def check(self, request: Request) -> None:
        name = request["name"]
        own = str(self.model_name)
        if request.weights == "imagenet" and isinstance(name, str) and own not in name:
            expected = f'a name with {own!r} in it with weights="imagenet"'
            raise InvalidArgument("name", expected, show(name), keras=(3,))

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        name = _prefix(network, request)
        if network.holds(self._normalizes(request)):
            if surely_differ(x.channels, 3):
                raise InvalidShape("3 channels, which are normalized", str(x.shape), axis=-1)
            x = network.same(x, "Normalization", f"{name}_prestem_normalization")
        for stage, (depth, width) in enumerate(zip(self.depths, self.widths, strict=True)):
            x = _smaller(network, x, stage, width, name)
            for block in range(depth):
                x = _block(network, x, width, f"{name}_stage_{stage}_block_{block}")
        return x

    def _normalizes(self, request: Request) -> bool | Unknown:
        wanted = truth(request["include_preprocessing"])
        # Keras asks `input_shape` for the channels, not `input_tensor`.
        fits = equal(self.size(request)[-1], 3)
        if wanted is False or fits is False:
            return False
        return fits if isinstance(wanted, bool) else wanted

    def classifier(self, network: Network, x: Tensor, request: Request) -> Tensor:
        name = _prefix(network, request)
        x = network.global_average_pool(x, f"{name}_head_gap")
        x = network.layer_norm(x, f"{name}_head_layernorm", x.channels)
        return network.dense(x, class_count(request), f"{name}_head_dense")

    def pooled(self, network: Network, x: Tensor, request: Request) -> Tensor:
        channels = x.channels
        return network.layer_norm(super().pooled(network, x, request), None, channels)


def _prefix(network: Network, request: Request) -> str:
    name = as_name(request["name"])
    if isinstance(name, Unknown):
        network.lacks(name)
        return "?"
    return name


def _smaller(network: Network, x: Tensor, stage: int, width: int, name: str) -> Tensor:
    window = 2 if stage else 4
    channels = input_channels(x)
    kernel = window * window * channels * width + width
    norm = 2 * (channels if stage else width)
    own = f"{name}_downsampling_block_{stage - 1}" if stage else f"{name}_stem"
    rule = convolved(channels, width, window, window, "valid")
    return network.weighted(x, "Sequential", own, rule, kernel + norm)


def _block(network: Network, x: Tensor, width: int, name: str) -> Tensor:
    y = network.channelwise_conv(x, 7, f"{name}_depthwise_conv")
    y = network.layer_norm(y, f"{name}_layernorm", width)
    y = network.dense(y, 4 * width, f"{name}_pointwise_conv_1")
    y = network.activation(y, f"{name}_gelu")
    y = network.dense(y, width, f"{name}_pointwise_conv_2")
    y = network.weighted(y, "LayerScale", f"{name}_layer_scale", unchanged, width)
    y = network.activation(y, f"{name}_identity")
    return network.operation([x, y], "Add")


SHALLOW, DEEP = (3, 3, 9, 3), (3, 3, 27, 3)

TINY = ConvNeXt(
    ("keras.applications.ConvNeXtTiny", "keras.applications.convnext.ConvNeXtTiny"),
    "convnext_tiny",
    SHALLOW,
    (96, 192, 384, 768),
)
SMALL = ConvNeXt(
    ("keras.applications.ConvNeXtSmall", "keras.applications.convnext.ConvNeXtSmall"),
    "convnext_small",
    DEEP,
    (96, 192, 384, 768),
)
BASE = ConvNeXt(
    ("keras.applications.ConvNeXtBase", "keras.applications.convnext.ConvNeXtBase"),
    "convnext_base",
    DEEP,
    (128, 256, 512, 1024),
)
LARGE = ConvNeXt(
    ("keras.applications.ConvNeXtLarge", "keras.applications.convnext.ConvNeXtLarge"),
    "convnext_large",
    DEEP,
    (192, 384, 768, 1536),
)
XLARGE = ConvNeXt(
    ("keras.applications.ConvNeXtXLarge", "keras.applications.convnext.ConvNeXtXLarge"),
    "convnext_xlarge",
    DEEP,
    (256, 512, 1024, 2048),
)
