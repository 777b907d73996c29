"""Functions of pandas that make frames and series."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.interpreter.arrays import array_of
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import tensors_in
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.tables import names_of, table_of, width
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import NONE, Constant, Dict, List, Table, Tuple, Value
from keras_lint.shapes import Dim, Shape, TensorSpec, Unknown
from keras_lint.source import Span

_HARMLESS = {
    "sep", "delimiter", "na_values", "keep_default_na", "skipinitialspace", "comment", "encoding",
    "dtype", "skiprows", "nrows", "engine", "low_memory", "quotechar", "compression", "thousands",
    "decimal", "quoting", "on_bad_lines", "error_bad_lines", "warn_bad_lines", "filepath_or_buffer",
    "skip_blank_lines", "skipfooter", "names", "usecols", "na_filter", "escapechar", "io",
}  # fmt: skip
"""Arguments of ``read_csv`` after which the columns are still those that it names."""


@handles_each(
    "pandas.read_csv",
    "pandas.read_table",
    "pandas.read_excel",
    "pandas.read_parquet",
    "pandas.read_feather",
    "pandas.read_fwf",
)
def read(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Read a frame from a file: rows and columns are known only as far as the call names them."""
    given = arguments.keywords
    header = given.get("header", NONE)
    whole = header == NONE or isinstance(header, Constant)
    if not whole or any(key in given for key in ("chunksize", "iterator", "squeeze", "sheet_name")):
        return Unknown(f"what `{name}` reads", span)
    length: Dim = Unknown("the rows in a file", span)
    columns: Mapping[object, TensorSpec] | Dim = Unknown(f"the columns that `{name}` reads", span)
    chosen = given.get("usecols", given.get("names"))
    if arguments.rest is None and set(given) <= _HARMLESS | {"header"}:
        names = names_of(run, chosen) if isinstance(chosen, List | Tuple) else None
        if names is not None and all(isinstance(one, str) for one in names):
            columns = {one: TensorSpec(Shape((length,))) for one in names}
    return Table(columns, length)


@handles(
    "pandas.read_sql",
    "pandas.read_sql_query",
    "pandas.read_pickle",
    "pandas.read_json",
    "pandas.read_hdf",
    "pandas.read_html",
)
def read_anything(run: Context, arguments: Arguments, span: Span) -> Value:
    """Read what may be a frame, a series or a list of frames."""
    return run.facts.add_unknown(Unknown("what pandas reads from a file", span))


