"""The comparison itself: it must see each kind of disagreement."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from keras_lint.layers.core.dense import Dense
from keras_lint.layers.reshaping.flatten import Flatten
from keras_lint.shapes import InvalidShape, Shape, Unknown
from tests.layers.differential import Draw, compare, differential

FITS = Draw({"units": 4}, (None, 3))


def refuse(*_: object) -> None:
    raise InvalidShape("nothing", "something")


def test_agreement_is_told_apart() -> None:
    """A layer that both make is accepted, one that both refuse is refused."""
    assert compare("Dense", FITS) == "accepted"
    assert compare("Dense", Draw({"units": -1}, (None, 3))) == "refused"


@pytest.mark.parametrize(
    ("method", "answer", "words"),
    [
        ("output_shape", lambda _self, _inputs: Shape.of(None, 5), "another shape"),
        ("output_shape", lambda _self, _inputs: Shape.of(4, 4), "another shape"),
        ("output_shape", lambda _self, _inputs: Shape.of(None), "another rank"),
        ("output_shape", lambda _self, _inputs: Shape((Unknown("no"), 4)), "another shape"),
        ("output_shape", lambda _self, _inputs: Shape.unknown("no"), "unknown rank"),
        ("output_shape", lambda _self, inputs: [inputs], "another structure"),
        ("output_shape", refuse, "only the schema refuses"),
        ("output_dtype", lambda _self, _inputs: "int32", "another dtype"),
        ("weights", lambda _self, _inputs: (), "another number of weights"),
    ],
)
def test_a_wrong_schema_is_found(
    monkeypatch: pytest.MonkeyPatch, method: str, answer: object, words: str
) -> None:
    """Each answer of a schema is compared with that of Keras."""
    monkeypatch.setattr(Dense, method, answer)

    with pytest.raises(AssertionError, match=words):
        compare("Dense", FITS)


def test_a_missing_refusal_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A schema that takes what Keras refuses is wrong."""
    monkeypatch.setattr(Dense, "validate", lambda _self: None)

    with pytest.raises(AssertionError, match="only Keras refuses"):
        compare("Dense", Draw({"units": -1}, (None, 3)))


def test_an_unknown_may_be_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known must be right even then."""
    allowed = Draw({}, (None, 3), unknown_allowed=True)
    monkeypatch.setattr(Flatten, "output_shape", lambda *_: Shape((Unknown("no"), 3)))
    assert compare("Flatten", allowed) == "accepted"

    monkeypatch.setattr(Flatten, "output_shape", lambda *_: Shape((Unknown("no"), 4)))
    with pytest.raises(AssertionError, match="another shape"):
        compare("Flatten", allowed)


def test_a_quota_that_is_not_reached_is_an_error() -> None:
    """A strategy without refusals says nothing about refusals."""
    with pytest.raises(AssertionError, match="wanted"):
        differential("Dense", st.just(FITS), accepted=1, refused=1)
