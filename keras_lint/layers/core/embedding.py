"""``keras.layers.Embedding`` and ``keras.layers.ReversibleEmbedding``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, CallArguments, Weight, show, truth
from keras_lint.layers.core.lora import check_lora, with_lora
from keras_lint.layers.dtypes import is_quantized
from keras_lint.layers.schema import LayerSchema, positive_integer
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Polynomial,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    is_dynamic,
    shapes_surely_differ,
)


class Embedding(LayerSchema):
    """Look up a vector for every id: ``(batch, ...) -> (batch, ..., output_dim)``."""

    keras_name = "keras.layers.Embedding"
    legacy = {
        "init": "embeddings_initializer",
        "W_regularizer": "embeddings_regularizer",
        "W_constraint": "embeddings_constraint",
    }
    # Keras 3 ignores it, with a warning.
    accepts = {"input_length": ""}
    added = ("lora_rank", "lora_alpha", "quantization_config")
    keras_2_places = {
        "activity_regularizer": 4, "input_length": 7, "sparse": 8, "weights": None,
    }  # fmt: skip
    removed = ("dropout", "sparse", "use_one_hot_matmul")
    instead = {"dropout": "put SpatialDropout1D behind this layer"}

    input_dim: Dim
    output_dim: Dim
    embeddings_initializer: Argument = "uniform"
    embeddings_regularizer: Argument = None
    embeddings_constraint: Argument = None
    mask_zero: Argument = False
    weights_: Argument = None
    lora_rank: Argument = None
    lora_alpha: Argument = None
    quantization_config: Argument = None

    def validate(self) -> None:
        _check_sizes(self.input_dim, self.output_dim)
        _check_values(self.weights_, (self.input_dim, self.output_dim))
        if self.weights_ is not None:
            # Keras builds the layer at once then.
            check_lora(self.lora_rank, "embeddings_constraint", self.embeddings_constraint)

    def output_shape(self, inputs: Shape) -> Shape:
        check_lora(self.lora_rank, "embeddings_constraint", self.embeddings_constraint)
        length = self.common.get("input_length")
        open_ended = inputs.rank == 2 and is_dynamic(inputs[1])
        if self.may_be_keras_1 and open_ended and isinstance(length, int | Polynomial):
            # Keras 1, and Keras 2 before tf.keras: Embedding.compute_output_shape.
            inputs = inputs.with_axis(1, length)
        return _embedded(inputs, self.output_dim)

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        if is_quantized(self.common.get("dtype")):
            return (Weight((Unknown("the layer is quantized"),)),)
        return with_lora(Weight((self.input_dim, self.output_dim)), self.lora_rank)

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        return self.weights(Shape(()))


class ReversibleEmbedding(LayerSchema):
    """An embedding that also maps vectors back to a score for every id.

    ``(batch, ...) -> (batch, ..., output_dim)``, and with ``reverse=True`` in the call
    ``(batch, ..., output_dim) -> (batch, ..., input_dim)``.
    """

    keras_name = "keras.layers.ReversibleEmbedding"
    in_keras = (3,)
    # Keras hands these on to Embedding.
    accepts = {
        "input_length": "",
        "weights": "",
        "lora_rank": "",
        "lora_alpha": "",
        "quantization_config": "",
    }

    input_dim: Dim
    output_dim: Dim
    tie_weights: Argument = True
    embeddings_initializer: Argument = "uniform"
    embeddings_regularizer: Argument = None
    embeddings_constraint: Argument = None
    mask_zero: Argument = False
    reverse_dtype: Argument = None
    logit_soft_cap: Argument = None

    def validate(self) -> None:
        _check_sizes(self.input_dim, self.output_dim)
        given = self.common.get("weights")
        if given is not None and not isinstance(given, Unknown):
            # Keras: Embedding builds the layer before `tie_weights` is set.
            raise InvalidArgument("weights", "an argument that it takes", show(given))

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        inputs = self.single_input(arguments)
        rank = self.common.get("lora_rank")
        check_lora(rank, "embeddings_constraint", self.embeddings_constraint)
        if truth(rank) is True and truth(self.tie_weights) is False:
            # Keras: no weight can be added once enable_lora has locked the layer.
            raise InvalidArgument("lora_rank", "tie_weights=True beside it", show(rank))
        match truth(arguments.get(1, "reverse", False)):
            case True:
                shape = inputs.shape
                if shape.rank == 0:
                    raise InvalidShape("an input with at least 1 axis", str(shape))
                output = shape if shape.dims is None else shape.with_last(self.input_dim)
            case False:
                output = _embedded(inputs.shape, self.output_dim)
            case Unknown() as unknown:
                output = Shape.unknown(unknown.why)
        return TensorSpec(output, self.output_dtype(inputs))

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        if is_quantized(self.common.get("dtype")):
            return Unknown("the layer is quantized")
        tied = truth(self.tie_weights)
        if isinstance(tied, Unknown):
            return tied
        kernel = Weight((self.input_dim, self.output_dim))
        weights = with_lora(kernel, self.common.get("lora_rank"))
        return weights if tied else (*weights, Weight((self.output_dim, self.input_dim)))


def _embedded(inputs: Shape, output_dim: Dim) -> Shape:
    return inputs if inputs.dims is None else Shape((*inputs.known, output_dim))


def _check_sizes(input_dim: Argument, output_dim: Argument) -> None:
    for name, size in (("input_dim", input_dim), ("output_dim", output_dim)):
        if isinstance(size, bool):
            raise InvalidArgument(name, "a positive int", show(size), keras=(3,))
        positive_integer(name, size)


def _check_values(given: Argument, dims: tuple[Dim, Dim]) -> None:
    """Check the values given as ``weights``: an array, or a list of one.

    Raises:
        InvalidArgument: their shape is another than that of the table.
    """
    if isinstance(given, list | tuple) and len(given) == 1:
        given = given[0]
    if isinstance(given, TensorSpec) and shapes_surely_differ(given.shape, Shape(dims)):
        raise InvalidArgument("weights", f"values of shape {Shape(dims)}", str(given.shape))
