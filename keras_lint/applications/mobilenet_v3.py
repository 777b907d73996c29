"""``keras.applications.MobileNetV3Small`` and ``MobileNetV3Large``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from keras_lint.applications.application import Application, number
from keras_lint.applications.mobilenet import check_alpha, classes_of_conv
from keras_lint.applications.mobilenet_v2 import check_input_tensor, equal
from keras_lint.applications.network import Network, Tensor, Undecided
from keras_lint.applications.request import Request, Size, check_sizes
from keras_lint.applications.shape_rules import halving_pad
from keras_lint.applications.width import scaled_to_eights
from keras_lint.layers.arguments import Argument, show, truth
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    surely_differ,
)


class Block(NamedTuple):
    """One block: ``wide`` kernels, ``gated`` channels and ``swish`` unless minimalistic."""

    expansion: float
    filters: int
    strides: int
    wide: bool
    gated: bool
    swish: bool

    def plain(self) -> Block:
        """Give the minimalistic form."""
        return self._replace(wide=False, gated=False, swish=False)


SMALL = (
    Block(1, 16, 2, False, True, False),
    Block(72.0 / 16, 24, 2, False, False, False),
    Block(88.0 / 24, 24, 1, False, False, False),
    Block(4, 40, 2, True, True, True),
    *[Block(6, 40, 1, True, True, True)] * 2,
    *[Block(3, 48, 1, True, True, True)] * 2,
    Block(6, 96, 2, True, True, True),
    *[Block(6, 96, 1, True, True, True)] * 2,
)
LARGE = (
    Block(1, 16, 1, False, False, False),
    Block(4, 24, 2, False, False, False),
    Block(3, 24, 1, False, False, False),
    Block(3, 40, 2, True, True, False),
    *[Block(3, 40, 1, True, True, False)] * 2,
    Block(6, 80, 2, False, False, True),
    Block(2.5, 80, 1, False, False, True),
    *[Block(2.3, 80, 1, False, False, True)] * 2,
    *[Block(6, 112, 1, False, True, True)] * 2,
    Block(6, 160, 2, True, True, True),
    *[Block(6, 160, 1, True, True, True)] * 2,
)


@dataclass(frozen=True)
class MobileNetV3(Application):
    """A stem, blocks that widen and narrow again, and a last pointwise convolution."""

    blocks: Sequence[Block]
    last: int

    pool_names: ClassVar[tuple[str | None, str | None]] = ("avg_pool", "max_pool")
    arguments: ClassVar[Mapping[str, Argument]] = {
        "input_shape": None,
        "alpha": 1.0,
        "minimalistic": False,
        "include_top": True,
        "weights": "imagenet",
        "input_tensor": None,
        "classes": 1000,
        "pooling": None,
        "dropout_rate": 0.2,
        "classifier_activation": "softmax",
        "include_preprocessing": True,
    }

    def check(self, request: Request) -> None:
        check_sizes(request)
        check_input_tensor(request)
        minimalistic = truth(request["minimalistic"])
        if request.weights == "imagenet":
            check_alpha(request, (1.0,) if minimalistic is True else (0.75, 1.0))
            if type(request["alpha"]) is int:
                # Keras: the name of the file has `str(alpha)` in it.
                raise InvalidArgument(
                    "alpha", "a float", show(request["alpha"]), remedy="write alpha=1.0"
                )

    def size(self, request: Request) -> Size:
        # Keras: ``MobileNetV3`` has rules of its own; with a top too, any size will do.
        size = request.size
        if size is None:
            tensor = request["input_tensor"]
            _refuse_small(_size_of(tensor, request), show(tensor))
            return (DYNAMIC, DYNAMIC, 3)
        pretrained = request.weights == "imagenet"
        if isinstance(size, Unknown):
            return (size, size, 3 if pretrained else size)
        shape = show(request["input_shape"])
        _refuse_small(size, shape)
        rows, columns, channels = size
        if pretrained and request["input_tensor"] is None:
            if is_dynamic(channels) or surely_differ(channels, 3):
                expected = "3 channels, as the weights of ImageNet have"
                raise InvalidArgument("input_shape", expected, shape)
            channels = 3
        return (rows, columns, channels)

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        alpha = number(request, "alpha")
        minimalistic = truth(request["minimalistic"])
        if isinstance(minimalistic, Unknown):
            features = scaled_to_eights(scaled_to_eights(self.blocks[-1].filters, alpha), 6)
            raise Undecided(minimalistic, features)
        if network.holds(truth(request["include_preprocessing"])):
            x = network.same(x, "Rescaling")
        x = network.conv(x, 16, 3, "conv", strides=2)
        x = _activated(network, network.batch_norm(x, "conv_bn"), not minimalistic)
        for index, given in enumerate(self.blocks):
            block = given.plain() if minimalistic else given
            x = _block(network, x, block, scaled_to_eights(block.filters, alpha), index)
        x = network.conv(x, scaled_to_eights(x.channels, 6), 1, "conv_1")
        return _activated(network, network.batch_norm(x, "conv_1_bn"), not minimalistic)

    def classifier(self, network: Network, x: Tensor, request: Request) -> Tensor:
        alpha = number(request, "alpha")
        last: Dim = self.last
        if isinstance(alpha, Unknown) or alpha > 1:
            last = scaled_to_eights(last, alpha)
        x = network.global_average_pool(x, keepdims=True)
        x = network.conv(x, last, 1, "conv_2", bias=True)
        x = _activated(network, x, truth(request["minimalistic"]) is False)
        rate = number(request, "dropout_rate")
        if network.holds(rate if isinstance(rate, Unknown) else rate > 0):
            x = network.dropout(x, rate)
        x = network.conv(x, classes_of_conv(request), 1, "logits", bias=True)
        return network.activation(network.flatten(x), "predictions")


def _size_of(tensor: Argument, request: Request) -> Size | None:
    if not isinstance(tensor, TensorSpec) or tensor.shape.rank != 4:
        return None
    _, *dims = tensor.shape.known
    if request.channels_first:
        return (dims[1], dims[2], dims[0])
    return (dims[0], dims[1], dims[2])


def _refuse_small(size: Size | None, found: str) -> None:
    if size is None:
        return
    rows, columns, _ = size
    # Keras: ``rows and cols and (rows < 32 or cols < 32)``; one None lets all pass.
    if is_known(rows) and is_known(columns) and rows and columns and min(rows, columns) < 32:
        raise InvalidArgument("input_shape", "rows and columns of at least 32", found)


def _activated(network: Network, x: Tensor, swish: bool) -> Tensor:
    return network.activation(x) if swish else network.same(x, "ReLU")


def _block(network: Network, x: Tensor, block: Block, filters: Dim, index: int) -> Tensor:
    prefix = f"expanded_conv_{index}_" if index else "expanded_conv_"
    wide = scaled_to_eights(x.channels, block.expansion)
    y = x
    if index:
        y = network.batch_norm(network.conv(y, wide, 1, f"{prefix}expand"), f"{prefix}expand_bn")
        y = _activated(network, y, block.swish)
    kernel = 5 if block.wide else 3
    if block.strides == 2:
        y = network.pad(y, halving_pad(y.shape, kernel), f"{prefix}depthwise_pad")
    y = network.depthwise_conv(
        y,
        kernel,
        f"{prefix}depthwise",
        strides=block.strides,
        padding="valid" if block.strides == 2 else "same",
    )
    y = _activated(network, network.batch_norm(y, f"{prefix}depthwise_bn"), block.swish)
    if block.gated:
        y = _gate(network, y, wide, f"{prefix}squeeze_excite_")
    y = network.batch_norm(network.conv(y, filters, 1, f"{prefix}project"), f"{prefix}project_bn")
    if block.strides == 1 and network.holds(equal(x.channels, filters)):
        y = network.merge([x, y], name=f"{prefix}add")
    return y


def _gate(network: Network, x: Tensor, wide: Dim, prefix: str) -> Tensor:
    y = network.global_average_pool(x, f"{prefix}avg_pool", keepdims=True)
    y = network.conv(y, scaled_to_eights(wide, 0.25), 1, f"{prefix}conv", bias=True)
    y = network.same(y, "ReLU", f"{prefix}relu")
    y = network.conv(y, wide, 1, f"{prefix}conv_1", bias=True)
    # A hard sigmoid: relu6(y + 3) / 6.
    y = network.same(network.operation([y], "Add"), "ReLU")
    y = network.operation([y], "Multiply")
    return network.merge([x, y], "Multiply", f"{prefix}mul")


MOBILENET_V3_SMALL = MobileNetV3(
    ("keras.applications.MobileNetV3Small",), "MobileNetV3Small", SMALL, 1024
)
MOBILENET_V3_LARGE = MobileNetV3(
    ("keras.applications.MobileNetV3Large",), "MobileNetV3Large", LARGE, 1280
)
