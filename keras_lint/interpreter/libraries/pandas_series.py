"""Methods of a pandas series, which is followed as an array of rank 1."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import value_dim
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.tables import table_of
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Constant, List, Value
from keras_lint.shapes import Dim, Shape, TensorSpec, Unknown, is_known
from keras_lint.source import Span


def _series(arguments: Arguments) -> Tensor:
    series = arguments.positional[0]
    assert isinstance(series, Tensor), "methods of a series are called on one"
    return series


@handles(
    "pandas.Series.map",
    "pandas.Series.apply",
    "pandas.Series.fillna",
    "pandas.Series.ffill",
    "pandas.Series.bfill",
    "pandas.Series.replace",
    "pandas.Series.isin",
    "pandas.Series.isna",
    "pandas.Series.isnull",
    "pandas.Series.notna",
    "pandas.Series.notnull",
    "pandas.Series.shift",
    "pandas.Series.diff",
    "pandas.Series.pct_change",
    "pandas.Series.interpolate",
    "pandas.Series.sort_values",
    "pandas.Series.sort_index",
    "pandas.Series.abs",
    "pandas.Series.between",
    "pandas.Series.where",
    "pandas.Series.mask",
    "pandas.Series.eq",
    "pandas.Series.ne",
    "pandas.Series.gt",
    "pandas.Series.lt",
)
def same_length(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change each value: ``(n,) -> (n,)``."""
    shape = _series(arguments).spec.shape
    return Tensor(TensorSpec(shape if shape.rank == 1 else Shape.unknown("an array")), "numpy")


@handles(
    "pandas.Series.unique",
    "pandas.Series.dropna",
    "pandas.Series.drop_duplicates",
    "pandas.Series.drop",
    "pandas.Series.value_counts",
    "pandas.Series.sample",
    "pandas.Series.nlargest",
    "pandas.Series.mode",
    "pandas.Series.explode",
)
def other_length(run: Context, arguments: Arguments, span: Span) -> Value:
    """Keep some values, which the data tell."""
    why = Unknown("the number of values that are kept", span)
    return Tensor(TensorSpec(Shape((why,)), _series(arguments).spec.dtype), "numpy")


@handles_each(
    "pandas.Series.head",
    "pandas.Series.tail",
)
def ends(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the first or last values, five by default."""
    spec = _series(arguments).spec
    count = value_dim(arguments.get_or(1, "n", Constant(5)))
    length: Dim = Unknown("the first values of a series", span)
    if spec.shape.rank == 1 and is_known(count) and is_known(spec.shape[0]) and count >= 0:
        length = min(count, spec.shape[0])
    return Tensor(TensorSpec(Shape((length,)), spec.dtype), "numpy")


@handles("pandas.Series.nunique")
def count_of_values(run: Context, arguments: Arguments, span: Span) -> Value:
    """Count the different values: a plain ``int``, not one of numpy's."""
    return Unknown("the number of different values", span)


@handles(
    "pandas.Series.to_list",
)
def to_list(run: Context, arguments: Arguments, span: Span) -> Value:
    """List the values."""
    return List(Unknown("the values of a series", span), Unknown("a value of a series", span))


@handles("pandas.Series.reset_index")
def reset_index(run: Context, arguments: Arguments, span: Span) -> Value:
    """Number the values; without ``drop`` a frame of two columns."""
    series = _series(arguments)
    dropped = arguments.get(2, "drop")
    if dropped is not None and run.truth(dropped) is True:
        return Tensor(series.spec, "numpy")
    return Unknown("a series with its index", span)


@handles("pandas.Series.to_frame")
def to_frame(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a frame of one column."""
    name = arguments.get(1, "name")
    if isinstance(name, Constant):
        return table_of(run, _series(arguments), [name.value])
    made = table_of(run, _series(arguments), None)
    made.cells["columns"] = 1
    return made


@handles("pandas.Series.astype")
def astype(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change the dtype."""
    return Tensor(replace(_series(arguments).spec, dtype=None), "numpy")
