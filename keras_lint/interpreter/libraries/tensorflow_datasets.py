"""``tensorflow_datasets.load`` of the data sets that tutorials use."""

from __future__ import annotations

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.handlers import handles
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    NONE,
    Constant,
    Dataset,
    Dict,
    ExternalObject,
    List,
    Tuple,
    Value,
)
from keras_lint.shapes import Content, Shape, TensorSpec, Unknown
from keras_lint.source import Span

_IMAGES = {
    "mnist": ((28, 28, 1), 10),
    "fashion_mnist": ((28, 28, 1), 10),
    "kmnist": ((28, 28, 1), 10),
    "cifar10": ((32, 32, 3), 10),
    "cifar100": ((32, 32, 3), 100),
    "svhn_cropped": ((32, 32, 3), 10),
    "horses_or_humans": ((300, 300, 3), 2),
    "rock_paper_scissors": ((300, 300, 3), 3),
    "beans": ((500, 500, 3), 3),
    "cats_vs_dogs": ((None, None, 3), 2),
    "tf_flowers": ((None, None, 3), 5),
}
"""The shape of an image and the number of classes, as the catalog of the library lists them."""

_TEXTS = {"imdb_reviews": 2, "ag_news_subset": 4, "yelp_polarity_reviews": 2}
"""The number of classes of texts whose features are one string and one label."""


@handles("tensorflow_datasets.load")
def load(run: Context, arguments: Arguments, span: Span) -> Value:
    """Load a data set of pairs: ``as_supervised=True`` gives an input and a label."""
    name = arguments.get(0, "name")
    given = arguments.keywords
    supervised = run.truth(given.get("as_supervised", Constant(False)))
    pair = _pair(name, span) if supervised is True and "batch_size" not in given else None
    told = run.truth(given.get("with_info", Constant(False)))
    if pair is None or told is None or arguments.rest is not None:
        return run.facts.add_unknown(Unknown("a data set of `tensorflow_datasets`", span))
    dataset = Dataset(pair, Unknown("the length of a data set", span), "tensorflow_datasets.load")
    loaded = _splits(run, dataset, arguments.get_or(1, "split", NONE), span)
    if not told:
        return loaded
    return Tuple((loaded, ExternalObject("tensorflow_datasets.core.DatasetInfo", span=span)))


def _pair(name: Value | None, span: Span) -> Value | None:
    text = name.value if isinstance(name, Constant) and isinstance(name.value, str) else ""
    plain, _, config = text.partition(":")[0].partition("/")
    if config not in ("", "plain_text"):
        return None
    if plain in _IMAGES:
        shape, classes = _IMAGES[plain]
        spec = TensorSpec(Shape.of(*shape), "uint8", span, Content(0, 255))
    elif plain in _TEXTS:
        classes, spec = _TEXTS[plain], TensorSpec(Shape(()), "string", span)
    else:
        return None
    label = TensorSpec(Shape(()), "int64", span, Content(0, classes - 1))
    return Tuple((Tensor(spec), Tensor(label)))


def _splits(run: Context, dataset: Dataset, split: Value, span: Span) -> Value:
    match split:
        case Constant(None):
            return Dict({"train": dataset, "test": dataset})
        case Constant(str()):
            return dataset
        case List() | Tuple():
            items = run.iterate(split)
            if not isinstance(items, Unknown):
                return List([dataset] * len(items))
    return Unknown("splits of a data set", span)


@handles("tensorflow_datasets.as_numpy")
def as_numpy(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give a dataset whose elements are arrays."""
    dataset = arguments.get(0, "dataset")
    if isinstance(dataset, Dataset):
        return run.call(run.attribute(dataset, "as_numpy_iterator", span), Arguments(), span)
    return Unknown("a data set as arrays", span)


@handles(
    "tensorflow_datasets.disable_progress_bar",
    "tensorflow_datasets.show_examples",
)
def observe(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change nothing about shapes."""
    return NONE


@handles(
    "tqdm.tqdm",
    "tqdm.auto.tqdm",
    "tqdm.notebook.tqdm",
)
def progress(run: Context, arguments: Arguments, span: Span) -> Value:
    """Go through what is given, with a progress bar."""
    return arguments.get_or(0, "iterable", Unknown("a progress bar", span))
