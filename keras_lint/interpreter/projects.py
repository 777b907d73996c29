"""The user's project: its own modules are found, parsed and run; site-packages never are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from keras_lint.interpreter.context import Activation, Context
from keras_lint.interpreter.spans import Spans
from keras_lint.interpreter.syntax import ParseFailure, parse
from keras_lint.interpreter.values import Module
from keras_lint.source import SourceText

if TYPE_CHECKING:
    from astroid import nodes  # third party, for the type checker alone

_MARKERS = ("pyproject.toml", "setup.py", "setup.cfg", ".git", "requirements.txt")
_LIBRARIES = {
    "keras", "tensorflow", "tf_keras", "numpy", "pandas", "sklearn", "os", "sys", "math", "random",
}  # fmt: skip
_MAX_BYTES = 2_000_000


class Project:
    """Where imports of one file lead, inside its own project."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._loaded: dict[Path, Module | None] = {}
        try:
            self.roots = _search_roots(Path(path).absolute())
        except OSError:
            self.roots = []

    def module_of(self, tree: nodes.Module, name: str, source: SourceText) -> Module:
        """Make the module object of the analyzed file."""
        module = Module(name, source.path, tree, Spans(source.path, source.text))
        with suppress(OSError):
            self._loaded[Path(source.path).resolve()] = module
        return module

    def search_along(self, folder: Path) -> None:
        """Look for modules in one more folder, as ``sys.path.append`` says."""
        with suppress(OSError, ValueError):
            found = folder.resolve()
            if found.is_dir() and not {"site-packages", "dist-packages"} & set(found.parts):
                self.roots = list(dict.fromkeys([*self.roots, found]))

    def load(self, run: Context, name: str, level: int, importer: Module) -> Module | None:
        """Give a module by its import name, run; None where it is not in the project."""
        if level == 0 and (not name or name.partition(".")[0] in _LIBRARIES):
            return None
        for base in self._bases(level, importer):
            found = _locate(base, name)
            if found is not None:
                return self._run(run, found, name or base.name)
        return None

    def _bases(self, level: int, importer: Module) -> list[Path]:
        if level == 0:
            return self.roots
        folder = Path(importer.path).absolute().parent
        for _ in range(level - 1):
            folder = folder.parent
        return [folder]

    def _run(self, run: Context, path: Path, name: str) -> Module | None:
        key = path.resolve()
        if key in self._loaded:
            return self._loaded[key]
        self._loaded[key] = None
        if path.is_dir():  # a namespace package: only its submodules exist
            module = Module(name, str(path / "__init__.py"), None, Spans(str(path), ""))
            self._loaded[key] = module
            return module
        parsed = _parsed(key, name)
        if parsed is None:
            return None
        tree, text = parsed
        module = Module(name, str(path), tree, Spans(str(path), text))
        self._loaded[key] = module
        run.activations.append(Activation(None, module.frame))
        try:
            run.execute(tree.body, module.frame)
        finally:
            run.activations.pop()
        return module


def imported_texts(source: SourceText) -> Iterator[str]:
    """Give the text of every module of the project that a file imports, near ones first."""
    try:
        roots = _search_roots(Path(source.path).absolute())
    except OSError:
        return
    waiting = [(source.text, Path(source.path).absolute().parent)]
    seen: set[Path] = set()
    while waiting and len(seen) < _MAX_MODULES:
        text, folder = waiting.pop(0)
        for dots, name, names in _IMPORT.findall(text):
            bases = [folder, *folder.parents][len(dots) - 1 : len(dots)] if dots else roots
            if not dots and name.partition(".")[0] in _LIBRARIES:
                continue
            for wanted in (name, f"{name}.{names}" if name else names):
                path = next(filter(None, (_locate(base, wanted) for base in bases)), None)
                if path is None or path in seen or path.is_dir():
                    continue
                seen.add(path)
                found = _text(path)
                if found is not None:
                    yield found
                    waiting.append((found, path.parent))


def may_register_objects(source: SourceText) -> bool:
    """Tell whether a file or a module that it imports may give Keras names of custom objects."""
    return any(
        word in text for text in (source.text, *imported_texts(source)) for word in _REGISTERING
    )


_REGISTERING = ("custom_object", "CustomObjectScope", "serializable(")
_IMPORT = re.compile(r"^[ \t]*(?:from|import)[ \t]+(\.*)([\w.]*)(?:[ \t]+import[ \t]+(\w*))?", re.M)
_MAX_MODULES = 50


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


def _search_roots(path: Path) -> list[Path]:
    roots = [path.parent]
    for folder in path.parents:
        if (folder / "__init__.py").exists():
            roots.append(folder.parent)
            continue
        if any((folder / marker).exists() for marker in _MARKERS):
            roots += [folder, folder / "src"]
            break
    return list(dict.fromkeys(root for root in roots if "site-packages" not in root.parts))


def _locate(base: Path, name: str) -> Path | None:
    target = base.joinpath(*name.split(".")) if name else base
    try:
        for candidate in (target / "__init__.py", target.with_suffix(".py")):
            if candidate.is_file() and candidate.stat().st_size <= _MAX_BYTES:
                return candidate
        if name and target.is_dir() and any(target.glob("*.py")):
            return target
    except (OSError, ValueError):
        return None
    return None


def _parsed(path: Path, name: str) -> tuple[nodes.Module, str] | None:
    text = _text(path)
    return None if text is None else _parse_cached(str(path), name, text)


@lru_cache(maxsize=256)
def _parse_cached(path: str, name: str, text: str) -> tuple[nodes.Module, str] | None:
    """Parse a module once per content."""
    try:
        return parse(SourceText(path, text), name), text
    except ParseFailure:
        return None
