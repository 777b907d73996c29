"""Words and ids by a vocabulary: ``StringLookup``, ``IntegerLookup``, ``TextVectorization``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, NumpyInteger, show, truth
from keras_lint.layers.preprocessing.encoding import check_salt, check_sparse, one_for_each
from keras_lint.layers.preprocessing.vocabulary import Vocabulary
from keras_lint.layers.ranges import check_choice, check_range, output_size
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
)

OUTPUT_MODES = ("int", "one_hot", "multi_hot", "count", "tf_idf", "binary", "tf-idf")


class Lookup(LayerSchema):
    """What both lookups share. Keras: ``IndexLookup``."""

    layer_keywords = ("trainable", "dtype")

    max_tokens: Argument = None
    num_oov_indices: Argument = 1
    mask_token: Argument = None
    oov_token: Argument = None
    vocabulary: Argument = None

    def validate(self) -> None:
        if self.max_tokens is not None:
            check_range("max_tokens", self.max_tokens, 2)
        check_range("num_oov_indices", self.num_oov_indices, 0)
        if truth(self._given("pad_to_max_tokens")) is True and self.max_tokens is None:
            raise InvalidArgument("max_tokens", "a number beside pad_to_max_tokens", "None")
        mode, sparse, weights = (
            self._given(name) for name in ("output_mode", "sparse", "idf_weights")
        )
        check_choice("output_mode", mode, OUTPUT_MODES)
        if truth(self._given("invert")) is True and isinstance(mode, str) and mode != "int":
            raise InvalidArgument("output_mode", "'int' beside invert", show(mode))
        check_sparse(sparse, mode)
        check_idf(mode, weights, self.vocabulary)
        self._vocabulary().check(self.vocabulary, self.max_tokens, truth(self._given("invert")))

    def output_shape(self, inputs: Shape) -> Shape:
        mode = self._given("output_mode")
        if inputs.dims is None or mode == "int":
            return inputs
        return encoded(inputs, mode, self._depth())

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        mode = self._given("output_mode")
        if isinstance(mode, Unknown):
            return None
        return "int64" if mode == "int" else "float32"

    def _given(self, name: str) -> Argument:
        return getattr(self, name)

    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(
            self.mask_token, self.oov_token, self.num_oov_indices, self._given("output_mode")
        )

    def tokens(self, *, special_too: bool = True) -> list[str | int] | Unknown:
        """Give the vocabulary that the constructor gets."""
        return self._vocabulary().tokens(self.vocabulary, special_too=special_too)

    def _depth(self) -> Dim:
        """Give the size of a vector over the vocabulary."""
        match truth(self._given("pad_to_max_tokens")):
            case True:
                return output_size("max_tokens", self.max_tokens)
            case Unknown() as unknown:
                return unknown
        return self._vocabulary().size(self.vocabulary)


class StringLookup(Lookup):
    """Give each word its id: the shape stays, or vectors over the vocabulary."""

    keras_name = "keras.layers.StringLookup"
    added = ("salt",)
    keras_2_places = {"encoding": 6, "sparse": 9, "pad_to_max_tokens": 10, "name": None}

    max_tokens: Argument = None
    num_oov_indices: Argument = 1
    mask_token: Argument = None
    oov_token: Argument = "[UNK]"
    vocabulary: Argument = None
    idf_weights: Argument = None
    invert: Argument = False
    output_mode: Argument = "int"
    pad_to_max_tokens: Argument = False
    sparse: Argument = False
    encoding: Argument = "utf-8"
    name: Argument = None
    salt: Argument = None

    def validate(self) -> None:
        check_salt(self.salt)
        if isinstance(self.mask_token, int | float | NumpyInteger):
            raise InvalidArgument("mask_token", "a string", show(self.mask_token), keras=(3,))
        super().validate()
        check_strings(self.vocabulary)

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        inverse = truth(self.invert)
        # Keras 3 says int64 of words too.
        if inverse is False or self.keras == 3:
            return super().output_dtype(inputs)
        return "string" if inverse is True and self.keras == 2 else None


class IntegerLookup(Lookup):
    """Give each integer its id: the shape stays, or vectors over the vocabulary."""

    keras_name = "keras.layers.IntegerLookup"
    added = ("oov_method", "salt")
    legacy = {"max_values": "max_tokens", "mask_value": "mask_token", "oov_value": "oov_token"}

    max_tokens: Argument = None
    num_oov_indices: Argument = 1
    mask_token: Argument = None
    oov_token: Argument = -1
    vocabulary: Argument = None
    vocabulary_dtype: Argument = "int64"
    idf_weights: Argument = None
    invert: Argument = False
    output_mode: Argument = "int"
    sparse: Argument = False
    pad_to_max_tokens: Argument = False
    oov_method: Argument = "floormod"
    salt: Argument = None
    name: Argument = None

    def validate(self) -> None:
        check_choice("vocabulary_dtype", self.vocabulary_dtype, ("int64",), keras=(3,))
        check_choice("oov_method", self.oov_method, ("floormod", "farmhash"))
        check_salt(self.salt)
        salted = isinstance(self.salt, int | list | tuple)
        if salted and isinstance(self.oov_method, str) and self.oov_method != "farmhash":
            raise InvalidArgument("salt", "oov_method='farmhash' beside it", show(self.salt))
        if isinstance(self.mask_token, str):
            raise InvalidArgument("mask_token", "an int", show(self.mask_token), keras=(3,))
        super().validate()
        words = self.vocabulary if isinstance(self.vocabulary, list | tuple) else ()
        if any(isinstance(word, str) and not word.lstrip("+-").isdigit() for word in words):
            raise InvalidArgument("vocabulary", "ints", show(words), keras=(3,))


class TextVectorization(LayerSchema):
    """Split texts into words: ids ``(batch, output_sequence_length)``, or vectors."""

    keras_name = "keras.layers.TextVectorization"
    accepts = {"has_input_vocabulary": "", "vocabulary_size": ""}

    max_tokens: Argument = None
    standardize: Argument = "lower_and_strip_punctuation"
    split: Argument = "whitespace"
    ngrams: Argument = None
    output_mode: Argument = "int"
    output_sequence_length: Argument = None
    pad_to_max_tokens: Argument = False
    vocabulary: Argument = None
    idf_weights: Argument = None
    sparse: Argument = False
    ragged: Argument = False
    encoding: Argument = "utf-8"
    name: Argument = None

    def validate(self) -> None:
        standards = ("lower_and_strip_punctuation", "lower", "strip_punctuation")
        if self.standardize is not None:
            check_choice("standardize", self.standardize, standards)
        if self.split is not None:
            check_choice("split", self.split, ("whitespace", "character"))
        check_choice("output_mode", self.output_mode, OUTPUT_MODES)
        self._check_lengths()
        if self.max_tokens is not None:
            check_range("max_tokens", self.max_tokens, 2)
        elif truth(self.pad_to_max_tokens) is True:
            raise InvalidArgument("max_tokens", "a number beside pad_to_max_tokens", "None")
        check_sparse(self.sparse, self.output_mode)
        check_idf(self.output_mode, self.idf_weights, self.vocabulary)
        self._vocabulary().check(self.vocabulary, self.max_tokens, False)
        check_strings(self.vocabulary)

    def _check_lengths(self) -> None:
        ngrams, length = self.ngrams, self.output_sequence_length
        numbers = isinstance(ngrams, tuple) and any(isinstance(n, str | float) for n in ngrams)
        if numbers or isinstance(ngrams, str | float | list | dict | NumpyInteger):
            raise InvalidArgument("ngrams", "an int, a tuple of ints or None", show(ngrams))
        if isinstance(self.output_mode, Unknown) or isinstance(length, Unknown):
            return
        if self.output_mode == "int":
            if isinstance(length, str | float | list | tuple | dict | NumpyInteger):
                raise InvalidArgument("output_sequence_length", "an int or None", show(length))
        elif length is not None:
            expected = "output_mode='int' beside it"
            raise InvalidArgument("output_sequence_length", expected, show(length))
        if truth(self.ragged) is True and self.output_mode != "int":
            raise InvalidArgument("ragged", "output_mode='int' beside it", show(self.ragged))

    def output_shape(self, inputs: Shape) -> Shape:
        if inputs.dims is None or isinstance(self.output_mode, Unknown):
            return Shape.unknown(inputs.why or "the output mode is unknown")
        if self.output_mode == "int":
            length = output_size("output_sequence_length", self.output_sequence_length)
            if not len(inputs):
                # Keras: a symbolic text without batch axis raises, a single text does not.
                single = Unknown("the number of words of a text")
                return Shape((single if is_dynamic(length) else length,))
            result = Shape((inputs[0], length))
            if len(inputs) < 3:
                return result
            return self.of_version(Shape.unknown("texts in several axes are not followed"), result)
        pad = truth(self.pad_to_max_tokens)
        size = self._vocabulary().size(self.vocabulary) if pad is False else Unknown("")
        if pad is not False:
            size = pad if isinstance(pad, Unknown) else output_size("max_tokens", self.max_tokens)
        if self.keras == 2 and len(inputs) == 2 and inputs[1] == 1:
            return Shape((inputs[0], size))
        words = Shape((*inputs.known, DYNAMIC))
        if isinstance(self.split, Unknown):
            return Shape.unknown(self.split.why)
        if self.split is None:
            words = inputs if len(inputs) > 1 else Shape((*inputs.known, 1))
        return encoded(words, self.output_mode, size)

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        if isinstance(self.output_mode, Unknown):
            return None
        return "int64" if self.output_mode == "int" else "float32"

    def _vocabulary(self) -> Vocabulary:
        return Vocabulary("", "[UNK]", 1, self.output_mode)


def encoded(inputs: Shape, output_mode: Argument, size: Dim) -> Shape:
    """Give the shape of vectors over a vocabulary. Keras: ``IndexLookup.compute_output_shape``."""
    if isinstance(output_mode, Unknown):
        return Shape.unknown(output_mode.why)
    if output_mode == "one_hot":
        return one_for_each(inputs, size)
    return inputs.with_last(size) if len(inputs) else Shape((size,))


def check_strings(words: Argument) -> None:
    """Check that the words of a vocabulary are not all integers.

    Raises:
        InvalidArgument: they are.
    """
    if isinstance(words, list | tuple) and all(isinstance(word, int) for word in words):
        raise InvalidArgument("vocabulary", "strings", show(words), keras=(3,))


def check_idf(output_mode: Argument, weights: Argument, vocabulary: Argument) -> None:
    """Check the weights of the words.

    Raises:
        InvalidArgument: there are some without ``tf_idf``, or none with it and a vocabulary.
    """
    if isinstance(output_mode, Unknown) or isinstance(weights, Unknown):
        return
    if output_mode not in ("tf_idf", "tf-idf"):
        if weights is not None:
            raise InvalidArgument("idf_weights", "output_mode='tf_idf' beside it", show(weights))
        return
    if vocabulary is None or isinstance(vocabulary, Unknown):
        return
    if weights is None:
        raise InvalidArgument("idf_weights", "one weight for each word", "None")
    if not isinstance(weights, list | tuple) or not isinstance(vocabulary, list | tuple):
        return
    if len(weights) != len(vocabulary):
        expected = f"{len(vocabulary)} weights, one for each word"
        raise InvalidArgument("idf_weights", expected, f"{len(weights)}")