@handles(
    "pandas.DataFrame",
    "pandas.DataFrame.from_dict",
)
def data_frame(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a frame of a dict of columns, an array, or a list of rows."""
    data = arguments.get(0, "data")
    names = names_of(run, arguments.get(2, "columns")) if _has_columns(arguments) else None
    if arguments.rest is not None or "orient" in arguments.keywords:
        return Table(Unknown("the columns of a frame", span), Unknown("the rows of a frame", span))
    if data is None or data == NONE:
        index = "index" in arguments.keywords or len(arguments.positional) > 1
        length: Dim = Unknown("the rows of a frame") if index else 0
        return Table({name: TensorSpec(Shape((length,))) for name in names or ()}, length)
    if isinstance(data, Dict):
        return _from_dict(run, data, names, arguments, span)
    if isinstance(data, Table):
        return table_of(run, data, names)
    array = array_of(run, data)
    if isinstance(array, Tensor) and array.spec.shape.rank is None:
        array = Unknown(array.spec.shape.why)
    if isinstance(data, List) and _has_dicts(data):
        array = Unknown("a list of rows")
    return table_of(run, array, names)


def _has_columns(arguments: Arguments) -> bool:
    return arguments.get(2, "columns") not in (None, NONE)


def _has_dicts(data: List) -> bool:
    items = data.items if isinstance(data.items, tuple) else (data.element,)
    return any(not isinstance(item, Tensor | List | Tuple | Constant) for item in items)


def _from_dict(
    run: Context, data: Dict, names: list[object] | None, arguments: Arguments, span: Span
) -> Value:
    entries = data.items
    length: Dim = Unknown("the rows of a frame", span)
    if isinstance(entries, Unknown):
        columns = entries if names is None else dict.fromkeys(names, TensorSpec(Shape((length,))))
        return Table(columns, length)
    specs: dict[object, TensorSpec] = {}
    for key, value in entries.items():
        column = array_of(run, value)
        spec = column.spec if isinstance(column, Tensor) else TensorSpec(Shape((length,)))
        if (
            spec.shape.rank == 1
            and isinstance(length, Unknown)
            and "index" not in arguments.keywords
        ):
            length = spec.shape[0]
        specs[key] = spec
    kept = list(specs) if names is None else names
    found = {
        name: TensorSpec(
            Shape((length,)), specs[name].dtype if name in specs else None, content=None
        )
        for name in kept
    }
    return Table(found, length)


@handles("pandas.Series")
def series(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a series of an array or a list."""
    data = arguments.get(0, "data")
    array = None if data is None else array_of(run, data)
    if isinstance(array, Tensor) and array.spec.shape.rank == 1:
        return array
    return Tensor(TensorSpec(Shape((Unknown("the length of a series", span),))), "numpy")


@handles("pandas.get_dummies")
def get_dummies(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give a column for each value: the rows stay, the columns depend on the data."""
    data = arguments.get(0, "data")
    length: Dim = Unknown("the rows of a frame", span)
    if isinstance(data, Table):
        length = data.length
    elif isinstance(data, Tensor) and data.spec.shape.rank == 1:
        length = data.spec.shape[0]
    return Table(Unknown("the number of different values in the data", span), length)


@handles("pandas.concat")
def concat(run: Context, arguments: Arguments, span: Span) -> Value:
    """Put frames below or beside each other."""
    parts = arguments.get(0, "objs")
    frames = Unknown("frames", span) if parts is None else run.iterate(parts)
    axis = arguments.get_or(1, "axis", Constant(0))
    rows: Dim = Unknown("the rows of joined frames", span)
    columns: Dim = Unknown("the columns of joined frames", span)
    if isinstance(frames, Unknown) or not isinstance(axis, Constant):
        return Unknown("joined frames", span)
    if all(isinstance(one, Tensor) for one in frames) and axis.value in (0, "index"):
        return Tensor(TensorSpec(Shape((rows,))), "numpy")
    tables = [one for one in frames if isinstance(one, Table)]
    if len(tables) < len(frames) or not tables:
        return Table(columns, rows)
    if axis.value in (1, "columns"):
        total: Dim = 0
        for table in tables:
            total = total + width(table)
        return Table(total, rows)
    count: Dim = 0
    for table in tables:
        count = count + table.length
    first = tables[0].columns
    if isinstance(first, Mapping) and all(
        isinstance(t.columns, Mapping) and set(t.columns) == set(first) for t in tables
    ):
        return Table({name: TensorSpec(Shape((count,))) for name in first}, count)
    return Table(columns, count)


@handles(
    "pandas.merge",
    "pandas.pivot_table",
    "pandas.crosstab",
    "pandas.json_normalize",
)
def other_frame(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a frame whose rows and columns depend on the data."""
    return Table(Unknown("the columns of a frame", span), Unknown("the rows of a frame", span))


@handles(
    "pandas.to_numeric",
    "pandas.to_datetime",
    "pandas.cut",
    "pandas.qcut",
)
def converted(run: Context, arguments: Arguments, span: Span) -> Value:
    """Convert each value of a series."""
    found = tensors_in(Tuple(arguments.positional[:1]))
    if len(found) == 1 and found[0].spec.shape.rank == 1 and "retbins" not in arguments.keywords:
        return Tensor(TensorSpec(found[0].spec.shape), "numpy")
    return Unknown("converted values", span)


@handles("pandas.factorize")
def factorize(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the codes of values, and the different values."""
    found = tensors_in(Tuple(arguments.positional[:1]))
    length: Dim = Unknown("the length of a series", span)
    if found and found[0].spec.shape.rank == 1:
        length = found[0].spec.shape[0]
    many = Unknown("the number of different values", span)
    codes = Tensor(TensorSpec(Shape((length,)), "int64"), "numpy")
    return Tuple((codes, Tensor(TensorSpec(Shape((many,))), "numpy")))


@handles(
    "pandas.set_option",
    "pandas.options.display",
)
def observe(run: Context, arguments: Arguments, span: Span) -> Value:
    """Change nothing about shapes."""
    return NONE
