"""A worker that hangs, dies, prints or reaches out costs one model its verification."""

from __future__ import annotations

from pathlib import Path

import pytest

from keras_lint.settings import Settings
from keras_lint.verification import NoAnswer, Session, verified, verify
from keras_lint.verification.verdicts import Status
from tests.verification.programs import only_model, report_of, verdict_on

GOOD = "keras.Sequential([keras.Input((3,)), layers.Dense(1)])\n"


def _after(units: int) -> str:
    return f"keras.Sequential([keras.Input((3,)), layers.Dense({units})])\n{GOOD}"


@pytest.mark.parametrize(
    ("units", "reason"),
    [
        (13, "no answer in 2 seconds"),
        (14, "killed by signal 9"),
        (18, "more than 300 MB"),
        (20, "ended with status 3"),
    ],
    ids=["hangs", "is killed", "eats memory", "exits"],
)
def test_a_model_that_ends_the_worker_costs_only_itself(
    units: int, reason: str, stand_in: Session
) -> None:
    bad, good = verdict_on(_after(units), stand_in).models
    assert bad.status is Status.NOT_VERIFIED
    assert reason in bad.reason
    assert good.layers[0].status is Status.DISAGREEMENT  # the stand-in has no weights
    assert stand_in.starts == 2


# Where psutil is not installed the worker watches itself, and not what its parent holds.
def test_a_worker_that_nobody_watches_watches_itself(
    stand_in: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keras_lint.verification.session.memory_of", lambda _: None)
    held = bytearray(b"1") * 400_000_000
    bad, good = verdict_on(_after(18), stand_in).models
    assert len(held) == 400_000_000
    assert "more than 300 MB" in bad.reason
    assert good.layers[0].status is Status.DISAGREEMENT
    assert stand_in.starts == 2


@pytest.mark.parametrize(
    ("units", "words"),
    [(16, "denies the network"), (17, "denies writing"), (19, "denies other processes")],
)
def test_sockets_foreign_files_and_processes_are_denied(
    units: int, words: str, stand_in: Session
) -> None:
    bad, _ = verdict_on(_after(units), stand_in).models
    assert words in bad.layers[0].raised
    assert not (Path.home() / ".keras-lint-test").exists()
    assert stand_in.starts == 1


def test_the_workers_own_folder_may_be_written_and_is_removed(stand_in: Session) -> None:
    own, _ = verdict_on(_after(21), stand_in).models
    assert own.layers[0].raised == ""
    folder = Path(stand_in._folder)
    assert (folder / "scratch.txt").exists()
    stand_in.close()
    assert not folder.exists()


def test_prints_of_libraries_never_reach_stdout(
    stand_in: Session, capfd: pytest.CaptureFixture[str]
) -> None:
    noisy, _ = verdict_on(_after(15), stand_in).models
    assert noisy.layers[0].keras.startswith("(None, 15)")
    assert capfd.readouterr() == ("", "")


def test_one_worker_serves_all_models(session: Session) -> None:
    first = only_model(verdict_on(GOOD, session))
    worker = session.process_id
    second = only_model(verdict_on(GOOD, session))
    assert first.status is second.status is Status.CONFIRMED
    assert session.process_id == worker


def test_an_environment_without_keras_is_said_once_and_confirms_nothing(tmp_path: Path) -> None:
    settings = Settings(version="3", python=str(tmp_path / "no-python"))
    with Session(settings) as session:
        verification = verify(report_of(GOOD), session)
    assert "cannot be started" in verification.unavailable
    assert verification.models == ()
    assert not verification.complete


def test_an_unknown_framework_is_unavailable(session: Session) -> None:
    with pytest.raises(NoAnswer) as raised:
        session.ask("keras_of_nobody", {"kind": "objects"})
    assert raised.value.unavailable


def test_the_plugin_keeps_its_findings_where_keras_is_not_there(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(version="3", python=str(tmp_path / "no-python"))
    report = report_of("keras.Sequential([keras.Input((3,)), layers.Dense(-1)])")
    again = verified(report, settings)
    assert again.diagnostics == report.diagnostics != ()
    assert "nothing is verified" in again.notes[-1]
    assert capfd.readouterr() == ("", "")
