"""``preprocess_input`` and ``decode_predictions`` of the modules of ``keras.applications``."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.shapes import InvalidShape, TensorSpec, surely_differ

PASSES_THROUGH = frozenset({"convnext", "efficientnet", "efficientnet_v2", "mobilenet_v3"})
"""The modules whose ``preprocess_input`` gives back what it gets."""

SCALES = frozenset(
    {
        "densenet",
        "imagenet_utils",
        "inception_resnet_v2",
        "inception_v3",
        "mobilenet",
        "mobilenet_v2",
        "nasnet",
        "resnet",
        "resnet50",
        "resnet_v2",
        "vgg16",
        "vgg19",
        "xception",
    }
)
"""The modules whose ``preprocess_input`` scales or centers the pixels."""


def is_preprocessing(name: str) -> bool:
    """Tell whether a canonical name is a ``preprocess_input``."""
    return _module(name, "preprocess_input") is not None


def is_decoding(name: str) -> bool:
    """Tell whether a canonical name is a ``decode_predictions``."""
    return _module(name, "decode_predictions") is not None


def preprocess_input(name: str, images: TensorSpec) -> TensorSpec:
    """Give the images afterwards: the shape stays, integers become floats."""
    if _module(name, "preprocess_input") in PASSES_THROUGH:
        return images
    whole = images.dtype is not None and not images.dtype.startswith(("float", "bfloat"))
    return replace(images, dtype="float32" if whole else images.dtype, content=None)


def check_predictions(predictions: TensorSpec) -> None:
    """Check what ``decode_predictions`` gets: ``(samples, 1000)``.

    Raises:
        InvalidShape: it is something else.
    """
    shape = predictions.shape
    if shape.rank is not None and (shape.rank != 2 or surely_differ(shape[1], 1000)):
        raise InvalidShape("predictions of shape (samples, 1000)", str(shape))


def _module(name: str, function: str) -> str | None:
    module = name.removeprefix("keras.applications.").removesuffix(f".{function}")
    known = module in PASSES_THROUGH or module in SCALES
    return module if known and name == f"keras.applications.{module}.{function}" else None
