"""How much memory a process uses."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _psutil() -> Any:
    try:
        import psutil  # of the extra "verify"; without it the worker watches itself
    except ImportError:
        return None
    return psutil


def memory_of(process_id: int) -> int | None:
    """Give the megabytes that a process holds, None where that cannot be told."""
    psutil = _psutil()
    if psutil is None:
        return None
    try:
        used: int = psutil.Process(process_id).memory_info().rss
    except psutil.Error:
        return None
    return used // (1024 * 1024)
