"""Every option: its name, its default, what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any


def _option(default: Any, meaning: str) -> Any:
    return field(default=default, metadata={"help": meaning})


@dataclass(frozen=True)
class Settings:
    """The options of one run; configuration files write ``keras-`` and the name with hyphens."""

    version: str = _option("auto", "the Keras that is meant: 2, 3 or auto")
    python: str = _option("", "the interpreter of the environment whose Keras is meant")
    resolve_tensorflow: bool = _option(True, "make tensorflow.keras resolve in pylint")
    verify: bool = _option(False, "build the models with real Keras, in another process")
    verify_seconds: int = _option(60, "seconds that verifying one model may take")
    verify_memory: int = _option(4096, "megabytes that the verifying process may use")
    max_steps: int = _option(200_000, "statements and calls that are followed in one file")
    max_depth: int = _option(24, "calls of the user's functions inside one another")
    max_unroll: int = _option(6_000, "iterations of a loop that are followed one by one")

    def with_options(self, options: Mapping[str, Any]) -> Settings:
        """Give the settings with some options replaced, by their names in Python."""
        known = {one.name for one in fields(self)}
        return replace(self, **{k: v for k, v in options.items() if k in known})
