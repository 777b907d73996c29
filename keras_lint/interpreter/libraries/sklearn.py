"""scikit-learn: splits, scalers, encoders and the small data sets."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from keras_lint.interpreter.arrays import array_of
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import to_argument, value_dim
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.tables import with_length
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import NONE, Constant, ExternalObject, List, Table, Tuple, Value
from keras_lint.shapes import Content, Dim, Shape, TensorSpec, Unknown, is_known
from keras_lint.source import Span
from keras_lint.toy_datasets import TOY_DATASETS, Bunch, NameList, load_toy


@handles("sklearn.model_selection.train_test_split")
def train_test_split(run: Context, arguments: Arguments, span: Span) -> Value:
    """Split arrays along their first axis: ``n`` arrays give ``2 n``."""
    if arguments.rest is not None:
        return Unknown("a split of unknown arrays", span)
    total: Dim = Unknown("the number of samples", span)
    for value in arguments.positional:
        if is_known(_samples(run, value)):
            total = _samples(run, value)
    train, test = split_sizes(total, arguments.keywords, span)
    parts: list[Value] = []
    for value in arguments.positional:
        parts += [_rows(run, value, train, span), _rows(run, value, test, span)]
    return List(parts)


def split_sizes(total: Dim, keywords: Mapping[str, Value], span: Span) -> tuple[Dim, Dim]:
    """Give the sizes of the train and the test part.

    sklearn: ``_validate_shuffle_split`` rounds a test fraction up and a train fraction down.
    """
    unknown: Dim = Unknown("the size of a part of the samples", span)
    given = [to_argument(keywords.get(name, NONE)) for name in ("train_size", "test_size")]
    if not is_known(total) or any(not isinstance(one, int | float | None) for one in given):
        return unknown, unknown
    train, test = given
    if train is None and test is None:
        test = 0.25
    if isinstance(test, float):
        test = math.ceil(test * total)
    if isinstance(train, float):
        train = math.floor(train * total)
    test = total - train if test is None else test
    train = total - test if train is None else train
    if not 0 < train <= total or not 0 < test <= total:
        return unknown, unknown
    return train, test


def _samples(run: Context, value: Value) -> Dim:
    match value:
        case Tensor(spec) if spec.shape.rank:
            return spec.shape[0]
        case Table():
            return value.length
        case List() | Tuple():
            items = run.iterate(value)
            return items if isinstance(items, Unknown) else len(items)
    return Unknown("the number of samples")


def _rows(run: Context, value: Value, count: Dim, span: Span) -> Value:
    match value:
        case Tensor(spec) if spec.shape.rank:
            content = spec.content
            kept = content and Content(content.minimum, content.maximum, content.one_hot)
            shape = spec.shape.with_axis(0, count)
            return Tensor(TensorSpec(shape, spec.dtype, span, kept), "numpy")
        case Tensor():
            return Tensor(value.spec, "numpy")
        case Table():
            return with_length(value.columns, count)
        case List() | Tuple():
            items = run.iterate(value)
            why = Unknown("the items of a part of a list", span)
            if isinstance(items, Unknown) or not items:
                return List(why, value.element if isinstance(value, List) else None)
            joined: Value = run.join_values(items, why.why)
            return List((joined,) * count if is_known(count) and count < 64 else why, joined)
        case Unknown():
            return value
    return Unknown("a part of something that is not followed", span)


@handles_each(
    "sklearn.utils.shuffle",
    "sklearn.utils.resample",
)
def shuffle(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Shuffle arrays together: each keeps its shape."""
    chosen = arguments.keywords.get("n_samples", NONE)
    parts = []
    for value in arguments.positional:
        count = _samples(run, value) if chosen == NONE else value_dim(chosen)
        part = _rows(run, value, count, span)
        if name.endswith("shuffle") and chosen == NONE:
            part = _all_values(value, part)
        parts.append(part)
    return parts[0] if len(parts) == 1 else List(parts)


def _all_values(value: Value, part: Value) -> Value:
    """Say that an array in another order has the same values."""
    if not isinstance(value, Tensor) or not isinstance(part, Tensor) or part.spec.content is None:
        return part
    attained = value.spec.content is not None and value.spec.content.attained
    content = replace(part.spec.content, attained=attained)
    return Tensor(replace(part.spec, content=content), "numpy")


