"""The stay calculator against a count day by day, on many random sets of trips for each kind of rule."""

import random
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.stay import (
    FromFirst,
    PerEntry,
    PerYear,
    Rolling,
    Rule,
    Trip,
    binding,
    check,
    days_from,
    earliest_return,
    last_legal_day,
    left,
    usages,
    used,
)
from tests.domain import stay_model as model

SETS = 10_000
"""Random sets of trips for each kind of rule."""

FEWER = 2_000
"""For combinations that no shipped rule has."""

AMOUNTS = pytest.mark.parametrize("most", [300, pytest.param(SETS, marks=pytest.mark.no_cover)])
"""All of them without counting lines, which takes five times as long; a few of them reach every line."""

START = date(2026, 1, 1)
DAY = timedelta(days=1)

KINDS = {
    "per entry": Rule((PerEntry(5),)),
    "rolling": Rule((Rolling(7, 20),)),
    "per year": Rule((PerYear(9),)),
    "from the first entry": Rule((FromFirst(7, 20),)),
    "per entry and rolling": Rule((PerEntry(4), Rolling(8, 20))),
    "per entry and per year": Rule((PerEntry(5), PerYear(9))),
    "per entry and from the first entry": Rule((PerEntry(4), FromFirst(8, 20))),
}
"""Small numbers, so that in few days much happens; the arithmetic doesn't know large from small."""

UNUSED = {"per entry and per year", "per entry and from the first entry"}


def random_trips(dice: random.Random, *, most: int = 3, start: int = -30, end: int = 12) -> list[Trip]:
    """Return a few trips around New Year, which may touch, overlap, repeat or be too long."""
    trips = []
    for _ in range(dice.randint(0, most)):
        first = START + dice.randint(start, end) * DAY
        trips.append(Trip(first, first + dice.choice((0, 0, 1, 2, 3, 5, 8)) * DAY))
    return trips


class Case(NamedTuple):
    """Trips, their days for the model and those broken already; a day to look at, a length, and one of the days."""

    trips: list[Trip]
    days: list[range]
    broken: set[int]
    day: date
    length: int
    chance: float


@cache
def cases(kind: str) -> list[Case]:
    """Return the random sets of a kind, always the same."""
    dice, found = random.Random(kind), []
    for _ in range(FEWER if kind in UNUSED else SETS):
        trips = random_trips(dice)
        days = [model.days_of(trip) for trip in trips]
        day = START + dice.randint(-12, 20) * DAY
        broken = model.broken_days(KINDS[kind], days)
        found.append(Case(trips, days, broken, day, dice.randint(1, 9), dice.random()))
    return found


@AMOUNTS
@pytest.mark.parametrize("kind", KINDS)
def test_days_used_are_those_of_a_count_day_by_day(kind: str, most: int) -> None:
    for case in cases(kind)[:most]:
        for limit in KINDS[kind].limits if case.trips else ():
            counts = sorted(model.counted(limit, case.days).items())
            day, count = counts[int(case.chance * len(counts))]
            (usage,) = usages(Rule((limit,)), case.trips, date.fromordinal(day))
            assert usage.used == count, (case, limit)


@AMOUNTS
@pytest.mark.parametrize("kind", KINDS)
def test_the_last_legal_day_is_that_of_a_count_day_by_day(kind: str, most: int) -> None:
    for case in cases(kind)[:most]:
        found = last_legal_day(KINDS[kind], case.trips, case.day)
        assert found is not None
        assert found.toordinal() == model.last_legal_day(KINDS[kind], case.days, case.day.toordinal()), case


@AMOUNTS
@pytest.mark.parametrize("kind", KINDS)
def test_a_plan_is_judged_as_by_a_count_day_by_day(kind: str, most: int) -> None:
    for case in cases(kind)[:most]:
        plan = days_from(case.day, case.length)
        verdict, mine = check(KINDS[kind], case.trips, plan), model.days_of(plan)
        broken = model.broken_days(KINDS[kind], [*case.days, mine])
        guilty = {one for one in broken if one >= mine[0]} - (case.broken - set(mine)) - handed_over(case, mine[0])
        assert (verdict.first_breach and verdict.first_breach.toordinal()) == min(guilty, default=None), case
        if verdict.first_breach is not None and verdict.trip is not None:
            rest = range(verdict.first_breach.toordinal(), model.days_of(verdict.trip)[-1] + 1)
            assert verdict.over == len(broken & {*rest}), case


