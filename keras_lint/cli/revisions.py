"""The files of a git repository, as they were and as they are."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from keras_lint.cli.failure import CannotRun

_READ = re.compile(
    r"(?:.*/)?(?:[^/]+\.(?:py|ipynb)|requirements\.txt|pyproject\.toml|setup\.cfg"
    r"|uv\.lock|poetry\.lock|Pipfile\.lock|environment\.yml)"
)
_IMPORTED = re.compile(r"^\s*(?:from\s+([\w.]+)\s+import\s+(.+)|import\s+(.+))$", re.MULTILINE)
_SECONDS = 60


@dataclass(frozen=True)
class Change:
    """A source file that may mean something else now.

    ``old`` and ``new`` are its names in the repository, None where it is not there.
    """

    old: str | None
    new: str | None

    @property
    def name(self) -> str:
        """The name to show it by."""
        return self.new or self.old or ""


class Repository:
    """The repository around the current folder.

    Raises:
        CannotRun: there is no git, or no repository.
    """

    def __init__(self) -> None:
        self.root = Path(os.fsdecode(_git("rev-parse", "--show-toplevel").removesuffix(b"\n")))

    def knows(self, revision: str) -> bool:
        """Tell whether a text names a revision."""
        try:
            self.commit(revision)
        except CannotRun:
            return False
        return True

    def commit(self, revision: str) -> str:
        """Give the name of the commit that a revision means."""
        if revision.startswith("-"):
            raise CannotRun(f"there is no revision {revision!r}")
        try:
            found = _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        except CannotRun:
            raise CannotRun(f"there is no revision {revision!r}") from None
        return found.decode().strip()

    def export(self, commit: str, folder: Path) -> None:
        """Write what an analysis reads of a commit into a folder."""
        for name in self._names("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit):
            if not _READ.fullmatch(name):
                continue
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_git("show", f"{commit}:{name}", folder=self.root))

    def changes(self, commit: str, paths: Iterable[str]) -> list[Change]:
        """List the sources that differ from a commit, and those that import one that does."""
        wanted = [self._name_of(path) for path in paths]
        found = list(self._differing(commit))
        sources = self._sources()
        affected = {Path(one.name).stem for one in found}
        while True:
            more = [
                name
                for name, imported in sources.items()
                if imported & affected and name not in {one.new for one in found}
            ]
            if not more:
                break
            found += [Change(name, name) for name in more]
            affected |= {Path(name).stem for name in more}
        chosen = [one for one in found if any(_inside(one, path) for path in wanted)]
        return sorted(chosen, key=lambda one: one.name)

    def _differing(self, commit: str) -> Iterable[Change]:
        fields = iter(self._names("diff", "--name-status", "-z", "--find-renames", commit, "--"))
        for status in fields:
            old: str | None = next(fields)
            new = next(fields) if status[:1] in "RC" else old
            if status[:1] in "AC":
                old = None
            if status[:1] == "D":
                new = None
            if _is_source(new or old or ""):
                yield Change(old, new)
        for name in self._names("ls-files", "--others", "--exclude-standard", "-z"):
            if _is_source(name):
                yield Change(None, name)

    def _sources(self) -> Mapping[str, set[str]]:
        """Give the names that each source file imports."""
        found = {}
        for name in self._names("ls-files", "-z"):
            if _is_source(name):
                try:
                    text = (self.root / name).read_text("utf-8", errors="replace")
                except OSError:
                    continue
                found[name] = {
                    word
                    for groups in _IMPORTED.findall(text.replace("\\n", "\n"))
                    for word in re.findall(r"\w+", " ".join(groups))
                }
        return found

    def _names(self, *arguments: str) -> list[str]:
        return os.fsdecode(_git(*arguments, folder=self.root)).split("\0")[:-1]

    def _name_of(self, path: str) -> str:
        """Give the name in the repository of a path from the current folder."""
        absolute = Path(os.path.normpath(Path.cwd() / path))
        for root in (self.root, self.root.resolve()):
            for candidate in (absolute, absolute.resolve()):
                if candidate.is_relative_to(root):
                    return candidate.relative_to(root).as_posix()
        raise CannotRun(f"{path}: lies outside of the repository {self.root}")


def _is_source(name: str) -> bool:
    return name.endswith((".py", ".ipynb"))


def _inside(change: Change, path: str) -> bool:
    return path == "." or any(
        name is not None and (name == path or name.startswith(f"{path}/"))
        for name in (change.old, change.new)
    )


def _git(*arguments: str, folder: Path | None = None) -> bytes:
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise CannotRun("diff needs git, which is not installed") from None
    except subprocess.TimeoutExpired:
        raise CannotRun(f"git {arguments[0]} gave no answer in {_SECONDS} seconds") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise CannotRun(said[0].removeprefix("fatal: ") if said else f"git {arguments[0]} failed")
    return done.stdout