@handles(
    "sklearn.model_selection.KFold.split",
    "sklearn.model_selection.StratifiedKFold.split",
    "sklearn.model_selection.RepeatedKFold.split",
    "sklearn.model_selection.ShuffleSplit.split",
    "sklearn.model_selection.StratifiedShuffleSplit.split",
    "sklearn.model_selection.GroupKFold.split",
    "sklearn.model_selection.TimeSeriesSplit.split",
)
def folds(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give pairs of index vectors."""
    why = Unknown("the samples of a fold", span)
    indices = Tensor(TensorSpec(Shape((why,)), "int64", span, Content(minimum=0)), "numpy")
    return List(Unknown("the number of folds", span), Tuple((indices, indices)))


def _array(run: Context, arguments: Arguments) -> TensorSpec | None:
    value = arguments.either(1, "X", "y")
    made = None if value is None else array_of(run, value)
    return made.spec if isinstance(made, Tensor) else None


def _made(shape: Shape, dtype: str | None, span: Span, content: Content | None = None) -> Value:
    return Tensor(TensorSpec(shape, dtype, span, content), "numpy")


@handles(
    "sklearn.preprocessing.StandardScaler.fit_transform",
    "sklearn.preprocessing.StandardScaler.transform",
    "sklearn.preprocessing.StandardScaler.inverse_transform",
    "sklearn.preprocessing.MinMaxScaler.fit_transform",
    "sklearn.preprocessing.MinMaxScaler.transform",
    "sklearn.preprocessing.MinMaxScaler.inverse_transform",
    "sklearn.preprocessing.RobustScaler.fit_transform",
    "sklearn.preprocessing.RobustScaler.transform",
    "sklearn.preprocessing.RobustScaler.inverse_transform",
    "sklearn.preprocessing.MaxAbsScaler.fit_transform",
    "sklearn.preprocessing.MaxAbsScaler.transform",
    "sklearn.preprocessing.MaxAbsScaler.inverse_transform",
    "sklearn.preprocessing.Normalizer.fit_transform",
    "sklearn.preprocessing.Normalizer.transform",
    "sklearn.preprocessing.PowerTransformer.fit_transform",
    "sklearn.preprocessing.PowerTransformer.transform",
    "sklearn.preprocessing.QuantileTransformer.fit_transform",
    "sklearn.preprocessing.QuantileTransformer.transform",
    "sklearn.preprocessing.OrdinalEncoder.fit_transform",
    "sklearn.preprocessing.OrdinalEncoder.transform",
    "sklearn.preprocessing.normalize",
    "sklearn.preprocessing.scale",
    "sklearn.preprocessing.minmax_scale",
)
def scale(run: Context, arguments: Arguments, span: Span) -> Value:
    """Scale each column: ``(n, k) -> (n, k)``."""
    given = arguments.positional
    scaler = bool(given) and isinstance(given[0], ExternalObject)
    spec = _array(run, arguments if scaler else Arguments((NONE, *given), arguments.keywords))
    if spec is None or spec.shape.rank is None:
        # Every scaler takes frames and arrays of rank 2 alone.
        return _made(Shape.unknown_dims(2, "the shape of scaled data"), None, span)
    dtype = spec.dtype if spec.dtype in ("float32", "float64") else None
    return _made(spec.shape, dtype, span)


@handles(
    "sklearn.preprocessing.LabelEncoder.fit_transform",
    "sklearn.preprocessing.LabelEncoder.transform",
)
def encode_labels(run: Context, arguments: Arguments, span: Span) -> Value:
    """Number the classes: ``(n,) -> (n,)``."""
    return _made(Shape((_count(run, arguments, span),)), "int64", span, Content(minimum=0))


@handles(
    "sklearn.preprocessing.LabelEncoder.inverse_transform",
    "sklearn.cluster.KMeans.fit_predict",
    "sklearn.cluster.KMeans.predict",
)
def one_each(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give one value for each sample."""
    return _made(Shape((_count(run, arguments, span),)), None, span)


@handles(
    "sklearn.preprocessing.OneHotEncoder.fit_transform",
    "sklearn.preprocessing.OneHotEncoder.transform",
    "sklearn.preprocessing.LabelBinarizer.fit_transform",
    "sklearn.preprocessing.LabelBinarizer.transform",
    "sklearn.preprocessing.MultiLabelBinarizer.fit_transform",
    "sklearn.preprocessing.MultiLabelBinarizer.transform",
    "sklearn.preprocessing.PolynomialFeatures.fit_transform",
    "sklearn.preprocessing.PolynomialFeatures.transform",
    "sklearn.preprocessing.label_binarize",
    "sklearn.feature_extraction.text.CountVectorizer.fit_transform",
    "sklearn.feature_extraction.text.CountVectorizer.transform",
    "sklearn.feature_extraction.text.TfidfVectorizer.fit_transform",
    "sklearn.feature_extraction.text.TfidfVectorizer.transform",
    "sklearn.compose.ColumnTransformer.fit_transform",
    "sklearn.compose.ColumnTransformer.transform",
    "sklearn.impute.SimpleImputer.fit_transform",
    "sklearn.impute.SimpleImputer.transform",
)
def widen(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give columns that depend on the data: ``(n, ...) -> (n, ?)``."""
    width = Unknown("the number of columns depends on the data", span)
    return _made(Shape((_count(run, arguments, span), width)), None, span)


@handles(
    "sklearn.decomposition.PCA.fit_transform",
    "sklearn.decomposition.PCA.transform",
    "sklearn.decomposition.TruncatedSVD.fit_transform",
    "sklearn.decomposition.TruncatedSVD.transform",
    "sklearn.decomposition.NMF.fit_transform",
    "sklearn.manifold.TSNE.fit_transform",
)
def reduce_columns(run: Context, arguments: Arguments, span: Span) -> Value:
    """Reduce the columns: ``(n, k) -> (n, n_components)``."""
    made = arguments.positional[0]
    width: Dim = Unknown("the number of components", span)
    if isinstance(made, ExternalObject):
        default = NONE if made.name.endswith((".PCA", ".NMF")) else Constant(2)
        given = (
            made.positional[0] if made.positional else made.keywords.get("n_components", default)
        )
        dim = value_dim(given)
        if is_known(dim):
            width = dim
    return _made(Shape((_count(run, arguments, span), width)), None, span)


def _count(run: Context, arguments: Arguments, span: Span) -> Dim:
    value = arguments.either(1, "X", "y")
    return Unknown("the number of samples", span) if value is None else _samples(run, value)


@handles(
    "sklearn.preprocessing.StandardScaler.fit",
    "sklearn.preprocessing.MinMaxScaler.fit",
    "sklearn.preprocessing.RobustScaler.fit",
    "sklearn.preprocessing.MaxAbsScaler.fit",
    "sklearn.preprocessing.Normalizer.fit",
    "sklearn.preprocessing.OrdinalEncoder.fit",
    "sklearn.preprocessing.LabelEncoder.fit",
    "sklearn.preprocessing.OneHotEncoder.fit",
    "sklearn.preprocessing.LabelBinarizer.fit",
    "sklearn.preprocessing.MultiLabelBinarizer.fit",
    "sklearn.decomposition.PCA.fit",
    "sklearn.feature_extraction.text.CountVectorizer.fit",
    "sklearn.feature_extraction.text.TfidfVectorizer.fit",
    "sklearn.cluster.KMeans.fit",
)
def fit(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the estimator back."""
    return arguments.positional[0]


@handles_each(
    "sklearn.datasets.load_iris",
    "sklearn.datasets.load_wine",
    "sklearn.datasets.load_breast_cancer",
    "sklearn.datasets.load_diabetes",
    "sklearn.datasets.load_digits",
    "sklearn.datasets.load_linnerud",
    "sklearn.datasets.fetch_california_housing",
    "sklearn.datasets.make_classification",
    "sklearn.datasets.make_regression",
    "sklearn.datasets.make_blobs",
    "sklearn.datasets.make_moons",
    "sklearn.datasets.make_circles",
)
def toy_dataset(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Load or make a small data set."""
    if arguments.rest is not None:
        return Unknown(f"unknown arguments of `{name}`", span)
    parameters = list(TOY_DATASETS[name.removeprefix("sklearn.datasets.")].parameters)
    named = dict(zip(parameters, map(to_argument, arguments.positional), strict=False))
    named.update({key: to_argument(value) for key, value in arguments.keywords.items()})
    loaded = load_toy(name, named)
    if isinstance(loaded, Unknown):
        return Unknown(loaded.why, span)
    if isinstance(loaded, Bunch):
        return _bunch(loaded, span)
    return Tuple(tuple(_made(s.shape, s.dtype, span, s.content) for s in loaded))


def _bunch(bunch: Bunch, span: Span) -> Value:
    made = ExternalObject("sklearn.utils.Bunch", span=span)
    for key, part in bunch.fields.items():
        if isinstance(part, NameList):
            made.cells[key] = List([Unknown("a name in a data set")] * part.count)
            continue
        value = _made(part.shape, part.dtype, span, part.content)
        if bunch.is_frame is True and part.shape.rank == 2:
            value = Table(part.shape[1], part.shape[0])
        elif bunch.is_frame is not False and part.shape.rank == 2:
            value = Unknown("an array or a frame", span)
        made.cells[key] = value
    return made
