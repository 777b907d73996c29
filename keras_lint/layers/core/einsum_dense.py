"""``keras.layers.EinsumDense``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from keras_lint.layers.activations.names import check_activation
from keras_lint.layers.arguments import Argument, NumpyInteger, Weight, is_size, show
from keras_lint.layers.core.lora import check_lora, with_lora
from keras_lint.layers.dtypes import is_quantized
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    Unknown,
    is_dynamic,
    is_unknown,
    surely_below,
    surely_differ,
)

# Keras: _analyze_einsum_string, tried in this order and matched at the start only.
_FORMS = (
    (re.compile("([a-zA-Z]+),([a-zA-Z]+)->([a-zA-Z]+)"), False),
    (re.compile("0([a-zA-Z]+),([a-zA-Z]+)->0([a-zA-Z]+)"), True),
    (re.compile("([a-zA-Z]{2,})0,([a-zA-Z]+)->([a-zA-Z]+)0"), False),
)


class EinsumDense(LayerSchema):
    """Multiply by a kernel as an einsum says: ``"abc,cd->abd"`` is a dense layer on sequences.

    ``output_shape`` leaves out the batch axis and what an ellipsis stands for; the kernel has
    the letters between the comma and the arrow, the bias those of ``bias_axes``.
    """

    keras_name = "keras.layers.EinsumDense"
    added = ("lora_rank", "lora_alpha", "gptq_unpacked_column_size", "quantization_config")
    keras_2_places = {"activity_regularizer": 8}
    fixed_rank = True

    equation: Argument
    output_shape_: Argument
    activation: Argument = None
    bias_axes: Argument = None
    kernel_initializer: Argument = "glorot_uniform"
    bias_initializer: Argument = "zeros"
    kernel_regularizer: Argument = None
    bias_regularizer: Argument = None
    kernel_constraint: Argument = None
    bias_constraint: Argument = None
    lora_rank: Argument = None
    lora_alpha: Argument = None
    gptq_unpacked_column_size: Argument = None
    quantization_config: Argument = None

    def validate(self) -> None:
        given = self.output_shape_
        if given is None or isinstance(given, float | NumpyInteger):
            expected = "an int or a tuple of ints and None"
            raise InvalidArgument("output_shape", expected, show(given))
        check_activation(self.activation)

    def output_shape(self, inputs: Shape) -> Shape:
        analysis = self._analyze(inputs)
        if isinstance(analysis, Unknown):
            return Shape.unknown(analysis.why)
        for weight in (analysis.kernel, analysis.bias or ()):
            for dim in weight:
                if is_dynamic(dim) or surely_below(dim, 0):
                    raise InvalidShape(f"known sizes for a weight of shape {Shape(weight)}",
                                       str(inputs))  # fmt: skip
        if any(surely_below(dim, 0) for dim in analysis.output):
            raise InvalidArgument("output_shape", "sizes", show(self.output_shape_))
        check_lora(self.lora_rank, "kernel_constraint", self.kernel_constraint)
        return self.of_version(analysis.product, Shape(analysis.output))

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        analysis = self._analyze(inputs)
        if is_quantized(self.common.get("dtype")):
            analysis = Unknown("the layer is quantized")
        if isinstance(analysis, Unknown):
            return (Weight((analysis,)),)
        kernels = with_lora(Weight(analysis.kernel), self.lora_rank)
        return kernels if analysis.bias is None else (*kernels, Weight(analysis.bias))

    def _analyze(self, inputs: Shape) -> _Analysis | Unknown:
        if inputs.dims is None:
            return Unknown(inputs.why)
        sizes = _sizes(self.output_shape_)
        for part in (self.equation, self.bias_axes, sizes):
            if isinstance(part, Unknown):
                return part
        if not isinstance(self.equation, str) or not isinstance(self.bias_axes, str | None):
            return Unknown("the equation is no plain string")
        compact = self.equation.replace("...", "0")
        for form, left_elided in _FORMS:
            match = form.match(compact)
            if match:
                letters = (match[1], match[2], match[3])
                assert not isinstance(sizes, Unknown), "returned above"
                return _analyze(letters, self.bias_axes, inputs, sizes, left_elided)
        form_names = "an equation such as 'ab,bc->ac', '...b,bc->...c' or 'ab...,bc->ac...'"
        raise InvalidArgument("equation", form_names, show(self.equation))


@dataclass(frozen=True)
class _Analysis:
    """What an equation makes of one input: the sizes of kernel, bias and output."""

    kernel: tuple[Dim, ...]
    bias: tuple[Dim, ...] | None
    output: tuple[Dim, ...]
    product: Shape
    """The shape of the product itself, which Keras 2 takes."""


def _sizes(given: Argument) -> list[Dim] | Unknown:
    """Give ``output_shape`` as a list of sizes."""
    if isinstance(given, Unknown):
        return given
    if is_size(given) or isinstance(given, bool):
        return [int(given) if isinstance(given, bool) else given]
    if not isinstance(given, list | tuple | str):
        return Unknown("`output_shape` is no plain tuple")
    sizes: list[Dim] = []
    for size in given:
        value = size.value if isinstance(size, NumpyInteger) else size
        if isinstance(value, float | str):
            raise InvalidArgument("output_shape", "an int or a tuple of ints", show(given))
        sizes.append(DYNAMIC if value is None else value)
    return sizes


def _analyze(
    letters: tuple[str, str, str],
    bias_axes: str | None,
    inputs: Shape,
    partial: list[Dim],
    left_elided: bool,
) -> _Analysis:
    """Find the sizes of all letters. Keras: ``_analyze_split_string``."""
    into, kernel, out = letters
    elided = len(inputs) - len(into)
    try:
        output = _full_output(inputs, partial, elided, left_elided)
        offset = elided if left_elided else 0
        # Counted from the end where the ellipsis is in front.
        first = -len(into) if left_elided else 0
        input_sizes = {letter: inputs[first + index] for index, letter in enumerate(into)}
        output_axes = {letter: index + offset for index, letter in enumerate(out)}
        for letter, size in input_sizes.items():
            if letter in output_axes:
                _check_shared(letter, size, output[output_axes[letter]])
        _check_letters(letters)
        kernel_sizes = [
            output[output_axes[letter]] if letter in output_axes else input_sizes[letter]
            for letter in kernel
        ]
        bias = _bias(bias_axes, out, output, offset)
    except IndexError:
        raise InvalidShape(
            f"an input that fits {into!r} and the output shape", str(inputs)
        ) from None
    if bias is not None and not left_elided:
        bias += [1] * elided
    bias_sizes = None if bias is None else tuple(bias)
    product = _product(out, output, elided, left_elided)
    return _Analysis(tuple(kernel_sizes), bias_sizes, tuple(output), product)


def _product(out: str, output: list[Dim], elided: int, left_elided: bool) -> Shape:
    """Give the shape of the product, where ``output`` has all its axes."""
    rank = len(out) + max(elided, 0)
    if rank != len(output):
        return Shape.unknown_dims(rank, "`output_shape` does not fit the equation")
    between = max(elided - 1, 0) if left_elided else 0
    # Keras 3: _analyze_split_string turns the elided axes around.
    return Shape((output[0], *output[1 : 1 + between][::-1], *output[1 + between :]))


def _full_output(inputs: Shape, partial: list[Dim], elided: int, left_elided: bool) -> list[Dim]:
    """Add the batch axis and the elided axes to the output shape."""
    output = [inputs[0], *partial]
    if elided > 0 and left_elided:
        for index in range(1, elided):
            output.insert(1, inputs[index])
    elif elided > 0:
        output += inputs.known[len(inputs) - elided :]
    return output


def _check_shared(letter: str, given: Dim, wanted: Dim) -> None:
    """Check a letter of both input and output: the output size is None or the input's."""
    if is_dynamic(wanted) or is_unknown(wanted) or is_unknown(given):
        return
    if is_dynamic(given) or surely_differ(given, wanted):
        raise InvalidShape(f"{wanted} on axis {letter!r}, as in the output shape", str(given))


def _check_letters(letters: tuple[str, str, str]) -> None:
    """Check that no letter stands alone."""
    into, kernel, out = letters
    for letter in out:
        if letter not in into and letter not in kernel:
            raise InvalidArgument("equation", f"{letter!r} in the input or the kernel", repr(out))
    for letter in kernel:
        if letter not in into and letter not in out:
            raise InvalidArgument(
                "equation", f"{letter!r} in the input or the output", repr(kernel)
            )


def _bias(axes: str | None, out: str, output: list[Dim], offset: int) -> list[Dim] | None:
    """Give the bias: from its first letter on, 1 on the axes that it does not have."""
    if axes is None:
        return None
    sizes = {letter: output[index + offset] for index, letter in enumerate(out)}
    if not axes or any(letter not in out for letter in axes):
        raise InvalidArgument("bias_axes", f"letters of {out!r}", repr(axes))
    rest = out[min(out.find(letter) for letter in axes) :]
    return [sizes[letter] if letter in axes else 1 for letter in rest]