def handed_over(case: Case, day: int) -> set[int]:
    """Return the day on which a plan begins if a trip that is too long by itself ends on it."""
    return {day} & case.broken if any(visit[-1] == day for visit in model.visits_of(case.days)) else set()


@AMOUNTS
@pytest.mark.parametrize("kind", KINDS)
def test_the_earliest_return_is_that_of_trying_the_days_before_it(kind: str, most: int) -> None:
    for case in cases(kind)[:most]:
        length = 1 + case.length % 4
        found = earliest_return(KINDS[kind], case.trips, case.day, length)
        assert found is not None
        first, last = case.day.toordinal(), found.toordinal()
        assert model.breaks_nothing(KINDS[kind], case.days, case.broken, range(last, last + length)), case
        for earlier in {*range(first, min(first + 3, last)), *range(max(first, last - 3), last)}:
            stay = range(earlier, earlier + length)
            assert not model.breaks_nothing(KINDS[kind], case.days, case.broken, stay), (case, earlier)


@pytest.mark.parametrize("kind", KINDS)
def test_a_stay_longer_than_the_rule_allows_has_no_day_to_begin(kind: str) -> None:
    assert earliest_return(KINDS[kind], [], START, 19) is None


# -- the EU's rule, by the examples of those who apply it ---------------------------------------------

SCHENGEN = Rule((Rolling(90, 180),))


def trip(first: str, last: str | None = None) -> Trip:
    return Trip(date.fromisoformat(first), date.fromisoformat(last) if last else None)


# Practical Handbook for Border Guards and the EU's handbook on visa applications, on the duration of stay: 89 days on
# 11 September, one more is possible; three additional days from 16 October, 86 additional days from 15 December.
HANDBOOK = [trip("2014-04-19", "2014-04-21"), trip("2014-06-18", "2014-09-11")]


def test_the_example_of_the_eus_handbook() -> None:
    on = date(2014, 9, 11)
    assert used_days(HANDBOOK, on) == 89
    assert left(SCHENGEN, HANDBOOK, on) == 1
    assert left(SCHENGEN, HANDBOOK, date(2014, 9, 13)) == 1
    assert left(SCHENGEN, HANDBOOK, date(2014, 10, 16)) == 1 + 3
    assert left(SCHENGEN, HANDBOOK, date(2014, 12, 15)) == 1 + 3 + 86


# The guide to the EU's short-stay calculator by Switzerland's State Secretariat for Migration (sem.admin.ch, Stay
# calculator, examples 1, 4, 5 and 6; the dates of example 3 are misprinted there).
def test_example_1_the_next_visit_has_all_90_days() -> None:
    before = [trip("2014-08-15", "2014-09-30")]
    assert before[0].days == 47
    assert left(SCHENGEN, before, date(2015, 1, 1)) == 90


def test_example_4_several_entries() -> None:
    stamps = [trip("2013-06-01", "2013-07-13"), trip("2013-08-15", "2013-09-30"), trip("2014-01-01")]
    on = date(2014, 1, 30)
    assert used_days(stamps, on) <= 90
    assert last_legal_day(SCHENGEN, stamps, on) == date(2014, 3, 31)


def test_example_5_a_short_overstay_and_the_return() -> None:
    stamps = [trip("2013-09-01", "2013-09-30"), trip("2014-02-21", "2014-04-20"), trip("2014-05-01", "2014-06-09")]
    assert used_days(stamps, date(2014, 6, 9)) - 90 == 9
    assert left(SCHENGEN, stamps, date(2014, 8, 30)) == 50


def test_example_6_a_long_overstay() -> None:
    stamps = [trip("2013-06-28", "2013-08-09"), trip("2013-09-19", "2014-03-01")]
    assert used_days(stamps, date(2014, 3, 1)) - 90 == 74


