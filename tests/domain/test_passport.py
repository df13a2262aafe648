"""How long a passport must be valid, against a model that looks at every day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.passport import ValidityRule, months_earlier, months_later

days = st.dates(date(2000, 1, 1), date(2090, 12, 31))
months = st.integers(0, 24)


def test_months_end_on_the_same_day_or_on_the_last_of_a_shorter_month() -> None:
    assert months_later(date(2026, 8, 15), 6) == date(2027, 2, 15)
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_earlier(date(2027, 2, 28), 6) == date(2026, 8, 31)
    assert months_earlier(date(2028, 2, 28), 6) == date(2027, 8, 28)


@given(day=days, months=months)
def test_the_last_day_is_the_last_that_a_walk_over_the_days_finds(day: date, months: int) -> None:
    found = months_earlier(day, months)
    assert months_later(found, months) <= day
    assert months_later(found + timedelta(days=1), months) > day


@given(expires=days, first=days, length=st.integers(0, 200), months=months, after_leaving=st.booleans())
def test_a_rule_is_met_when_every_month_can_be_counted(
    expires: date, first: date, length: int, months: int, after_leaving: bool
) -> None:
    last = first + timedelta(days=length)
    counted, day = (last if after_leaving else first), 0
    year, month = divmod(counted.year * 12 + counted.month - 1 + months, 12)
    for day in range(counted.day, 0, -1):  # the same day of the month, or the nearest before it that there is
        try:
            until = date(year, month + 1, day)
            break
        except ValueError:
            continue
    rule = ValidityRule(months, after_leaving=after_leaving)
    assert rule.is_met(expires, first, last) is (expires >= until and expires >= last)


@given(expires=days, day=days, months=months)
def test_a_passport_is_long_enough_up_to_the_last_day(expires: date, day: date, months: int) -> None:
    rule = ValidityRule(months)
    assert rule.is_met(expires, day, day) is (day <= rule.last_day(expires))
