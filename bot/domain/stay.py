"""The stay calculator: how many days are used and left, until when one may stay, when one may come back.

Days of entry and exit both count. Trips may come in any order and overlap; one that is under way has no last day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.stay_days import Presence, Span, Trip
from bot.domain.stay_limits import FromFirst, Limit, PerEntry, PerYear, Rolling
from bot.domain.stay_reading import Caution, NotComputable, Rule, Why, read_rule, rule_of

__all__ = [
    "Caution", "FromFirst", "Limit", "NotComputable", "PerEntry", "PerYear", "Rolling", "Rule", "Trip", "Usage",
    "Verdict", "Why", "binding", "check", "days_from", "earliest_return", "last_legal_day", "left", "read_rule",
    "rule_of", "usages", "used",
]  # fmt: skip

FAR = 3700
"""Days ahead that are looked at: ten years."""

Breach = tuple[int, Limit]
"""The first day too many, and the limit that it breaks."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How much of a limit is used on a day. since: the day from which days are counted."""

    limit: Limit
    used: int
    since: date


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a plan comes to. first_breach: the first day that is too much, None when all is well.

    over: how many days of that trip are too much. limit: the one that binds. trip: the one that breaks it, which may be
    a later trip that the plan leaves too few days for.
    """

    first_breach: date | None = None
    over: int = 0
    limit: Limit | None = None
    trip: Trip | None = None

    @property
    def is_fine(self) -> bool:
        """Tell whether the plan breaks nothing."""
        return self.first_breach is None


def usages(rule: Rule, trips: Iterable[Trip], day: date) -> tuple[Usage, ...]:
    """Return how much of each limit is used on a day, that day included if it is spent there."""
    presence, number = Presence.of(trips, day), day.toordinal()
    return tuple(
        Usage(limit, limit.used(presence, number), date.fromordinal(limit.since(presence, number)))
        for limit in rule.limits
    )


def used(rule: Rule, trips: Iterable[Trip], day: date) -> Usage | None:
    """Return the use of the limit that is nearest to its end, None when the rule has no limit."""
    return min(usages(rule, trips, day), key=lambda one: one.limit.days - one.used, default=None)


def last_legal_day(rule: Rule, trips: Iterable[Trip], day: date) -> date | None:
    """Return until when one may stay who enters on this day, or who is there on it and stays on; None: no end in sight.

    A day before that one when not even it is legal; for a visit that has lasted too long, its last legal day.
    Days of planned trips count too where the stay reaches them; what becomes of them is for `check` to tell.
    """
    breach = _breach_of_staying(rule, Presence.of(trips, day), day.toordinal())
    return None if breach is None else date.fromordinal(breach[0] - 1)


def binding(rule: Rule, trips: Iterable[Trip], day: date) -> Limit | None:
    """Return the limit that ends the stay of `last_legal_day`."""
    breach = _breach_of_staying(rule, Presence.of(trips, day), day.toordinal())
    return None if breach is None else breach[1]


def left(rule: Rule, trips: Iterable[Trip], day: date) -> int | None:
    """Return how many days in a row one may still stay from this day on, None when there is no end.

    The day itself is among them unless it is spent there already.
    """
    known = tuple(trips)
    last = last_legal_day(rule, known, day)
    if last is None:
        return None
    there = bool(Presence.of(known, day).visits_on(day.toordinal()))
    return max(0, (last - day).days + (0 if there else 1))


def earliest_return(rule: Rule, trips: Iterable[Trip], day: date, days: int = 1) -> date | None:
    """Return the first day, from this one on, of a stay of so many days that breaks nothing; None: there is none.

    It shares no day with other trips and leaves enough for those planned after it. Who is still there leaves on `day`.
    """
    others = Presence.of(trips, day)
    first, end = day.toordinal(), day.toordinal() + FAR
    while first < end:
        stay = Span(first, first + days - 1)
        later = _next_try(rule, others, stay)
        if later is None or later == first:
            return None if later is None else date.fromordinal(first)
        first = later
    return None


def check(rule: Rule, trips: Iterable[Trip], plan: Trip) -> Verdict:
    """Tell whether a planned trip (with its end) breaks the rule, itself or by what it leaves for trips after it.

    What is broken without it is not laid at its door.
    """
    span = Span(plan.first.toordinal(), (plan.last or plan.first).toordinal())
    before = Presence.of(trips, plan.first)
    after = before.with_span(span)
    breach = _breach_by(rule, before, after, span, span.first)
    return Verdict() if breach is None else _verdict(rule, after, span, breach)


def days_from(day: date, number: int) -> Trip:
    """Return the trip of so many days that begins on a day."""
    return Trip(day, day + timedelta(days=number - 1))


def _verdict(rule: Rule, presence: Presence, plan: Span, breach: Breach) -> Verdict:
    visit = _visit_on(presence, breach[0], plan)
    over, found = 0, _first_breach(rule, presence, Span(breach[0], visit.last))
    while found is not None:
        day, limit = found
        until = min(visit.last, limit.breach_ends(day) or visit.last)
        over += until - day + 1
        found = _first_breach(rule, presence, Span(until + 1, visit.last))
    trip = Trip(date.fromordinal(visit.first), date.fromordinal(visit.last))
    return Verdict(date.fromordinal(breach[0]), over, breach[1], trip)


def _visit_on(presence: Presence, day: int, plan: Span) -> Span:
    """Return the visit of a day, the one with the plan where two share it."""
    there = presence.visits_on(day)
    return next((visit for visit in there if visit.first <= plan.first and plan.last <= visit.last), there[-1])


def _breach_by(rule: Rule, before: Presence, after: Presence, plan: Span, first: int) -> Breach | None:
    """Return the first breach that a plan makes, from this day on."""
    end = max(plan.last, after.visits[-1].last)
    while (breach := _first_breach(rule, after, Span(first, end))) is not None:
        day = breach[0]
        known = _first_breach(rule, before, Span(day, day))
        if known is None:
            return breach
        if day > plan.last:
            visit = after.visits_on(day)[0]
            first = min(visit.last, known[1].breach_ends(day) or visit.last) + 1
        elif any(visit.last == plan.first == day for visit in before.visits):
            first = day + 1  # the end of the trip before, too long by itself
        else:
            return breach
    return None


def _next_try(rule: Rule, others: Presence, stay: Span) -> int | None:
    """Return the stay's first day if it is fine, else one before which no such stay can begin; None: never."""
    clash = next((visit for visit in others.visits if visit.first <= stay.last and stay.first <= visit.last), None)
    if clash is not None:
        return clash.last + 1
    waits = [limit.wait(others, stay) for limit in rule.limits]
    if any(wait is None for wait in waits):
        return None
    latest = max((wait for wait in waits if wait is not None), default=stay.first)
    return latest if latest > stay.first else _after_those_it_breaks(rule, others, stay)


def _after_those_it_breaks(rule: Rule, others: Presence, stay: Span) -> int:
    """Return the day after the trip for which the stay leaves too little, the stay's own first day if there is none."""
    after = others.with_span(stay)
    breach = _breach_by(rule, others, after, stay, stay.last + 1)
    return stay.first if breach is None else after.visits_on(breach[0])[-1].last + 1


def _breach_of_staying(rule: Rule, presence: Presence, day: int) -> Breach | None:
    there = presence.visits_on(day)
    first = there[-1].first if there else day
    whole = presence.with_span(Span(first, day + FAR))
    return _first_breach(rule, whole, Span(first, day + FAR))


def _first_breach(rule: Rule, presence: Presence, within: Span) -> Breach | None:
    found = [(limit.first_breach(presence, within), limit) for limit in rule.limits]
    return min(((day, limit) for day, limit in found if day is not None), key=lambda one: one[0], default=None)
