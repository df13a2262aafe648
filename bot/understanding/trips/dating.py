"""A stretch of time → a trip: its years chosen, its days checked."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.stay import Trip
from bot.understanding.trips.months import lacks_month
from bot.understanding.trips.pairing import Stretch
from bot.understanding.trips.points import Point

CROSSING = 183
"""Days that a trip over New Year may have where its year is not said twice."""

YEARS_BACK, YEARS_AHEAD = 40, 20
COMMON_AND_LEAP = (2023, 2024)


class Problem(StrEnum):
    """What is wrong with a part of the text."""

    REVERSED = "reversed"
    IMPOSSIBLE = "impossible"
    NO_MONTH = "no-month"
    NO_DATES = "no-dates"
    NO_END = "no-end"
    NO_START = "no-start"
    TOO_FAR = "too-far"


class WrongDaysError(ValueError):
    """A stretch that is no trip."""

    def __init__(self, problem: Problem) -> None:
        """Take what is wrong."""
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Dating:
    """Makes a trip of a stretch. before: the last day on which one without a year begins."""

    today: date
    before: date
    planned: bool

    def trip(self, stretch: Stretch) -> Trip:
        """Return the trip; WrongDaysError says why there is none."""
        if lacks_month(stretch):
            raise WrongDaysError(Problem.NO_MONTH)
        first, last = stretch.first, stretch.last
        if first is None:
            return self._until(last)
        if first.whole:
            return self._whole_month(first)
        if not first.is_day or (last is not None and not last.is_day):
            raise WrongDaysError(Problem.NO_DATES)
        if last is None:
            return self._from(first, stretch)
        return self._closed(first, last)

    def _until(self, last: Point | None) -> Trip:
        if not self.planned or last is None or not last.is_day:
            raise WrongDaysError(Problem.NO_START)
        until = self._closed(last, last).first
        if until < self.today:
            raise WrongDaysError(Problem.REVERSED)
        return Trip(self.today, until)

    def _from(self, first: Point, stretch: Stretch) -> Trip:
        begins = self._closed(first, first).first
        if stretch.days:
            return Trip(begins, begins + timedelta(days=stretch.days - 1))
        if self.planned or begins > self.today:
            raise WrongDaysError(Problem.NO_END)
        return Trip(begins)

    def _whole_month(self, point: Point) -> Trip:
        first = self._closed(replace(point, day=1), replace(point, day=28)).first
        following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
        return Trip(first, following - timedelta(days=1))

    def _closed(self, first: Point, last: Point) -> Trip:
        for year in self._years(first, last):
            trip = _in_years(first, last, year)
            if trip is not None and self._fits(trip, first, last):
                return trip
        raise WrongDaysError(Problem.TOO_FAR if _is_possible(first, last) else Problem.IMPOSSIBLE)

    def _years(self, first: Point, last: Point) -> list[int]:
        """Return the years in which the trip may begin, the likeliest first."""
        if first.known_year is not None:
            return [first.known_year]
        if last.known_year is not None:
            return [last.known_year, last.known_year - 1]
        if self.planned:
            return list(range(self.today.year - 1, self.today.year + 9))
        return list(range(self.before.year, self.before.year - 9, -1))

    def _fits(self, trip: Trip, first: Point, last: Point) -> bool:
        """Tell whether a trip is the one that is meant, and not too far away."""
        ends = trip.last or trip.first
        if not self.today.year - YEARS_BACK <= trip.first.year <= ends.year <= self.today.year + YEARS_AHEAD:
            return False
        if first.known_year is not None or last.known_year is not None:
            return True
        return ends >= self.today if self.planned else trip.first <= self.before


def _in_years(first: Point, last: Point, year: int) -> Trip | None:
    """Return the trip that begins in a year, None when it has no such days; WrongDaysError when they are reversed."""
    begins = _day(first, year)
    if begins is None:
        return None
    if last.known_year is not None:
        ends = _day(last, last.known_year)
        return None if ends is None else _in_order(begins, ends, said=first.known_year is not None)
    ends = _day(last, year)
    if ends is not None and ends >= begins:
        return Trip(begins, ends)
    if first.month == last.month and ends is not None:
        raise WrongDaysError(Problem.REVERSED)
    ends = _day(last, year + 1)
    return None if ends is None else _over_new_year(begins, ends)


def _in_order(begins: date, ends: date, *, said: bool) -> Trip | None:
    """Return the trip of two days, None when another year has to be tried. said: both years were."""
    if begins <= ends:
        return Trip(begins, ends) if said or begins.year == ends.year else _over_new_year(begins, ends)
    if said or begins.month == ends.month:
        raise WrongDaysError(Problem.REVERSED)
    return None


def _over_new_year(begins: date, ends: date) -> Trip:
    if (ends - begins).days > CROSSING:
        raise WrongDaysError(Problem.REVERSED)
    return Trip(begins, ends)


def _day(point: Point, year: int) -> date | None:
    try:
        return point.exact or date(year, point.month or 0, point.day or 0)
    except (ValueError, OverflowError):
        return None


def _is_possible(first: Point, last: Point) -> bool:
    """Tell whether the days exist in the years said, or in any."""
    return _exists(first) and _exists(last)


def _exists(point: Point) -> bool:
    years = COMMON_AND_LEAP if point.known_year is None else (point.known_year,)
    return any(_day(point, year) is not None for year in years)
