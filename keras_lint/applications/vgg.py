"""``keras.applications.VGG16`` and ``VGG19``."""

from __future__ import annotations

from dataclasses import dataclass

from keras_lint.applications.application import Application, class_count
from keras_lint.applications.network import Network, Tensor
from keras_lint.applications.request import Request
from keras_lint.shapes import InvalidShape, surely_differ

FILTERS = (64, 128, 256, 512, 512)


@dataclass(frozen=True)
class VGG(Application):
    """Five blocks of convolutions that keep the size, each with a pool that halves it."""

    depths: tuple[int, ...]

    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        for block, (filters, depth) in enumerate(zip(FILTERS, self.depths, strict=True), start=1):
            for number in range(1, depth + 1):
                x = network.conv(x, filters, 3, f"block{block}_conv{number}", bias=True)
            x = network.max_pool(x, 2, f"block{block}_pool")
        return x

    def classifier(self, network: Network, x: Tensor, request: Request) -> Tensor:
        x = network.flatten(x, "flatten")
        if request.weights == "imagenet" and surely_differ(x.shape[-1], 25088):
            # Keras: load_weights refuses a kernel of `fc1` with other rows.
            raise InvalidShape("an image of 224 x 224, as the weights of `fc1` need", str(x.shape))
        x = network.dense(x, 4096, "fc1")
        x = network.dense(x, 4096, "fc2")
        return network.dense(x, class_count(request), "predictions")


VGG16 = VGG(
    ("keras.applications.VGG16", "keras.applications.vgg16.VGG16"), "vgg16", (2, 2, 3, 3, 3)
)
VGG19 = VGG(
    ("keras.applications.VGG19", "keras.applications.vgg19.VGG19"), "vgg19", (2, 2, 4, 4, 4)
)
