"""The table of verdicts: a person's judgment of each finding on public code.

A row names a place in the sources that the oracle was recorded from (notebooks as scripts), and
says of the finding there ``true``, ``true-but-unwelcome`` (the author knows, or does not care) or
``false`` (Keras does something else than the message says), and why.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("verdicts.csv")
VERDICTS = ("true", "true-but-unwelcome", "false")


class Place(NamedTuple):
    """Where a finding stands, and of which rule it is."""

    repository: str
    path: str
    line: int
    rule: str

    def __str__(self) -> str:
        return f"{self.repository} {self.path}:{self.line} {self.rule}"


class Verdict(NamedTuple):
    """One row of the table."""

    place: Place
    verdict: str
    reason: str


COLUMNS = (*Place._fields, *Verdict._fields[1:])


def header() -> tuple[str, ...]:
    """Give the names of the columns as the file has them."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(next(csv.reader(file)))


def read() -> list[Verdict]:
    """Read the rows in the order of the file."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [
        Verdict(Place(repository, path, int(line), rule), verdict, reason)
        for repository, path, line, rule, verdict, reason in rows
    ]
