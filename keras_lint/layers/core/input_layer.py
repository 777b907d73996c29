"""``keras.layers.InputLayer`` and the function ``keras.Input`` that makes one."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, CallArguments, NumpyInteger, is_size, show
from keras_lint.layers.dtypes import dtype_name
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    shapes_surely_differ,
    surely_below,
)


class InputLayer(LayerSchema):
    """The entry of a model: ``shape`` without the batch axis, or ``batch_shape`` with it."""

    keras_name = "keras.layers.InputLayer"
    # Keras 3 takes the former names, with a warning, and ignores what it does not know.
    accepts = {"input_shape": "shape", "batch_input_shape": "batch_shape", "*": ""}
    added = ("shape", "batch_shape")
    keras_2_places = {
        "input_shape": 0, "input_tensor": 3, "sparse": 4, "name": 5, "ragged": 6, "type_spec": 7,
    }  # fmt: skip

    shape: Argument = None
    batch_size: Argument = None
    dtype: Argument = None
    sparse: Argument = None
    ragged: Argument = None
    batch_shape: Argument = None
    input_tensor: Argument = None
    optional: Argument = False
    name: Argument = None

    def validate(self) -> None:
        self.spec()

    def spec(self) -> TensorSpec:
        """Give the tensor that the model starts from.

        Raises:
            InvalidArgument: Keras refuses the arguments.
        """
        return input_spec(
            shape=self.shape,
            batch_size=self.batch_size,
            dtype=self.dtype,
            batch_shape=self.batch_shape,
            tensor=self.input_tensor,
            keras=self.keras,
            needed=(3,),
        )

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        return self.spec()


class Input(LayerSchema):
    """The function ``keras.Input``: like ``InputLayer``, with the arguments in another order."""

    keras_name = "keras.Input"
    aliases = ("keras.layers.Input",)
    legacy = {"batch_input_shape": "batch_shape"}
    removed = ("type_spec",)
    keras_2_places = {"name": 2, "sparse": 4, "tensor": 5, "ragged": 6, "type_spec": 7}
    layer_keywords = ()

    shape: Argument = None
    batch_size: Argument = None
    dtype: Argument = None
    sparse: Argument = None
    ragged: Argument = None
    batch_shape: Argument = None
    name: Argument = None
    tensor: Argument = None
    optional: Argument = False

    def validate(self) -> None:
        self.spec()

    def spec(self) -> TensorSpec:
        """Give the tensor that the function returns.

        Raises:
            InvalidArgument: Keras refuses the arguments.
        """
        return input_spec(
            shape=self.shape,
            batch_size=self.batch_size,
            dtype=self.dtype,
            batch_shape=self.batch_shape,
            tensor=self.tensor,
            keras=self.keras,
        )

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        return self.spec()


def input_spec(
    *,
    shape: Argument,
    batch_size: Argument,
    dtype: Argument,
    batch_shape: Argument,
    tensor: Argument,
    keras: int | None,
    needed: tuple[int, ...] = (2, 3),
) -> TensorSpec:
    """Give the tensor for the arguments of ``Input``. Keras: ``InputLayer.__init__``.

    ``needed`` are the versions that refuse to do without a shape.

    Raises:
        InvalidArgument: Keras refuses them.
    """
    if isinstance(tensor, TensorSpec):
        _check_given(tensor, shape, batch_size, batch_shape)
        return tensor
    if tensor is not None:
        return TensorSpec(Shape.unknown("the tensor given to Input is unknown"))
    name = dtype_name(dtype)
    if isinstance(dtype, str) and name is None:
        raise InvalidArgument("dtype", "the name of a dtype", show(dtype), keras=(3,))
    if shape is not None and batch_shape is not None:
        if not isinstance(shape, Unknown) and not isinstance(batch_shape, Unknown):
            # Keras 2 looks whether they hold anything.
            refusing = (2, 3) if shape and batch_shape else (3,)
            expected = "no batch_shape beside shape"
            raise InvalidArgument("shape", expected, show(shape), keras=refusing)
        return TensorSpec(Shape.unknown("the shape given to Input is unknown"), name)
    if not isinstance(batch_size, Unknown | None) and not isinstance(batch_shape, Unknown | None):
        found = show(batch_size)
        raise InvalidArgument("batch_size", "no batch_shape beside it", found, keras=(3,))
    if batch_shape is not None:
        return TensorSpec(standard_shape("batch_shape", batch_shape, keras), name)
    if shape is None:
        raise InvalidArgument("shape", "a shape", "nothing", kind="missing", keras=needed)
    sample = standard_shape("shape", shape, keras)
    batch = DYNAMIC if batch_size is None else _size("batch_size", batch_size, batch_size)
    if sample.dims is None:
        return TensorSpec(sample, name)
    return TensorSpec(Shape((batch, *sample.known)), name)


def standard_shape(name: str, given: Argument, keras: int | None = None) -> Shape:
    """Give an argument that Keras wants as a shape: a tuple or list of sizes and None.

    Keras: ``standardize_shape``. Keras 2 also takes one int for a shape of one axis.

    Raises:
        InvalidArgument: it is none.
    """
    if isinstance(given, Shape):
        return given
    if isinstance(given, NumpyInteger) or (is_size(given) and not isinstance(given, Unknown)):
        if keras == 2:
            return Shape((_size(name, given, given),))
        remedy = f"write {name}=({show(given)},)"
        raise InvalidArgument(
            name, "a tuple or list of sizes", show(given), keras=(3,), remedy=remedy
        )
    if given is None or isinstance(given, bool | float):
        raise InvalidArgument(name, "a tuple or list of sizes", show(given))
    if isinstance(given, str) and given:
        raise InvalidArgument(name, "a tuple or list of sizes", show(given))
    if not isinstance(given, list | tuple):
        why = given.why if isinstance(given, Unknown) else f"`{name}` is no plain tuple"
        return Shape.unknown(why)
    return Shape(tuple(_size(name, size, given) for size in given))


def _size(name: str, size: Argument, given: Argument) -> Dim:
    if size is None:
        return DYNAMIC
    value = size.value if isinstance(size, NumpyInteger) else size
    if isinstance(value, str | float | list | tuple | dict) or surely_below(value, 0):
        raise InvalidArgument(name, "integers of at least 0, or None", show(given))
    if isinstance(value, bool):
        return int(value)
    dim: Dim = value if is_size(value) else Unknown("a size of the input is unknown")
    return dim


def _check_given(
    tensor: TensorSpec, shape: Argument, batch_size: Argument, batch_shape: Argument
) -> None:
    """Check the shapes that are named beside a tensor."""
    if tensor.shape.dims is None:
        return
    if isinstance(shape, list | tuple):
        sample = standard_shape("shape", shape)
        if shapes_surely_differ(Shape(tensor.shape.known[1:]), sample):
            raise InvalidArgument("shape", f"the shape of the tensor {tensor.shape}", show(shape))
    if isinstance(batch_shape, list | tuple):
        whole = standard_shape("batch_shape", batch_shape)
        if shapes_surely_differ(tensor.shape, whole):
            expected = f"the shape of the tensor {tensor.shape}"
            raise InvalidArgument("batch_shape", expected, show(batch_shape))
    batch = tensor.shape[0]
    if isinstance(batch_size, int) and isinstance(batch, int) and batch_size != batch:
        raise InvalidArgument("batch_size", f"{batch}", show(batch_size))
