"""Datasets that Keras reads from directories or cuts from arrays, and image generators."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.interpreter.arrays import array_of
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import value_dim
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    NONE,
    Constant,
    Dataset,
    ExternalObject,
    List,
    Tuple,
    Value,
)
from keras_lint.shapes import DYNAMIC, Content, Dim, Shape, TensorSpec, Unknown, is_known
from keras_lint.source import Span

_CHANNELS = {"rgb": 3, "rgba": 4, "grayscale": 1}
_IMAGES = (
    "directory", "labels", "label_mode", "class_names", "color_mode", "batch_size", "image_size",
)  # fmt: skip
_TEXTS = ("directory", "labels", "label_mode", "class_names", "batch_size", "max_length")
_AUDIO = (
    "directory", "labels", "label_mode", "class_names", "batch_size", "sampling_rate",
    "output_sequence_length", "ragged",
)  # fmt: skip


def bind(names: tuple[str, ...], arguments: Arguments, skip: int = 0) -> dict[str, Value]:
    """Give arguments by name."""
    named = dict(zip(names, arguments.positional[skip:], strict=False))
    named.update(arguments.keywords)
    return named


def image_shape(
    run: Context, size: Value | None, mode: Value | None, data_format: Value | None
) -> tuple[Dim, ...]:
    """Give the shape of one image: ``(height, width, channels)``, or channels first."""
    unknown: Dim = Unknown("the size of an image")
    height = width = unknown
    if size is None:
        height = width = 256
    elif isinstance(size, Constant) and isinstance(size.value, int):
        height = width = size.value
    else:
        items = run.iterate(size)
        if not isinstance(items, Unknown) and len(items) in (2, 3):
            height, width = (value_dim(one) for one in items[:2])
    channels: Dim = Unknown("the channels of an image")
    if mode is None:
        channels = 3
    elif isinstance(mode, Constant) and mode.value in _CHANNELS:
        channels = _CHANNELS[mode.value]
    order = data_format.value if isinstance(data_format, Constant) else None
    order = run.image_data_format if data_format in (None, NONE) else order
    if order not in ("channels_last", "channels_first"):
        return (Unknown("the data format"),) * 3
    return (height, width, channels) if order == "channels_last" else (channels, height, width)


def _batch(dims: tuple[Dim, ...], size: Value | None) -> Shape:
    if size == NONE:
        return Shape(dims)
    return Shape((DYNAMIC, *dims))


def _count(run: Context, names: Value | None) -> Dim:
    items = None if names in (None, NONE) or names is None else run.iterate(names)
    unknown = Unknown("the number of classes in a directory")
    return len(items) if isinstance(items, list) else unknown


def _labels(run: Context, named: Mapping[str, Value], span: Span) -> Value | None:
    """Give the labels of a batch; None where there are none.

    Keras: ``labels_to_dataset_tf``: binary labels get an axis of size 1.
    """
    mode = named.get("label_mode", Constant("int"))
    if mode == NONE or named.get("labels") == NONE:
        return None
    classes = _count(run, named.get("class_names"))
    top = classes - 1 if is_known(classes) else None
    size = named.get("batch_size")
    match mode.value if isinstance(mode, Constant) else None:
        case "int":
            spec = TensorSpec(_batch((), size), "int32", span, Content(0, top))
        case "binary":
            spec = TensorSpec(_batch((1,), size), "float32", span, Content(0, 1))
        case "categorical":
            shape = _batch((classes,), size)
            spec = TensorSpec(shape, "float32", span, Content(0, 1, one_hot=True))
        case _:
            return Unknown("labels of a mode that is not known", span)
    return Tensor(spec)


def _made(run: Context, name: str, inputs: Value, named: Mapping[str, Value], span: Span) -> Value:
    labels = _labels(run, named, span)
    element = inputs if labels is None else Tuple((inputs, labels))
    names = named.get("class_names")
    attributes: dict[str, Value] = {
        "class_names": names
        if names is not None and names != NONE
        else List(Unknown("the names of the classes in a directory", span)),
        "file_paths": List(Unknown("the files in a directory", span)),
        "label_mode": named.get("label_mode", Constant("int")),
    }
    dataset = Dataset(element, Unknown("the number of batches", span), name, attributes)
    subset = named.get("subset", NONE)
    if subset == Constant("both"):
        return Tuple((dataset, dataset))
    return dataset if isinstance(subset, Constant) else Unknown("one or two datasets", span)


@handles("keras.utils.image_dataset_from_directory")
def images(run: Context, arguments: Arguments, span: Span) -> Value:
    """Read images: batches of ``(None, height, width, channels)`` and labels."""
    if arguments.rest is not None:
        return Unknown("unknown arguments of `image_dataset_from_directory`", span)
    named = bind(_IMAGES, arguments)
    size, mode = named.get("image_size"), named.get("color_mode")
    dims = image_shape(run, size, mode, named.get("data_format"))
    spec = TensorSpec(_batch(dims, named.get("batch_size")), "float32", span, Content(0, 255))
    return _made(run, "keras.utils.image_dataset_from_directory", Tensor(spec), named, span)


@handles("keras.utils.text_dataset_from_directory")
def texts(run: Context, arguments: Arguments, span: Span) -> Value:
    """Read texts: batches of ``(None,)`` strings and labels."""
    if arguments.rest is not None:
        return Unknown("unknown arguments of `text_dataset_from_directory`", span)
    named = bind(_TEXTS, arguments)
    spec = TensorSpec(_batch((), named.get("batch_size")), "string", span)
    return _made(run, "keras.utils.text_dataset_from_directory", Tensor(spec), named, span)


@handles("keras.utils.audio_dataset_from_directory")
def audio(run: Context, arguments: Arguments, span: Span) -> Value:
    """Read sounds: batches of ``(None, samples, channels)`` and labels."""
    if arguments.rest is not None or "ragged" in arguments.keywords:
        return Unknown("unknown arguments of `audio_dataset_from_directory`", span)
    named = bind(_AUDIO, arguments)
    length = named.get("output_sequence_length")
    samples: Dim = DYNAMIC if length in (None, NONE) or length is None else value_dim(length)
    shape = _batch((samples, DYNAMIC), named.get("batch_size"))
    spec = TensorSpec(shape, "float32", span)
    return _made(run, "keras.utils.audio_dataset_from_directory", Tensor(spec), named, span)


_SERIES = (
    "data", "targets", "sequence_length", "sequence_stride", "sampling_rate", "batch_size",
)  # fmt: skip


@handles_each(
    "keras.utils.timeseries_dataset_from_array",
    "keras.preprocessing.timeseries_dataset_from_array",
)
def windows(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Cut windows of a series: ``(n, ...) -> (None, sequence_length, ...)``."""
    if arguments.rest is not None:
        return Unknown(f"unknown arguments of `{name}`", span)
    named = bind(_SERIES, arguments)
    data = array_of(run, named.get("data", NONE))
    length = value_dim(named.get("sequence_length", Unknown("the length of a window")))
    size = named.get("batch_size")
    if not isinstance(data, Tensor) or not data.spec.shape.rank:
        inputs = Tensor(TensorSpec(Shape.unknown("windows of unknown data"), None, span))
    else:
        shape = _batch((length, *data.spec.shape.known[1:]), size)
        inputs = Tensor(TensorSpec(shape, data.spec.dtype, span))
    element: Value = inputs
    given = named.get("targets", NONE)
    if given != NONE:
        targets = array_of(run, given)
        spec = TensorSpec(Shape.unknown("targets that are not known"), None, span)
        if isinstance(targets, Tensor) and targets.spec.shape.rank:
            shape = _batch(targets.spec.shape.known[1:], size)
            spec = TensorSpec(shape, targets.spec.dtype, span)
        element = Tuple((inputs, Tensor(spec)))
    return Dataset(element, Unknown("the number of batches", span), name)


