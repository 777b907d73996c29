"""Which Keras is meant: by the settings, the environment's metadata, the project's files."""

from __future__ import annotations

import re
import sys
import sysconfig
from functools import lru_cache
from pathlib import Path

from keras_lint.settings import Settings
from keras_lint.source import SourceText

_IMPORT = re.compile(r"^\s*(?:import|from)\s+(tf_keras|keras|tensorflow)\b", re.MULTILINE)
_PIN = re.compile(
    r"""^\s*["']?(?P<name>keras|tensorflow|tensorflow[-_]cpu|tensorflow[-_]gpu)["']?\s*(?:\[[^\]]*\])?\s*
        (?P<sign>==|~=|>=|<=|<|\^|=\s*["'])\s*["']?(?P<version>\d+(?:\.\d+)*)""",
    re.VERBOSE | re.MULTILINE,
)
_PROJECT_FILES = (
    "uv.lock", "poetry.lock", "Pipfile.lock", "requirements.txt", "pyproject.toml",
    "environment.yml", "setup.cfg", "setup.py",
)  # fmt: skip
_LEVELS_UP = 6


def keras_version(source: SourceText, settings: Settings) -> int | None:
    """Give the major version of Keras that a file is written for, or None.

    ``tf_keras`` is Keras 2 whatever else is there. Otherwise the setting decides, then the
    environment that ``keras-python`` names, then what the project pins, then the
    environment that runs the linter.
    """
    roots = set(_IMPORT.findall(source.text))
    if roots == {"tf_keras"}:
        return 2
    if settings.version in ("2", "3"):
        return int(settings.version)
    tensorflow = roots == {"tensorflow"}
    if settings.python:
        return _of_environment(settings.python, tensorflow)
    pinned = _of_project(str(Path(source.path).absolute().parent))
    return pinned if pinned is not None else _of_environment("", tensorflow)


@lru_cache(maxsize=64)
def _of_environment(python: str, tensorflow: bool) -> int | None:
    """Read the distribution metadata of an environment, importing nothing."""
    versions: dict[str, tuple[int, ...]] = {}
    for folder in _site_packages(python):
        for name in ("keras", "tensorflow", "tensorflow_cpu", "tensorflow_intel"):
            for metadata in sorted(folder.glob(f"{name}-[0-9]*.dist-info")):
                version = metadata.name.partition("-")[2].removesuffix(".dist-info")
                versions.setdefault(name, _numbers(version))
    if tensorflow:
        for name in ("tensorflow", "tensorflow_cpu", "tensorflow_intel"):
            if name in versions and versions[name] < (2, 16):
                return 2
    return versions["keras"][0] if versions.get("keras") else None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def _site_packages(python: str) -> list[Path]:
    if not python:
        return [
            Path(sysconfig.get_paths()["purelib"]),
            *(Path(p) for p in sys.path if "site-packages" in p),
        ]
    executable = Path(python).absolute()
    prefix = executable.parent.parent
    found = [*prefix.glob("lib/python3*/site-packages"), prefix / "Lib" / "site-packages"]
    return [folder for folder in found if folder.is_dir()]


@lru_cache(maxsize=256)
def _of_project(folder: str) -> int | None:
    """Read what the nearest lock or requirements file pins."""
    here = Path(folder)
    for directory in [here, *here.parents][:_LEVELS_UP]:
        for name in _PROJECT_FILES:
            found = _pinned(directory / name)
            if found is not None:
                return found
        if (directory / ".git").exists():
            break
    return None


def _pinned(path: Path) -> int | None:
    try:
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    except OSError:
        return None
    lowest: int | None = None
    for match in _PIN.finditer(text):
        version = _numbers(match["version"])
        if match["sign"] in ("<", "<="):
            continue
        if match["name"] == "keras":
            return version[0] if match["sign"] != ">=" or version[0] >= 3 else None
        if match["sign"] != ">=" or version >= (2, 16):
            lowest = 3 if version >= (2, 16) else 2
    return lowest
