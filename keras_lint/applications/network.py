"""A small language for architectures: layers applied to tensors, their shapes and weights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from keras_lint.applications.shape_rules import (
    Padding,
    Pair,
    Rule,
    convolved,
    enlarged,
    flattened,
    merged,
    pair,
    pooled,
    relabeled,
    unchanged,
    windowed,
    without_first,
)
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    Unknown,
    is_dynamic,
    product,
    surely_below,
)
from keras_lint.shapes.arithmetic import concatenate


@dataclass(frozen=True)
class Tensor:
    """What a node of a network puts out. Channels are always last here."""

    shape: Shape
    node: int

    @property
    def channels(self) -> Dim:
        """The size of the last axis."""
        return self.shape[-1]


@dataclass(frozen=True)
class Node:
    """One layer applied once; or a bare operation such as ``x + y``, which is no layer.

    ``automatic`` says that Keras makes the name up: it is the name in a fresh process.
    ``rule`` tells the shape for other inputs too.
    """

    name: str
    class_name: str
    shape: Shape
    rule: Rule = field(repr=False, compare=False)
    inputs: tuple[int, ...] = ()
    trainable: Dim = 0
    frozen: Dim = 0
    is_layer: bool = True
    automatic: bool = False


class Undecided(Exception):
    """What is unknown decides which layers follow; ``channels`` is known all the same."""

    def __init__(self, unknown: Unknown, channels: Dim) -> None:
        super().__init__(unknown.why)
        self.unknown = unknown
        self.channels = channels


class Network:
    """The layers of one architecture in the order in which they are made.

    ``incomplete`` says why the list of layers may lack some; ``uncounted`` why the weights
    of what is listed may not be all.
    """

    def __init__(self, inputs: Shape) -> None:
        self.nodes: list[Node] = []
        self.incomplete: Unknown | None = None
        self.uncounted: Unknown | None = None
        self._names: Counter[str] = Counter()
        self.inputs = self._put("InputLayer", None, lambda _: inputs, ())

    def lacks(self, unknown: Unknown, *, weights: bool = False) -> None:
        """Note that layers may be missing, and whether they could have weights."""
        if self.incomplete is None:
            self.incomplete = unknown
        if weights and self.uncounted is None:
            self.uncounted = unknown

    def holds(self, condition: bool | Unknown) -> bool:
        """Decide on layers that neither have weights nor change a shape."""
        if isinstance(condition, Unknown):
            self.lacks(condition)
            return False
        return condition

    # -- convolutions ----------------------------------------------------------------------

    def conv(
        self,
        x: Tensor,
        filters: Dim,
        kernel: Pair,
        name: str | None = None,
        *,
        strides: int = 1,
        padding: str = "same",
        bias: bool = False,
    ) -> Tensor:
        """Conv2D: ``(b, h, w, c) -> (b, h', w', filters)``.

        Raises:
            InvalidArgument: there are no filters.
        """
        if surely_below(filters, 1):
            raise InvalidArgument("filters", "at least one filter in each layer", str(filters))
        weights = product(pair(kernel)) * input_channels(x) * filters + int(bias) * filters
        rule = convolved(x.channels, filters, kernel, strides, padding)
        return self._put("Conv2D", name, rule, (x,), trainable=weights)

    def channelwise_conv(self, x: Tensor, kernel: int, name: str) -> Tensor:
        """Conv2D with as many groups and filters as channels, ``padding="same"``."""
        weights = (kernel * kernel + 1) * input_channels(x)
        rule = convolved(x.channels, x.channels, kernel, 1, "same")
        return self._put("Conv2D", name, rule, (x,), trainable=weights)

    def depthwise_conv(
        self,
        x: Tensor,
        kernel: int,
        name: str,
        *,
        strides: int = 1,
        padding: str = "same",
        multiplier: Dim = 1,
    ) -> Tensor:
        """DepthwiseConv2D without bias: ``(b, h, w, c) -> (b, h', w', c * multiplier)``."""
        channels = input_channels(x) * multiplier
        rule = convolved(x.channels, channels, kernel, strides, padding)
        weights = kernel * kernel * channels
        return self._put("DepthwiseConv2D", name, rule, (x,), trainable=weights)

    def separable_conv(
        self,
        x: Tensor,
        filters: Dim,
        kernel: int,
        name: str,
        *,
        strides: int = 1,
        padding: str = "same",
    ) -> Tensor:
        """SeparableConv2D without bias: ``(b, h, w, c) -> (b, h', w', filters)``."""
        channels = input_channels(x)
        weights = kernel * kernel * channels + channels * filters
        rule = convolved(x.channels, filters, kernel, strides, padding)
        return self._put("SeparableConv2D", name, rule, (x,), trainable=weights)

    # -- pools and pads --------------------------------------------------------------------

    def max_pool(
        self,
        x: Tensor,
        window: int,
        name: str | None = None,
        *,
        strides: int = 2,
        padding: str = "valid",
    ) -> Tensor:
        """MaxPooling2D: ``(b, h, w, c) -> (b, h', w', c)``."""
        rule = partial(windowed, kernel=window, strides=strides, padding=padding)
        return self._put("MaxPooling2D", name, rule, (x,))

    def average_pool(
        self,
        x: Tensor,
        window: int,
        name: str | None = None,
        *,
        strides: int = 2,
        padding: str = "valid",
    ) -> Tensor:
        """AveragePooling2D: ``(b, h, w, c) -> (b, h', w', c)``."""
        rule = partial(windowed, kernel=window, strides=strides, padding=padding)
        return self._put("AveragePooling2D", name, rule, (x,))

    def global_average_pool(
        self, x: Tensor, name: str | None = None, *, keepdims: bool = False
    ) -> Tensor:
        """GlobalAveragePooling2D: ``(b, h, w, c) -> (b, c)``."""
        rule = partial(pooled, keepdims=keepdims)
        return self._put("GlobalAveragePooling2D", name, rule, (x,))

    def global_max_pool(self, x: Tensor, name: str | None = None) -> Tensor:
        """GlobalMaxPooling2D: ``(b, h, w, c) -> (b, c)``."""
        return self._put("GlobalMaxPooling2D", name, pooled, (x,))

    def pad(self, x: Tensor, padding: int | Padding, name: str | None = None) -> Tensor:
        """ZeroPadding2D: ``(b, h, w, c) -> (b, h + top + bottom, w + left + right, c)``."""
        pads = ((padding, padding),) * 2 if isinstance(padding, int) else padding
        more = [before + after for before, after in pads]
        return self._put("ZeroPadding2D", name, partial(enlarged, more=more), (x,))

    def crop_first(self, x: Tensor) -> Tensor:
        """Cropping2D of the first row and column."""
        return self._put("Cropping2D", None, without_first, (x,))

    # -- the rest --------------------------------------------------------------------------

    def same(self, x: Tensor, class_name: str, name: str | None = None) -> Tensor:
        """Apply a layer that keeps the shape and has no weights."""
        return self._put(class_name, name, unchanged, (x,))

    def activation(self, x: Tensor, name: str | None = None) -> Tensor:
        """Activation: any shape."""
        return self.same(x, "Activation", name)

    def batch_norm(self, x: Tensor, name: str | None = None, *, scale: bool = True) -> Tensor:
        """BatchNormalization over the channels, with moving mean and variance."""
        learned, moving = (1 + scale) * x.channels, 2 * x.channels
        return self._put(
            "BatchNormalization", name, unchanged, (x,), trainable=learned, frozen=moving
        )

    def layer_norm(self, x: Tensor, name: str | None, channels: Dim) -> Tensor:
        """LayerNormalization over the channels."""
        return self._put("LayerNormalization", name, unchanged, (x,), trainable=2 * channels)

    def normalization(self, x: Tensor) -> Tensor:
        """Normalization that is to be adapted: mean, variance and a count are weights."""
        weights = 2 * input_channels(x) + 1
        return self._put("Normalization", None, unchanged, (x,), frozen=weights)

    def weighted(
        self, x: Tensor, class_name: str, name: str | None, rule: Rule, weights: Dim
    ) -> Tensor:
        """Apply a layer of the architecture's own, or a nested model."""
        return self._put(class_name, name, rule, (x,), trainable=weights)

    def dropout(self, x: Tensor, rate: object, name: str | None = None) -> Tensor:
        """Apply Dropout.

        Raises:
            InvalidArgument: the rate is a number outside 0 to 1.
        """
        if isinstance(rate, int | float) and not 0 <= rate <= 1:
            raise InvalidArgument("dropout", "a number between 0 and 1", str(rate))
        return self.same(x, "Dropout", name)

    def dense(self, x: Tensor, units: Dim, name: str | None) -> Tensor:
        """Dense on the last axis.

        Raises:
            InvalidShape: the last axis is ``None``.
        """
        if is_dynamic(x.channels):
            raise InvalidShape("a known size on the last axis", str(x.shape), axis=-1)
        weights = (x.channels + 1) * units
        rule = partial(relabeled, channels=x.channels, filters=units)
        return self._put("Dense", name, rule, (x,), trainable=weights)

    def flatten(self, x: Tensor, name: str | None = None) -> Tensor:
        """Flatten: ``(b, h, w, c) -> (b, h * w * c)``."""
        return self._put("Flatten", name, flattened, (x,))

    def reshape(self, x: Tensor, dims: Sequence[Dim], name: str | None) -> Tensor:
        """Reshape to dims with the same number of values."""
        return self._put("Reshape", name, lambda shapes: Shape((shapes[0][0], *dims)), (x,))

    def concat(self, tensors: Sequence[Tensor], name: str | None = None) -> Tensor:
        """Concatenate along the channels."""
        return self._put("Concatenate", name, partial(concatenate, axis=-1), tensors)

    def merge(
        self, tensors: Sequence[Tensor], class_name: str = "Add", name: str | None = None
    ) -> Tensor:
        """Add, Multiply or the like: tensors of equal shape, or of size 1 to broadcast.

        Raises:
            InvalidShape: two sizes differ.
        """
        return self._put(class_name, name, merged, tensors)

    def operation(self, tensors: Sequence[Tensor], name: str) -> Tensor:
        """Apply a bare operation, which Keras 3 does not count among the layers."""
        return self._put(name, None, merged, tensors, is_layer=False)

    def _put(
        self,
        class_name: str,
        name: str | None,
        rule: Rule,
        inputs: Sequence[Tensor],
        *,
        trainable: Dim = 0,
        frozen: Dim = 0,
        is_layer: bool = True,
    ) -> Tensor:
        shape = rule([one.shape for one in inputs])
        self.nodes.append(
            Node(
                name or self._automatic_name(class_name),
                class_name,
                shape,
                rule,
                tuple(one.node for one in inputs),
                trainable,
                frozen,
                is_layer,
                name is None,
            )
        )
        return Tensor(shape, len(self.nodes) - 1)

    def _automatic_name(self, class_name: str) -> str:
        # Keras: ``auto_name`` counts per process what it named so before.
        stem = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=.)(?=[A-Z][a-z])", "_", class_name).lower()
        count = self._names[stem]
        self._names[stem] += 1
        return f"{stem}_{count}" if count else stem


def input_channels(x: Tensor) -> Dim:
    """Give the channels that a kernel is made for.

    Raises:
        InvalidShape: they are ``None``.
    """
    if is_dynamic(x.channels):
        raise InvalidShape("a known number of channels", str(x.shape), axis=-1)
    return x.channels
