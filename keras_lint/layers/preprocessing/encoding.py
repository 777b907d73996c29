"""Numbers and categories as vectors: ``CategoryEncoding``, ``Discretization``, ``Hashing``."""

from __future__ import annotations

from keras_lint.layers.arguments import (
    Argument,
    CallArguments,
    NumpyInteger,
    Weight,
    show,
    truth,
)
from keras_lint.layers.dtypes import compute_dtype, dtype_name
from keras_lint.layers.ranges import check_choice, check_range, number, output_size
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    is_unknown,
    product,
    surely_differ,
)


class CategoryEncoding(LayerSchema):
    """Encode ids as vectors of ``num_tokens``: one for each id, or one for the last axis."""

    keras_name = "keras.layers.CategoryEncoding"
    legacy = {"max_tokens": "num_tokens"}

    num_tokens: Argument = None
    output_mode: Argument = "multi_hot"
    sparse: Argument = False

    def validate(self) -> None:
        modes = ("count", "one_hot", "multi_hot", "binary")
        check_choice("output_mode", self.output_mode, modes)
        if self.num_tokens is None:
            raise InvalidArgument("num_tokens", "the number of tokens", "None")
        check_range("num_tokens", self.num_tokens, 1)

    def output_shape(self, inputs: Shape) -> Shape:
        size = output_size("num_tokens", self.num_tokens)
        if inputs.dims is None:
            return inputs
        if not len(inputs):
            return Shape((size,))
        if isinstance(self.output_mode, Unknown):
            return Shape.unknown(self.output_mode.why)
        if self.output_mode == "one_hot":
            return one_for_each(inputs, size)
        return inputs.with_last(size)


class Discretization(LayerSchema):
    """Put numbers into bins: ids of the same shape, or vectors over the bins."""

    keras_name = "keras.layers.Discretization"
    legacy = {"bins": "bin_boundaries"}
    layer_keywords = ()

    bin_boundaries: Argument = None
    num_bins: Argument = None
    epsilon: Argument = 0.01
    output_mode: Argument = "int"
    sparse: Argument = False
    dtype: Argument = None
    name: Argument = None

    def validate(self) -> None:
        check_sparse(self.sparse, self.output_mode)
        check_choice("output_mode", self.output_mode, ("int", "one_hot", "multi_hot", "count"))
        boundaries, bins = self.bin_boundaries, self.num_bins
        if bins is not None:
            check_range("num_bins", bins, 0)
        if bins is None and boundaries is None:
            expected = "bin_boundaries or num_bins"
            raise InvalidArgument("bin_boundaries", expected, "neither", keras=(3,))
        if isinstance(boundaries, TensorSpec):
            _check_array(boundaries)
        for one in (bins, boundaries):
            if one is None or isinstance(one, Unknown):
                return
        raise InvalidArgument("num_bins", "no bin_boundaries beside it", show(bins))

    def output_shape(self, inputs: Shape) -> Shape:
        if inputs.dims is None or self.output_mode == "int":
            return inputs
        if isinstance(self.output_mode, Unknown):
            return Shape.unknown(self.output_mode.why)
        size = self._depth()
        if self.output_mode == "one_hot":
            return one_for_each(inputs, size)
        # Keras drops the second axis, whatever the last one is.
        return Shape((inputs[0], *inputs.known[2:], size)) if len(inputs) > 1 else Shape((size,))

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        if isinstance(self.output_mode, Unknown):
            return None
        if self.output_mode != "int":
            return compute_dtype(self.common.get("dtype"))
        return "int32" if self.keras == 3 else "int64" if self.keras == 2 else None

    def _depth(self) -> Dim:
        given = self.bin_boundaries
        if given is None:
            return output_size("num_bins", self.num_bins)
        if isinstance(given, TensorSpec) and given.shape.rank == 1:
            return given.shape[0] + 1
        return (
            len(given) + 1 if isinstance(given, list | tuple) else Unknown("the bins are unknown")
        )


class Hashing(LayerSchema):
    """Hash values into bins: ids of the same shape, or vectors over the bins."""

    keras_name = "keras.layers.Hashing"

    num_bins: Argument
    mask_value: Argument = None
    salt: Argument = None
    output_mode: Argument = "int"
    sparse: Argument = False

    def validate(self) -> None:
        bins = number("num_bins", self.num_bins, "a positive int")
        if bins is not None and bins <= 0:
            raise InvalidArgument("num_bins", "a positive int", show(self.num_bins))
        dtype = self.common.get("dtype")
        wrong = isinstance(dtype, str) and dtype_name(dtype) not in ("int32", "int64")
        if self.output_mode == "int" and wrong:
            raise InvalidArgument("dtype", "int32 or int64 for ids", show(dtype), keras=(3,))
        check_choice("output_mode", self.output_mode, ("int", "one_hot", "multi_hot", "count"))
        check_sparse(self.sparse, self.output_mode)
        check_salt(self.salt)

    def output_shape(self, inputs: Shape) -> Shape:
        if inputs.dims is None or self.output_mode == "int":
            return inputs
        if isinstance(self.output_mode, Unknown):
            return Shape.unknown(self.output_mode.why)
        size = output_size("num_bins", self.num_bins)
        return inputs.with_last(size) if len(inputs) else Shape((size,))

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        return id_or_vector_dtype(self.output_mode, self.common.get("dtype"))


