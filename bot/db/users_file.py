"""Reads a file of people, checks every line, and hands the good ones over sorted, in bounded memory."""

import csv
import heapq
import itertools
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from bot.domain.language import Language
from bot.domain.topic import Topic

COLUMNS = ("telegram_id", "language", "topics")
PROBLEMS_KEPT = 10_000
LARGEST_ID = 2**52  # Telegram: at most 52 significant bits

_RUN = 50_000
_LANGUAGES = frozenset(Language)

Person = tuple[int, str, tuple[str, ...]]
"""A good line: id, language, topics in their written form."""


class UsersFileError(ValueError):
    """The file as a whole is no list of people."""


@dataclass(slots=True)
class SortedPeople:
    """The good lines of a file, in sorted runs on disk: rows in the order of their keys go in many times faster.

    problems: `line N: reason` of bad lines, the first 10,000; bad: how many there are in all.
    """

    folder: Path
    good: int = 0
    bad: int = 0
    problems: list[str] = field(default_factory=list)
    _runs: list[Path] = field(default_factory=list)

    def read(self, path: Path, codes: frozenset[str]) -> None:
        """Read a file into runs in the folder. codes: of the destinations that can be followed.

        Raises UsersFileError when the header is wrong or the text is not UTF-8.
        """
        for chunk in _chunks(path):
            lines = list(self._checked(chunk, codes))
            self.good += len(lines)
            run = self.folder / str(len(self._runs))
            run.write_text("".join(sorted(lines)), encoding="ascii")
            self._runs.append(run)

    def batches(self, size: int) -> Iterator[list[Person]]:
        """Yield the people by id, those of one id in the order of the file, in lists of this size."""
        with ExitStack() as stack:
            files = [stack.enter_context(run.open(encoding="ascii")) for run in self._runs]
            merged = heapq.merge(*files)
            while batch := list(map(_person, itertools.islice(merged, size))):
                yield batch

    def _checked(self, chunk: Iterable[tuple[int, list[str]]], codes: frozenset[str]) -> Iterator[str]:
        for number, row in chunk:
            try:
                who, language, topics = _fields(row, codes)
            except ValueError as error:
                self._refuse(number, str(error))
            else:
                yield f"{who:016d} {number:010d} {language} {topics}\n"

    def _refuse(self, number: int, reason: str) -> None:
        self.bad += 1
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append(f"line {number}: {reason}")


def _chunks(path: Path) -> Iterator[list[tuple[int, list[str]]]]:
    """Yield numbered rows in lists; the header is checked and the columns are brought into order."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        try:
            order = _order(path, next(reader, []))
            numbered = ((reader.line_num, _ordered(row, order)) for row in reader if row)
            while chunk := list(itertools.islice(numbered, _RUN)):
                yield chunk
        except UnicodeDecodeError:
            raise UsersFileError(f"{path.name}: not UTF-8 text, after line {reader.line_num}") from None
        except csv.Error as error:
            raise UsersFileError(f"{path.name}, line {reader.line_num}: {error}") from None


def _order(path: Path, header: list[str]) -> list[int]:
    names = [name.strip() for name in header]
    if sorted(names) != sorted(COLUMNS):
        raise UsersFileError(f"{path.name}, line 1: the columns must be {','.join(COLUMNS)}")
    return [names.index(name) for name in COLUMNS]


def _ordered(row: list[str], order: list[int]) -> list[str]:
    return [row[place] for place in order] if len(row) == len(order) else row


def _fields(row: list[str], codes: frozenset[str]) -> tuple[int, str, str]:
    if len(row) != len(COLUMNS):
        raise ValueError(f"{len(row)} values, not {len(COLUMNS)}")
    who, language = row[0].strip(), row[1].strip()
    if not (who.isascii() and who.isdigit() and len(who) <= 16 and 0 < int(who) <= LARGEST_ID):
        raise ValueError(f"{row[0]!r} is no Telegram id")
    if language not in _LANGUAGES:
        raise ValueError(f"language {row[1]!r} is not one of {', '.join(Language)}")
    return int(who), language, _topics(row[2], codes)


@lru_cache(maxsize=10_000)
def _topics(text: str, codes: frozenset[str]) -> str:
    found = [Topic.parse(part) for part in text.split("|") if part.strip()]
    for topic in found:
        if topic.iso2 and topic.iso2 not in codes:
            raise ValueError(f"topic {str(topic)!r}: no such destination")
    return "|".join(dict.fromkeys(map(str, found)))


def _person(line: str) -> Person:
    who, _, language, topics = line[:-1].split(" ")
    return int(who), language, tuple(topics.split("|")) if topics else ()
