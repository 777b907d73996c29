"""The form of every application: its arguments, how it is built, what it refuses."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from keras_lint.applications.backbone import Backbone, channels_to_front
from keras_lint.applications.network import Network, Tensor, Undecided
from keras_lint.applications.request import (
    Request,
    Size,
    check_activation,
    check_classes,
    check_fractions,
    input_size,
)
from keras_lint.layers.arguments import Argument
from keras_lint.layers.schema import positive_integer
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    surely_differ,
)

COMMON: Mapping[str, Argument] = {
    "include_top": True,
    "weights": "imagenet",
    "input_tensor": None,
    "input_shape": None,
    "pooling": None,
    "classes": 1000,
    "classifier_activation": "softmax",
}
"""The arguments of most applications, in Keras's order."""


@dataclass(frozen=True)
class Application(ABC):
    """One public function of ``keras.applications``.

    A family is a subclass that describes ``body`` in terms of ``Network``; its members are
    the instances. ``names`` are the public names, the shortest first.
    """

    names: tuple[str, ...]
    model_name: str | None

    arguments: ClassVar[Mapping[str, Argument]] = COMMON
    """The arguments but ``name``, with their defaults, in Keras's order."""
    minimum: ClassVar[int] = 32
    pool_names: ClassVar[tuple[str | None, str | None]] = (None, None)
    """What the layers of ``pooling="avg"`` and ``"max"`` are called."""
    channels_last_only: ClassVar[bool] = False

    @property
    def default_size(self) -> int:
        """The rows and columns where none are given."""
        return 224

    @property
    def parameters(self) -> Mapping[str, Argument]:
        """The parameters with their defaults, in the order of Keras's signature."""
        return {**self.arguments, "name": self.model_name}

    def build(
        self,
        arguments: Mapping[str, Argument],
        *,
        open_ended: Unknown | None = None,
        image_data_format: str = "channels_last",
    ) -> Backbone:
        """Build the model that a call with these arguments, by name, gives.

        Args:
            arguments: what is given, by parameter name.
            open_ended: the call has further arguments that are not known (``**kwargs``).
            image_data_format: Keras's ``keras.config.image_data_format()``.

        Raises:
            InvalidArgument: Keras refuses an argument.
            InvalidShape: Keras refuses the input, or the image is too small.
        """
        for name in arguments:
            if name not in self.parameters:
                raise InvalidArgument(name, "an argument that it takes", f"{name}=", kind="unknown")
        missing = (
            dict.fromkeys(self.parameters, open_ended)
            if open_ended is not None
            else self.parameters
        )
        channels_first = image_data_format == "channels_first"
        if channels_first and self.channels_last_only:
            raise InvalidArgument(
                "data_format", "image_data_format 'channels_last'", "'channels_first'"
            )
        request = Request.of({**missing, **arguments}, channels_first=channels_first)
        check_classes(request)
        self.check(request)
        image = self.image(request)
        if request.include_top is True:
            check_activation(request)
        return self._assembled(request, image)

    # -- what a family says of itself ------------------------------------------------------

    def check(self, request: Request) -> None:
        """Check the family's own arguments.

        Raises:
            InvalidArgument: Keras raises for one of them.
        """
        return

    def size(self, request: Request) -> Size:
        """Give the input size that the arguments ask for.

        Raises:
            InvalidArgument: Keras raises for this ``input_shape``.
        """
        return input_size(request, self.default_size, self.minimum)

    @abstractmethod
    def body(self, network: Network, x: Tensor, request: Request) -> Tensor:
        """Describe the layers up to the features: ``(b, h, w, c) -> (b, h', w', c')``."""

    def classifier(self, network: Network, x: Tensor, request: Request) -> Tensor:
        """Describe the top: ``(b, h, w, c) -> (b, classes)``."""
        x = network.global_average_pool(x, "avg_pool")
        return network.dense(x, class_count(request), "predictions")

    def pooled(self, network: Network, x: Tensor, request: Request) -> Tensor:
        """Describe what ``pooling`` adds where there is no top."""
        average, maximum = self.pool_names
        match request["pooling"]:
            case "avg":
                return network.global_average_pool(x, average)
            case "max":
                return network.global_max_pool(x, maximum)
            case Unknown() as unknown:
                network.lacks(unknown)
                return Tensor(Shape.unknown(unknown.why), x.node)
        return x

    def full_name(self, request: Request) -> str | Unknown:
        """Give the name of the model."""
        return as_name(request["name"])

    # -- the building ----------------------------------------------------------------------

    def image(self, request: Request) -> TensorSpec:
        """Give the input, with channels last: ``(b, h, w, c)``.

        Raises:
            InvalidArgument: Keras raises for this ``input_shape``.
            InvalidShape: the input tensor does not fit.
        """
        size = self.size(request)
        given = request["input_tensor"]
        if given is None:
            if not request.pretrained_top:
                check_fractions(request)
            return TensorSpec(Shape((DYNAMIC, *size)), "float32")
        if not isinstance(given, TensorSpec):
            why = given if isinstance(given, Unknown) else Unknown("`input_tensor` is no tensor")
            return TensorSpec(Shape((why, why, why, why)))
        shape = given.shape
        if shape.dims is None:
            return given.with_shape(Shape.unknown_dims(4, shape.why))
        if len(shape) != 4:
            raise InvalidShape("an input tensor with 4 axes, batch axis included", str(shape))
        if request.channels_first:
            shape = Shape((shape[0], shape[2], shape[3], shape[1]))
        if request.weights == "imagenet" and surely_differ(shape[-1], 3):
            # Keras: load_weights refuses a first kernel of another shape.
            expected = "an input tensor with 3 channels, as the weights of ImageNet have"
            raise InvalidShape(expected, str(given.shape), axis=-1)
        return given.with_shape(shape)

    def _assembled(self, request: Request, image: TensorSpec) -> Backbone:
        network = Network(image.shape)
        x = network.inputs
        try:
            x = self.body(network, x, request)
            x = self._finished(network, x, request)
        except Undecided as undecided:
            network.lacks(undecided.unknown, weights=True)
            x = Tensor(_without_layers(image.shape[0], undecided, request), x.node)
        total, trainable = _counted(network)
        return Backbone(
            name=self.full_name(request),
            input=_published(image.shape, image.dtype, request),
            output=_published(x.shape, "float32", request),
            params=total,
            trainable_params=trainable,
            incomplete=network.incomplete,
            nodes=tuple(network.nodes),
            channels_first=request.channels_first,
            final=x.node,
        )

    def _finished(self, network: Network, x: Tensor, request: Request) -> Tensor:
        match request.include_top:
            case Unknown() as unknown:
                network.lacks(unknown, weights=True)
                return Tensor(Shape.unknown(unknown.why), x.node)
            case True:
                return self.classifier(network, x, request)
        return self.pooled(network, x, request)


