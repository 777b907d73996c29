"""The form of every layer: its arguments, its output shape, its weights, what it refuses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from keras_lint.layers.arguments import Argument, CallArguments, NumpyInteger, Weight, is_size, show
from keras_lint.layers.dtypes import FLOAT_DTYPES, compute_dtype
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    is_known,
    join_shape,
    surely_differ,
)

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform  # third party, for the type checker alone
else:

    def dataclass_transform(**_options):
        """Stand in for the decorator, which means something to type checkers alone."""
        return lambda decorated: decorated


Output: TypeAlias = "Shape | Sequence[Output] | Mapping[str, Output]"
"""What ``output_shape`` gives: one shape, or several as Keras nests them."""

COMMON_ARGUMENTS = ("activity_regularizer", "trainable", "dtype", "autocast", "name")
"""The keywords that Keras's ``Layer.__init__`` takes for every layer."""

INPUT_ARGUMENTS = ("input_shape", "input_dim", "batch_input_shape", "batch_size", "weights",
                   "input_length", "input_dtype")  # fmt: skip
"""The keywords of ``Layer.__init__`` that only say what goes in; of these Keras 3 takes
``input_shape`` and ``input_dim`` alone."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class LayerSchema:
    """A Keras layer with its arguments, made as Keras's constructor makes it.

    A subclass lists Keras's constructor arguments as fields, in Keras's order and with
    Keras's defaults, and becomes a frozen dataclass. Class attributes say the rest:

    * ``keras_name``: the canonical public name; ``aliases``: other public names.
    * ``rank``, or ``min_rank`` and ``max_rank``: what the input may be, batch axis included.
    * ``legacy``: former spellings of arguments and the modern ones.
    * ``former_parts``: arguments of today, with those that Keras 1 had for each of their sizes.
    * ``accepts``: keywords beside the signature that the constructor takes all the same, each
      with the argument that it sets, or ``""`` where it only stays in ``common``; the keyword
      ``"*"`` stands for all others.
    * ``layer_keywords``: which keywords of ``Layer.__init__`` Keras 3's constructor passes on.
    * ``fixed_rank``: the built layer insists on the rank it was built with.
    * ``removed``: keywords that Keras 1 or 2 took here and Keras 3 refuses.
    * ``instead``: what to do instead of some of these, where leaving them out is not all.
    * ``added``: keywords that Keras 3 takes here and Keras 2 refuses.
    * ``keras_2_places``: the positions of arguments in Keras 2 where Keras 3 has another order;
      None for what Keras 2 takes as a keyword alone.
    * ``keras_2_defaults``: the defaults that Keras 2 has for arguments that Keras 3 requires.
    * ``keras_1_defaults``: the defaults that Keras 1 has where Keras 2 has others.
    * ``in_keras``: the major versions that have the layer. With 1 it is a class of Keras 1,
      with its arguments, that Keras 2 dropped at some time.

    A field whose name a method has too is written with a trailing underscore
    (``output_shape_``, ``weights_``).
    """

    keras_name: ClassVar[str] = ""
    aliases: ClassVar[tuple[str, ...]] = ()
    legacy: ClassVar[Mapping[str, str]] = {}
    former_parts: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    accepts: ClassVar[Mapping[str, str]] = {}
    keras_2_defaults: ClassVar[Mapping[str, Argument]] = {}
    keras_1_defaults: ClassVar[Mapping[str, Argument]] = {}
    layer_keywords: ClassVar[tuple[str, ...]] = (*COMMON_ARGUMENTS, *INPUT_ARGUMENTS)
    fixed_rank: ClassVar[bool] = False
    removed: ClassVar[tuple[str, ...]] = ()
    instead: ClassVar[Mapping[str, str]] = {}
    added: ClassVar[tuple[str, ...]] = ()
    keras_2_places: ClassVar[Mapping[str, int | None]] = {}
    in_keras: ClassVar[tuple[int, ...]] = (2, 3)
    rank: ClassVar[int | None] = None
    min_rank: ClassVar[int | None] = None
    max_rank: ClassVar[int | None] = None

    # Set by ``bind``; no dataclass fields, as they are no part of a layer's own signature.
    common: ClassVar[Mapping[str, Argument]] = {}
    """The arguments of ``COMMON_ARGUMENTS`` and ``INPUT_ARGUMENTS``, of ``accepts`` and of
    ``removed`` that were given."""
    keras: ClassVar[int | None] = None
    """The major version of Keras that is meant, or None where nobody knows."""
    may_be_keras_1: ClassVar[bool] = False
    """Whether Keras 1 may be meant where ``keras`` is 2: where the package is its own."""
    image_data_format: ClassVar[str | Unknown] = "channels_last"
    """What ``data_format=None`` means (``keras.config.image_data_format()``)."""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        dataclass(frozen=True, eq=False, repr=False)(cls)

    # -- what a layer says of itself ------------------------------------------------------

    def validate(self) -> None:
        """Check the arguments as the constructor does.

        Raises:
            InvalidArgument: Keras raises in the constructor.
        """

    def output_shape(self, inputs: Shape) -> Output:
        """Give the output shape for one input of known rank: by default the same.

        Raises:
            InvalidShape: Keras raises when the layer is built or called.
        """
        return inputs

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        """Give the variables that ``build`` makes for an input of known rank."""
        return ()

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        """Give the dtype of the output: by default the layer's own compute dtype.

        Keras 2 casts floats alone, so that integers may come out as they went in.
        """
        if self.keras != 3 and (inputs.dtype not in FLOAT_DTYPES or self._casts_again()):
            return None
        return compute_dtype(self.common.get("dtype"))

    def _casts_again(self) -> bool:
        """Tell whether a layer inside may have a dtype of its own: Keras 2 gives that one."""
        activation, wrapped = getattr(self, "activation", None), getattr(self, "layer", None)
        if isinstance(activation, str) and activation[:1].isupper():
            return True
        return wrapped is not None and any(
            "dtype" in getattr(one, "common", ()) for one in (self, wrapped)
        )

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        """Give the axes whose size the built layer insists on (its ``input_spec.axes``)."""
        return {}

    # -- what the interpreter asks --------------------------------------------------------

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        """Give the outputs for the arguments of one application.

        The default serves layers with one input tensor. A layer with several overrides it.

        Raises:
            InvalidShape: Keras raises when the layer is called so.
        """
        inputs = self.single_input(arguments)
        return self.as_specs(self.output_shape(inputs.shape), self.output_dtype(inputs))

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        """Give the variables that the layer owns once it was applied to these arguments."""
        if type(self).weights is LayerSchema.weights:
            return ()
        shape = self.single_input(arguments).shape
        if shape.dims is None:
            return Unknown(shape.why)
        return self.weights(shape)

    def check_rebuild(self, built: CallArguments, arguments: CallArguments) -> None:
        """Check a further application against the one that built the layer.

        Raises:
            InvalidShape: an axis in ``fixed_axes`` has another size now.
        """
        first, now = self.single_input(built).shape, self.single_input(arguments).shape
        if first.dims is None or now.dims is None:
            return
        if self.fixed_rank and len(first) != len(now):
            expected = f"{len(first)} axes, as this layer was built with"
            raise InvalidShape(expected, str(now))
        for axis, size in self.fixed_axes(first).items():
            if -len(now) <= axis < len(now) and surely_differ(size, now[axis]):
                raise InvalidShape(
                    f"{size} on axis {axis}, as this layer was built with", str(now), axis=axis
                )

    # -- building blocks for subclasses ---------------------------------------------------

    def single_input(self, arguments: CallArguments) -> TensorSpec:
        """Give the one input tensor, its rank checked.

        Raises:
            InvalidShape: the rank is not one that the layer takes.
        """
        given = arguments.get(0, "inputs")
        if given is None and arguments.keywords:
            given = next(iter(arguments.keywords.values()))
        if isinstance(given, Sequence) and len(given) == 1:
            given = given[0]
        if not isinstance(given, TensorSpec):
            why = given.why if isinstance(given, Unknown) else "the input is no single tensor"
            given = TensorSpec(Shape.unknown(why))
        self.check_rank(given.shape)
        if given.shape.dims is None and self.rank is not None:
            return given.with_shape(Shape.unknown_dims(self.rank, given.shape.why))
        return given

    def check_rank(self, shape: Shape) -> None:
        """Check the rank of an input. Keras: ``assert_input_compatibility``.

        Raises:
            InvalidShape: the rank is known and is none that the layer takes.
        """
        if shape.rank is None:
            return
        wanted = ""
        if self.rank is not None and shape.rank != self.rank:
            wanted = f"{self.rank} axes"
        elif self.min_rank is not None and shape.rank < self.min_rank:
            wanted = f"at least {self.min_rank} axes"
        elif self.max_rank is not None and shape.rank > self.max_rank:
            wanted = f"at most {self.max_rank} axes"
        if wanted:
            raise InvalidShape(f"an input with {wanted}, batch axis included", str(shape))

    def of_version(self, in_keras_2: Shape, in_keras_3: Shape) -> Shape:
        """Give the shape for the Keras that is meant, or what both shapes have in common."""
        if self.keras is None:
            return join_shape(in_keras_2, in_keras_3, "Keras 2 and Keras 3 differ here")
        return in_keras_2 if self.keras == 2 else in_keras_3

    def as_specs(self, output: Output, dtype: str | None) -> Structure[TensorSpec]:
        """Turn the shapes that ``output_shape`` gave into tensor specs."""
        if isinstance(output, Shape):
            return TensorSpec(output, dtype)
        if isinstance(output, Mapping):
            return {key: self.as_specs(value, dtype) for key, value in output.items()}
        return [self.as_specs(value, dtype) for value in output]


def positive_integer(name: str, argument: Argument) -> Dim:
    """Give an argument that Keras 3 wants as a positive ``int``, such as ``units``.

    Keras: ``Dense.__init__``, which refuses numpy integers too. Keras 2 takes 0.

    Raises:
        InvalidArgument: it is something else.
    """
    if isinstance(argument, NumpyInteger):
        found = show(argument)
        raise InvalidArgument(name, "a positive int", found, keras=(3,), remedy="use int(...)")
    if isinstance(argument, bool):
        # Python's True is an int; Keras takes it for 1.
        argument = int(argument)
    if isinstance(argument, float | str):
        # Keras 2 converts it with int().
        raise InvalidArgument(name, "a positive int", show(argument), keras=(3,))
    if not is_size(argument) or (is_known(argument) and argument <= 0):
        keras = (3,) if argument == 0 else (2, 3)
        raise InvalidArgument(name, "a positive int", show(argument), keras=keras)
    dim: Dim = argument
    return dim


def argument_names(schema: type[LayerSchema]) -> list[str]:
    """List the constructor arguments in Keras's order."""
    return [one.name.rstrip("_") for one in fields(schema)]  # type: ignore[arg-type]


def keras_2_argument_names(schema: type[LayerSchema]) -> list[str]:
    """List the constructor arguments in the order of Keras 2."""
    names = [name for name in argument_names(schema) if name not in schema.added]
    order = [name for name in names if name not in schema.keras_2_places]
    for name, place in schema.keras_2_places.items():
        if place is not None:
            order.insert(place, name)
    return order


def required_fields(schema: type[LayerSchema]) -> list[str]:
    """List the constructor arguments without a default."""
    return [
        one.name.rstrip("_")
        for one in fields(schema)  # type: ignore[arg-type]
        if one.default is MISSING and one.default_factory is MISSING
    ]
