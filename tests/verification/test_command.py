"""``keras-lint verify``: its output and its exit status."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from keras_lint.cli import main
from keras_lint.verification import Session
from tests.verification.programs import FLAGSHIP, IMPORTS

CLEAN = IMPORTS + "m = keras.Sequential([keras.Input((6,)), layers.Dense(3)])\n"
UNKNOWN = IMPORTS + "m = keras.Sequential([keras.Input((6,)), layers.Dense(units())])\n"


@pytest.fixture(autouse=True)
def shared_worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, session: Session) -> None:
    monkeypatch.setattr("keras_lint.cli.verify.Session", lambda _settings: nullcontext(session))
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text('[tool.pylint.keras-lint]\nkeras-version = "3"\n')


def _run(text: str, *options: str) -> int:
    Path("program.py").write_text(text)
    return main(["verify", "program.py", *options])


def test_agreement_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(CLEAN) == 0
    out = capsys.readouterr().out
    assert "confirmed by keras 3." in out
    assert "Total params: 21" in out


def test_findings_end_with_1_and_name_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(FLAGSHIP, "--format", "json") == 1
    (entry,) = json.loads(capsys.readouterr().out)["files"]
    (model,) = entry["models"]
    assert (model["status"], model["params"]) == ("confirmed", 244)
    assert model["keras"].startswith("keras 3.")
    assert model["layers"][0]["keras"] == "(None, 3, 16)"
    assert [one["params"] for one in entry["remedies"]] == [180]
    assert [one["rule"] for one in entry["findings"]] == ["dense-on-multidim-input"]


def test_what_is_not_verified_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(UNKNOWN) == 2
    out = capsys.readouterr().out
    assert "not verified: cannot be rebuilt" in out
    assert "confirmed" not in out


def test_a_file_that_is_not_there_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "nowhere.py"]) == 2
    assert "nowhere.py: no such file" in capsys.readouterr().err
