"""What errors say of real Keras: it refuses their bad examples and takes the good ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from keras_lint.rules.registry import find_rule
from tests.rules.image_folder import make_images
from tests.rules.keras_runs import assert_raises, assert_runs
from tests.rules.pages import bad_examples, page_of

NOT_FROM_KERAS = ("shape-comment",)
"""Rules at error level whose mistake is one of the text alone."""
ERRORS = [(name, source) for name, source in bad_examples("E") if name not in NOT_FROM_KERAS]


@pytest.mark.parametrize(("name", "source"), ERRORS, ids=[name for name, _ in ERRORS])
def test_keras_raises(
    name: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if '"images"' in source:
        make_images(tmp_path / "images")
        monkeypatch.chdir(tmp_path)
    assert_raises(source)
    rule = find_rule(name)
    assert rule is not None
    for better in page_of(rule).good:
        assert_runs(better)
