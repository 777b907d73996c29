"""Keras's helpers for texts, sequences and single images."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from keras_lint.interpreter.arrays import IMAGE_ARRAY as ARRAY
from keras_lint.interpreter.arrays import array_of
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import value_dim
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.libraries.directories import bind, image_shape
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import NONE, Constant, ExternalObject, List, Tuple, Value
from keras_lint.ops.operands import is_integer
from keras_lint.shapes import Content, Dim, Shape, TensorSpec, Unknown, is_known
from keras_lint.source import Span

IMAGE = "PIL.Image.Image"
_MODES = {"RGB": 3, "L": 1, "RGBA": 4, "1": 1}


@handles(
    "keras.utils.pad_sequences",
    "keras_preprocessing.sequence.pad_sequences",
)
def pad_sequences(run: Context, arguments: Arguments, span: Span) -> Value:
    """Pad or cut sequences to one length: ``(n, maxlen)``.

    Sequences of integers are taken to hold numbers; with another dtype their items may be
    vectors, and the result has an axis more.
    """
    named = bind(("sequences", "maxlen", "dtype", "padding", "truncating", "value"), arguments)
    sequences = named.get("sequences")
    if arguments.rest is not None or sequences is None:
        return Unknown("unknown arguments of `pad_sequences`", span)
    given = named.get("maxlen", NONE)
    length: Dim = Unknown("the length of the longest sequence", span)
    if given != NONE:
        length = value_dim(given)
    dtype = named.get("dtype", Constant("int32"))
    name = dtype.value if isinstance(dtype, Constant) and isinstance(dtype.value, str) else None
    count, tail, content = _sequences(run, sequences, span)
    rows = _integers(run, sequences)
    if rows and named.get("value", Constant(0)) in (Constant(0), Constant(0.0)):
        longest = max(map(len, rows))
        length = longest if given == NONE else length
        numbers = [number for row in rows for number in row]
        if isinstance(length, int) and longest <= length and numbers:
            padded = [0] if min(map(len, rows)) < length else []
            content = Content(min(numbers + padded), max(numbers + padded), attained=True)
    if tail is None:
        if name is None or not is_integer(name):
            return Tensor(TensorSpec(Shape.unknown("padded sequences"), name, span), "numpy")
        tail = ()
    return Tensor(TensorSpec(Shape((count, length, *tail)), name, span, content), "numpy")


def _integers(run: Context, value: Value) -> list[list[int]] | None:
    """Give sequences that are lists of integers as they stand in the code."""
    if not isinstance(value, List | Tuple):
        return None
    rows = []
    for row in _items(run, value):
        numbers = [one.value for one in _items(run, row) if isinstance(one, Constant)]
        whole = [one for one in numbers if isinstance(one, int) and not isinstance(one, bool)]
        if not whole or len(whole) != len(_items(run, row)):
            return None
        rows.append(whole)
    return rows


def _items(run: Context, value: Value) -> Sequence[Value]:
    items = run.iterate(value) if isinstance(value, List | Tuple) else []
    return [] if isinstance(items, Unknown) else items


_MANY_TEXTS = 1000
"""So many texts of a data set use all of its common words, whatever their length is cut to."""


def _sequences(
    run: Context, value: Value, span: Span
) -> tuple[Dim, tuple[Dim, ...] | None, Content | None]:
    """Give the number of sequences, the shape of one item, and the bounds of the items."""
    unknown: Dim = Unknown("the number of sequences", span)
    if isinstance(value, Tensor) and value.spec.shape.rank:
        shape, content = value.spec.shape.known, value.spec.content
        padded = None
        if content is not None and content.minimum is not None:
            # Of thousands of texts each gives one word at the least, and many give more.
            texts = shape[0] if len(shape) == 1 and is_known(shape[0]) else 0
            draws = texts if texts >= _MANY_TEXTS else None
            padded = Content(min(0, content.minimum), content.maximum, draws=draws)
        # An array of lists has one axis; what is in the lists nobody knows.
        return shape[0], shape[2:] if len(shape) > 1 else None, padded
    if isinstance(value, List | Tuple):
        items = run.iterate(value)
        if not isinstance(items, Unknown):
            array = array_of(run, value)
            whole = isinstance(array, Tensor) and array.spec.shape.rank not in (None, 1)
            tail = array.spec.shape.known[2:] if whole and isinstance(array, Tensor) else None
            return len(items), tail, None
    return unknown, None, None


@handles_each(
    "keras.preprocessing.text.Tokenizer.texts_to_matrix",
    "keras.preprocessing.text.Tokenizer.sequences_to_matrix",
)
def to_matrix(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Give a row for each text: ``(n, num_words)``."""
    tokenizer = arguments.positional[0]
    width: Dim = Unknown("the number of words", span)
    if isinstance(tokenizer, ExternalObject):
        first = tokenizer.positional[0] if tokenizer.positional else NONE
        words = tokenizer.keywords.get("num_words", first)
        if words != NONE:
            width = value_dim(words)
    count = _length(run, arguments.either(1, "texts", "sequences"))
    return Tensor(TensorSpec(Shape((count, width)), "float64", span), "numpy")


def _length(run: Context, value: Value | None) -> Dim:
    if isinstance(value, Tensor) and value.spec.shape.rank:
        return value.spec.shape[0]
    if isinstance(value, List | Tuple):
        items = run.iterate(value)
        return items if isinstance(items, Unknown) else len(items)
    return Unknown("the number of texts")


