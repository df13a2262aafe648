"""Reads CSV files of facts strictly: whatever is wrong is named with its file and line."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from bot.domain.talks import PartialDate
from bot.domain.web_address import is_web_address

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

LARGEST_FILE = 5_000_000
LONGEST_TEXT = 4000
FIRST_YEAR, LAST_YEAR = 1950, 2100
_PROBLEMS_NAMED = 20

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class FactsError(ValueError):
    """A file of facts that can't be taken as it is; the text names the file, the line and the reason."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its file's name, the line it begins on (from 1, the header being 1) and its values by column.

    Every method raises FactsError when the value is not what the column must hold.
    """

    file: str
    line: int
    values: dict[str, str]

    def error(self, reason: str) -> FactsError:
        """Return the error that says what is wrong with this row."""
        return FactsError(f"{self.file}, line {self.line}: {reason}")

    def optional(self, column: str) -> str:
        """Return the text, which may be empty."""
        value = self.values[column].strip()
        if len(value) > LONGEST_TEXT:
            raise self.error(f"{column} is longer than {LONGEST_TEXT} characters")
        if any(not char.isprintable() and char not in "\n\u00ad\u00a0\u200d\u202f" for char in value):
            raise self.error(f"{column} holds an unprintable character")
        return value

    def text(self, column: str) -> str:
        """Return the text, which must not be empty."""
        value = self.optional(column)
        if not value:
            raise self.error(f"{column} is empty")
        return value

    def word(self, column: str, allowed: Iterable[str], what: str = "") -> str:
        """Return the text, which must be one of the allowed words."""
        value, words = self.text(column), tuple(allowed)
        if value not in words:
            hint = what or "not one of " + ", ".join(words)
            raise self.error(f"{column} {value!r} is {hint}")
        return value

    def enum(self, column: str, kind: type[E]) -> E:
        """Return the member of an enum."""
        return kind(self.word(column, [member.value for member in kind]))

    def optional_enum(self, column: str, kind: type[E]) -> E | None:
        """Return the member of an enum, None when empty."""
        return self.enum(column, kind) if self.optional(column) else None

    def code(self, column: str, length: int = 2) -> str:
        """Return a code of this many capital Latin letters."""
        value = self.text(column)
        if not re.fullmatch(f"[A-Z]{{{length}}}", value):
            raise self.error(f"{column} {value!r} is not {length} capital Latin letters")
        return value

    def number(self, column: str, least: int, most: int) -> int | None:
        """Return the whole number, None when empty."""
        value = self.optional(column)
        if not value:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", value) or not least <= int(value) <= most:
            raise self.error(f"{column} {value!r} is not a whole number from {least} to {most}")
        return int(value)

    def day(self, column: str) -> date:
        """Return the date of YYYY-MM-DD."""
        found = self.partial_date(column)
        if not found.day:
            raise self.error(f"{column} {self.values[column]!r} is not a date as YYYY-MM-DD")
        return found.first_day

    def partial_date(self, column: str) -> PartialDate:
        """Return the date of YYYY, YYYY-MM or YYYY-MM-DD."""
        value = self.text(column)
        try:
            found = PartialDate.parse(value)
        except ValueError as error:
            raise self.error(f"{column} {value!r} is not a date: {error}") from None
        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise self.error(f"{column} {value!r} is not between {FIRST_YEAR} and {LAST_YEAR}")
        return found

    def urls(self, column: str) -> str:
        """Return web addresses as in the file: separated by ` ; `, each with or without a remark in brackets."""
        value = self.text(column)
        for part in value.split(" ; "):
            if not is_web_address(re.sub(r" \([^)]*\)$", "", part)):
                raise self.error(f"{column} {part!r} is not a web address with http or https")
        return value


def read_rows(file: str, data: bytes, columns: Sequence[str], *, others: bool = False) -> Iterator[Row]:
    """Yield the rows of a CSV file (UTF-8, a header with exactly these columns in any order).

    others: further columns may be there. Raises FactsError when the file as a whole is not that. Empty lines are
    passed over.
    """
    reader = csv.reader(io.StringIO(_decoded(file, data), newline=""), strict=True)
    lines = _numbered(file, reader)
    _, header = next(lines, (1, []))
    if sorted(name for name in header if name in columns or not others) != sorted(columns):
        raise FactsError(f"{file}, line 1: {_header_problem(header, columns)}")
    for line, values in lines:
        if len(values) != len(header):
            raise FactsError(f"{file}, line {line}: {len(values)} values where the header has {len(header)}")
        yield Row(file, line, dict(zip(header, values, strict=True)))


def parse_rows(rows: Iterable[Row], parse: Callable[[Row], T]) -> list[T]:
    """Return what `parse` makes of every row; FactsError with all problems, one a line, when some are bad."""
    found: list[T] = []
    problems: list[str] = []
    for row in rows:
        try:
            found.append(parse(row))
        except FactsError as error:
            problems.append(str(error))
    if problems:
        more = len(problems) - _PROBLEMS_NAMED
        raise FactsError("\n".join(problems[:_PROBLEMS_NAMED] + ([f"… and {more} more"] if more > 0 else [])))
    return found


def refuse_repeats(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Raise FactsError when two rows have the same values in these columns."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(row.values[column].strip() for column in columns)
        if (first := seen.setdefault(key, row.line)) != row.line:
            raise row.error(f"{', '.join(columns)} {' '.join(key)!r} repeats line {first}")


def _decoded(file: str, data: bytes) -> str:
    if len(data) > LARGEST_FILE:
        raise FactsError(f"{file}: {len(data)} bytes, more than {LARGEST_FILE}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FactsError(f"{file}, line {line}: not UTF-8 text") from None


def _numbered(file: str, reader: "CsvReader") -> Iterator[tuple[int, list[str]]]:
    while True:
        line = reader.line_num + 1
        try:
            values = next(reader, None)
        except csv.Error as error:
            raise FactsError(f"{file}, line {line}: {error}") from None
        if values is None:
            return
        if values:
            yield line, values


def _header_problem(header: Sequence[str], columns: Sequence[str]) -> str:
    missing = [column for column in columns if column not in header]
    extra = [column for column in header if column not in columns]
    parts = [f"column {name} is missing" for name in missing] + [f"column {name!r} is not known" for name in extra]
    return "; ".join(parts) or "a column is there twice"
