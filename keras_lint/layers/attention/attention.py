"""``keras.layers.Attention`` and ``AdditiveAttention``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, CallArguments, Opaque, Weight, show, truth
from keras_lint.layers.ranges import number
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    DYNAMIC,
    InvalidArgument,
    InvalidShape,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    is_dynamic,
)


class ListAttention(LayerSchema):
    """Attention on a list: ``[(..., t, d), (..., s, v)] -> (..., t, v)``."""

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        inputs = self.inputs(arguments)
        _check_mask(arguments)
        scores = truth(arguments.keywords.get("return_attention_scores", False))
        if isinstance(inputs, Unknown) or isinstance(scores, Unknown):
            why = inputs.why if isinstance(inputs, Unknown) else "the number of outputs is unknown"
            return TensorSpec(Shape.unknown(why))
        dtype = self.output_dtype(inputs[0])
        query, value, key = self._in_one_batch([spec.shape for spec in inputs])
        output = TensorSpec(_last_from(query, value, -1), dtype)
        if not scores:
            return output
        return [output, TensorSpec(_last_from(query, key, -2), dtype)]

    def check_rebuild(self, built: CallArguments, arguments: CallArguments) -> None:
        pass

    def _in_one_batch(self, shapes: list[Shape]) -> tuple[Shape, Shape, Shape]:
        """Give query, value and key; in Keras 2, which runs the products, of one batch size."""
        query, value, key = shapes[0], shapes[1], shapes[-1]
        if query.dims and is_dynamic(query[0]):
            rank = len(query)
            sizes = [shape.dims[0] for shape in shapes if shape.dims and len(shape) == rank]
            known = next((size for size in sizes if not is_dynamic(size)), DYNAMIC)
            query = self.of_version(query.with_axis(0, known), query)
        return query, value, key

    def inputs(self, arguments: CallArguments) -> list[TensorSpec] | Unknown:
        """Give query, value and, where given, key. Keras: ``Attention._validate_inputs``.

        Raises:
            InvalidShape: they are no list, or not two or three.
        """
        given = arguments.get(0, "inputs")
        if isinstance(given, Unknown):
            return given
        if not isinstance(given, list):
            found = f"a {type(given).__name__}"
            if isinstance(given, TensorSpec):
                found = f"a tensor of shape {given.shape}"
            raise InvalidShape("a list [query, value] or [query, value, key]", found)
        if not 2 <= len(given) <= 3:
            raise InvalidShape("[query, value] or [query, value, key]", f"{len(given)} tensors")
        specs = [one for one in given if isinstance(one, TensorSpec)]
        return specs if len(specs) == len(given) else Unknown("an input is no single tensor")


class Attention(ListAttention):
    """Attention by the product of query and key, after Luong."""

    keras_name = "keras.layers.Attention"

    use_scale: Argument = False
    score_mode: Argument = "dot"
    dropout: Argument = 0.0
    seed: Argument = None

    def validate(self) -> None:
        number("dropout", self.dropout, "a number between 0 and 1")
        check_score_mode(self.score_mode)

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...]:
        concat = Unknown("`score_mode` is unknown")
        mode = self.score_mode
        present = (truth(self.use_scale), mode == "concat" if isinstance(mode, str) else concat)
        return tuple(
            Weight((one,) if isinstance(one, Unknown) else ())
            for one in present
            if one is not False
        )


class AdditiveAttention(ListAttention):
    """Attention by the sum of query and key, after Bahdanau."""

    keras_name = "keras.layers.AdditiveAttention"
    accepts = {"score_mode": "", "seed": ""}
    added = ("score_mode",)

    use_scale: Argument = True
    dropout: Argument = 0.0

    def validate(self) -> None:
        number("dropout", self.dropout, "a number between 0 and 1")
        check_score_mode(self.common.get("score_mode", "dot"))

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        self.call_weights(arguments)
        return super().call(arguments)

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        inputs, scale = self.inputs(arguments), truth(self.use_scale)
        if scale is False:
            return ()
        if isinstance(scale, Unknown):
            return scale
        if isinstance(inputs, Unknown):
            return inputs
        # Keras 2: AdditiveAttention.build reads the value's axis.
        query = inputs[1 if self.keras == 2 else 0].shape
        if query.dims is None:
            return Unknown(query.why)
        if not len(query) or is_dynamic(query[-1]):
            raise InvalidShape("a query with a known size on the last axis", str(query))
        return (Weight((query[-1],)),)


def check_score_mode(argument: Argument) -> None:
    """Check ``score_mode``.

    Raises:
        InvalidArgument: it is neither ``dot`` nor ``concat``.
    """
    if not isinstance(argument, Unknown | Opaque) and argument not in ("dot", "concat"):
        raise InvalidArgument("score_mode", "'dot' or 'concat'", show(argument))


def _check_mask(arguments: CallArguments) -> None:
    mask = arguments.get(1, "mask")
    if mask is None or isinstance(mask, Unknown):
        return
    if not isinstance(mask, list):
        raise InvalidShape("a list of masks", "a " + type(mask).__name__)
    if not 2 <= len(mask) <= 3:
        raise InvalidShape("two or three masks", f"{len(mask)}")


def _last_from(query: Shape, other: Shape, axis: int) -> Shape:
    """Give the query's shape with an axis of another shape for its last one."""
    if query.dims is None:
        return query
    if other.dims is None:
        return query.with_last(Unknown(other.why)) if len(query) else query
    if len(other) < -axis:
        raise InvalidShape(f"at least {-axis} axes", str(other))
    return Shape((*query.known[:-1], other[axis]))