@handles(
    "keras.preprocessing.text.Tokenizer.texts_to_sequences",
)
def to_sequences(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give a list of word numbers for each text."""
    number = Unknown("the number of a word", span)
    sequence = List(Unknown("the words of a text", span), number)
    count = _length(run, arguments.get(1, "texts"))
    if isinstance(count, int) and count <= 256:
        return List([sequence] * count)
    return List(Unknown("the number of texts", span), sequence)


@handles(
    "keras.preprocessing.text.Tokenizer.fit_on_texts",
    "keras.preprocessing.text.Tokenizer.fit_on_sequences",
)
def fit_on(run: Context, arguments: Arguments, span: Span) -> Value:
    """Look at the texts."""
    return NONE


@handles(
    "keras.preprocessing.text.one_hot",
    "keras.preprocessing.text.hashing_trick",
    "keras.preprocessing.text.text_to_word_sequence",
)
def words(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give a list with an item for each word."""
    return List(Unknown("the words of a text", span), Unknown("a word of a text", span))


@handles(
    "keras.utils.get_file",
    "keras.utils.data_utils.get_file",
)
def get_file(run: Context, arguments: Arguments, span: Span) -> Value:
    """Fetch a file; where it lands nobody knows."""
    return Unknown("what is read from a file", span)


@handles(
    "keras.utils.load_img",
    "keras.preprocessing.image.load_img",
    "keras_preprocessing.image.load_img",
)
def load_img(run: Context, arguments: Arguments, span: Span) -> Value:
    """Read an image of ``target_size``."""
    named = bind(("path", "color_mode", "target_size"), arguments)
    size, mode = named.get("target_size", NONE), named.get("color_mode")
    if "grayscale" in named or arguments.rest is not None:
        mode = Unknown("the color mode")
    unknown = Unknown("the size of an image", span)
    if size == NONE:
        size = Tuple((unknown, unknown))
    dims = image_shape(run, size, mode, Constant("channels_last"))
    return image_of(TensorSpec(Shape(dims), "float32", span), span)


def image_of(spec: TensorSpec, span: Span) -> ExternalObject:
    """Make an image; ``spec`` is the array of rank 3 that Keras makes of it."""
    made = ExternalObject(IMAGE, span=span)
    made.cells[ARRAY] = spec
    return made


@handles(
    "keras.utils.img_to_array",
    "keras.preprocessing.image.img_to_array",
    "keras_preprocessing.image.img_to_array",
)
def img_to_array(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give an image as an array of rank 3.

    Keras: ``img_to_array`` adds the axis of channels where there is none.
    """
    image = arguments.get(0, "img")
    order = arguments.get(1, "data_format")
    unknown = Shape.unknown_dims(3, "the size of an image")
    spec = TensorSpec(unknown, "float32", span)
    last = order == Constant("channels_last") or (
        order in (None, NONE) and run.image_data_format == "channels_last"
    )
    if isinstance(image, ExternalObject) and ARRAY in image.cells and last:
        spec = image.cells[ARRAY]
    elif isinstance(image, Tensor) and image.spec.shape.rank == 3:
        spec = replace(image.spec, dtype="float32", origin=span)
    elif isinstance(image, Tensor) and image.spec.shape.rank == 2 and last:
        shape = image.spec.shape
        spec = replace(image.spec, shape=Shape((*shape, 1)), dtype="float32", origin=span)
    if "dtype" in arguments.keywords or len(arguments.positional) > 2:
        spec = replace(spec, dtype=None)
    return Tensor(spec, "numpy")


@handles(
    "keras.utils.array_to_img",
    "keras.preprocessing.image.array_to_img",
)
def array_to_img(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give an array as an image."""
    return image_of(TensorSpec(Shape.unknown_dims(3, "the size of an image"), "float32"), span)


@handles(
    "keras.utils.save_img",
    "keras.preprocessing.image.save_img",
)
def save_img(run: Context, arguments: Arguments, span: Span) -> Value:
    """Write an image."""
    return NONE


@handles("PIL.Image.open")
def open_image(run: Context, arguments: Arguments, span: Span) -> Value:
    """Open an image whose size and mode are in the file."""
    return ExternalObject(IMAGE, span=span)


@handles("PIL.Image.Image.resize")
def resize(run: Context, arguments: Arguments, span: Span) -> Value:
    """Resize an image; pillow names the width first."""
    image, size = arguments.positional[0], arguments.get(1, "size")
    items = Unknown("a size") if size is None else run.iterate(size)
    old = image.cells.get(ARRAY) if isinstance(image, ExternalObject) else None
    channels: Dim = old.shape[2] if isinstance(old, TensorSpec) else Unknown("the channels")
    if isinstance(items, Unknown) or len(items) != 2:
        return ExternalObject(IMAGE, span=span)
    width, height = (value_dim(one) for one in items)
    return image_of(TensorSpec(Shape((height, width, channels)), "float32", span), span)


@handles("PIL.Image.Image.convert")
def convert(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change the mode of an image, and with it the number of channels."""
    image, mode = arguments.positional[0], arguments.get(1, "mode")
    old = image.cells.get(ARRAY) if isinstance(image, ExternalObject) else None
    size: tuple[Dim, ...] = (Unknown("the size of an image"),) * 2
    if isinstance(old, TensorSpec):
        size = old.shape.known[:2]
    name = mode.value if isinstance(mode, Constant) else None
    channels: Dim = Unknown("the channels of an image")
    if isinstance(name, str) and name in _MODES:
        channels = _MODES[name]
    return image_of(TensorSpec(Shape((*size, channels)), "float32", span), span)
