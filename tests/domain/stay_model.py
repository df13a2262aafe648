"""The stay rules counted day by day with no cleverness: what the calculator is measured against. Days are ordinals."""

from collections.abc import Callable
from datetime import date

from bot.domain.stay import FromFirst, Limit, PerEntry, PerYear, Rolling, Rule, Trip

Counts = dict[int, int]
"""How many days count on each day that is spent there, at the worst."""

LONG = 24
"""Days after which any of the tested rules is broken."""


def days_of(trip: Trip) -> range:
    """Return every day of a closed trip."""
    assert trip.last is not None
    return range(trip.first.toordinal(), trip.last.toordinal() + 1)


def visits_of(trips: list[range]) -> list[range]:
    """Return the days of each visit: trips that share more than the day of exit and entry are one."""
    visits: list[range] = []
    for days in sorted(set(trips), key=lambda days: (days[0], days[-1])):
        if visits and (days[-1] <= visits[-1][-1] or days[0] < visits[-1][-1]):
            visits[-1] = range(visits[-1][0], max(visits[-1][-1], days[-1]) + 1)
        else:
            visits.append(days)
    return visits


def counted(limit: Limit, trips: list[range]) -> Counts:
    """Return how many days count for a limit on each day spent there."""
    ways: dict[type, Callable[..., Counts]] = {
        PerEntry: _per_entry,
        Rolling: _rolling,
        PerYear: _per_year,
        FromFirst: _from_first,
    }
    return ways[type(limit)](limit, visits_of(trips))


def broken_days(rule: Rule, trips: list[range]) -> set[int]:
    """Return every day on which some limit is broken."""
    return {day for limit in rule.limits for day, count in counted(limit, trips).items() if count > limit.days}


def _per_entry(limit: PerEntry, visits: list[range]) -> Counts:
    found: Counts = {}
    for visit in visits:
        for number, day in enumerate(visit, start=1):
            found[day] = max(number, found.get(day, 0))
    return found


def _rolling(limit: Rolling, visits: list[range]) -> Counts:
    there = {day for visit in visits for day in visit}
    return {day: len(there.intersection(range(day - limit.window + 1, day + 1))) for day in there}


def _per_year(limit: PerYear, visits: list[range]) -> Counts:
    found: Counts = {}
    years: dict[int, int] = {}
    for day in sorted({day for visit in visits for day in visit}):
        year = date.fromordinal(day).year
        found[day] = years[year] = years.get(year, 0) + 1
    return found


def _from_first(limit: FromFirst, visits: list[range]) -> Counts:
    found: Counts = {}
    window: set[int] = set()
    begins: int | None = None
    for visit in visits:
        if begins is None or visit[0] - begins >= limit.window:
            begins, window = visit[0], set()
        for day in visit:
            window.add(day)
            found[day] = max(found.get(day, 0), len(window))
    return found


def last_legal_day(rule: Rule, trips: list[range], day: int) -> int:
    """Return the day before the first broken one of a stay without end."""
    there = [visit for visit in visits_of(trips) if day in visit]
    first = there[-1][0] if there else day
    stay = range(first, day + LONG)
    return min(one for one in broken_days(rule, [*trips, stay]) if one in stay) - 1


def breaks_nothing(rule: Rule, trips: list[range], broken: set[int], stay: range) -> bool:
    """Tell whether a stay shares no day with trips and breaks no day from its first on that wasn't broken before."""
    if any(trip[0] <= stay[-1] and stay[0] <= trip[-1] for trip in trips):
        return False
    return not any(one >= stay[0] for one in broken_days(rule, [*trips, stay]) - broken)
