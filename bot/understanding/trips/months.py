"""Stretches whose months and years are filled in from those beside them."""

from dataclasses import replace
from datetime import date, timedelta

from bot.understanding.trips.pairing import Stretch
from bot.understanding.trips.points import Point


def with_months(found: list[Stretch]) -> list[Stretch]:
    """Return stretches with the months they share: «5–10, 15–20 мая», «наурыздың 5–10, 15–20»."""
    found = [_share(stretch) for stretch in found]
    for index in range(len(found) - 2, -1, -1):
        after = found[index + 1].first
        if lacks_month(found[index]) and _is_range(found[index]) and after is not None and after.is_day:
            found[index] = _in_month(found[index], after)
    for index in range(1, len(found)):
        before = found[index - 1].last
        if lacks_month(found[index]) and _is_range(found[index]) and before is not None and before.is_day:
            found[index] = _in_month(found[index], before)
    return found


def _share(stretch: Stretch) -> Stretch:
    """Return a stretch whose ends give each other the month."""
    first, last = stretch.first, stretch.last
    if first is None or last is None or first.is_bare == last.is_bare:
        return stretch
    if first.is_bare:
        return replace(stretch, first=replace(first, month=last.known_month))
    return replace(stretch, last=replace(last, month=first.known_month))


def lacks_month(stretch: Stretch) -> bool:
    """Tell whether a number is all that is known of one of its ends."""
    return any(point is not None and point.is_bare for point in (stretch.first, stretch.last))


def _is_range(stretch: Stretch) -> bool:
    return stretch.first is not stretch.last


def is_in_passing(stretch: Stretch) -> bool:
    """Tell whether it is a number or a month that needs be no trip where others are named: «2», «в мае»."""
    point = stretch.first or stretch.last
    if point is None or stretch.days or (_is_range(stretch) and stretch.last is not None):
        return False
    return point.is_bare or not point.is_day


def _in_month(stretch: Stretch, other: Point) -> Stretch:
    ends = [
        replace(point, month=other.known_month, year=other.year) if point is not None and point.is_bare else point
        for point in (stretch.first, stretch.last)
    ]
    return replace(stretch, first=ends[0], last=ends[1])


def last_day_before(after: list[Stretch], today: date) -> date:
    """Return the last day on which a trip without a year may begin: before the next one that has a year."""
    for stretch in after:
        years = [point.year for point in (stretch.first, stretch.last) if point is not None and point.year is not None]
        point = stretch.first or stretch.last
        if years and point is not None and point.month is not None:
            try:
                return min(today, date(years[0], point.month, point.day or 1) - timedelta(days=1))
            except (ValueError, OverflowError):
                return today
    return today
