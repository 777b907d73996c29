"""``keras.applications.NASNetMobile`` and ``NASNetLarge``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from keras_lint.applications.application import Application, class_count
from keras_lint.applications.network import Network, Tensor, Undecided
from keras_lint.applications.request import Request, Size, input_size
from keras_lint.applications.shape_rules import halving_pad
from keras_lint.layers.arguments import show
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    Unknown,
    is_dynamic,
    is_known,
    is_unknown,
    surely_differ,
    surely_equal,
)


@dataclass(frozen=True)
class NASNet(Application):
    """Two reductions, then three runs of normal cells with a reduction between them.

    Every cell sees the output of the cell before (``x``) and of the one before that
    (``p``). With ``skips`` the cell after a reduction sees what the reduction saw twice
    removed.
    """

    features: int
    depth: int
    stem: int
    skips: bool
    trained_size: int

    channels_last_only: ClassVar[bool] = True
    arguments = {
        "input_shape": None,
        "include_top": True,
        "weights": "imagenet",
        "input_tensor": None,
        "pooling": None,
        "classes": 1000,
        "classifier_activation": "softmax",
    }

    @property
    def default_size(self) -> int:
        return self.trained_size

    def check(self, request: Request) -> None:
        size, given = request.size, request["input_shape"]
        if request.weights != "imagenet" or size is None or isinstance(size, Unknown):
            return
        if isinstance(given, tuple) and any(is_dynamic(dim) for dim in size):
            expected = 'sizes other than None with weights="imagenet"'
            raise InvalidArgument("input_shape", expected, show(given))

    def size(self, request: Request) -> Size:
        # Keras: ``NASNetMobile`` has a fixed size without its top, ``NASNetLarge`` has none.
        if request.include_top is False and request["input_shape"] is None and not self.skips:
            request = replace(request, size=(self.trained_size, self.trained_size, 3))
        return input_size(request, self.trained_size, self.minimum)

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        try:
            return self._cells(network, x)
        except Undecided as undecided:
            raise Undecided(undecided.unknown, self.features) from None

    def _cells(self, network: Network, x: Tensor) -> Tensor:
        filters, depth = self.features // 24, self.depth
        x = network.conv(x, self.stem, 3, "stem_conv1", strides=2, padding="valid")
        x = network.batch_norm(x, "stem_bn1")
        x, p = _reduction(network, x, None, filters // 4, "stem_1"), x
        x, p = _reduction(network, x, p, filters // 2, "stem_2"), x
        for run, width in enumerate((filters, 2 * filters, 4 * filters)):
            if run:
                reduced = _reduction(network, x, p, width, f"reduce_{run * depth}")
                x, p = reduced, p if self.skips else x
            for cell in range(depth):
                number = run * depth + cell + (run > 0)
                x, p = _normal(network, x, p, width, str(number)), x
        return network.activation(x)

    def classifier(self, network: Network, x: Tensor, request: Request) -> Tensor:
        x = network.global_average_pool(x)
        return network.dense(x, class_count(request), "predictions")


def _separable(
    network: Network, x: Tensor, filters: int, kernel: int, name: str, *, strides: int = 1
) -> Tensor:
    x = network.activation(x)
    padding = "same"
    if strides == 2:
        x = network.pad(x, halving_pad(x.shape, kernel), f"separable_conv_1_pad_{name}")
        padding = "valid"
    first, second = f"separable_conv_1_{name}", f"separable_conv_2_{name}"
    x = network.separable_conv(x, filters, kernel, first, strides=strides, padding=padding)
    x = network.activation(network.batch_norm(x, f"separable_conv_1_bn_{name}"))
    x = network.separable_conv(x, filters, kernel, second)
    return network.batch_norm(x, f"separable_conv_2_bn_{name}")


def _adjusted(network: Network, p: Tensor | None, x: Tensor, filters: int, name: str) -> Tensor:
    """Bring ``p`` to the columns of ``x`` and to ``filters`` channels."""
    if p is None:
        return x
    if _differ(p.shape[2], x.shape[2]):
        p = network.activation(p, f"adjust_relu_1_{name}")
        even = network.average_pool(p, 1, f"adjust_avg_pool_1_{name}")
        even = network.conv(even, filters // 2, 1, f"adjust_conv_1_{name}")
        odd = network.crop_first(network.pad(p, ((0, 1), (0, 1))))
        odd = network.average_pool(odd, 1, f"adjust_avg_pool_2_{name}")
        odd = network.conv(odd, filters // 2, 1, f"adjust_conv_2_{name}")
        return network.batch_norm(network.concat([even, odd]), f"adjust_bn_{name}")
    if p.channels != filters:
        p = network.conv(network.activation(p), filters, 1, f"adjust_conv_projection_{name}")
        p = network.batch_norm(p, f"adjust_bn_{name}")
    return p


def _differ(left: Dim, right: Dim) -> bool:
    # Keras: ``p.shape[img_dim] != ip.shape[img_dim]``, where two Nones are equal.
    if is_dynamic(left) and is_dynamic(right):
        return False
    if surely_equal(left, right) or surely_differ(left, right):
        return surely_differ(left, right)
    if (is_dynamic(left) and is_known(right)) or (is_known(left) and is_dynamic(right)):
        return True
    unknown = left if is_unknown(left) else right
    why = unknown if is_unknown(unknown) else Unknown("two sizes that may differ")
    raise Undecided(why, why)


def _squeezed(network: Network, x: Tensor, filters: int, kind: str, name: str) -> Tensor:
    x = network.conv(network.activation(x), filters, 1, f"{kind}_conv_1_{name}")
    return network.batch_norm(x, f"{kind}_bn_1_{name}")


def _normal(network: Network, x: Tensor, p: Tensor | None, filters: int, name: str) -> Tensor:
    p = _adjusted(network, p, x, filters, name)
    h = _squeezed(network, x, filters, "normal", name)
    pairs = []
    for number, (first, kernel, second) in enumerate(((h, 5, p), (p, 5, p)), start=1):
        left = _separable(network, first, filters, kernel, f"normal_left{number}_{name}")
        right = _separable(network, second, filters, 3, f"normal_right{number}_{name}")
        pairs.append(network.merge([left, right], name=f"normal_add_{number}_{name}"))
    y = _smoothed(network, h, f"normal_left3_{name}")
    pairs.append(network.merge([y, p], name=f"normal_add_3_{name}"))
    left = _smoothed(network, p, f"normal_left4_{name}")
    right = _smoothed(network, p, f"normal_right4_{name}")
    pairs.append(network.merge([left, right], name=f"normal_add_4_{name}"))
    left = _separable(network, h, filters, 3, f"normal_left5_{name}")
    pairs.append(network.merge([left, h], name=f"normal_add_5_{name}"))
    return network.concat([p, *pairs], f"normal_concat_{name}")


def _smoothed(network: Network, x: Tensor, name: str) -> Tensor:
    return network.average_pool(x, 3, name, strides=1, padding="same")


def _reduction(network: Network, x: Tensor, p: Tensor | None, filters: int, name: str) -> Tensor:
    p = _adjusted(network, p, x, filters, name)
    h = _squeezed(network, x, filters, "reduction", name)
    padded = network.pad(h, halving_pad(h.shape, 3), f"reduction_pad_1_{name}")
    left = _separable(network, h, filters, 5, f"reduction_left1_{name}", strides=2)
    right = _separable(network, p, filters, 7, f"reduction_right1_{name}", strides=2)
    first = network.merge([left, right], name=f"reduction_add_1_{name}")
    left = network.max_pool(padded, 3, f"reduction_left2_{name}")
    right = _separable(network, p, filters, 7, f"reduction_right2_{name}", strides=2)
    second = network.merge([left, right], name=f"reduction_add_2_{name}")
    left = network.average_pool(padded, 3, f"reduction_left3_{name}")
    right = _separable(network, p, filters, 5, f"reduction_right3_{name}", strides=2)
    third = network.merge([left, right], name=f"reduction_add3_{name}")
    smooth = _smoothed(network, first, f"reduction_left4_{name}")
    fourth = network.merge([second, smooth])
    left = _separable(network, first, filters, 3, f"reduction_left4_{name}")
    right = network.max_pool(padded, 3, f"reduction_right5_{name}")
    fifth = network.merge([left, right], name=f"reduction_add4_{name}")
    return network.concat([second, third, fourth, fifth], f"reduction_concat_{name}")


NASNET_MOBILE = NASNet(
    ("keras.applications.NASNetMobile", "keras.applications.nasnet.NASNetMobile"),
    "nasnet_mobile",
    features=1056,
    depth=4,
    stem=32,
    skips=False,
    trained_size=224,
)
NASNET_LARGE = NASNet(
    ("keras.applications.NASNetLarge", "keras.applications.nasnet.NASNetLarge"),
    "nasnet_large",
    features=4032,
    depth=6,
    stem=96,
    skips=True,
    trained_size=331,
)
