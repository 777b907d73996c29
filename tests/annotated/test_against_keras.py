"""The recorded answers on the annotated programs are what real Keras says now."""

from __future__ import annotations

from tests.annotated.annotations import EXAMPLES, PROGRAMS, PROJECTS
from tests.annotated.record import ask_keras, recorded


def test_keras_gives_the_recorded_answers():
    """One process executes all programs; after a change: ``python -m tests.annotated.record``."""
    answers = ask_keras([*PROGRAMS, *PROJECTS, *EXAMPLES])
    assert answers == recorded()