def class_count(request: Request) -> Dim:
    """Give the units of the last layer.

    Raises:
        InvalidArgument: Keras raises for this number of classes.
    """
    return positive_integer("classes", request["classes"])


def number(request: Request, name: str) -> float | Unknown:
    """Give a numeric option, such as ``alpha``."""
    value = request[name]
    if isinstance(value, Unknown):
        return value
    if isinstance(value, int | float):
        return value
    return Unknown(f"`{name}` is no plain number")


def as_name(name: Argument) -> str | Unknown:
    """Give a ``name`` argument, or say that Keras makes one up."""
    if isinstance(name, str | Unknown):
        return name
    return Unknown("Keras makes the name of this model up")


def _published(shape: Shape, dtype: str | None, request: Request) -> TensorSpec:
    if request.channels_first and shape.rank == 4:
        shape = channels_to_front(shape)
    return TensorSpec(shape, dtype)


def _counted(network: Network) -> tuple[Dim, Dim]:
    if network.uncounted is not None:
        return network.uncounted, network.uncounted
    trainable: Dim = 0
    frozen: Dim = 0
    for node in network.nodes:
        trainable = trainable + node.trainable
        frozen = frozen + node.frozen
    return trainable + frozen, trainable


def _without_layers(batch: Dim, undecided: Undecided, request: Request) -> Shape:
    why = undecided.unknown
    if isinstance(request.include_top, Unknown):
        return Shape.unknown(request.include_top.why)
    if request.include_top:
        return Shape((batch, class_count(request)))
    match request["pooling"]:
        case Unknown() as pooling:
            return Shape.unknown(pooling.why)
        case "avg" | "max":
            return Shape((batch, undecided.channels))
    return Shape((batch, why, why, undecided.channels))
