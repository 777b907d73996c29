"""Data of a live program as the source that makes data of the same shape and kind."""

from __future__ import annotations

from typing import Any


def data_text(name: str, data: Any) -> list[str]:
    """Give the statements that bind a name to data of the same shape, dtype and range."""
    if isinstance(data, dict):
        return [f"{name} = {{{', '.join(f'{k!r}: {_array(v)}' for k, v in data.items())}}}"]
    if isinstance(data, list | tuple) and data and hasattr(data[0], "shape"):
        return [f"{name} = [{', '.join(_array(one) for one in data)}]"]
    return [f"{name} = {_array(data)}"]


def _array(data: Any) -> str:
    """Write an expression for one array; data without a shape is some unknown function's."""
    shape = _shape(data)
    if shape is None:
        return "load()"
    dtype = _dtype(data)
    classes = _one_hot_classes(data, shape)
    if classes is not None:
        labels = f"np.random.randint(0, {classes}, size={shape[:-1]})"
        return f"keras.utils.to_categorical({labels}, {classes})"
    if dtype.startswith(("int", "uint")):
        bounds = _bounds(data)
        if bounds is not None:
            return f"np.random.randint({bounds[0]}, {bounds[1] + 1}, size={shape})"
    return f"np.zeros({shape}, dtype={dtype!r})"


def _shape(data: Any) -> tuple[int, ...] | None:
    shape = getattr(data, "shape", None)
    if shape is not None:
        sizes = tuple(shape)
        return sizes if all(isinstance(size, int) for size in sizes) else None
    if isinstance(data, list | tuple):
        inner = _shape(data[0]) if data else ()
        return None if inner is None else (len(data), *inner)
    return () if isinstance(data, bool | int | float) else None


def _dtype(data: Any) -> str:
    dtype = getattr(data, "dtype", None)
    if dtype is not None:
        return str(getattr(dtype, "name", dtype)).rpartition(".")[2]
    while isinstance(data, list | tuple) and data:
        data = data[0]
    return "int64" if isinstance(data, int) else "float32"


def _bounds(data: Any) -> tuple[int, int] | None:
    try:
        return int(data.min()), int(data.max())
    except Exception:
        return None


def _one_hot_classes(data: Any, shape: tuple[int, ...]) -> int | None:
    """Give the number of classes of one-hot rows, None where the data are no such."""
    if len(shape) < 2 or shape[-1] < 2 or not hasattr(data, "sum"):
        return None
    try:
        binary = bool(((data == 0) | (data == 1)).all())
        single = bool((data.sum(axis=-1) == 1).all())
    except Exception:
        return None
    return shape[-1] if binary and single else None
