"""Periods, growth, sums."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.domain.statistics import People, Period, added, largest, of_state
from bot.domain.user import UserState

days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
lengths = st.integers(1, 120)
counts = st.dictionaries(st.text(), st.integers(0, 10**12))


def people(total: int, joined: dict[date, int]) -> People:
    return People({(UserState.ACTIVE, Language.KK): total}, {}, joined, None)


@given(days, lengths)
def test_a_period_and_the_one_before_touch_and_are_as_long(last: date, length: int) -> None:
    period = Period(last, length)
    assert len(period.every_day) == len(period.before.every_day) == length
    assert period.every_day[-1] == last
    assert period.before.last + timedelta(days=1) == period.first
    assert all(day in period and day not in period.before for day in period.every_day)


@given(days, lengths, st.lists(st.integers(0, 1000), min_size=1, max_size=120), st.integers(0, 10**9))
def test_growth_ends_with_all_and_rises_by_who_joined(last: date, length: int, news: list[int], earlier: int) -> None:
    period = Period(last, length)
    joined = dict(zip(reversed(period.every_day), news, strict=False))
    found = people(earlier + sum(joined.values()), joined)
    growth = found.growth(period)
    assert growth[-1] == found.total
    assert growth[0] == earlier + joined.get(period.first, 0)
    steps = [after - before for before, after in pairwise(growth)]
    assert steps == [joined.get(day, 0) for day in period.every_day[1:]]
    assert found.joined_in(period) == sum(joined.values())


@given(counts, st.integers(0, 5))
def test_the_largest_and_the_rest_are_all(found: dict[str, int], most: int) -> None:
    shown = largest(found, most, "\0the others")
    assert sum(shown.values()) == sum(found.values())
    assert len(shown) <= most + 1
    named = [count for name, count in shown.items() if name != "\0the others"]
    assert named == sorted(found.values(), reverse=True)[: len(named)]


def test_sums_come_largest_first_and_outcomes_by_their_state() -> None:
    assert list(added([("b", 1), ("a", 3), ("b", 4)]).items()) == [("b", 5), ("a", 3)]
    outcomes = {"sent": 5, "failed:blocked": 2, "failed:refused": 1, "skipped:left": 4}
    assert [of_state(outcomes, state) for state in ("sent", "failed", "skipped")] == [5, 3, 4]