class HashedCrossing(LayerSchema):
    """Hash pairs of values into bins: ids of the same shape, or vectors over the bins."""

    keras_name = "keras.layers.HashedCrossing"
    # Keras drops the keywords that it does not know.
    accepts = {"*": ""}

    num_bins: Argument
    output_mode: Argument = "int"
    sparse: Argument = False
    name: Argument = None
    dtype: Argument = None

    def validate(self) -> None:
        check_choice("output_mode", self.output_mode, ("int", "one_hot"))

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        given = arguments.get(0, "inputs")
        dtype = id_or_vector_dtype(self.output_mode, self.dtype)
        if isinstance(given, TensorSpec):
            raise InvalidShape("a list of two tensors", str(given.shape))
        if not isinstance(given, list | tuple):
            return TensorSpec(Shape.unknown("the inputs are unknown"), dtype)
        if len(given) != 2:
            raise InvalidShape("two tensors", f"{len(given)}", keras=(3,))
        if not all(isinstance(one, TensorSpec) for one in given):
            return TensorSpec(Shape.unknown("the inputs are unknown"), dtype)
        return TensorSpec(self._crossed(given[0].shape, given[1].shape), dtype)

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        return ()

    def _crossed(self, left: Shape, right: Shape) -> Shape:
        if left.dims is None or right.dims is None:
            return left if left.dims is None else right
        if not len(left) or not len(right):
            raise InvalidShape("two tensors with a batch axis", f"{left} and {right}", keras=(3,))
        ends = left[-1], right[-1]
        mixed = is_dynamic(ends[0]) != is_dynamic(ends[1]) and not any(map(is_unknown, ends))
        if mixed or surely_differ(*ends):
            raise InvalidShape(f"two tensors that end in {ends[0]}", str(right))
        if isinstance(self.output_mode, Unknown):
            return Shape.unknown(self.output_mode.why)
        if self.output_mode == "int":
            return left
        return one_for_each(left, output_size("num_bins", self.num_bins), keep_first=False)


def _check_array(boundaries: TensorSpec) -> None:
    """Check boundaries given as an array, of which Keras 3 asks the truth.

    Raises:
        InvalidArgument: it has more than one element.
    """
    if boundaries.shape.dims is None:
        return
    count = product(boundaries.shape.known)
    if is_known(count) and count > 1:
        found = f"an array of shape {boundaries.shape}"
        raise InvalidArgument(
            "bin_boundaries", "a list of numbers", found, keras=(3,), remedy="use .tolist()"
        )


def one_for_each(inputs: Shape, size: Dim, *, keep_first: bool = True) -> Shape:
    """Give the shape of one vector for each value; a last axis of 1 gives way to it.

    With ``keep_first`` it does not where it is the only axis.
    """
    if not len(inputs) or (keep_first and len(inputs) == 1):
        return Shape((*inputs.known, size))
    if is_unknown(inputs[-1]):
        return Shape.unknown("whether the last axis has the size 1 is unknown")
    if inputs[-1] == 1:
        return inputs.with_last(size)
    if is_dynamic(inputs[-1]) or surely_differ(inputs[-1], 1):
        return Shape((*inputs.known, size))
    return Shape.unknown("whether the last axis has the size 1 is unknown")


def id_or_vector_dtype(output_mode: Argument, dtype: Argument) -> str | None:
    """Give the dtype of ids (``int64`` unless named) or of vectors (floats unless named)."""
    if isinstance(output_mode, Unknown):
        return None
    if dtype is None:
        return "int64" if output_mode == "int" else "float32"
    return compute_dtype(dtype)


def check_sparse(sparse: Argument, output_mode: Argument) -> None:
    """Check that ids are not asked for as a sparse tensor.

    Raises:
        InvalidArgument: they are.
    """
    if truth(sparse) is True and output_mode == "int":
        raise InvalidArgument("sparse", "another output_mode than 'int'", show(sparse))


def check_salt(salt: Argument) -> None:
    """Check a salt: an int or two of them.

    Raises:
        InvalidArgument: it is a constant of another kind.
    """
    wrong = isinstance(salt, str | float | dict | NumpyInteger)
    if wrong or (isinstance(salt, list | tuple) and len(salt) != 2):
        raise InvalidArgument("salt", "an int or two of them", show(salt))
