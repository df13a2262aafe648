"""A text → the pieces that dates are made of, each with where it stands."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.understanding.keys import key
from bot.understanding.trips.words import NUMBER_FROM, NUMBER_UNTIL, Kind, find_word

LONGEST = 2000
"""Characters of a message that are read."""

_PIECE = re.compile(
    r"(?P<iso>(?<!\d)\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d))"
    r"|(?P<full>(?<!\d)(?:\d{1,2}([-./])\d{1,2}\3\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2})(?!\d))"
    r"|(?P<short>(?<!\d)\d{1,2}[./]\d{1,2}(?!\d))"
    r"|(?P<year>(?<!\d)(?:19|20|21)\d\d(?!\d))"
    r"|(?P<number>(?<!\d)\d{1,3}(?!\d))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<dash>[-–—−‒‐‑…/]+|\.\.+)"
    r"|(?P<separator>[\n;,+&]+)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text. Day, month and year are what it says of a date; exact: a near day, as it is."""

    kind: Kind
    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    exact: date | None = None
    value: int = 0
    case: str = ""
    breaks_line: bool = field(default=False)


def scan(text: str, today: date) -> list[Piece]:
    """Return the pieces of a text; what says nothing of dates is OTHER, endings of numbers are joined to them."""
    pieces = [_piece(match, today) for match in _PIECE.finditer(text[:LONGEST])]
    return _with_endings(pieces, text)


def _piece(match: re.Match[str], today: date) -> Piece:
    name, written = str(match.lastgroup), match.group()
    place = match.span()
    numbers = [int(part) for part in re.findall(r"\d+", written)] if name != "word" else []
    match name:
        case "iso":
            return Piece(Kind.DATE, *place, day=numbers[2], month=numbers[1], year=numbers[0])
        case "full":
            year = numbers[2] + (2000 if numbers[2] < 100 else 0)
            return Piece(Kind.DATE, *place, day=numbers[0], month=numbers[1], year=year)
        case "short":
            return Piece(Kind.DATE, *place, day=numbers[0], month=numbers[1])
        case "year":
            return Piece(Kind.YEAR, *place, year=numbers[0])
        case "number":
            return Piece(Kind.NUMBER, *place, day=numbers[0])
        case "dash":
            return Piece(Kind.DASH, *place)
        case "separator":
            return Piece(Kind.SEPARATOR, *place, breaks_line="\n" in written)
    return _word(written, place, today)


def _word(written: str, place: tuple[int, int], today: date) -> Piece:
    word = find_word(written.lower())
    if word.kind is Kind.MONTH:
        return Piece(Kind.MONTH, *place, month=word.value, case=word.case)
    if word.kind is Kind.NEAR_DAY:
        return Piece(Kind.NEAR_DAY, *place, exact=today + timedelta(days=word.value))
    return Piece(word.kind, *place, value=word.value)


def _with_endings(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with «12-нен», «5-го», «20th» as numbers that know their case."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind is Kind.NOTHING:
            continue
        if found and piece.kind in (Kind.OTHER, Kind.UNTIL, Kind.FROM) and _is_ending(found, piece, text):
            number = found[-2] if found[-1].kind is Kind.DASH else found[-1]
            del found[-2 if found[-1].kind is Kind.DASH else -1 :]
            ending = key(text[piece.start : piece.end].lower())
            case = "from" if ending in NUMBER_FROM else "until" if ending in NUMBER_UNTIL else number.case
            found.append(_with_case(number, piece.end, case))
        else:
            found.append(piece)
    return found


def _is_ending(found: list[Piece], piece: Piece, text: str) -> bool:
    """Tell whether a word hangs on the number before it, by a hyphen or by nothing."""
    if piece.end - piece.start > 5:
        return False
    joined = found[-1].kind is Kind.DASH and len(found) > 1 and found[-1].end == piece.start
    number = found[-2] if joined else found[-1]
    touches = (found[-1].start == number.end) if joined else (number.end == piece.start)
    return touches and number.kind in (Kind.NUMBER, Kind.DATE, Kind.YEAR)


def _with_case(number: Piece, end: int, case: str) -> Piece:
    return Piece(number.kind, number.start, end, number.day, number.month, number.year, case=case)
