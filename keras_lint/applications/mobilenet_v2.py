"""``keras.applications.MobileNetV2``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from keras_lint.applications.application import Application, class_count, number
from keras_lint.applications.mobilenet import check_alpha, numbered_name, trained_size
from keras_lint.applications.network import Network, Tensor
from keras_lint.applications.request import Request, Size, check_sizes, input_size
from keras_lint.applications.shape_rules import halving_pad
from keras_lint.applications.width import scaled, scaled_to_eights
from keras_lint.layers.arguments import Argument
from keras_lint.shapes import (
    Dim,
    InvalidShape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_unknown,
    surely_differ,
    surely_equal,
)

TRAINED_SIZES = (96, 128, 160, 192, 224)

BLOCKS = ((16, 1), (24, 2), (24, 1), (32, 2), *[(32, 1)] * 2, (64, 2), *[(64, 1)] * 3,
          *[(96, 1)] * 3, (160, 2), *[(160, 1)] * 2, (320, 1))  # fmt: skip
"""The filters and strides of each block."""


@dataclass(frozen=True)
class _MobileNetV2(Application):
    """A stem and 17 blocks that widen, convolve each channel, and narrow again."""

    arguments: ClassVar[Mapping[str, Argument]] = {
        "input_shape": None,
        "alpha": 1.0,
        "include_top": True,
        "weights": "imagenet",
        "input_tensor": None,
        "pooling": None,
        "classes": 1000,
        "classifier_activation": "softmax",
    }

    def check(self, request: Request) -> None:
        check_sizes(request)
        check_input_tensor(request)
        if request.weights == "imagenet":
            check_alpha(request, (0.35, 0.5, 0.75, 1.0, 1.3, 1.4))

    def size(self, request: Request) -> Size:
        tensor = request["input_tensor"]
        size = request.size
        if size is None and isinstance(tensor, TensorSpec) and tensor.shape.rank == 4:
            _, rows, columns, _ = tensor.shape.known
            if request.channels_first:
                _, _, rows, columns = tensor.shape.known
            size = (rows, columns, 3)
        default = trained_size(size, TRAINED_SIZES)
        return input_size(request, default, self.minimum)

    def full_name(self, request: Request) -> str | Unknown:
        return numbered_name("mobilenetv2", request, self.size(request), TRAINED_SIZES)

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        alpha = number(request, "alpha")
        x = network.conv(x, scaled_to_eights(32, alpha), 3, "Conv1", strides=2)
        x = network.same(network.batch_norm(x, "bn_Conv1"), "ReLU", "Conv1_relu")
        for block, (filters, strides) in enumerate(BLOCKS):
            narrow = scaled_to_eights(scaled(filters, alpha), 1)
            x = _block(network, x, narrow, strides, block)
        last: Dim = 1280
        if isinstance(alpha, Unknown) or alpha > 1:
            last = scaled_to_eights(1280, alpha)
        x = network.conv(x, last, 1, "Conv_1", padding="valid")
        return network.same(network.batch_norm(x, "Conv_1_bn"), "ReLU", "out_relu")

    def classifier(self, network: Network, x: Tensor, request: Request) -> Tensor:
        x = network.global_average_pool(x)
        return network.dense(x, class_count(request), "predictions")


def _block(network: Network, x: Tensor, narrow: Dim, strides: int, block: int) -> Tensor:
    prefix = f"block_{block}_" if block else "expanded_conv_"
    y = x
    if block:
        y = network.conv(y, 6 * x.channels, 1, f"{prefix}expand")
        y = _norm_relu(network, y, f"{prefix}expand")
    if strides == 2:
        y = network.pad(y, halving_pad(y.shape, 3), f"{prefix}pad")
    padding = "valid" if strides == 2 else "same"
    y = network.depthwise_conv(y, 3, f"{prefix}depthwise", strides=strides, padding=padding)
    y = _norm_relu(network, y, f"{prefix}depthwise")
    y = network.conv(y, narrow, 1, f"{prefix}project")
    y = network.batch_norm(y, f"{prefix}project_BN")
    if strides == 1 and network.holds(equal(x.channels, narrow)):
        y = network.merge([x, y], name=f"{prefix}add")
    return y


def _norm_relu(network: Network, x: Tensor, name: str) -> Tensor:
    return network.same(network.batch_norm(x, f"{name}_BN"), "ReLU", f"{name}_relu")


def equal(left: Dim, right: Dim) -> bool | Unknown:
    """Tell whether two numbers of channels are the same."""
    if surely_equal(left, right):
        return True
    if surely_differ(left, right):
        return False
    unknown = left if is_unknown(left) else right
    return unknown if is_unknown(unknown) else Unknown("two sizes that may differ")


def check_input_tensor(request: Request) -> None:
    """Check ``input_tensor`` against ``input_shape``, as far as Keras does.

    Keras compares one axis only: the columns, or with channels first the channels with
    the rows.

    Raises:
        InvalidShape: that axis differs.
    """
    tensor, shape = request["input_tensor"], request["input_shape"]
    if not isinstance(tensor, TensorSpec) or tensor.shape.rank != 4 or request.size is None:
        return
    if isinstance(request.size, Unknown) or not isinstance(shape, list | tuple):
        return
    own = tensor.shape[1 if request.channels_first else 2]
    asked = request.size[0] if request.channels_first else request.size[1]
    one_dynamic = is_dynamic(own) != is_dynamic(asked)
    if surely_differ(own, asked) or (one_dynamic and not is_unknown(own) and not is_unknown(asked)):
        raise InvalidShape(f"an input tensor as `input_shape` says, {asked}", str(tensor.shape))


MOBILENET_V2 = _MobileNetV2(
    ("keras.applications.MobileNetV2", "keras.applications.mobilenet_v2.MobileNetV2"), None
)
