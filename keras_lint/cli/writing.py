"""Replacing a file as a whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from keras_lint.cli.failure import CannotRun

_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class CannotWrite(CannotRun):
    """A file that stays as it is, with the reason in one line."""


def replace_file(path: str, old: bytes, new: bytes) -> None:
    """Put new content in the place of what was read; links, mode and owner stay.

    Raises:
        CannotWrite: its content is no longer ``old``, or it cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        _replace(target, old, new)
    except OSError as error:
        raise CannotWrite(f"cannot be written: {error.strerror or error}") from None


def _replace(target: Path, old: bytes, new: bytes) -> None:
    state = target.stat()
    if not state.st_mode & _WRITE_BITS or not os.access(target, os.W_OK):
        raise CannotWrite("cannot be written: it is read-only")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(new)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(stat.S_IMODE(state.st_mode))
        if hasattr(os, "chown"):
            # Only an administrator's run can differ from the owner, and only it may do this.
            with contextlib.suppress(OSError):
                os.chown(name, state.st_uid, state.st_gid)
        if target.read_bytes() != old:
            raise CannotWrite("has changed since it was read; it is left as it is")
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
