"""``keras.layers.MultiHeadAttention``."""

from __future__ import annotations

from keras_lint.layers.arguments import (
    Argument,
    CallArguments,
    NumpyInteger,
    Weight,
    show,
    truth,
)
from keras_lint.layers.attention.projection import (
    HeadedAttention,
    check_value_and_key,
    head_count,
    size_of,
)
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Polynomial,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    surely_below,
)


class MultiHeadAttention(HeadedAttention):
    """Attention with several heads: query ``(batch, t, d)``, value ``(batch, s, v)`` to
    ``(batch, t, d)``."""

    keras_name = "keras.layers.MultiHeadAttention"
    removed = ("softmax_robust_masking",)
    added = ("sliding_window", "flash_attention", "use_gate", "seed")
    keras_2_places = {"softmax_robust_masking": 14}

    num_heads: Argument
    key_dim: Argument
    value_dim: Argument = None
    dropout: Argument = 0.0
    use_bias: Argument = True
    output_shape_: Argument = None
    attention_axes: Argument = None
    sliding_window: Argument = None
    flash_attention: Argument = None
    kernel_initializer: Argument = "glorot_uniform"
    bias_initializer: Argument = "zeros"
    kernel_regularizer: Argument = None
    bias_regularizer: Argument = None
    activity_regularizer: Argument = None
    kernel_constraint: Argument = None
    bias_constraint: Argument = None
    use_gate: Argument = False
    seed: Argument = None

    def validate(self) -> None:
        head_count("num_heads", self.num_heads)
        head_count("key_dim", self.key_dim)
        if self.value_dim is not None:
            head_count("value_dim", self.value_dim)
        self._output_dims()
        axes = self.attention_axes
        if isinstance(axes, float | str | dict | NumpyInteger) and truth(axes) is True:
            raise InvalidArgument("attention_axes", "an int or a tuple of ints", show(axes))
        self.check_common()

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        query, value, key = (spec.shape for spec in self.inputs(arguments))
        check_value_and_key(value, key)
        self._check_axes(value)
        scores = truth(arguments.keywords.get("return_attention_scores", False))
        if query.dims is None or isinstance(scores, Unknown):
            why = scores.why if isinstance(scores, Unknown) else query.why
            return TensorSpec(Shape.unknown(why))
        for shape in (query, value, key):
            if shape.dims is not None:
                self.projection(shape)
        dtype = self.output_dtype(self.inputs(arguments)[0])
        dims = self._output_dims()
        output = query
        if isinstance(dims, Unknown):
            output = Shape.unknown(dims.why)
        elif dims:
            output = Shape((*query.known[:-1], *dims))
        if not scores:
            return TensorSpec(output, dtype)
        return [TensorSpec(output, dtype), TensorSpec(self._scores(query, value), dtype)]

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        query, value, key = (spec.shape for spec in self.inputs(arguments))
        for shape in (query, value, key):
            if shape.dims is None:
                return Unknown(shape.why)
        heads, depth = size_of("num_heads", self.num_heads), size_of("key_dim", self.key_dim)
        width = depth if self.value_dim is None else size_of("value_dim", self.value_dim)
        dims = self._output_dims()
        if isinstance(dims, Unknown):
            return dims
        output = dims or (query[-1],)
        return (
            *self.projection(query, heads, depth),
            *self.projection(key, heads, depth),
            *self.gate(query, heads, width),
            *self.projection(value, heads, width),
            Weight((heads, width, *output)),
            *self.bias(*output),
        )

    def _output_dims(self) -> tuple[Dim, ...] | Unknown:
        """Give ``output_shape`` as a tuple, empty where the query says it.

        Raises:
            InvalidArgument: it is no int and no tuple of ints.
        """
        given = self.output_shape_
        present = truth(given)
        if isinstance(present, Unknown):
            return present
        if not present:
            return ()
        if isinstance(given, Polynomial):
            return (given,)
        dims = (given,) if isinstance(given, int) else given
        if isinstance(dims, float | str | dict | NumpyInteger):
            raise InvalidArgument("output_shape", "an int or a tuple of ints", show(given))
        if not isinstance(dims, list | tuple):
            return Unknown("`output_shape` is unknown")
        for dim in dims:
            if dim is None or isinstance(dim, float | str | list | tuple) or surely_below(dim, 0):
                raise InvalidArgument("output_shape", "a tuple of positive ints", show(given))
        return tuple(size_of("output_shape", dim) for dim in dims)

    def _check_axes(self, value: Shape) -> None:
        """Check ``attention_axes``. Keras: ``_build_attention_equation``.

        Raises:
            InvalidShape: the value has no such axis.
        """
        axes = self.attention_axes
        axes = [axes] if isinstance(axes, int) else axes
        if not isinstance(axes, list | tuple) or value.dims is None:
            return
        rank = len(value)
        for axis in axes:
            place = axis + rank if isinstance(axis, int) and axis < 0 else axis
            # The projected value has an axis for the heads too.
            if isinstance(place, int) and not -rank - 1 <= place <= rank:
                raise InvalidShape(f"an axis of {value} in `attention_axes`", f"axis {axis}")

    def _scores(self, query: Shape, value: Shape) -> Shape:
        """Give the shape of the attention scores."""
        if len(query) < 2:
            raise InvalidShape("a query with an axis of steps", str(query))
        heads = size_of("num_heads", self.num_heads)
        # Keras 3: compute_output_spec puts the length of the query for both.
        in_keras_3 = Shape((query[0], heads, query[1], query[1]))
        in_keras_2 = Shape.unknown("attention over several axes is not followed")
        if len(query) == 3 and value.rank == 3:
            in_keras_2 = Shape((query[0], heads, query[1], value[1]))
        return self.of_version(in_keras_2, in_keras_3)
