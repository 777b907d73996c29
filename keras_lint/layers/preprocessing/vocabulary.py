"""The vocabulary of a lookup: how many ids there are, and what Keras refuses in it."""

from __future__ import annotations

from dataclasses import dataclass

from keras_lint.layers.arguments import Argument, NumpyInteger, show
from keras_lint.shapes import Dim, InvalidArgument, Unknown


@dataclass(frozen=True)
class Vocabulary:
    """The tokens with a meaning of their own, which come before the words.

    Keras: ``IndexLookup``. The mask token has an id only where the output is ids.
    """

    mask_token: Argument
    oov_token: Argument
    num_oov_indices: Argument
    output_mode: Argument

    def size(self, words: Argument) -> Dim:
        """Give the number of ids, those of the special tokens included."""
        parts = self.tokens(words)
        return parts if isinstance(parts, Unknown) else len(parts)

    def tokens(self, words: Argument, *, special_too: bool = True) -> list[str | int] | Unknown:
        """Give the tokens in the order of their ids. Keras: ``IndexLookup.get_vocabulary``."""
        if words is None:
            return Unknown("the vocabulary comes from `adapt`")
        parts = self._split(words)
        if isinstance(parts, Unknown):
            return parts
        special, own = parts
        return [*special, *own] if special_too else own

    def check(self, words: Argument, max_tokens: Argument, invert: bool | Unknown) -> None:
        """Check the words. Keras: ``IndexLookup.set_vocabulary``.

        Raises:
            InvalidArgument: there are none, too many, one twice, or a special one among them.
        """
        if isinstance(words, list | tuple) and not words:
            raise InvalidArgument("vocabulary", "at least one word", show(words))
        parts = self._split(words)
        if isinstance(parts, Unknown):
            return
        special, own = parts
        if len(set(own)) != len(own):
            twice = next(word for word in own if own.count(word) > 1)
            raise InvalidArgument("vocabulary", "every word once", f"{twice!r} twice")
        if self.mask_token is not None and self.mask_token in own:
            raise InvalidArgument("vocabulary", "words other than the mask token", repr(own))
        if invert is True and self.oov_token is not None and self.oov_token in own:
            raise InvalidArgument("vocabulary", "words other than the oov token", repr(own))
        limit = max_tokens.value if isinstance(max_tokens, NumpyInteger) else max_tokens
        if isinstance(limit, int) and len(special) + len(own) > limit:
            expected = f"at most {limit} tokens, {len(special)} special ones included"
            raise InvalidArgument("vocabulary", expected, f"{len(special) + len(own)}")

    def _split(self, words: Argument) -> tuple[list[str | int], list[str | int]] | Unknown:
        """Give the special tokens and the other words."""
        why = Unknown("the vocabulary is unknown")
        if not isinstance(words, list | tuple) or isinstance(self.output_mode, Unknown):
            return why
        plain: list[Argument] = [
            one.value if isinstance(one, NumpyInteger) else one for one in words
        ]
        tokens = (self.mask_token, self.oov_token)
        count = self.num_oov_indices
        if isinstance(count, NumpyInteger):
            count = count.value
        if not isinstance(count, int) or not all(isinstance(one, str | int) for one in plain):
            return why
        if not all(one is None or isinstance(one, str | int) for one in tokens):
            return why
        masked = self.mask_token is not None and self.output_mode == "int"
        special = [self.mask_token] * masked + [self.oov_token] * count
        if plain[: len(special)] == special:
            return special, plain[len(special) :]
        return special, plain
