"""The dropouts and the noise: ``Dropout``, ``SpatialDropout``, ``GaussianNoise`` and kin."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, NumpyInteger, literal, show
from keras_lint.layers.ranges import check_range
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import InvalidArgument

DATA_FORMATS = ("channels_last", "channels_first")


class Dropout(LayerSchema):
    """Drop values at random while training: the shape stays."""

    keras_name = "keras.layers.Dropout"
    legacy = {"p": "rate"}

    rate: Argument
    noise_shape: Argument = None
    seed: Argument = None

    def validate(self) -> None:
        check_range("rate", self.rate, 0, 1)
        self._check_noise_shape()

    def _check_noise_shape(self) -> None:
        """Check ``noise_shape``. Keras: ``Dropout._validate_noise_shape``."""
        given = self.noise_shape
        expected = "a tuple or list of positive ints or None"
        if isinstance(given, str | bool | int | float | NumpyInteger):
            raise InvalidArgument("noise_shape", expected, show(given), keras=(3,))
        if isinstance(given, list | tuple):
            for size in given:
                wrong = isinstance(size, str | float | list | tuple | NumpyInteger)
                if wrong or (isinstance(size, int) and size <= 0):
                    raise InvalidArgument("noise_shape", expected, show(given), keras=(3,))


class SpatialDropout1D(LayerSchema):
    """Drop whole features of a sequence: ``(batch, steps, features)`` stays."""

    keras_name = "keras.layers.SpatialDropout1D"
    rank = 3
    legacy = {"p": "rate"}
    layer_keywords = ()

    rate: Argument
    seed: Argument = None
    name: Argument = None
    dtype: Argument = None

    def validate(self) -> None:
        check_range("rate", self.rate, 0, 1)


class SpatialDropout2D(LayerSchema):
    """Drop whole features of an image: ``(batch, height, width, features)`` stays."""

    keras_name = "keras.layers.SpatialDropout2D"
    rank = 4
    legacy = {"p": "rate", "dim_ordering": "data_format"}
    layer_keywords = ()

    rate: Argument
    data_format: Argument = None
    seed: Argument = None
    name: Argument = None
    dtype: Argument = None

    def validate(self) -> None:
        check_range("rate", self.rate, 0, 1)
        if self.data_format is not None:
            literal("data_format", self.data_format, DATA_FORMATS)


class SpatialDropout3D(SpatialDropout2D):
    """Drop whole features of a volume: ``(batch, d, h, w, features)`` stays."""

    keras_name = "keras.layers.SpatialDropout3D"
    rank = 5


class GaussianDropout(LayerSchema):
    """Multiply by noise while training: the shape stays."""

    keras_name = "keras.layers.GaussianDropout"
    legacy = {"p": "rate"}

    rate: Argument
    seed: Argument = None

    def validate(self) -> None:
        check_range("rate", self.rate, 0, 1, keras=(3,))


class AlphaDropout(LayerSchema):
    """Drop values and keep mean and variance while training: the shape stays."""

    keras_name = "keras.layers.AlphaDropout"
    legacy = {"p": "rate"}

    rate: Argument
    noise_shape: Argument = None
    seed: Argument = None

    def validate(self) -> None:
        check_range("rate", self.rate, 0, 1, keras=(3,))


class GaussianNoise(LayerSchema):
    """Add noise while training: the shape stays."""

    keras_name = "keras.layers.GaussianNoise"
    legacy = {"sigma": "stddev"}

    stddev: Argument
    seed: Argument = None

    def validate(self) -> None:
        check_range("stddev", self.stddev, 0, 1, keras=(3,))
