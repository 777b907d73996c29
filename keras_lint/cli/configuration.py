"""The options in ``pyproject.toml`` and pylint's other files, where its users keep them."""

from __future__ import annotations

import configparser
import difflib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from keras_lint.cli.failure import CannotRun
from keras_lint.settings import Settings

PREFIX = "keras-"
_VERSIONS = ("auto", "2", "3")
_BOOLEANS = {"y": True, "yes": True, "true": True, "n": False, "no": False, "false": False}


class BadConfiguration(CannotRun):
    """A configuration that cannot be followed, with the reason in one line."""


@dataclass(frozen=True)
class Configuration:
    """The settings, and the names of messages that are switched off and on."""

    settings: Settings = field(default_factory=Settings)
    disabled: tuple[str, ...] = ()
    enabled: tuple[str, ...] = ()


def read(start: Path | None = None) -> Configuration:
    """Read the file that pylint would read: one of its own here, or ``pyproject.toml`` upwards.

    Raises:
        BadConfiguration: the file has not its form, or an option a value that it cannot have.
    """
    folder = (start or Path.cwd()).resolve()
    own = (folder / name for name in _PYLINTS_FILES)
    path = next((one for one in own if one.is_file() and _has_options(one)), _find(folder))
    if path is None:
        return Configuration()
    try:
        options = dict(_options(_tables(path)))
        return Configuration(
            Settings().with_options(_settings(options)),
            _names(options.get("disable")),
            _names(options.get("enable")),
        )
    except (OSError, ValueError, configparser.Error) as error:
        raise BadConfiguration(f"{path}: {' '.join(str(error).split())}") from None


_PYLINTS_FILES = (
    "pylintrc", "pylintrc.toml", ".pylintrc", ".pylintrc.toml",
    "pyproject.toml", "setup.cfg", "tox.ini",
)  # fmt: skip
_SHARED = ("setup.cfg", "tox.ini")
"""Files of other tools, in which pylint's sections are named after it."""


def _has_options(path: Path) -> bool:
    if path.name.endswith("pylintrc"):
        return True
    try:
        return "pylint" in path.read_text(encoding="utf-8") and bool(_tables(path))
    except (OSError, ValueError, configparser.Error):
        return path.name not in _SHARED


def _tables(path: Path) -> Mapping[str, Any]:
    """Give pylint's sections of a file, those of TOML nested."""
    text = path.read_text(encoding="utf-8")
    if "pylint" not in text and not path.name.endswith("pylintrc"):
        return {}
    if path.suffix == ".toml":
        tables = _parse(text).get("tool", {}).get("pylint", {})
        return tables if isinstance(tables, Mapping) else {}
    # As pylint reads them; a colon in an option's name is none of ours.
    parser = configparser.ConfigParser(inline_comment_prefixes=("#", ";"), interpolation=None)
    parser.read_string(text)
    return {
        name: dict(section)
        for name, section in parser.items()
        if path.name not in _SHARED or name.lower().startswith("pylint")
    }


def _find(folder: Path) -> Path | None:
    for directory in (folder, *folder.parents):
        path = directory / "pyproject.toml"
        if path.is_file():
            return path
        if (directory / ".git").exists() or (directory / ".hg").exists():
            return None
    return None


def _parse(text: str) -> dict[str, Any]:
    # Inside the function: most projects keep nothing for us in the file.
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib  # type: ignore[import-not-found,unused-ignore]

    content: dict[str, Any] = tomllib.loads(text)
    return content


def _options(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give the options of all sections: to pylint the name of a section means nothing."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _options(value)
        else:
            yield name.replace("_", "-"), value


def _settings(options: Mapping[str, Any]) -> dict[str, Any]:
    known = {PREFIX + one.name.replace("_", "-"): one for one in fields(Settings)}
    found = {}
    for name, value in options.items():
        if not name.startswith(PREFIX):
            continue
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            raise ValueError(f"there is no option {name}" + (f"; {near[0]} is one" if near else ""))
        found[known[name].name] = _value(name, value, type(known[name].default))
    return found


def _value(name: str, value: Any, kind: type) -> Any:
    if name == "keras-version" and str(value) not in _VERSIONS:
        raise ValueError(f"{name} is {value!r}, but may be {', '.join(_VERSIONS)}")
    if kind is bool and not isinstance(value, bool):
        if str(value).lower() not in _BOOLEANS:
            raise ValueError(f"{name} is {value!r}, but may be yes or no")
        return _BOOLEANS[str(value).lower()]
    if kind is int and not isinstance(value, bool) and str(value).isdecimal():
        return int(value)
    if kind is int:
        raise ValueError(f"{name} is {value!r}, but must be a whole number")
    return value if kind is bool else str(value)


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return ()
    return tuple(str(one).strip() for one in value)
