"""``keras-lint fix``: the fixes that findings carry, as a diff or written into the files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import zip_longest

from keras_lint.cli import configuration, files, rule_choice
from keras_lint.cli.failure import CannotRun
from keras_lint.cli.fixing import Confirm, Fixed, Unconfirmed, settle
from keras_lint.cli.writing import CannotWrite, replace_file
from keras_lint.diagnostics import Fix
from keras_lint.diagnostics.edits import unified_diff
from keras_lint.engine import Report
from keras_lint.notebooks import Notebook
from keras_lint.settings import Settings
from keras_lint.source import SourceText

NOTHING, SHOWN_OR_LEFT, COULD_NOT = 0, 1, 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, notebooks or folders")
    parser.add_argument("--write", action="store_true", help="write the files, not a diff")
    parser.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="apply also the fixes that change what a model computes",
    )
    parser.add_argument(
        "--verify",
        action="store_true",
        help="apply only fixes whose result real Keras has built, in another process",
    )
    for name, meaning in (("select", "the rules to run"), ("ignore", "the rules to leave out")):
        parser.add_argument(
            f"--{name}",
            type=_names,
            action="extend",
            default=[],
            metavar="RULE,...",
            help=f"{meaning}: names, codes or their first letters, groups, all",
        )
    parser.add_argument(
        "--extra", action="store_true", help="run the rules of keras-lint-extra, too"
    )


def _names(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def run(options: argparse.Namespace) -> int:
    """Show or apply the fixes; 0 where there are none, 1 where some are shown or left."""
    chosen = configuration.read()
    rules = rule_choice.choose(
        chosen, select=options.select, ignore=options.ignore, extra=options.extra
    )
    tally = _Tally()
    with ExitStack() as stack:
        confirm = None
        if options.verify:
            confirm = stack.enter_context(_asking_keras(chosen.settings))
        for path in dict.fromkeys(files.expand(options.paths)):
            if isinstance(path, files.Unreadable):
                tally.could_not(path.path, path.message)
                continue
            try:
                _fix(path, options, chosen.settings, rules, confirm, tally)
            except CannotRun as failure:
                tally.could_not(path, str(failure))
    return tally.conclude(options)


def _fix(
    path: str,
    options: argparse.Namespace,
    settings: Settings,
    rules: tuple[str, ...],
    confirm: Confirm | None,
    tally: _Tally,
) -> None:
    stored = files.read_stored(path)
    if isinstance(stored, files.Unreadable):
        tally.could_not(path, stored.message)
        return
    fixed = settle(stored.source, settings, rules, unsafe=options.unsafe_fixes, confirm=confirm)
    if fixed.applied:
        old, new = _encoded(stored, stored.source), _encoded(stored, fixed.source)
        if old != stored.data:
            raise CannotWrite("cannot be written back byte for byte; it is left as it is")
        if options.write:
            replace_file(path, stored.data, new)
    if fixed.first.fault is not None:
        files.complain_of_syntax(fixed.first)
        tally.status = COULD_NOT
    for note in fixed.first.notes:
        tally.could_not(path, note)
    tally.take(path, fixed)
    if fixed.applied and not options.write:
        _show(stored.source, fixed.source)


def _encoded(stored: files.Stored, source: SourceText) -> bytes:
    text = source.stored if isinstance(source, Notebook) else source.text
    try:
        return text.encode(stored.encoding)
    except UnicodeEncodeError:
        raise CannotWrite(f"the fix has a character that {stored.encoding} has not") from None


def _show(old: SourceText, new: SourceText) -> None:
    """Print the change; that of a notebook cell by cell."""
    for before, after in zip_longest(old.parts(), new.parts()):
        sys.stdout.write(unified_diff(before.path, before.text, after.text))


@contextmanager
def _asking_keras(settings: Settings) -> Iterator[Confirm]:
    # Inside the function: most runs ask nobody.
    from keras_lint.verification import Session, verify

    with Session(settings) as session:

        def doubts(report: Report) -> dict[Fix, str]:
            answer = verify(report, session)
            if answer.unavailable:
                raise CannotRun(f"nothing is confirmed: {answer.unavailable}")
            return {one.fix: one.refused or one.skipped for one in answer.remedies}

        yield doubts


class _Tally:
    """What a run did, counted."""

    def __init__(self) -> None:
        self.status = NOTHING
        self._made: list[tuple[str, str, str]] = []
        self._unsafe = 0
        self._unconfirmed: list[Unconfirmed] = []

    def could_not(self, path: str, message: str) -> None:
        """Say that something could not be done with a file."""
        files.complain(path, message)
        self.status = COULD_NOT

    def take(self, path: str, fixed: Fixed) -> None:
        """Count what came of one file."""
        self._made += [(path, one.rule, one.fix.title) for one in fixed.applied]
        self._unsafe += fixed.unsafe
        self._unconfirmed += fixed.unconfirmed

    def conclude(self, options: argparse.Namespace) -> int:
        """Say what was done and what was not, on standard error, and give the exit status."""
        if options.write:
            for path, rule, title in self._made:
                sys.stdout.write(f"{path}: {' '.join(title.split())} ({rule})\n")
        for line in self._lines(write=options.write):
            sys.stderr.write(f"{line}\n")
        shown = bool(self._made) and not options.write
        if shown or self._unsafe or self._unconfirmed:
            return max(self.status, SHOWN_OR_LEFT)
        return self.status

    def _lines(self, *, write: bool) -> Iterator[str]:
        made = _count(len(self._made), "fix", "fixes")
        places = _count(len({path for path, _, _ in self._made}), "file", "files")
        if self._made and write:
            yield f"Applied {made} in {places}"
        elif self._made:
            yield f"{made} in {places}; `keras-lint fix --write` applies what is shown"
        elif not (self._unsafe or self._unconfirmed):
            yield "Nothing to fix"
        if self._unsafe:
            left = _count(self._unsafe, "fix changes", "fixes change")
            yield f"{left} what a model computes: `--unsafe-fixes` applies them, too"
        if self._unconfirmed:
            left = _count(len(self._unconfirmed), "fix is", "fixes are")
            yield f"{left} not confirmed by Keras and left out"
        for one in self._unconfirmed:
            title = " ".join(one.fix.title.split())
            yield f"{one.place}: {title} ({one.rule}): {' '.join(one.why.split())}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
