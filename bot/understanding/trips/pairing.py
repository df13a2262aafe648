"""Points and what joins them → stretches of time that may still lack a month or a year."""

from dataclasses import dataclass, replace

from bot.understanding.trips.points import Item, Point, kind_at, points
from bot.understanding.trips.scanning import Piece
from bot.understanding.trips.words import Kind


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a point to another, or for so many days, or until now. A point that is missing was not said."""

    first: Point | None
    last: Point | None
    start: int
    end: int
    days: int = 0
    is_open: bool = False


_BETWEEN_POINTS = {Kind.DASH, Kind.UNTIL}
_SKIPPED = {Kind.OTHER, Kind.FROM, Kind.BETWEEN, Kind.WHOLE}


def stretches(pieces: list[Piece]) -> list[Stretch]:
    """Return the stretches of a text, in its order."""
    items = points(pieces)
    found: list[Stretch] = []
    index = 0
    while index < len(items):
        stretch, index = _stretch_at(items, index)
        if stretch is not None:
            found.append(stretch)
    return found


def _stretch_at(items: list[Item], index: int) -> tuple[Stretch | None, int]:
    item = items[index]
    if isinstance(item, Point):
        return _from_point(items, index, item)
    if item.kind is Kind.UNIT or (item.kind is Kind.NUMBER and kind_at(items, index + 1) is Kind.UNIT):
        return _from_count(items, index)
    return None, index + 1


def _from_point(items: list[Item], index: int, first: Point) -> tuple[Stretch, int]:
    if first.whole:
        return Stretch(first, first, first.start, first.end), index + 1
    begins = first.begins or _marked(items, index, Kind.FROM) or kind_at(items, index + 1) is Kind.FROM
    last, place = _other_end(items, index, first, begins=begins)
    if last is not None:
        return Stretch(first, last, first.start, last.end), _past(items, place + 1, Kind.UNTIL)
    until, (days, after) = _until_now(items, index), _count_behind(items, index)
    if until is not None:
        return Stretch(first, None, first.start, first.end, is_open=True), until
    if days:
        return Stretch(first, None, first.start, items[after - 1].end, days=days), after
    if not begins and _is_end(items, index, first):
        return Stretch(None, first, first.start, first.end), _past(items, index + 1, Kind.UNTIL)
    return Stretch(first, first if first.is_day and not begins else None, first.start, first.end), index + 1


def _is_end(items: list[Item], index: int, point: Point) -> bool:
    return point.ends or _marked(items, index, Kind.UNTIL) or kind_at(items, index + 1) is Kind.UNTIL


def _other_end(items: list[Item], index: int, first: Point, *, begins: bool) -> tuple[Point | None, int]:
    """Return the other end of a stretch and where it stands, None when the point is alone."""
    joined, touching = begins, True
    for place, item in enumerate(items[index + 1 :], start=index + 1):
        if isinstance(item, Point):
            paired = joined or item.ends or (touching and not item.is_bare and not first.is_bare)
            return (item if paired and not item.whole else None), place
        if item.kind in _BETWEEN_POINTS or (item.kind is Kind.AND and _is_between(items, index, place)):
            joined, touching = True, False
        elif item.kind in _SKIPPED:
            touching = False
        else:
            break
    return None, index


def _is_between(items: list[Item], index: int, place: int) -> bool:
    """Tell whether an «and» joins two ends: «между 12 и 20 марта», «12 мен 20 наурыз аралығында»."""
    return _marked(items, index, Kind.BETWEEN) or any(
        kind_at(items, after) is Kind.BETWEEN for after in (place + 2, place + 3)
    )


def _until_now(items: list[Item], index: int) -> int | None:
    """Return what follows «… по сей день», None when that is not said."""
    for place in range(index + 1, len(items)):
        kind = kind_at(items, place)
        if kind is Kind.NOW:
            return place + 1
        if kind not in _SKIPPED | _BETWEEN_POINTS:
            return None
    return None


def _count_behind(items: list[Item], index: int) -> tuple[int, int]:
    """Return the days of «с 5 мая на 10 дней» and what follows, 0 when none are said."""
    for place in range(index + 1, len(items)):
        kind = kind_at(items, place)
        if kind in (Kind.NUMBER, Kind.UNIT):
            return _count(items, place)
        if kind is not Kind.OTHER and kind is not Kind.FROM:
            break
    return 0, index + 1


def _count(items: list[Item], index: int) -> tuple[int, int]:
    """Return so many days and what follows: «10 дней», «2 недели», «неделя»."""
    item = items[index]
    if isinstance(item, Piece) and item.kind is Kind.NUMBER:
        unit = items[index + 1] if index + 1 < len(items) else None
        return ((item.day or 0) * unit.value, index + 2) if isinstance(unit, Piece) and unit.value else (0, index + 1)
    return (item.value if isinstance(item, Piece) and item.value > 1 else 0), index + 1


def _from_count(items: list[Item], index: int) -> tuple[Stretch | None, int]:
    """Return the stretch of «10 дней с 5 мая»; a count alone says of no day which."""
    days, after = _count(items, index)
    place = after
    while kind_at(items, place) in (Kind.OTHER, Kind.FROM):
        place += 1
    point = items[place] if place < len(items) else None
    if not days or not isinstance(point, Point) or point.is_bare or point.day is None:
        return None, after
    stretch, end = _from_point(items, place, point)
    if stretch.days or stretch.is_open or stretch.last is not None:
        return stretch, end
    return replace(stretch, days=days, start=items[index].start), end


def _marked(items: list[Item], index: int, kind: Kind) -> bool:
    return kind_at(items, index - 1) is kind


def _past(items: list[Item], index: int, kind: Kind) -> int:
    return index + 1 if kind_at(items, index) is kind else index
