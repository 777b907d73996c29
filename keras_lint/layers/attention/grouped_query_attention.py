"""``keras.layers.GroupQueryAttention``, whose class is ``GroupedQueryAttention``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, CallArguments, NumpyInteger, Weight, show, truth
from keras_lint.layers.attention.projection import (
    HeadedAttention,
    check_value_and_key,
    size_of,
)
from keras_lint.shapes import (
    Dim,
    Dynamic,
    InvalidArgument,
    InvalidShape,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    is_unknown,
    surely_below,
    surely_differ,
)


class GroupedQueryAttention(HeadedAttention):
    """Attention in which several heads of the query share one of key and value.

    ``(batch, t, d), (batch, s, d) -> (batch, t, d)``
    """

    keras_name = "keras.layers.GroupQueryAttention"
    aliases = ("GroupedQueryAttention",)
    in_keras = (3,)

    head_dim: Argument
    num_query_heads: Argument
    num_key_value_heads: Argument
    dropout: Argument = 0.0
    use_bias: Argument = True
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
        check_size("head_dim", self.head_dim, 1)
        query = check_size("num_query_heads", self.num_query_heads, 0)
        group = check_size("num_key_value_heads", self.num_key_value_heads, 1)
        if is_known(query) and is_known(group) and query % group:
            raise InvalidArgument("num_query_heads", f"a multiple of {group}", str(query))
        self.check_common()

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        query, value, key = (spec.shape for spec in self.inputs(arguments))
        for shape in (query, value, key):
            if shape.dims is None:
                continue
            if len(shape) < 3:
                raise InvalidShape("an input with 3 axes, batch axis included", str(shape))
            self.projection(shape)
        if query.dims is not None and is_dynamic(query[-1]):
            raise InvalidShape("a query of known size on the last axis", str(query), axis=-1)
        if query.dims is not None and value.dims is not None:
            _check_last(query, value)
        check_value_and_key(value, key)
        scores = truth(arguments.keywords.get("return_attention_scores", False))
        dtype = self.output_dtype(self.inputs(arguments)[0])
        if isinstance(scores, Unknown):
            return TensorSpec(Shape.unknown(scores.why), dtype)
        output = TensorSpec(query, dtype)
        if not scores:
            return output
        return [output, TensorSpec(self._scores(query, key), dtype)]

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        query, value, key = (spec.shape for spec in self.inputs(arguments))
        for shape in (query, value, key):
            if shape.dims is None:
                return Unknown(shape.why)
        depth = size_of("head_dim", self.head_dim)
        heads = size_of("num_query_heads", self.num_query_heads)
        groups = size_of("num_key_value_heads", self.num_key_value_heads)
        return (
            *self.projection(query, heads, depth),
            *self.projection(key, groups, depth),
            *self.gate(query, heads, depth),
            *self.projection(value, groups, depth),
            Weight((heads, depth, query[-1])),
            *self.bias(query[-1]),
        )

    def projection(self, inputs: Shape, *sizes: Dim) -> tuple[Weight, ...]:
        # Keras: the equation `bqm,muh->bquh` reads the features off axis 2, whatever follows.
        return super().projection(Shape(inputs.known[:3]), *sizes)

    def _scores(self, query: Shape, key: Shape) -> Shape:
        heads = size_of("num_query_heads", self.num_query_heads)
        why = Unknown("an input of unknown shape")
        batch, length = (why, why) if query.dims is None else query.dims[:2]
        return Shape((batch, heads, length, why if key.dims is None else key[1]))


def check_size(name: str, argument: Argument, low: int) -> Dim:
    """Give one of the three sizes.

    Raises:
        InvalidArgument: it is no int of at least ``low``, so that Keras fails at the latest
            when the layer is built.
    """
    value = argument.value if isinstance(argument, NumpyInteger) else argument
    no_int = value is None or isinstance(value, float | str | list | tuple | dict | Dynamic)
    if no_int or surely_below(value, low):
        raise InvalidArgument(name, "a positive int", show(argument))
    return size_of(name, argument)


def _check_last(query: Shape, value: Shape) -> None:
    """Compare the last axes. Keras: ``GroupedQueryAttention.compute_output_shape``."""
    left, right = query[-1], value[-1]
    unknown = is_unknown(left) or is_unknown(right)
    if surely_differ(left, right) or (not unknown and is_dynamic(left) != is_dynamic(right)):
        raise InvalidShape(f"a value with {left} on the last axis, as the query", str(value))
