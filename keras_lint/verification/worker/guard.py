"""What the worker may not do, and how much memory it may use."""

from __future__ import annotations

import os
import sys
import threading
from typing import Any

MEMORY_EXIT = 77
"""The exit status of a worker that has used more memory than it may."""

_NETWORK = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname",
            "socket.gethostbyaddr", "socket.sendto", "socket.sendmsg", "urllib.Request",
            "http.client.connect", "ftplib.connect", "smtplib.connect")  # fmt: skip
_PROCESSES = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
              "os.forkpty", "os.startfile", "pty.spawn")  # fmt: skip
_CHANGES = {"os.mkdir": 1, "os.remove": 1, "os.rmdir": 1, "os.rename": 2, "os.link": 2,
            "os.symlink": 2, "os.truncate": 1, "os.chmod": 1, "os.chown": 1, "os.utime": 1,
            "shutil.rmtree": 1, "shutil.move": 2, "shutil.copyfile": 2,
            "shutil.unpack_archive": 2}  # fmt: skip
"""Audit events that change files, with the number of their paths."""


def install_guard(folder: str) -> None:
    """Deny sockets, processes, and writes outside a folder. This is no sandbox."""
    allowed = os.path.realpath(folder)
    null = {os.devnull, os.path.realpath(os.devnull)}

    def inside(path: Any) -> bool:
        if isinstance(path, int):
            return True
        try:
            text = os.fsdecode(path)
        except TypeError:
            return True
        if text in null:
            return True
        real = os.path.realpath(text)
        return real == allowed or real.startswith(allowed + os.sep)

    def guard(event: str, arguments: Any) -> None:
        if event == "open":
            path, mode, flags = (*arguments, None, None, None)[:3]
            writes = isinstance(mode, str) and any(sign in mode for sign in "wax+")
            if isinstance(flags, int):
                writes = writes or bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
            if writes and not inside(path):
                raise PermissionError(f"keras-lint denies writing {path!r}")
        elif event in _CHANGES:
            for path in arguments[: _CHANGES[event]]:
                if not inside(path):
                    raise PermissionError(f"keras-lint denies {event} on {path!r}")
        elif event in _NETWORK:
            raise PermissionError(f"keras-lint denies the network ({event})")
        elif event in _PROCESSES:
            raise PermissionError(f"keras-lint denies other processes ({event})")

    sys.addaudithook(guard)


def watch_memory(limit: int) -> None:
    """End the process once it uses more megabytes than it may."""
    pause = threading.Event()

    def watch() -> None:
        while not pause.wait(0.25):
            used = _megabytes()
            if used is not None and used > limit:
                os._exit(MEMORY_EXIT)

    threading.Thread(target=watch, daemon=True).start()


def _megabytes() -> float | None:
    """Give what this process holds, None where only its parent can tell, as on Windows."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:  # noqa: PTH123
            pages = int(stream.read().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        pass
    try:
        import resource  # not on Windows
    except ImportError:
        return None
    # The most that it ever held; on Linux this would count what its parent held before `exec`.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
