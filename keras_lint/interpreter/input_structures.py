"""Lists and tuples of tensors where a layer takes a single tensor."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.interpreter.symbolic_tensors import comes_from_input
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Layer, List, Tuple, Value
from keras_lint.shapes import InvalidShape, Unknown

_REFUSE_SEVERAL = frozenset(
    ("Dense", "EinsumDense", "Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose", "Conv2DTranspose",
     "SeparableConv2D", "DepthwiseConv2D", "BatchNormalization", "LayerNormalization", "Flatten",
     "Reshape", "Permute", "RepeatVector", "Embedding", "MaxPooling1D", "MaxPooling2D",
     "MaxPooling3D", "AveragePooling2D", "GlobalAveragePooling1D", "GlobalAveragePooling2D",
     "GlobalMaxPooling1D", "GlobalMaxPooling2D", "UpSampling2D", "ZeroPadding2D", "Cropping2D")
)  # fmt: skip
_TAKE_ONE_IN_A_LIST = frozenset(
    ("MaxPooling1D", "GlobalAveragePooling1D", "GlobalAveragePooling2D", "GlobalMaxPooling1D",
     "GlobalMaxPooling2D")
)  # fmt: skip
_REFUSE_ONE = (_REFUSE_SEVERAL - _TAKE_ONE_IN_A_LIST) | {
    "LSTM", "GRU", "SimpleRNN", "Bidirectional", "TimeDistributed", "ConvLSTM2D",
}  # fmt: skip
"""What Keras 3 refuses on ``[x]``; a recurrent layer may take its state in a longer list."""


def check(layer: Layer, positional: Sequence[Value]) -> None:
    """Check what a layer is applied to; lists of tensors that hold values are left alone.

    Raises:
        InvalidShape: it is a list or tuple of symbolic tensors, and the layer takes one tensor.
    """
    given = positional[0] if positional else None
    if not isinstance(given, List | Tuple) or isinstance(given.items, Unknown):
        return
    if not given.items or not all(
        isinstance(one, Tensor) and comes_from_input(one) for one in given.items
    ):
        return
    count = len(given.items)
    name = layer.schema.keras_name.removeprefix("keras.layers.")
    if name in (_REFUSE_ONE if count == 1 else _REFUSE_SEVERAL):
        sequence = "tuple" if isinstance(given, Tuple) else "list"
        keras = (3,) if count == 1 else (2, 3)
        raise InvalidShape("1 input", f"a {sequence} of {count}", keras=keras)
