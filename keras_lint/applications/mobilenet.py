"""``keras.applications.MobileNet``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from keras_lint.applications.application import Application, as_name, number
from keras_lint.applications.network import Network, Tensor
from keras_lint.applications.request import Request, Size, check_sizes, input_size
from keras_lint.applications.width import scaled
from keras_lint.layers.arguments import Argument, NumpyInteger, is_size, show
from keras_lint.shapes import Dim, InvalidArgument, Unknown, is_dynamic, is_known, surely_below

TRAINED_SIZES = (128, 160, 192, 224)

BLOCKS = ((64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), *[(512, 1)] * 5,
          (1024, 2), (1024, 1))  # fmt: skip
"""The filters and strides of each block."""


@dataclass(frozen=True)
class _MobileNet(Application):
    """A stem and 13 blocks of a depthwise and a pointwise convolution."""

    arguments: ClassVar[Mapping[str, Argument]] = {
        "input_shape": None,
        "alpha": 1.0,
        "depth_multiplier": 1,
        "dropout": 0.001,
        "include_top": True,
        "weights": "imagenet",
        "input_tensor": None,
        "pooling": None,
        "classes": 1000,
        "classifier_activation": "softmax",
    }

    def check(self, request: Request) -> None:
        check_sizes(request)
        if request.weights == "imagenet":
            check_alpha(request, (0.25, 0.5, 0.75, 1.0))
            multiplier = request["depth_multiplier"]
            if isinstance(multiplier, int | float) and multiplier != 1:
                raise InvalidArgument(
                    "depth_multiplier", '1 with weights="imagenet"', show(multiplier)
                )

    def size(self, request: Request) -> Size:
        return input_size(request, trained_size(request.size, TRAINED_SIZES), self.minimum)

    def full_name(self, request: Request) -> str | Unknown:
        return numbered_name("mobilenet", request, self.size(request), TRAINED_SIZES)

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        alpha = number(request, "alpha")
        multiplier = _multiplier(request)
        x = network.conv(x, scaled(32, alpha), 3, "conv1", strides=2)
        x = _norm_relu(network, x, "conv1")
        for block, (filters, strides) in enumerate(BLOCKS, start=1):
            if strides == 2:
                x = network.pad(x, ((0, 1), (0, 1)), f"conv_pad_{block}")
            x = network.depthwise_conv(
                x,
                3,
                f"conv_dw_{block}",
                strides=strides,
                padding="valid" if strides == 2 else "same",
                multiplier=multiplier,
            )
            x = _norm_relu(network, x, f"conv_dw_{block}")
            x = network.conv(x, scaled(filters, alpha), 1, f"conv_pw_{block}")
            x = _norm_relu(network, x, f"conv_pw_{block}")
        return x

    def classifier(self, network: Network, x: Tensor, request: Request) -> Tensor:
        classes = classes_of_conv(request)
        x = network.global_average_pool(x, keepdims=True)
        x = network.dropout(x, request["dropout"], "dropout")
        x = network.conv(x, classes, 1, "conv_preds", bias=True)
        x = network.reshape(x, (classes,), "reshape_2")
        return network.activation(x, "predictions")


def _norm_relu(network: Network, x: Tensor, name: str) -> Tensor:
    return network.same(network.batch_norm(x, f"{name}_bn"), "ReLU", f"{name}_relu")


def _multiplier(request: Request) -> Dim:
    given = request["depth_multiplier"]
    if isinstance(given, NumpyInteger):
        given = given.value
    if not is_size(given):
        return Unknown("`depth_multiplier` is no plain integer")
    if surely_below(given, 1):
        raise InvalidArgument("depth_multiplier", "a positive int", show(given))
    multiplier: Dim = given
    return multiplier


def check_alpha(request: Request, allowed: Sequence[float]) -> None:
    """Check the width against those that there are weights for.

    Raises:
        InvalidArgument: it is another number.
    """
    alpha = number(request, "alpha")
    if not isinstance(alpha, Unknown) and alpha not in allowed:
        widths = ", ".join(str(width) for width in allowed)
        raise InvalidArgument("alpha", f'one of {widths} with weights="imagenet"', str(alpha))


def trained_size(size: Size | Unknown | None, trained: Sequence[int]) -> int:
    """Give the size of the weights that fit an input: its own if square and trained, or 224."""
    if size is None or isinstance(size, Unknown):
        return 224
    rows, columns, _ = size
    return rows if is_known(rows) and rows == columns and rows in trained else 224


def numbered_name(stem: str, request: Request, size: Size, trained: Sequence[int]) -> str | Unknown:
    """Give the model's name: its own, or one with the width and the rows in it."""
    if request["name"] is not None:
        return as_name(request["name"])
    alpha = number(request, "alpha")
    rows: Dim = size[0]
    match request.weights:
        case "imagenet":
            rows = trained_size(size, trained)
        case Unknown() as weights if rows not in trained or rows != size[1]:
            rows = weights
    if isinstance(alpha, Unknown) or not (is_known(rows) or is_dynamic(rows)):
        return Unknown("the name depends on what is unknown")
    return f"{stem}_{alpha:0.2f}_{rows}"


def classes_of_conv(request: Request) -> Dim:
    """Give the classes where the last layer with weights is a convolution.

    Raises:
        InvalidArgument: there are none.
    """
    given = request["classes"]
    if isinstance(given, NumpyInteger):
        given = given.value
    if isinstance(given, float):
        raise InvalidArgument("classes", "a positive int", show(given), keras=(3,))
    if not is_size(given):
        return Unknown("`classes` is no plain integer")
    if surely_below(given, 1):
        raise InvalidArgument("classes", "a positive int", show(given))
    classes: Dim = given
    return classes


MOBILENET = _MobileNet(
    ("keras.applications.MobileNet", "keras.applications.mobilenet.MobileNet"), None
)
