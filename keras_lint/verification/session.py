"""The parent's side of the worker: started once per run, watched, restarted after its death."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from keras_lint.settings import Settings
from keras_lint.verification.memory import memory_of
from keras_lint.verification.worker.guard import MEMORY_EXIT

STARTUP_SECONDS = 240
"""What the first request may take: importing TensorFlow on a cold disk is slow."""

_POLL_SECONDS = 0.1
_MAX_STARTS = 20
_WORKER = Path(__file__).parent / "worker" / "__main__.py"


class NoAnswer(Exception):
    """The worker gave no answer; the text says why.

    ``unavailable`` says that it cannot give any, as there is no Keras.
    """

    def __init__(self, why: str, *, unavailable: bool = False) -> None:
        super().__init__(why)
        self.unavailable = unavailable


class Session:
    """One run's worker. It is started by the first question and ended by ``close``."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.python = self.settings.python or sys.executable
        self.starts = 0
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str | None] = queue.Queue()
        self._folder = ""
        self._errors: IO[bytes] | None = None
        self._ready: set[str] = set()
        self._versions: dict[str, str] = {}
        self._unavailable: dict[str, str] = {}
        self._number = 0

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """The id of the worker's process, None while there is none."""
        return None if self._process is None else self._process.pid

    def ask(self, framework: str, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give the worker's answer to a request.

        Raises:
            NoAnswer: there is no Keras, or the worker died, hung, or used too much memory.
        """
        if framework in self._unavailable:
            raise NoAnswer(self._unavailable[framework], unavailable=True)
        if framework not in self._ready:
            answer = self._exchange({"kind": "ready", "framework": framework}, STARTUP_SECONDS)
            if "unavailable" in answer:
                why = f"{self.python} has no {framework}: {answer['unavailable']}"
                self._unavailable[framework] = why
                raise NoAnswer(why, unavailable=True)
            self._ready.add(framework)
            self._versions[framework] = str(answer["version"])
        seconds = max(1, self.settings.verify_seconds)
        answer = self._exchange({**request, "framework": framework}, seconds)
        if "failed" in answer:
            raise NoAnswer(f"the worker failed: {answer['failed']}")
        return answer

    def version_of(self, framework: str) -> str | None:
        """Give the version of Keras that answered for a framework, if one did."""
        return self._versions.get(framework)

    def restart(self) -> None:
        """End the worker; the next question starts another."""
        self._end()

    def close(self) -> None:
        """End the worker and remove its folder."""
        self._end()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = ""

    # -- the process ------------------------------------------------------------------------

    def _exchange(self, request: Mapping[str, Any], seconds: float) -> Mapping[str, Any]:
        process = self._running()
        self._number += 1
        line = json.dumps({**request, "id": self._number})
        assert process.stdin is not None, "started with a pipe"
        try:
            process.stdin.write(line + "\n")
            process.stdin.flush()
        except OSError:
            raise self._died(process) from None
        deadline = time.monotonic() + seconds
        while True:
            try:
                answer = self._answers.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                self._check(process, deadline, seconds)
                continue
            if answer is None:
                raise self._died(process)
            found: Mapping[str, Any] = json.loads(answer)
            if found.get("id") == self._number:
                return found

    def _check(self, process: subprocess.Popen[str], deadline: float, seconds: float) -> None:
        used = memory_of(process.pid)
        limit = self.settings.verify_memory
        if used is not None and limit and used > limit:
            self._end()
            raise NoAnswer(f"Keras needed more than {limit} MB")
        if time.monotonic() > deadline:
            self._end()
            raise NoAnswer(f"Keras gave no answer in {seconds:g} seconds")

    def _died(self, process: subprocess.Popen[str]) -> NoAnswer:
        try:
            status = process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            status = None
        last = self._last_words()
        self._end()
        if status == MEMORY_EXIT:
            return NoAnswer(f"Keras needed more than {self.settings.verify_memory} MB")
        how = f"was killed by signal {-status}" if status is not None and status < 0 else "died"
        if status is not None and status > 0:
            how = f"ended with status {status}"
        return NoAnswer(f"the process that asks Keras {how}" + (f": {last}" if last else ""))

    def _last_words(self) -> str:
        if self._errors is None:
            return ""
        try:
            text = Path(self._errors.name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        return lines[-1][:200] if lines else ""

    def _running(self) -> subprocess.Popen[str]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        if self.starts >= _MAX_STARTS:
            raise NoAnswer("the process that asks Keras has died too often", unavailable=True)
        self.starts += 1
        if not self._folder:
            self._folder = tempfile.mkdtemp(prefix="keras-lint-")
        self._errors = (Path(self._folder) / "stderr.txt").open("wb")
        watched = memory_of(os.getpid()) is not None
        memory = 0 if watched else self.settings.verify_memory
        command = [self.python, "-I", "-B", "-X", "utf8", str(_WORKER), self._folder, str(memory)]
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                text=True,
                encoding="utf-8",
                env=self._environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            why = f"{self.python} cannot be started: {error.strerror or error}"
            raise NoAnswer(why, unavailable=True) from None
        self._answers = queue.Queue()
        threading.Thread(
            target=_collect, args=(self._process.stdout, self._answers), daemon=True
        ).start()
        return self._process

    def _environment(self) -> dict[str, str]:
        quiet = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
        return {**os.environ, **quiet, "TMPDIR": self._folder, "TEMP": self._folder,
                "TMP": self._folder, "MPLBACKEND": "Agg"}  # fmt: skip

    def _end(self) -> None:
        process, self._process = self._process, None
        self._ready = set()
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    _close_quietly(stream)
        if self._errors is not None:
            self._errors.close()
            self._errors = None


def _close_quietly(stream: IO[str]) -> None:
    with suppress(OSError):
        stream.close()


def _collect(stream: IO[str] | None, answers: queue.Queue[str | None]) -> None:
    """Move the worker's lines into a queue, and ``None`` at their end."""
    assert stream is not None, "started with a pipe"
    with suppress(OSError, ValueError):
        for line in stream:
            answers.put(line)
    answers.put(None)