_FLOW_DIRECTORY = ("directory", "target_size", "color_mode", "classes", "class_mode", "batch_size")
_FLOW_FRAME = (
    "dataframe", "directory", "x_col", "y_col", "weight_col", "target_size", "color_mode",
    "classes", "class_mode", "batch_size",
)  # fmt: skip


@handles_each(
    "keras.preprocessing.image.ImageDataGenerator.flow_from_directory",
    "keras.preprocessing.image.ImageDataGenerator.flow_from_dataframe",
    "keras_preprocessing.image.ImageDataGenerator.flow_from_directory",
    "keras_preprocessing.image.ImageDataGenerator.flow_from_dataframe",
)
def flow_from_files(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Read batches of images and labels from a directory, or from files that a frame names."""
    if arguments.rest is not None:
        return Unknown(f"unknown arguments of `{name}`", span)
    frame = name.endswith("dataframe")
    named = bind(_FLOW_FRAME if frame else _FLOW_DIRECTORY, arguments, skip=1)
    made = arguments.positional[0]
    order = made.keywords.get("data_format") if isinstance(made, ExternalObject) else None
    dims = image_shape(run, named.get("target_size"), named.get("color_mode"), order)
    # Keras's own iterators: the last batch may be smaller.
    x = Tensor(TensorSpec(Shape((DYNAMIC, *dims)), "float32", span), "numpy")
    mode = named.get("class_mode", Constant("categorical"))
    attributes: dict[str, Value] = {
        "class_mode": mode,
        "batch_size": named.get("batch_size", Constant(32)),
        "target_size": named.get("target_size", Tuple((Constant(256), Constant(256)))),
    }
    for unknown in ("samples", "n", "num_classes", "classes", "class_indices", "filenames",
                    "labels", "filepaths"):  # fmt: skip
        attributes[unknown] = Unknown(f"`{unknown}` of images in a directory", span)
    element = _flow_element(run, x, mode, named, span)
    if named.get("weight_col", NONE) != NONE:
        element = Unknown("batches with weights", span)
    return Dataset(element, Unknown("the number of batches", span), name, attributes)


def _flow_element(
    run: Context, x: Tensor, mode: Value, named: Mapping[str, Value], span: Span
) -> Value:
    """Give one batch. Keras: ``BatchFromFilesMixin._get_batches_of_transformed_samples``."""
    classes = _count(run, named.get("classes"))
    top = classes - 1 if is_known(classes) else None
    match mode.value if isinstance(mode, Constant) else "":
        case None:
            return x
        case "input":
            return Tuple((x, x))
        case "binary":
            spec = TensorSpec(Shape((DYNAMIC,)), "float32", span, Content(0, 1))
        case "sparse":
            spec = TensorSpec(Shape((DYNAMIC,)), "float32", span, Content(0, top))
        case "categorical":
            content = Content(0, 1, one_hot=True)
            spec = TensorSpec(Shape((DYNAMIC, classes)), "float32", span, content)
        case _:
            return Tuple((x, Unknown("labels of a mode that is not followed", span)))
    return Tuple((x, Tensor(spec, "numpy")))


@handles_each(
    "keras.preprocessing.image.ImageDataGenerator.flow",
    "keras_preprocessing.image.ImageDataGenerator.flow",
)
def flow(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Go through arrays of images in batches."""
    named = bind(("x", "y", "batch_size"), arguments, skip=1)
    x, y = named.get("x"), named.get("y", NONE)
    if arguments.rest is not None or x is None or "sample_weight" in named:
        return Unknown(f"unknown arguments of `{name}`", span)
    parts = [_batches_of(run, x, span, "float32")]
    if y != NONE:
        parts.append(_batches_of(run, y, span, None))
    element = parts[0] if len(parts) == 1 else Tuple(tuple(parts))
    return Dataset(element, Unknown("the number of batches", span), name)


def _batches_of(run: Context, value: Value, span: Span, dtype: str | None) -> Value:
    if isinstance(value, Tuple):
        return Unknown("images with further data", span)
    array = array_of(run, value)
    if not isinstance(array, Tensor) or not array.spec.shape.rank:
        return Unknown("batches of an array that is not known", span)
    shape = array.spec.shape.with_axis(0, DYNAMIC)
    content = array.spec.content if dtype is None else None
    kept = content and Content(content.minimum, content.maximum, content.one_hot)
    return Tensor(TensorSpec(shape, dtype or array.spec.dtype, span, kept), "numpy")


@handles(
    "keras.preprocessing.image.ImageDataGenerator.fit",
    "keras_preprocessing.image.ImageDataGenerator.fit",
)
def fit(run: Context, arguments: Arguments, span: Span) -> Value:
    """Look at the images."""
    return NONE
