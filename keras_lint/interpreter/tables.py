"""pandas frames: their columns and rows through subscripts, assignments and arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import (
    dim_value,
    from_argument,
    tensors_in,
    to_argument,
    value_dim,
)
from keras_lint.interpreter.shape_values import array_shape
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Constant, List, Method, Slice, Table, Tuple, Value
from keras_lint.ops.indexing import getitem, slice_length
from keras_lint.shapes import (
    Dim,
    Refusal,
    Shape,
    TensorSpec,
    Unknown,
    is_known,
    join_dim,
    product,
    surely_equal,
)
from keras_lint.source import Span

_COLUMNS = Unknown("the columns of a frame")
_ROWS = Unknown("the rows that are selected")
_METHODS = {
    "abs", "agg", "aggregate", "align", "all", "any", "apply", "applymap", "asfreq", "assign",
    "astype", "at", "at_time", "backfill", "bfill", "boxplot", "clip", "combine", "compare",
    "convert_dtypes", "copy", "corr", "corrwith", "count", "cov", "cummax", "cummin", "cumprod",
    "cumsum", "describe", "diff", "div", "dot", "drop", "drop_duplicates", "dropna", "duplicated",
    "eq", "equals", "eval", "expanding", "explode", "ffill", "fillna", "filter", "first", "ge",
    "get", "groupby", "gt", "head", "hist", "iat", "idxmax", "idxmin", "iloc", "infer_objects",
    "info", "insert", "interpolate", "isin", "isna", "isnull", "items", "iteritems", "iterrows",
    "itertuples", "join", "keys", "kurt", "last", "le", "loc", "lt", "map", "mask", "max", "mean",
    "median", "melt", "memory_usage", "merge", "min", "mod", "mode", "mul", "ne", "nlargest",
    "notna", "notnull", "nsmallest", "nunique", "pct_change", "pipe", "pivot", "pivot_table",
    "plot", "pop", "pow", "prod", "quantile", "query", "rank", "reindex", "rename", "replace",
    "resample", "reset_index", "rolling", "round", "sample", "select_dtypes", "sem", "set_axis",
    "set_index", "shift", "skew", "sort_index", "sort_values", "squeeze", "stack", "std", "sub",
    "sum", "swapaxes", "tail", "take", "to_csv", "to_dict", "to_json", "to_numpy", "to_records",
    "transform", "transpose", "truncate", "tz_localize", "unstack", "update", "value_counts",
    "values", "var", "where", "xs", "style", "attrs", "flags", "as_matrix", "append", "add",
}  # fmt: skip


def column_spec(table: Table, name: Any) -> TensorSpec | None:
    """Give the series of a column; None where the frame surely has no such column."""
    columns = table.columns
    if isinstance(columns, Mapping):
        return columns.get(name)
    return TensorSpec(Shape((table.length,)))


def width(table: Table) -> Dim:
    """Give the number of columns."""
    columns = table.columns
    return len(columns) if isinstance(columns, Mapping) else columns


def with_length(columns: Mapping[Any, TensorSpec] | Dim, length: Dim) -> Table:
    """Make a frame of the same columns with another number of rows."""
    if isinstance(columns, Mapping):
        columns = {
            name: TensorSpec(Shape((length,)), spec.dtype, spec.origin)
            for name, spec in columns.items()
        }
    return Table(columns, length)


def become(run: Context, table: Table, other: Table) -> None:
    """Change a frame in place."""
    run.heap.set(table, "columns", other.columns)
    run.heap.set(table, "length", other.length)


def names_of(run: Context, value: Value | None) -> list[Any] | None:
    """Give column names: one, or a list of them; None where they are not known."""
    if isinstance(value, Constant):
        return [value.value]
    items = [] if value is None else run.iterate(value)
    if value is None or isinstance(items, Unknown):
        return None
    if not all(isinstance(item, Constant) for item in items):
        return None
    return [item.value for item in items if isinstance(item, Constant)]


def attribute(table: Table, name: str) -> Value:
    """Give ``frame.name``: what every frame has, or a column."""
    match name:
        case "values" | "array":
            return Tensor(table.spec, "numpy")
        case "shape":
            return array_shape(table.spec)
        case "ndim":
            return Constant(2)
        case "size":
            return dim_value(product(table.spec.shape))
        case "T":
            return Table(table.length, width(table))
        case "columns":
            columns = table.columns
            names = [Constant(one) for one in columns] if isinstance(columns, Mapping) else _COLUMNS
            return List(names)
        case "index" | "dtypes" | "empty" | "axes":
            return Unknown(f"`.{name}` of a frame")
    columns = table.columns
    if isinstance(columns, Mapping) and name in columns and name not in _METHODS:
        return Tensor(columns[name], "numpy")
    if name not in _METHODS and not isinstance(columns, Mapping):
        return Tensor(TensorSpec(Shape((table.length,))), "numpy")
    return Method(table, name)


def select(columns: Mapping[Any, TensorSpec] | Dim, names: Sequence[Any], length: Dim) -> Table:
    """Give the frame of some columns, by name."""
    known = columns if isinstance(columns, Mapping) else {}
    if len(set(names)) < len(names):
        return Table(len(names), length)
    chosen = {name: known.get(name, TensorSpec(Shape((length,)))) for name in names}
    return with_length(chosen, length)


def get_item(run: Context, table: Table, index: Value) -> Value:
    """Give ``frame[index]``: a column, several, or some of the rows."""
    match index:
        case Constant():
            found = column_spec(table, index.value)
            if found is None:
                return Unknown(f"the frame that was followed has no column {index.value!r}")
            return Tensor(found, "numpy")
        case List() | Tuple():
            names = names_of(run, index)
            if names is None or any(isinstance(name, bool) for name in names):
                return Table(_COLUMNS, _ROWS)
            return select(table.columns, names, table.length)
        case Slice():
            key = to_argument(index)
            whole = isinstance(key, slice)
            return with_length(table.columns, slice_length(table.length, key) if whole else _ROWS)
        case Table():
            return table
        case Tensor(spec) if spec.dtype == "bool":
            return with_length(table.columns, _ROWS)
        case Tensor():
            return Table(_COLUMNS, _ROWS)
    return Unknown("an item of a frame")


def locate(run: Context, owner: Table | Tensor, name: str, index: Value, span: Span) -> Value:
    """Give ``frame.iloc[index]`` or ``frame.loc[index]``, of a frame or a series."""
    if isinstance(owner, Tensor):
        return _locate_in_series(owner, name, index)
    rows, columns = index, None
    if isinstance(index, Tuple):
        if len(index.items) != 2:
            return Unknown(f"`.{name}` with {len(index.items)} keys", span)
        rows, columns = index.items
    selected = owner if columns is None else _columns(run, owner, name, columns)
    if not isinstance(selected, Table | Tensor):
        return selected
    length = _row_count(owner.length, name, rows)
    if length is None:
        if name == "loc" or isinstance(rows, Unknown):
            return Unknown("a row or rows of a frame", span)
        if isinstance(selected, Tensor):
            return Unknown("a value of a frame", span)
        return Tensor(TensorSpec(Shape((width(selected),)), selected.spec.dtype), "numpy")
    if isinstance(selected, Table):
        return with_length(selected.columns, length)
    return Tensor(TensorSpec(Shape((length,)), selected.spec.dtype), "numpy")


def _columns(run: Context, table: Table, name: str, key: Value) -> Value:
    columns = table.columns
    names = list(columns) if isinstance(columns, Mapping) else None
    match key:
        case Slice(None, None, None):
            return table
        case Slice() if name == "iloc":
            part = to_argument(key)
            if names is not None and _is_plain(part):
                return select(columns, names[part], table.length)
            return Table(slice_length(width(table), part), table.length)
        case Slice():
            return Table(_COLUMNS, table.length)
        case Constant(int() as position) if name == "iloc":
            if names is not None and -len(names) <= position < len(names):
                return get_item(run, table, Constant(names[position]))
            return Tensor(TensorSpec(Shape((table.length,))), "numpy")
        case Constant():
            return get_item(run, table, key)
        case List() | Tuple():
            given = names_of(run, key)
            if given is None or any(isinstance(one, bool) for one in given):
                return Table(_COLUMNS, table.length)
            if name == "loc":
                return select(columns, given, table.length)
            return Table(len(given), table.length)
    return Unknown("the columns that are selected")


def _is_plain(part: Any) -> bool:
    return isinstance(part, slice) and all(
        end is None or isinstance(end, int) for end in (part.start, part.stop, part.step)
    )


def _row_count(length: Dim, name: str, rows: Value) -> Dim | None:
    """Give how many rows a key selects, None where it is one row or nobody knows."""
    match rows:
        case Slice(None, None, None):
            return length
        case Slice():
            part = to_argument(rows)
            if name == "iloc" and isinstance(part, slice):
                return slice_length(length, part)
            return _ROWS
        case List() | Tuple():
            key = to_argument(rows)
            flags = isinstance(key, list | tuple) and any(isinstance(one, bool) for one in key)
            return _ROWS if isinstance(key, Unknown) or flags else len(key)
        case Tensor(spec) if spec.shape.rank == 1:
            return spec.shape[0] if name == "iloc" and spec.dtype not in ("bool", None) else _ROWS
    return None


def _locate_in_series(series: Tensor, name: str, index: Value) -> Value:
    if series.spec.shape.rank != 1:
        return Unknown(f"`.{name}` of an array")
    if isinstance(index, Slice | List | Tensor):
        count = _row_count(series.spec.shape[0], name, index)
        if count is not None:
            return Tensor(TensorSpec(Shape((count,)), series.spec.dtype), "numpy")
        return Unknown("the rows that are selected")
    key = to_argument(index)
    if name == "iloc" and isinstance(key, int):
        try:
            return from_argument(getitem(series.spec, (key,)), "numpy")
        except Refusal:
            return Unknown("a row that does not exist")
    return Unknown("a value of a series")


def set_item(run: Context, table: Table, index: Value, item: Value) -> None:
    """Carry out ``frame[index] = item``: a column is added or replaced."""
    names = names_of(run, index) if isinstance(index, Constant | List | Tuple) else None
    if names is None:
        if not isinstance(index, Tensor | Table):
            run.heap.set(table, "columns", _COLUMNS)
        return
    add_columns(run, table, names, item)


def add_columns(run: Context, table: Table, names: Sequence[Any], item: Value) -> None:
    """Add or replace columns of a frame."""
    if surely_equal(table.length, 0):
        tensors = tensors_in(item)
        rank = tensors[0].spec.shape.rank if tensors else None
        run.heap.set(table, "length", tensors[0].spec.shape[0] if rank else _ROWS)
    columns = table.columns
    if not isinstance(columns, Mapping):
        run.heap.set(table, "columns", Unknown("a column that may be new"))
        return
    dtype = item.spec.dtype if isinstance(item, Tensor) else None
    added = {name: TensorSpec(Shape((table.length,)), dtype) for name in names}
    run.heap.set(table, "columns", {**columns, **added})


def set_located(run: Context, table: Table, index: Value, item: Value) -> None:
    """Carry out ``frame.loc[index] = item``: a new label adds a row or a column."""
    if isinstance(index, Tuple) and len(index.items) == 2:
        names = names_of(run, index.items[1])
        if names is not None:
            add_columns(run, table, names, item)
        else:
            run.heap.set(table, "columns", _COLUMNS)
        index = index.items[0]
    if not isinstance(index, Slice | Tensor):
        run.heap.set(table, "length", Unknown("a row that may be new"))


def delete_columns(run: Context, table: Table, index: Value) -> None:
    """Carry out ``del frame[name]``."""
    run.heap.set(table, "columns", without(table, names_of(run, index)))


def without(table: Table, names: Sequence[Any] | None) -> Mapping[Any, TensorSpec] | Dim:
    """Give the columns of a frame but some."""
    columns = table.columns
    if names is None:
        return _COLUMNS
    if isinstance(columns, Mapping):
        return {name: spec for name, spec in columns.items() if name not in names}
    return columns - len(set(names)) if not isinstance(columns, Unknown) else columns


def rename_all(run: Context, table: Table, value: Value) -> None:
    """Carry out ``frame.columns = names``."""
    names = names_of(run, value)
    if names is None or len(set(names)) < len(names):
        run.heap.set(table, "columns", width(table))
        return
    old = table.columns
    specs = list(old.values()) if isinstance(old, Mapping) else []
    if len(specs) != len(names):
        specs = [TensorSpec(Shape((table.length,)))] * len(names)
    run.heap.set(table, "columns", dict(zip(names, specs, strict=True)))


def combine(left: Value, right: Value) -> Value:
    """Give ``left op right`` where one is a frame: pandas puts rows and columns side by side."""
    table = left if isinstance(left, Table) else right
    other = right if table is left else left
    assert isinstance(table, Table), "one side is a frame"
    columns = _without_dtypes(table.columns)
    if isinstance(other, Table):
        others = other.columns
        if not isinstance(columns, Mapping) or not isinstance(others, Mapping):
            columns = join_dim(width(table), width(other), _COLUMNS.why)
        elif set(columns) != set(others):
            columns = _COLUMNS
        return Table(columns, table.length if other is table else _ROWS)
    if isinstance(other, Unknown):
        return Table(_COLUMNS, table.length)
    rank = other.spec.shape.rank if isinstance(other, Tensor) else 0
    if isinstance(other, Tensor) and rank not in (0, 2):
        # A series goes along the columns by name, and names that match none are added; one
        # value for each column is taken to be the statistics of these columns.
        fits = rank == 1 and surely_equal(other.spec.shape[0], width(table))
        return Table(columns if fits else _COLUMNS, table.length)
    return Table(columns, table.length)


def _without_dtypes(columns: Mapping[Any, TensorSpec] | Dim) -> Mapping[Any, TensorSpec] | Dim:
    if not isinstance(columns, Mapping):
        return columns
    return {name: replace(spec, dtype=None, content=None) for name, spec in columns.items()}


def table_of(run: Context, value: Value, names: list[Any] | None) -> Table:
    """Make a frame of an array, or of what is unknown, with these column names."""
    spec = value.spec if isinstance(value, Tensor | Table) else None
    length: Dim = Unknown("the rows of a frame")
    count: Dim = _COLUMNS
    dtype = None
    if spec is not None and spec.shape.rank in (1, 2):
        length, dtype = spec.shape[0], spec.dtype
        count = spec.shape[1] if spec.shape.rank == 2 else 1
    if names is None and isinstance(value, Table):
        return Table(value.columns, value.length)
    if names is None and is_known(count):
        names = list(range(min(count, 4096))) if count <= 4096 else None
    if names is None or len(set(names)) < len(names):
        return Table(count if names is None else len(names), length)
    return Table({name: TensorSpec(Shape((length,)), dtype) for name in names}, length)


def length_argument(value: Value | None) -> Dim:
    """Give a number of rows that an argument stands for."""
    return _ROWS if value is None else value_dim(value)
