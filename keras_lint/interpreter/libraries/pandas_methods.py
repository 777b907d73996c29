"""Methods of pandas frames and series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import to_argument, value_dim
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.tables import (
    add_columns,
    become,
    get_item,
    names_of,
    width,
    with_length,
    without,
)
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import NONE, Constant, Dict, List, Table, Tuple, Value
from keras_lint.shapes import Dim, Shape, TensorSpec, Unknown, is_known
from keras_lint.source import Span

_ROWS = Unknown("the rows that are selected")
_COLUMNS = Unknown("the columns that are selected")


def _frame(arguments: Arguments) -> Table:
    table = arguments.positional[0]
    assert isinstance(table, Table), "methods of a frame are called on one"
    return table


def _result(run: Context, arguments: Arguments, made: Table) -> Value:
    """Give the changed frame, or change the frame itself where ``inplace`` says so."""
    inplace = arguments.keywords.get("inplace")
    truth = False if inplace is None else run.truth(inplace)
    if truth is False:
        return made
    if truth:
        become(run, _frame(arguments), made)
        return NONE
    become(run, _frame(arguments), Table(_COLUMNS, _ROWS))
    return Unknown("a change that may be in place")


def _axis(arguments: Arguments, index: int, default: int = 0) -> int | None:
    given = arguments.get(index, "axis")
    if given is None:
        return default
    axes = {0: 0, 1: 1, "index": 0, "rows": 0, "columns": 1}
    return axes.get(given.value) if isinstance(given, Constant) else None


@handles(
    "pandas.DataFrame.copy",
    "pandas.DataFrame.fillna",
    "pandas.DataFrame.ffill",
    "pandas.DataFrame.bfill",
    "pandas.DataFrame.sort_values",
    "pandas.DataFrame.sort_index",
    "pandas.DataFrame.replace",
    "pandas.DataFrame.round",
    "pandas.DataFrame.abs",
    "pandas.DataFrame.clip",
    "pandas.DataFrame.interpolate",
    "pandas.DataFrame.applymap",
    "pandas.DataFrame.map",
    "pandas.DataFrame.shift",
    "pandas.DataFrame.diff",
    "pandas.DataFrame.pct_change",
    "pandas.DataFrame.where",
    "pandas.DataFrame.mask",
    "pandas.DataFrame.infer_objects",
    "pandas.DataFrame.convert_dtypes",
    "pandas.DataFrame.isna",
    "pandas.DataFrame.isnull",
    "pandas.DataFrame.notna",
    "pandas.DataFrame.notnull",
    "pandas.DataFrame.rank",
)
def same_shape(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change values and leave rows and columns as they are."""
    table = _frame(arguments)
    return _result(run, arguments, with_length(table.columns, table.length))


