"""``keras-lint fix``: what it shows, what it writes, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from keras_lint import verification
from keras_lint.cli import fixing, main, writing
from keras_lint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from keras_lint.engine import Report, analyze
from keras_lint.settings import Settings
from keras_lint.source import SourceText, Span
from keras_lint.verification.verdicts import Verification

SAFE = """import keras
from keras import layers

model = keras.Sequential([
    keras.Input((8,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(4, input_shape=(8,)),  # é
])
"""
UNSAFE = """from keras.layers import Dense, Flatten
from keras.models import Sequential

model = Sequential()
model.add(Dense(16, input_shape=(3, 2)))
model.add(Flatten())
model.add(Dense(4))
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text('[tool.pylint.keras-lint]\nkeras-version = "3"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _finding(path: str, fix: Fix) -> Diagnostic:
    span = Span(path, 1, 0, 1, 1)
    return Diagnostic("made-up", "W7199", Severity.WARNING, span, "is made up", fixes=(fix,))


def test_a_diff_is_shown_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.py").write_text(SAFE, encoding="utf-8")
    assert main(["fix", "a.py"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        "--- a.py\n+++ a.py\n@@ -4,5 +4,5 @@\n model = keras.Sequential([\n"
        "     keras.Input((8,)),\n"
        '     layers.Dense(16, activation="relu"),\n'
        "-    layers.Dense(4, input_shape=(8,)),  # é\n"
        "+    layers.Dense(4),  # é\n ])\n"
    )
    assert err == "1 fix in 1 file; `keras-lint fix --write` applies what is shown\n"
    assert (folder / "a.py").read_text(encoding="utf-8") == SAFE


def test_write_applies_what_is_safe_and_then_all_is_done(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.py").write_text(SAFE, encoding="utf-8")
    assert main(["fix", "--write", "a.py"]) == 0
    fixed = SAFE.replace(", input_shape=(8,)", "")
    assert (folder / "a.py").read_text(encoding="utf-8") == fixed
    assert capsys.readouterr().err == "Applied 1 fix in 1 file\n"
    assert main(["fix", "--write", "a.py"]) == 0
    assert capsys.readouterr() == ("", "Nothing to fix\n")


def test_what_changes_the_model_needs_permission(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.py").write_text(UNSAFE)
    assert main(["fix", "--write", "a.py"]) == 1
    assert (folder / "a.py").read_text() == UNSAFE
    assert capsys.readouterr().err == (
        "1 fix changes what a model computes: `--unsafe-fixes` applies them, too\n"
    )
    assert main(["fix", "--write", "--unsafe-fixes", "a.py"]) == 0
    assert (folder / "a.py").read_text().splitlines()[3:] == [
        "model = Sequential()",
        "model.add(Flatten(input_shape=(3, 2)))",
        "model.add(Dense(16))",
        "model.add(Dense(4))",
    ]


def test_rules_can_be_chosen(folder: Path) -> None:
    (folder / "a.py").write_text(SAFE, encoding="utf-8")
    assert main(["fix", "--ignore", "input-shape-not-first", "a.py"]) == 0
    assert main(["fix", "--select", "dense", "a.py"]) == 0
    assert main(["fix", "--select", "input-shape-not-first", "a.py"]) == 1


def test_a_finding_that_a_comment_silences_is_not_fixed(folder: Path) -> None:
    text = SAFE.replace("# é", "# pylint: disable=keras-input-shape-not-first")
    (folder / "a.py").write_text(text)
    assert main(["fix", "a.py"]) == 0


@pytest.mark.parametrize(
    ("end", "mark", "encoding"),
    [
        ("\n", "", "utf-8"),
        ("\r\n", "", "utf-8"),
        ("\r", "", "utf-8"),
        ("\r\n", "", "utf-8-sig"),
        ("\n", "# coding: latin-1\n", "latin-1"),
        ("\r\n", "# coding: latin-1\n", "latin-1"),
    ],
)
def test_encoding_and_line_ends_stay(folder: Path, end: str, mark: str, encoding: str) -> None:
    text = (mark + SAFE).replace("\n", end)
    (folder / "a.py").write_bytes(text.encode(encoding))
    assert main(["fix", "--write", "a.py"]) == 0
    fixed = text.replace(", input_shape=(8,)", "")
    assert (folder / "a.py").read_bytes() == fixed.encode(encoding)


def test_mode_and_links_stay(folder: Path) -> None:
    (folder / "real.py").write_text(SAFE, encoding="utf-8")
    (folder / "real.py").chmod(0o754)
    (folder / "link.py").symlink_to("real.py")
    assert main(["fix", "--write", "link.py"]) == 0
    assert (folder / "link.py").is_symlink()
    assert (folder / "real.py").stat().st_mode & 0o777 == 0o754
    assert "input_shape" not in (folder / "real.py").read_text(encoding="utf-8")
    assert _names(folder) == ["link.py", "pyproject.toml", "real.py"]


def test_a_read_only_file_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.py").write_text(SAFE, encoding="utf-8")
    (folder / "a.py").chmod(0o444)
    assert main(["fix", "--write", "a.py"]) == 2
    assert capsys.readouterr().err.startswith("a.py: cannot be written: it is read-only\n")
    assert (folder / "a.py").read_text(encoding="utf-8") == SAFE


def test_a_file_that_changed_in_between_is_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.py").write_text(SAFE, encoding="utf-8")
    original = writing.tempfile.mkstemp

    def edited_meanwhile(**options: object) -> tuple[int, str]:
        (folder / "a.py").write_text("x = 1\n")
        return original(**options)

    monkeypatch.setattr(writing.tempfile, "mkstemp", edited_meanwhile)
    assert main(["fix", "--write", "a.py"]) == 2
    assert "a.py: has changed since it was read" in capsys.readouterr().err
    assert (folder / "a.py").read_text() == "x = 1\n"
    assert _names(folder) == ["a.py", "pyproject.toml"]


def test_a_disk_that_refuses_leaves_the_file_whole(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.py").write_text(SAFE, encoding="utf-8")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    assert main(["fix", "--write", "a.py"]) == 2
    assert "a.py: cannot be written: No space left on device" in capsys.readouterr().err
    assert (folder / "a.py").read_text(encoding="utf-8") == SAFE
    assert _names(folder) == ["a.py", "pyproject.toml"]


def _made_up(monkeypatch: pytest.MonkeyPatch, fixes: Iterator[Fix] | list[Fix]) -> None:
    """Let the analysis of every file find one thing for each fix."""

    def analyze_with(source: SourceText, settings: Settings, *, rules: object) -> Report:
        report = analyze(source, settings, rules=[])
        found = tuple(_finding(source.path, fix) for fix in fixes)
        return Report(source, report.model, found, report.fault, (), report.left_out)

    monkeypatch.setattr(fixing.files, "analyze", analyze_with)


def _replacing(text: str, applicability: Applicability, path: str = "a.py") -> Fix:
    return Fix("write", (Edit(Span(path, 1, 0, 1, 1), text),), applicability)


@pytest.mark.parametrize(
    ("fix", "status", "said"),
    [
        (_replacing("(", Applicability.SAFE), 2, "would not parse after the fix 'write'"),
        (_replacing("x", Applicability.SAFE), 2, "undo one another"),
        (_replacing("xx", Applicability.SAFE), 2, "come to no end"),
        (_replacing("y", Applicability.DISPLAY), 0, "Nothing to fix"),
        (_replacing("y", Applicability.SAFE, path="other.py"), 0, "Nothing to fix"),
        (_replacing("y", Applicability.UNSAFE), 1, "changes what a model computes"),
    ],
)
def test_fixes_that_are_not_made(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    fix: Fix,
    status: int,
    said: str,
) -> None:
    (folder / "a.py").write_text("x = 1\n")
    _made_up(monkeypatch, [fix])
    assert main(["fix", "--write", "a.py"]) == status
    assert said in capsys.readouterr().err
    assert (folder / "a.py").read_text() == "x = 1\n"


def test_a_character_that_the_encoding_lacks_is_not_written(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.py").write_bytes(b"# coding: latin-1\nx = 1\n")
    edit = Edit(Span("a.py", 2, 0, 2, 1), "\u03b1")
    once = iter([[_finding("a.py", Fix("alpha", (edit,), Applicability.SAFE))]])

    def analyze_once(source: SourceText, settings: Settings, *, rules: object) -> Report:
        report = analyze(source, settings, rules=[])
        return Report(source, report.model, tuple(next(once, [])))

    monkeypatch.setattr(fixing.files, "analyze", analyze_once)
    assert main(["fix", "--write", "a.py"]) == 2
    assert "has a character that iso-8859-1 has not" in capsys.readouterr().err


def test_a_file_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "none.py"]) == 2
    assert "none.py: no such file" in capsys.readouterr().err


def test_a_file_with_a_broken_statement_is_fixed_and_complained_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.py").write_text(SAFE + "print 'done'\n", encoding="utf-8")
    assert main(["fix", "--write", "a.py"]) == 2
    assert "Python 2's print statement" in capsys.readouterr().err
    assert "input_shape" not in (folder / "a.py").read_text(encoding="utf-8")


def test_only_what_keras_confirms_is_applied_on_demand(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.py").write_text(UNSAFE)
    assert main(["fix", "--write", "--unsafe-fixes", "--verify", "a.py"]) == 0
    assert "model.add(Flatten(input_shape=(3, 2)))" in (folder / "a.py").read_text()
    assert "Applied 1 fix in 1 file" in capsys.readouterr().err


def test_what_keras_does_not_confirm_is_left(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.py").write_text(UNSAFE)
    monkeypatch.setattr(verification, "verify", lambda *_: Verification())
    assert main(["fix", "--write", "--unsafe-fixes", "--verify", "a.py"]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first == "1 fix is not confirmed by Keras and left out"
    assert second.startswith("a.py:5:1: move the model's own Flatten to the front")
    assert second.endswith("(dense-on-multidim-input): it was not tried")
    assert (folder / "a.py").read_text() == UNSAFE


def test_without_keras_nothing_is_confirmed(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.py").write_text(UNSAFE)
    nobody = Verification(unavailable="there is no Keras")
    monkeypatch.setattr(verification, "verify", lambda *_: nobody)
    assert main(["fix", "--write", "--unsafe-fixes", "--verify", "a.py"]) == 2
    assert "a.py: nothing is confirmed: there is no Keras\n" in capsys.readouterr().err
    assert (folder / "a.py").read_text() == UNSAFE


# What stands in no model is built by itself; what Keras does not build is not confirmed.
def test_fixes_outside_of_models_are_tried_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.py").write_text(
        "import keras\nfrom keras import layers\n"
        "x = layers.Dense(3)(keras.Input(784))\n"
        "late = keras.Input(16)\n"
        'saved = keras.callbacks.ModelCheckpoint("best.h5", monitor="val_loss", mode="max")\n'
    )
    assert main(["fix", "--write", "--unsafe-fixes", "--verify", "a.py"]) == 1
    text = (folder / "a.py").read_text()
    assert "keras.Input((784,))" in text
    assert "keras.Input(16)" in text
    assert 'mode="max"' in text
    err = capsys.readouterr().err
    assert "a.py:4:20: write (16,) for one axis of 16" in err
    assert "there is nothing in it that Keras builds" in err
