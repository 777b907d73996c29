"""Arrays from nested lists of constants and tensors, as ``np.array`` makes them."""

from __future__ import annotations

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    Constant,
    ExternalObject,
    List,
    NumpyScalar,
    Range,
    Size,
    Table,
    Tuple,
    Value,
)
from keras_lint.shapes import Content, Dim, Shape, TensorSpec, Unknown, is_known, join_shape

IMAGE_ARRAY = "%array"
"""The cell of an image of pillow's that holds the array of rank 3 that Keras makes of it."""


def array_of(run: Context, value: Value, kind: str = "numpy") -> Value:
    """Give the array that a value becomes; scalars give an array without axes."""
    if isinstance(value, Tensor):
        return Tensor(value.spec, kind, value.node)  # type: ignore[arg-type]
    spec = spec_of(run, value)
    return spec if isinstance(spec, Unknown) else Tensor(spec, kind)  # type: ignore[arg-type]


def spec_of(run: Context, value: Value) -> TensorSpec | Unknown:
    """Give the spec of the array that a nested value becomes."""
    match value:
        case Constant(bool()):
            return TensorSpec(Shape(()), "bool")
        case Constant(int() as number):
            return TensorSpec(
                Shape(()), "int64", content=Content(number, number, None, (number,), attained=True)
            )
        case Constant(float() as number):
            return TensorSpec(Shape(()), "float64", content=Content(number, number))
        case Constant(str() | bytes()):
            return TensorSpec(Shape(()), "string")
        case Size(dim) | NumpyScalar(dim):
            return TensorSpec(Shape(()), "int64", content=Content(elements=(dim,)))
        case Tensor(spec):
            return spec
        case Table():
            return value.spec
        case ExternalObject() if IMAGE_ARRAY in value.cells:
            return _image(value.cells[IMAGE_ARRAY])
        case Unknown():
            return value
        case Tuple() | List() | Range():
            return _stacked(run, value)
    return Unknown("an array of values that are not followed")


def _image(spec: TensorSpec) -> TensorSpec | Unknown:
    """Give what numpy makes of an image: a gray one has no axis of channels."""
    channels = spec.shape[2]
    if not is_known(channels):
        return Unknown("the channels of an image")
    shape = Shape(spec.shape.known[:2]) if channels == 1 else spec.shape
    return TensorSpec(shape, "uint8")


def _stacked(run: Context, value: Tuple | List | Range) -> TensorSpec | Unknown:
    items = run.iterate(value)
    if isinstance(items, Unknown):
        element = getattr(value, "element", None)
        inner = spec_of(run, element) if element is not None else items
        if isinstance(inner, Unknown) or inner.shape.dims is None:
            return items
        return TensorSpec(Shape((Unknown(items.why), *inner.shape.dims)), inner.dtype)
    if not items:
        return TensorSpec(Shape((0,)), "float64")
    specs = [spec_of(run, item) for item in items]
    known = [spec for spec in specs if isinstance(spec, TensorSpec)]
    if len(known) < len(specs):
        return next(spec for spec in specs if isinstance(spec, Unknown))
    shape = known[0].shape
    for spec in known[1:]:
        shape = join_shape(shape, spec.shape, "rows of different lengths")
    if shape.dims is None:
        return Unknown(shape.why)
    return TensorSpec(Shape((len(items), *shape.dims)), _dtype(known), content=_content(known))


def _dtype(specs: list[TensorSpec]) -> str | None:
    dtypes = {spec.dtype for spec in specs}
    if len(dtypes) == 1:
        return dtypes.pop()
    return "float64" if dtypes == {"int64", "float64"} else None


def _content(specs: list[TensorSpec]) -> Content | None:
    if any(spec.content is None for spec in specs):
        return None
    contents = [spec.content for spec in specs if spec.content is not None]
    lows = [content.minimum for content in contents]
    highs = [content.maximum for content in contents]
    elements: tuple[Dim, ...] | None = None
    if all(spec.shape.rank == 0 and c.elements for spec, c in zip(specs, contents, strict=True)):
        elements = tuple(c.elements[0] for c in contents if c.elements)
    low = None if None in lows else min(x for x in lows if x is not None)
    high = None if None in highs else max(x for x in highs if x is not None)
    attained = all(content.attained for content in contents)
    return Content(low, high, None, elements if len(specs) <= 16 else None, attained=attained)
