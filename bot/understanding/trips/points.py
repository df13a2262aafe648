"""Pieces of dates → points: days as far as they are said."""

from dataclasses import dataclass, replace
from datetime import date

from bot.understanding.trips.scanning import Piece
from bot.understanding.trips.words import FROM_CASE, IN_CASE, OF_CASE, UNTIL_CASE, Kind


@dataclass(frozen=True, slots=True)
class Point:
    """A day as far as it is said, from `start` to `end` of the text. whole: the whole month is meant."""

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    exact: date | None = None
    whole: bool = False
    begins: bool = False
    ends: bool = False

    @property
    def known_year(self) -> int | None:
        """Return the year if it is said."""
        return self.exact.year if self.exact is not None else self.year

    @property
    def known_month(self) -> int | None:
        """Return the month if it is said."""
        return self.exact.month if self.exact is not None else self.month

    @property
    def is_day(self) -> bool:
        """Tell whether it is a day, not a month."""
        return self.day is not None or self.exact is not None

    @property
    def is_bare(self) -> bool:
        """Tell whether it is a number that may be anything."""
        return self.month is None and self.exact is None


Item = Piece | Point


def points(pieces: list[Piece]) -> list[Item]:
    """Return the points of a text among the pieces that belong to none."""
    items: list[Item] = []
    index = 0
    while index < len(pieces):
        point, taken = _point_at(pieces, index)
        items.append(pieces[index] if point is None else point)
        index += taken
    return [item for item in items if isinstance(item, Point) or item.kind not in (Kind.YEAR, Kind.NOISE)]


def kind_at(items: list[Item], index: int) -> Kind | None:
    """Return the kind of an item, DATE for a point, None beyond the ends."""
    if not 0 <= index < len(items):
        return None
    item = items[index]
    return Kind.DATE if isinstance(item, Point) else item.kind


def _point_at(pieces: list[Piece], index: int, *, after_year: bool = False) -> tuple[Point | None, int]:
    """Return the point that begins at a piece, and how many pieces it takes. after_year: its year stands before it."""
    kinds = [piece.kind for piece in pieces[index : index + 4]] + [Kind.OTHER] * 4
    piece = pieces[index]
    match kinds:
        case [Kind.YEAR, Kind.NUMBER | Kind.MONTH | Kind.DATE, *_]:
            point, taken = _point_at(pieces, index + 1, after_year=True)
            if point is not None and point.year is None:
                return replace(point, start=piece.start, year=piece.year), taken + 1
            return None, 1
        case [Kind.NUMBER, Kind.UNIT | Kind.NOISE, *_]:
            return None, 2 if kinds[1] is Kind.NOISE else 1
        case [Kind.NUMBER, Kind.DASH, Kind.NUMBER, Kind.UNIT | Kind.NOISE, *_]:
            return None, 2
        case [Kind.NUMBER, Kind.MONTH, *_]:
            return _joined(pieces, index, 2, after_year=after_year)
        case [Kind.MONTH, Kind.NUMBER, *_] if _names_day(pieces, index):
            return _joined(pieces, index, 2, after_year=after_year)
        case [Kind.DATE | Kind.NUMBER | Kind.NEAR_DAY, *_]:
            return _joined(pieces, index, 1, after_year=after_year)
        case [Kind.MONTH, *_]:
            return _month(pieces, index)
    return None, 1


def _names_day(pieces: list[Piece], index: int) -> bool:
    """Tell whether a number after a month is its day: «March 12», «наурыздың 12», not «май 10 дней»."""
    after = pieces[index + 2].kind if index + 2 < len(pieces) else Kind.OTHER
    return pieces[index].case in ("", OF_CASE) and after not in (Kind.MONTH, Kind.UNIT, Kind.NOISE)


def _joined(pieces: list[Piece], index: int, number: int, *, after_year: bool = False) -> tuple[Point, int]:
    """Return the point of so many pieces, with a year behind it unless that stands before it."""
    parts = pieces[index : index + number]
    year, taken = (None, 0) if after_year else _year_behind(pieces, index + number)
    if year is not None:
        parts = [*parts, year]
    cases = {part.case for part in parts}
    point = Point(
        parts[0].start,
        parts[-1].end,
        day=next((part.day for part in parts if part.day is not None), None),
        month=next((part.month for part in parts if part.month is not None), None),
        year=next((part.year for part in parts if part.year is not None), None),
        exact=parts[0].exact,
        begins=FROM_CASE in cases,
        ends=UNTIL_CASE in cases,
    )
    return point, number + taken


def _year_behind(pieces: list[Piece], index: int) -> tuple[Piece | None, int]:
    """Return the year that stands behind a point, which may follow a comma, and how many pieces that takes."""
    rest = pieces[index : index + 3]
    comma = bool(rest) and rest[0].kind is Kind.SEPARATOR and not rest[0].breaks_line
    year = rest[int(comma)] if len(rest) > int(comma) else None
    if year is None or year.kind is not Kind.YEAR:
        return None, 0
    after = rest[int(comma) + 1].kind if len(rest) > int(comma) + 1 else Kind.OTHER
    is_of_the_next = comma or pieces[index - 1].case == FROM_CASE  # «20 наурыз, 2026 жылғы 5 мамыр»
    if is_of_the_next and after in (Kind.NUMBER, Kind.MONTH):
        return None, 0
    return year, 1 + int(comma)


def _month(pieces: list[Piece], index: int) -> tuple[Point, int]:
    """Return a month named without a day; whole where that is said."""
    before = pieces[index - 1].kind if index else Kind.OTHER
    point, taken = _joined(pieces, index, 1)
    after = pieces[index + taken].kind if index + taken < len(pieces) else Kind.OTHER
    whole = Kind.WHOLE in (before, after) and pieces[index].case != IN_CASE
    return replace(point, whole=whole), taken