# User manual of the EU's calculator, introduction: an absence of 90 days in a row allows for a new stay of up to 90.
@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 120)), max_size=8), st.integers(90, 400))
def test_ninety_days_of_absence_give_ninety_days(found: list[tuple[int, int]], absence: int) -> None:
    trips = [days_from(START + first * DAY, length + 1) for first, length in found]
    end = max((one.last for one in trips if one.last), default=START)
    legal = all(check(SCHENGEN, trips, one).is_fine for one in trips)
    assert not legal or left(SCHENGEN, trips, end + (absence + 1) * DAY) == 90


def used_days(trips: list[Trip], day: date) -> int:
    usage = used(SCHENGEN, trips, day)
    assert usage is not None
    return usage.used


# -- single cases -----------------------------------------------------------------------------------


def test_who_is_still_there_is_told_the_last_day_of_this_visit() -> None:
    there = [trip("2026-03-01")]
    month = Rule((PerEntry(30),))
    assert last_legal_day(month, there, date(2026, 3, 10)) == date(2026, 3, 30)
    assert left(month, there, date(2026, 3, 10)) == 20
    assert last_legal_day(month, there, date(2026, 5, 1)) == date(2026, 3, 30)
    assert left(month, there, date(2026, 5, 1)) == 0


def test_leaving_and_coming_back_on_a_day_is_a_new_entry_and_one_day() -> None:
    trips = [trip("2026-03-01", "2026-03-10"), trip("2026-03-10", "2026-03-12")]
    both = Rule((PerEntry(30), Rolling(90, 180)))
    entry, rolling = usages(both, trips, date(2026, 3, 12))
    assert (entry.used, entry.since) == (3, date(2026, 3, 10))
    assert (rolling.used, rolling.since) == (12, date(2025, 9, 14))


def test_the_rule_that_binds_is_named() -> None:
    both = Rule((PerEntry(30), Rolling(90, 180)))
    assert binding(both, [], START) == PerEntry(30)
    assert binding(both, [trip("2025-10-01", "2025-12-20")], START) == Rolling(90, 180)
    assert binding(Rule(), [], START) is None


def test_a_plan_that_leaves_too_little_for_a_later_trip_is_told_which() -> None:
    later = trip("2026-06-01", "2026-07-30")
    verdict = check(SCHENGEN, [later], trip("2026-03-01", "2026-04-10"))
    assert verdict.trip == later
    assert (verdict.first_breach, verdict.over) == (date(2026, 7, 20), 11)
    assert verdict.limit == Rolling(90, 180)


def test_without_a_limit_one_may_stay() -> None:
    free = Rule()
    assert last_legal_day(free, [], START) is None
    assert left(free, [], START) is None
    assert used(free, [], START) is None
    assert earliest_return(free, [trip("2026-01-01", "2026-01-05")], START, 400) == date(2026, 1, 6)
    assert check(free, [], days_from(START, 3000)).is_fine


def test_a_window_no_longer_than_its_days_never_ends() -> None:
    assert last_legal_day(Rule((Rolling(30, 30),)), [], START) is None
    assert earliest_return(Rule((Rolling(30, 30),)), [], START, 500) == START


def test_who_never_leaves_does_not_come_back() -> None:
    assert earliest_return(SCHENGEN, [days_from(START, 4000)], START) is None


def test_between_trips_the_window_from_the_first_entry_runs_on() -> None:
    rule, trips = Rule((FromFirst(30, 90),)), [trip("2026-01-01", "2026-01-10")]
    (usage,) = usages(rule, trips, date(2026, 2, 1))
    assert (usage.used, usage.since) == (10, START)
    (usage,) = usages(rule, trips, date(2026, 4, 1))
    assert (usage.used, usage.since) == (0, date(2026, 4, 1))
    assert earliest_return(rule, trips, date(2026, 2, 1), 25) == date(2026, 4, 1)


@given(st.permutations([trip("2026-01-01", "2026-01-10"), trip("2026-01-05", "2026-01-20"), trip("2026-02-01")]))
def test_the_order_of_trips_makes_no_difference(trips: list[Trip]) -> None:
    assert used_days(trips, date(2026, 2, 10)) == 30
    assert left(SCHENGEN, trips, date(2026, 2, 10)) == 60
