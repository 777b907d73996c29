"""The arguments of an application, as far as they are understood, and its input size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from keras_lint.layers.arguments import Argument, NumpyInteger, Opaque, show, truth
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    Dynamic,
    InvalidArgument,
    Polynomial,
    Shape,
    Unknown,
    is_dynamic,
    surely_below,
    surely_differ,
)

Size: TypeAlias = tuple[Dim, Dim, Dim]
"""Rows, columns and channels, in this order."""

Weights: TypeAlias = Literal["imagenet", "file"] | Unknown | None

FILE_SUFFIXES = (".keras", ".h5", ".hdf5", ".weights.json")
"""What a file of weights may end in. Keras: ``saving_api.load_weights``."""


@dataclass(frozen=True)
class Request:
    """What an application is called with. ``options`` has every argument by its name."""

    include_top: bool | Unknown
    weights: Weights
    size: Size | Unknown | None
    options: Mapping[str, Argument]
    channels_first: bool = False

    @staticmethod
    def of(options: Mapping[str, Argument], *, channels_first: bool) -> Request:
        """Read the arguments.

        Raises:
            InvalidArgument: Keras raises for one of them, whatever the others are.
        """
        return Request(
            truth(options["include_top"]),
            _weights(options["weights"]),
            _size(options["input_shape"], channels_first),
            options,
            channels_first,
        )

    def __getitem__(self, name: str) -> Argument:
        return self.options[name]

    @property
    def pretrained_top(self) -> bool:
        """Whether the classifier of ImageNet is loaded, for sure."""
        return self.weights == "imagenet" and self.include_top is True


def check_classes(request: Request) -> None:
    """Check that the classifier of ImageNet keeps its 1000 classes.

    Raises:
        InvalidArgument: it has another number of them.
    """
    classes = _plain(request["classes"])
    differs = not isinstance(classes, Unknown | Polynomial | Dynamic) and classes != 1000
    if request.pretrained_top and differs:
        raise InvalidArgument(
            "classes",
            'classes=1000 with weights="imagenet" and include_top=True',
            show(classes),
            remedy="set include_top=False and add a Dense of your own",
        )


def check_activation(request: Request) -> None:
    """Check the activation of a classifier whose weights are loaded.

    Keras: ``imagenet_utils.validate_activation``.

    Raises:
        InvalidArgument: it is neither softmax nor none.
    """
    given = request["classifier_activation"]
    if request.weights is None or isinstance(request.weights, Unknown):
        return
    name = given.name if isinstance(given, Opaque) else given
    if isinstance(given, Opaque) and not name.startswith("keras.activations."):
        return
    if isinstance(name, str) and name.rpartition(".")[2] not in ("softmax", "linear"):
        raise InvalidArgument(
            "classifier_activation", "'softmax' or None with pretrained weights", show(given)
        )


def check_fractions(request: Request) -> None:
    """Check that the sizes of ``input_shape`` are integers, where Keras makes an ``Input``.

    Raises:
        InvalidArgument: one is a float.
    """
    given = request["input_shape"]
    if isinstance(given, list | tuple) and any(isinstance(size, float) for size in given):
        raise InvalidArgument("input_shape", "integers", show(given), keras=(3,), remedy="use //")


def check_sizes(request: Request) -> None:
    """Check ``input_shape`` where Keras looks at its sizes before all else.

    Raises:
        InvalidArgument: it is empty, or makes an ``Input`` of sizes that are no integers.
    """
    given = request["input_shape"]
    if isinstance(given, list | tuple) and not given:
        raise InvalidArgument("input_shape", "three sizes, or None", show(given))
    if request["input_tensor"] is None:
        check_fractions(request)


def input_size(request: Request, default: int, minimum: int) -> Size:
    """Give the rows, columns and channels of the input.

    Keras: ``imagenet_utils.obtain_input_shape``.

    Raises:
        InvalidArgument: Keras raises for this ``input_shape``.
    """
    size, top = request.size, request.include_top
    if request.pretrained_top:
        _check_default_size(request, default)
        return (default, default, 3)
    if size is None:
        if isinstance(top, Unknown):
            return (top, top, 3)
        return (default, default, 3) if top else (DYNAMIC, DYNAMIC, 3)
    pretrained = request.weights == "imagenet"
    if isinstance(size, Unknown):
        return (size, size, 3 if pretrained else size)
    rows, columns, channels = size
    if pretrained and (is_dynamic(channels) or surely_differ(channels, 3)):
        raise InvalidArgument(
            "input_shape", "3 channels, as the weights of ImageNet have", _found(request)
        )
    if surely_below(rows, minimum) or surely_below(columns, minimum):
        expected = f"rows and columns of at least {minimum}"
        raise InvalidArgument("input_shape", expected, _found(request))
    if top is True and any(is_dynamic(dim) for dim in size):
        raise InvalidArgument(
            "input_shape",
            "sizes other than None with include_top=True",
            _found(request),
            remedy="set include_top=False, or give the sizes",
        )
    return (rows, columns, 3 if pretrained else channels)


def _check_default_size(request: Request, default: int) -> None:
    size, given = request.size, request["input_shape"]
    if given is None or isinstance(size, Unknown):
        return
    # Keras compares with a tuple, so a list of the right numbers differs too.
    differs = isinstance(given, list) or any(
        is_dynamic(dim) or surely_differ(dim, wanted)
        for dim, wanted in zip(size or (0, 0, 0), (default, default, 3), strict=True)
    )
    if differs:
        wanted = f"({default}, {default}, 3)"
        if request.channels_first:
            wanted = f"(3, {default}, {default})"
        raise InvalidArgument(
            "input_shape",
            f'the tuple {wanted} with weights="imagenet" and include_top=True',
            _found(request),
            remedy="set include_top=False and add a classifier of your own, or weights=None",
        )


def _found(request: Request) -> str:
    return show(request["input_shape"])


def _plain(argument: Argument) -> Argument:
    return argument.value if isinstance(argument, NumpyInteger) else argument


def _weights(argument: Argument) -> Weights:
    match argument:
        case None | "imagenet" | Unknown():
            return argument
        case str() if not argument.endswith(FILE_SUFFIXES):
            # Keras 2 takes a checkpoint or a folder of any name.
            raise InvalidArgument(
                "weights",
                "None, 'imagenet' or the path of a file of weights",
                show(argument),
                keras=(2, 3) if argument.lower() == "imagenet" else (3,),
            )
        case _:
            return "file"


def _size(argument: Argument, channels_first: bool) -> Size | Unknown | None:
    if isinstance(argument, Shape):
        argument = Unknown(argument.why) if argument.dims is None else argument.dims
    if argument is None or isinstance(argument, Unknown):
        return argument
    if isinstance(argument, str) or not isinstance(argument, Sequence):
        return Unknown("`input_shape` is no tuple")
    if not argument:
        return None
    if len(argument) != 3:
        raise InvalidArgument("input_shape", "three sizes, without the batch axis", show(argument))
    first, second, third = (_dim(one) for one in argument)
    return (second, third, first) if channels_first else (first, second, third)


def _dim(argument: Argument) -> Dim:
    match _plain(argument):
        case None:
            return DYNAMIC
        case bool():
            return Unknown("a size is a truth value")
        case int() | Dynamic() | Polynomial() | Unknown() as dim:
            return dim
    return Unknown("a size is no integer")