@handles("pandas.DataFrame.astype")
def astype(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change the dtype of the columns."""
    table = _frame(arguments)
    dtype = to_argument(arguments.positional[1]) if len(arguments.positional) > 1 else None
    name = dtype if isinstance(dtype, str) else getattr(dtype, "name", None)
    if isinstance(table.columns, Mapping):
        last = name.rpartition(".")[2] if isinstance(name, str) else None
        known = {"float": "float64", "int": "int64"}.get(last, last) if last else None
        return Table(
            {key: replace(spec, dtype=known) for key, spec in table.columns.items()}, table.length
        )
    return Table(table.columns, table.length)


@handles(
    "pandas.DataFrame.dropna",
    "pandas.DataFrame.drop_duplicates",
    "pandas.DataFrame.query",
    "pandas.DataFrame.nlargest",
    "pandas.DataFrame.nsmallest",
    "pandas.DataFrame.truncate",
    "pandas.DataFrame.explode",
    "pandas.DataFrame.append",
)
def other_rows(run: Context, arguments: Arguments, span: Span) -> Value:
    """Keep some of the rows, which the data tell."""
    table = _frame(arguments)
    axis = arguments.keywords.get("axis")
    if axis is not None and to_argument(axis) not in (0, "index"):
        return _result(run, arguments, Table(_COLUMNS, table.length))
    return _result(run, arguments, with_length(table.columns, _ROWS))


@handles_each(
    "pandas.DataFrame.head",
    "pandas.DataFrame.tail",
)
def ends(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the first or last rows, five by default."""
    table = _frame(arguments)
    count = value_dim(arguments.get_or(1, "n", Constant(5)))
    length: Dim = _ROWS
    if is_known(count) and is_known(table.length) and count >= 0:
        length = min(count, table.length)
    return with_length(table.columns, length)


@handles("pandas.DataFrame.sample")
def sample(run: Context, arguments: Arguments, span: Span) -> Value:
    """Draw rows: ``n``, or a fraction of all."""
    table = _frame(arguments)
    fraction, count = arguments.get(2, "frac"), arguments.get(1, "n")
    if fraction in (Constant(1), Constant(1.0)):
        return with_length(table.columns, table.length)
    share = fraction.value if isinstance(fraction, Constant) else None
    if isinstance(share, int | float) and is_known(table.length):
        # pandas: ``process_sampling_size`` rounds.
        return with_length(table.columns, round(share * table.length))
    if fraction is None:
        return with_length(table.columns, 1 if count is None else value_dim(count))
    return with_length(table.columns, _ROWS)


@handles("pandas.DataFrame.drop")
def drop(run: Context, arguments: Arguments, span: Span) -> Value:
    """Drop columns by name, or rows."""
    table = _frame(arguments)
    labels = arguments.get(1, "labels")
    by_name = arguments.get(4, "columns")
    axis = _axis(arguments, 2)
    lenient = arguments.keywords.get("errors") is not None
    if by_name is None and axis == 1:
        by_name = labels
    if by_name is not None:
        names = names_of(run, by_name)
        known = isinstance(table.columns, Mapping)
        left = without(table, names if known or not lenient else None)
        length = table.length if "index" not in arguments.keywords else _ROWS
        return _result(run, arguments, Table(left, length))
    columns = table.columns if axis == 0 else _COLUMNS
    return _result(run, arguments, with_length(columns, _ROWS))


@handles("pandas.DataFrame.reset_index")
def reset_index(run: Context, arguments: Arguments, span: Span) -> Value:
    """Number the rows; the old index becomes a column unless it is dropped."""
    table = _frame(arguments)
    dropped = arguments.get(2, "drop")
    if dropped is not None and run.truth(dropped) is True:
        return _result(run, arguments, Table(table.columns, table.length))
    return _result(run, arguments, Table(_COLUMNS, table.length))


@handles("pandas.DataFrame.set_index")
def set_index(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make columns the index."""
    table = _frame(arguments)
    kept = "drop" in arguments.keywords or "append" in arguments.keywords
    names = None if kept else names_of(run, arguments.get(1, "keys"))
    return _result(run, arguments, Table(without(table, names), table.length))


@handles("pandas.DataFrame.rename")
def rename(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give columns other names."""
    table = _frame(arguments)
    names = arguments.keywords.get("columns")
    columns = table.columns
    if names is None or not isinstance(columns, Mapping):
        return _result(run, arguments, Table(columns, table.length))
    if not isinstance(names, Dict) or isinstance(names.items, Unknown):
        return _result(run, arguments, Table(width(table), table.length))
    changed: dict[Any, TensorSpec] = {}
    for old, spec in columns.items():
        new = names.items.get(old, Constant(old))
        if not isinstance(new, Constant):
            return _result(run, arguments, Table(width(table), table.length))
        changed[new.value] = spec
    if len(changed) < len(columns):
        return _result(run, arguments, Table(width(table), table.length))
    return _result(run, arguments, Table(changed, table.length))


@handles("pandas.DataFrame.pop")
def pop(run: Context, arguments: Arguments, span: Span) -> Value:
    """Take a column out of the frame."""
    table = _frame(arguments)
    name = arguments.get(1, "item")
    if not isinstance(name, Constant):
        run.heap.set(table, "columns", _COLUMNS)
        return Unknown("a column whose name is not known", span)
    found = get_item(run, table, name)
    run.heap.set(table, "columns", without(table, [name.value]))
    return found


@handles("pandas.DataFrame.insert")
def insert(run: Context, arguments: Arguments, span: Span) -> Value:
    """Add a column at a place; the places of the others change."""
    table = _frame(arguments)
    name, value = arguments.get(2, "column"), arguments.get(3, "value")
    place = arguments.get(1, "loc")
    names = names_of(run, name) if isinstance(name, Constant) else None
    if names is None or value is None:
        run.heap.set(table, "columns", _COLUMNS)
        return NONE
    add_columns(run, table, names, value)
    columns = table.columns
    if isinstance(columns, Mapping):
        order = [key for key in columns if key != names[0]]
        where = to_argument(place) if place is not None else None
        if isinstance(where, int):
            order.insert(where, names[0])
            run.heap.set(table, "columns", {key: columns[key] for key in order})
        else:
            run.heap.set(table, "columns", len(columns))
    return NONE


@handles("pandas.DataFrame.assign")
def assign(run: Context, arguments: Arguments, span: Span) -> Value:
    """Add columns to a copy."""
    table = _frame(arguments)
    made = Table(table.columns, table.length)
    for name, value in arguments.keywords.items():
        add_columns(run, made, [name], value)
    return made


@handles(
    "pandas.DataFrame.transpose",
)
def transpose(run: Context, arguments: Arguments, span: Span) -> Value:
    """Swap rows and columns."""
    table = _frame(arguments)
    return Table(table.length, width(table))


@handles(
    "pandas.DataFrame.to_numpy",
    "pandas.DataFrame.as_matrix",
)
def to_numpy(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the array of all values."""
    spec = _frame(arguments).spec
    return Tensor(replace(spec, dtype=None) if arguments.keywords else spec, "numpy")


@handles(
    "pandas.DataFrame.join",
    "pandas.DataFrame.merge",
    "pandas.DataFrame.select_dtypes",
    "pandas.DataFrame.filter",
    "pandas.DataFrame.reindex",
    "pandas.DataFrame.pivot",
    "pandas.DataFrame.pivot_table",
    "pandas.DataFrame.melt",
    "pandas.DataFrame.describe",
    "pandas.DataFrame.corr",
    "pandas.DataFrame.cov",
)
def other_frame(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a frame whose rows and columns depend on the data."""
    return Table(_COLUMNS, _ROWS)


@handles(
    "pandas.DataFrame.mean",
    "pandas.DataFrame.std",
    "pandas.DataFrame.var",
    "pandas.DataFrame.min",
    "pandas.DataFrame.max",
    "pandas.DataFrame.sum",
    "pandas.DataFrame.median",
    "pandas.DataFrame.count",
    "pandas.DataFrame.nunique",
    "pandas.DataFrame.any",
    "pandas.DataFrame.all",
    "pandas.DataFrame.idxmax",
    "pandas.DataFrame.idxmin",
)
def reduced(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give one number for each column, or for each row with ``axis=1``."""
    table = _frame(arguments)
    axis = _axis(arguments, 1)
    size: Dim = Unknown("the columns that can be reduced", span)
    if axis == 1:
        size = table.length
    elif axis == 0 and "numeric_only" not in arguments.keywords:
        size = width(table)
    return Tensor(TensorSpec(Shape((size,))), "numpy")


@handles(
    "pandas.DataFrame.info",
    "pandas.DataFrame.plot",
    "pandas.DataFrame.hist",
    "pandas.DataFrame.boxplot",
    "pandas.DataFrame.to_csv",
    "pandas.DataFrame.to_excel",
    "pandas.DataFrame.to_pickle",
    "pandas.DataFrame.memory_usage",
)
def observe(run: Context, arguments: Arguments, span: Span) -> Value:
    """Look at the frame."""
    return Unknown("what this gives", span)


@handles(
    "pandas.DataFrame.keys",
)
def keys(run: Context, arguments: Arguments, span: Span) -> Value:
    """List the names of the columns."""
    columns = _frame(arguments).columns
    return List([Constant(k) for k in columns] if isinstance(columns, Mapping) else _COLUMNS)


@handles(
    "pandas.DataFrame.items",
    "pandas.DataFrame.iteritems",
)
def items(run: Context, arguments: Arguments, span: Span) -> Value:
    """Go through the columns: name and series."""
    table = _frame(arguments)
    if isinstance(table.columns, Mapping):
        pairs = table.columns.items()
        return List([Tuple((Constant(key), Tensor(spec, "numpy"))) for key, spec in pairs])
    column = Tensor(TensorSpec(Shape((table.length,))), "numpy")
    return List(_COLUMNS, Tuple((Unknown("the name of a column"), column)))


@handles(
    "pandas.DataFrame.iterrows",
    "pandas.DataFrame.itertuples",
    "pandas.DataFrame.to_dict",
    "pandas.DataFrame.to_records",
    "pandas.DataFrame.groupby",
    "pandas.DataFrame.rolling",
    "pandas.DataFrame.resample",
    "pandas.DataFrame.apply",
    "pandas.DataFrame.duplicated",
    "pandas.DataFrame.stack",
    "pandas.DataFrame.unstack",
    "pandas.DataFrame.isin",
    "pandas.DataFrame.squeeze",
    "pandas.DataFrame.get",
    "pandas.DataFrame.quantile",
)
def not_followed(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give something else; the frame itself stays as it is."""
    return run.facts.add_unknown(Unknown("what pandas makes of a frame", span))
